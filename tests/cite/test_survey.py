"""What the citations of a corpus show together."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

from crosscheck import cite
from crosscheck.cite.survey import Survey, survey
from crosscheck.cite.works import citations_of
from crosscheck.model.document import Document
from crosscheck.read import read_text


def entry(name: str, *lines: str) -> Document:
    body = "".join(f"{number}.  {line}\n" for number, line in enumerate(lines, 1))
    text = f"正文\\[1\\]。\n\n## 参考文献\n\n{body}"
    return replace(read_text(text, name=name, media_type="text/markdown", role="entry"), path=f"{name}.md")


def found(*entries: Document, sources: tuple[Document, ...] = ()) -> Survey:
    return survey([c for e in entries for c in citations_of(e, cite.records(e))], sources)


def test_one_work_in_different_ways() -> None:
    result = found(
        entry("a", "谭其骧：《长水集》，人民出版社，1987年，第12页"),
        entry("b", "譚其驤：《長水集》，人民出版社，1994年，第40頁"),
        entry("c", "谭其骧：《长水集》，人民出版社，1987年，第9页", "谭其骧：《长水集》，第9页"),
    )
    assert (result.entries, result.citations, result.works) == (3, 4, 1)
    assert [(v.field, [(w.value, len(w.places)) for w in v.ways]) for v in result.variances] == [
        ("year", [("1987", 2), ("1994", 1)])
    ]


def test_one_isbn_with_two_titles() -> None:
    result = found(
        entry("a", "李四. 古塔测绘报告[M]. 北京: 文物出版社, 1988: 3. ISBN 978-7-5084-6342-1."),
        entry("b", "王五. 宋代木构[M]. 北京: 中华书局, 1990: 4. ISBN 978-7-5084-6342-1."),
        entry("c", "李四. 古塔測繪報告（上）[M]. 北京: 文物出版社, 1988: 5. ISBN 7-5084-6342-0."),
    )
    assert [clash.isbn for clash in result.clashes] == ["9787508463421"]
    assert {way.value for way in result.clashes[0].ways} >= {"古塔测绘报告", "宋代木构"}
    assert [(v.field, len(v.ways)) for v in result.variances] == [("title", 2)]


def test_titles_alone_make_no_work() -> None:
    result = found(
        entry("a", "李四：《序言》，文物出版社，1988年，第3页"),
        entry("b", "王五：《序言》，中华书局，1990年，第4页"),
    )
    assert (result.works, result.variances) == (2, ())


def test_what_to_fetch_first() -> None:
    one = "周立文：《长虹桥志》，江南出版社，1991年，第12页"
    two = "李四：《古塔测绘报告》，文物出版社，1988年，第3页"
    result = found(entry("a", two, one), entry("b", one), entry("c", two), entry("d", one))
    assert [(item.record.title, len(item.entries)) for item in result.wanted] == [
        ("长虹桥志", 3),
        ("古塔测绘报告", 2),
    ]
    book = read_text("長虹橋志\n\n周立文\n\n橋長三百二十米。", name="source-1", media_type="text/plain")
    brought = found(entry("a", two, one), entry("b", one), sources=(book,))
    assert [item.record.title for item in brought.wanted] == ["古塔测绘报告"]


def test_the_order_of_the_files_does_not_matter() -> None:
    entries = [
        entry("a", "谭其骧：《长水集》，人民出版社，1987年，第12页", "http://www.example.org/a/1"),
        entry("b", "譚其驤：《長水集》，人民出版社，1994年，第40頁"),
        entry("c", "[http://www.example.org/a/1 长水集札记]，禹贡网"),
    ]
    first = found(*entries)
    assert all(found(*order) == first for order in permutations(entries))
    assert first.works == 2
