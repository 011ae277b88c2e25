"""Snapshots, wikis as sources, days of access."""

from __future__ import annotations

import pytest

from crosscheck import cite
from crosscheck.read import read_text

WEB = "https://web.archive.org/web"


def rules(text: str, media_type: str = "text/x-wiki") -> list[str]:
    return [p.rule for p in cite.check(read_text(text, name="page", media_type=media_type, role="entry"))]


def archived(url: str, snapshot: str, day: str) -> list[str]:
    return rules(
        f"水库1958年蓄水<ref>{{{{cite web|url={url}|title=水库简介|website=水利网|archive-url={snapshot}|archive-date={day}}}}}</ref>。"
    )


@pytest.mark.parametrize(
    ("url", "snapshot", "day"),
    [
        ("http://www.example.org/s", f"{WEB}/20200330000000/http://www.example.org/s", "2020-03-30"),
        ("http://www.example.org/s", f"{WEB}/20200330000000/http://www.example.org/s", "2020年3月30日"),
        ("https://example.org/s/", f"{WEB}/20200330000000/http://www.example.org:80/s", "30 March 2020"),
        ("http://www.example.org/s", f"{WEB}/20200330000000/http://www.example.org/s", "2020年3月"),
        ("http://www.example.org/水", f"{WEB}/20200330000000/http://www.example.org/%E6%B0%B4", "2020-03-30"),
        ("http://www.example.org/s#a", f"{WEB}/20200330/http://www.example.org/s", "2020-03-30"),
        (
            "http://www.example.org/news/the-reservoir-opens",
            f"{WEB}/20200330/http://old.example.org/2019/the-reservoir-opens/",
            "2020-03-30",
        ),
        (
            "http://www.example.org/s",
            "https://archive.today/20200330101010/http://www.example.org/s",
            "2020-03-30",
        ),
        ("http://www.example.org/s", "https://archive.ph/aB3dE", "2020-03-30"),
        ("http://www.example.org/s", "http://www.webcitation.org/5xyz", "2011-03-30"),
    ],
)
def test_a_snapshot_of_the_page(url: str, snapshot: str, day: str) -> None:
    assert archived(url, snapshot, day) == []


@pytest.mark.parametrize(
    ("url", "snapshot", "day"),
    [
        ("http://www.example.org/s", f"{WEB}/20190101000000/http://www.example.org/s", "2020-03-30"),
        ("http://www.example.org/s", f"{WEB}/20200331000000/http://www.example.org/s", "2020年3月30日"),
        ("http://www.example.org/s", f"{WEB}/20200330000000/http://www.example.net/t", "2020-03-30"),
        ("http://www.example.org/s", f"{WEB}/20200330000000/http://www.example.org/index.html", "2020-03-30"),
        (
            "http://www.example.org/s?id=3",
            f"{WEB}/20200330000000/http://www.example.org/s?id=4",
            "2020-03-30",
        ),
        (
            "http://www.example.org/s",
            "https://archive.ph/2019.01.01-101010/http://www.example.org/s",
            "2020-03-30",
        ),
    ],
)
def test_a_snapshot_of_another_day_or_page(url: str, snapshot: str, day: str) -> None:
    assert archived(url, snapshot, day) == ["archive-mismatch"]


@pytest.mark.parametrize("path", ["20200330233620*", "*", "2020*"])
def test_a_calendar_is_no_snapshot(path: str) -> None:
    found = archived("http://www.example.org/s", f"{WEB}/{path}/http://www.example.org/s", "2020-03-30")
    assert found == ["archive-without-url"]


@pytest.mark.parametrize(
    "reference",
    [
        "{{cite web|url=https://zh.wikipedia.org/wiki/苏堤|title=苏堤}}",
        "{{cite journal|title=苏堤|journal=維基百科，自由的百科全書|date=2019-04-20}}",
        "[https://baike.baidu.com/item/苏堤 苏堤]",
        "{{cite web|url=https://mzh.moegirl.org.cn/苏堤|title=苏堤}}",
        "[[:en:Su Causeway]]",
        "{{cite web|url=https://en.m.wikipedia.org/wiki/Su_Causeway|title=Su Causeway}}",
    ],
)
def test_a_wiki_as_source(reference: str) -> None:
    assert "wiki-source" in rules(f"苏堤长2.8公里<ref>{reference}</ref>。")


@pytest.mark.parametrize(
    "reference",
    [
        "{{cite web|url=https://zh.wikisource.org/wiki/西湖志|title=西湖志}}",
        "{{cite web|url=https://www.example.org/wikipedia.org/a|title=苏堤}}",
        "{{cite book|author=某甲|title=维基百科的历史|publisher=网络社|year=2015|page=3}}",
        "《中国大百科全书·水利》，中国大百科全书出版社，1992年，第40页",
        "见[[西湖]]条",
    ],
)
def test_other_sources_are_no_wikis(reference: str) -> None:
    assert "wiki-source" not in rules(f"苏堤长2.8公里<ref>{reference}</ref>。")


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("某甲：《水库志》，水利社，1990年，第3页，2010年5月1日查阅", True),
        ("某甲. 水库志[M]. 北京: 水利社, 1990: 3[2010-05-01].", True),
        ("[http://www.example.org/s 水库简介]，水利网，2010年5月1日查阅", False),
        ("某甲. 水库志[M/OL]. 北京: 水利社, 1990: 3[2010-05-01]. http://www.example.org/s.", False),
        ("某甲：《水库志》，水利社，1990年5月1日，第3页", False),
    ],
)
def test_a_day_of_access_without_an_address(line: str, wrong: bool) -> None:
    assert ("access-date-without-url" in rules(f"水库1958年蓄水<ref>{line}</ref>。")) == wrong


