"""Which reference names which source."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crosscheck import cite
from crosscheck.cite.matching import matches
from crosscheck.cite.parse import record_of_text
from crosscheck.cite.settings import Settings
from crosscheck.model.document import Document
from crosscheck.read import read_text


def source(text: str) -> Document:
    return read_text(text, name="source-1", media_type="text/plain")


@pytest.mark.parametrize(
    ("line", "text", "named"),
    [
        (
            "李四：《古塔测绘报告》，文物出版社，1988年",
            "古塔測繪報告\n\n李四\n\n塔高六十四米，八角九層。",
            True,
        ),
        (
            "李四：《古塔测绘报告》，文物出版社，1988年",
            "古塔測繪報告（修訂本）\n\n李四\n\n塔高六十四米，八角九層。",
            True,
        ),
        (
            "李四：《古塔测绘报告》，文物出版社，1988年",
            "古桥测绘图集\n\n王五\n\n桥长四十米，单孔石拱。",
            False,
        ),
        ("司马迁：《史记》，中华书局，1959年", "史记地名考辨\n\n钱某\n\n本书考订地名。", False),
        (
            "[http://www.example.org/news/12.html 通车]",
            "通车\n\nhttp://www.example.org/news/12.html\n\n大桥今日通车。",
            True,
        ),
        (
            "[http://www.example.org/ 首页]",
            "大桥纪事\n\nhttp://www.example.org/bridge\n\n大桥今日通车。",
            False,
        ),
    ],
)
def test_match(line: str, text: str, named: bool) -> None:
    found = matches((record_of_text(line),), (source(text),))
    assert bool(found) == named


def test_the_name_of_the_entry_alone_names_nothing() -> None:
    record = record_of_text("[http://www.example.org/tower 六和塔]")
    page = source("六和塔\n\n六和塔位于钱塘江畔，始建于北宋。")
    assert matches((record,), (page,), "六和塔") == ()
    assert matches((record,), (page,), "杭州古塔") != ()


def test_the_surest_source_is_taken() -> None:
    record = record_of_text("李四：《古塔测绘报告》，文物出版社，1988年")
    first = source("古塔测绘报告集\n\n王五\n\n塔高六十四米。")
    second = read_text(
        "古塔测绘报告\n\n李四\n\n1988年\n\n塔高六十四米。", name="source-2", media_type="text/plain"
    )
    found = matches((record,), (first, second))
    assert [match.source for match in found] == ["source-2"]
    assert {step.key for step in found[0].why} == {"cite.match-title", "cite.match-author", "cite.match-year"}


NAMED_ENTRY = (
    "正文\\[1\\]，续\\[2\\]。\n\n## 参考文献\n\n"
    "1.  李四：《古塔测绘报告》，文物出版社，1988年，第3页\n2.  王五：《宋代木构》，中华书局，1990年，第4页\n"
)


def by_hand(named: tuple[tuple[str, tuple[str, ...]], ...]) -> list[tuple[str, str, str]]:
    entry = read_text(NAMED_ENTRY, name="entry", media_type="text/markdown", role="entry")
    scan = replace(source("圖版說明\n\n塔高六十四米。"), path="sources/scan-07.txt")
    report = replace(source("古塔測繪報告\n\n李四\n\n塔高六十四米。"), id="source-2", path="sources/b.txt")
    found = cite.match(entry, (scan, report), Settings(named=named))
    return [(match.label, match.source, match.why[0].key) for match in found]


def test_a_file_is_matched_by_hand() -> None:
    own = ("1", "source-2", "cite.match-title")
    assert by_hand(()) == [own]
    named = ("2", "source-1", "cite.match-hand")
    assert by_hand((("sources/scan-07.txt", ("2",)),)) == [own, named]
    assert by_hand((("./sources/scan-*.txt", ("《宋代木構》",)),)) == [own, named]
    assert by_hand((("sources/scan-07.txt", ("茶经",)),)) == [own]


def test_what_is_set_by_hand_outweighs_what_is_alike() -> None:
    assert by_hand((("sources/scan-07.txt", ("1", "2")),)) == [
        ("1", "source-1", "cite.match-hand"),
        ("2", "source-1", "cite.match-hand"),
    ]