LEAD = "# 水库\n\n水库在城北。\n\n## 历史\n\n水库1958年蓄水，坝高32米[^1]。\n\n"
NOTE = "\n\n此后一直使用[^1]。\n\n[^1]: 某甲：《水库志》，水利社，1990年，第3页\n"


@pytest.mark.parametrize(
    "text",
    [
        "1963年扩建，坝高增至40米，库容增加一倍。",
        "1963年8月扩建至40米。",
        "灌溉面积达12万亩，受益人口3万人。",
    ],
)
def test_a_paragraph_of_facts_without_a_mark(text: str) -> None:
    assert rules(LEAD + text + NOTE, "text/markdown") == ["uncited-claim"]


@pytest.mark.parametrize(
    "text",
    [
        "水库风景秀丽，游人很多，四季皆宜。",
        "1963年扩建。",
        "1963年扩建，坝高增至40米[^1]。",
        "扩建的经过如下（1963年）：",
    ],
)
def test_a_paragraph_that_needs_none(text: str) -> None:
    assert rules(LEAD + text + NOTE, "text/markdown") == []


def test_lists_without_a_mark_are_told_once() -> None:
    items = "== 事件 ==\n* 1958年蓄水，坝高32米。\n* 1963年扩建。\n* 1970年发电2万千瓦。\n"
    assert rules(items) == ["uncited-claim"]
    assert rules("== 事件 ==\n* 1958年蓄水。\n* 春天扩建。\n") == []
    assert rules(items.replace("扩建。", "扩建<ref>某甲：《水库志》，水利社，1990年，第3页</ref>。")) == []


@pytest.mark.parametrize("heading", ["外部链接", "外部連結", "External links"])
def test_external_links_are_no_references(heading: str) -> None:
    page = "水库1958年蓄水<ref>某甲：《水库志》，水利社，1990年，第3页</ref>。\n\n"
    links = "* [http://www.example.org/s 水库网站]\n"
    assert rules(f"{page}== {heading} ==\n{links}") == []
    assert rules(f"{page}== {heading} ==\n=== 官方 ===\n{links}") == []
    assert rules(f"{page}== {heading} ==\n\n== 参考文献 ==\n{links}") == ["general-reference"]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("水库1958年蓄水^[某甲：《水库志》，水利社，1990年，第3页]。", ["水库志"]),
        (
            "水库1958年蓄水^[见[水库志](http://www.example.org/s)，第3页]，坝高32米^[《大坝志》，1991年]。",
            ["水库志", "大坝志"],
        ),
        ("x^[2\n\n水库1958年蓄水。", []),
        ("水库1958年蓄水\\^[不是注]。", []),
    ],
)
def test_notes_in_the_line(text: str, titles: list[str]) -> None:
    document = read_text(text, name="p", media_type="text/markdown", role="entry")
    assert [record.title for record in cite.records(document)] == titles


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("水库1958年蓄水，坝高32米[@li1990, 第5页]。", False),
        ("水库1958年蓄水，坝高32米，信箱 [a b]@example.org。", True),
    ],
)
def test_keys_of_a_bibliography_are_marks(text: str, bare: bool) -> None:
    assert ("uncited-claim" in rules(text, "text/markdown")) == bare


@pytest.mark.parametrize("box", ["- [x]", "* [X]", "1. [x]", "  - [x]"])
def test_the_box_of_a_task_is_no_mark(box: str) -> None:
    assert "group-without-references" not in rules(f"# 水库\n\n{box} 水库1958年蓄水\n", "text/markdown")


@pytest.mark.parametrize(
    ("snapshot", "rule"),
    [
        ("http://www.example.org/s", "archive-without-url"),
        ("https://web.archive.org/", "archive-without-url"),
        ("https://web.archive.org/web", "archive-without-url"),
    ],
)
def test_the_page_itself_or_an_archive_alone_is_no_snapshot(snapshot: str, rule: str) -> None:
    assert rule in archived("http://www.example.org/s", snapshot, "2020-03-30")


def test_a_snapshot_may_be_the_address_as_well() -> None:
    address = f"{WEB}/20200330000000/http://www.example.org/s"
    assert archived(address, address, "2020-03-30") == []


@pytest.mark.parametrize(
    ("day", "wrong"), [("2019-01-03", False), ("2019年1月3日", False), ("2018-01-03", True)]
)
def test_a_template_behind_a_line_gives_the_day_of_its_snapshot(day: str, wrong: bool) -> None:
    behind = f"{{{{Webarchive|url={WEB}/20190103210305/http://www.example.org/s|date={day}}}}}"
    text = f"水库1958年蓄水<ref>[http://www.example.org/s 水庫簡介]，水利網，2015-10-21，{behind}</ref>。"
    assert ("archive-mismatch" in rules(text)) is wrong


@pytest.mark.parametrize(
    ("line", "wiki"),
    [
        ("《水库》，维基百科，2019年4月20日", True),
        ("[[:en:Reservoir|Reservoir]]，英文維基百科", True),
        ("{{cite web|url=https://zh.wiktionary.org/wiki/水|title=水|website=維基詞典}}", True),
        ("丁某：《维基百科的协作》，科学出版社，2012年，第30页", False),
        ("{{cite web|url=https://zh.wikisource.org/wiki/水經注|title=水經注|website=維基文庫}}", False),
    ],
)
def test_a_wiki_named_in_words(line: str, wiki: bool) -> None:
    assert ("wiki-source" in rules(f"水库1958年蓄水<ref>{line}</ref>。")) is wiki
