"""References of every form, read into records."""

from __future__ import annotations

import json
from typing import Any

import pytest

from crosscheck import cite
from crosscheck.cite.parse import record_of_text
from crosscheck.cite.record import Record
from crosscheck.read import read_text

LINES: list[tuple[str, dict[str, Any]]] = [
    (
        "张其昀：《中国地理学研究》第三章第二节，商务印书馆",
        {
            "authors": ("张其昀",),
            "title": "中国地理学研究",
            "chapter": "第三章第二节",
            "publisher": "商务印书馆",
            "type": "book",
        },
    ),
    (
        "費正清著，張理京譯：《美國與中國》，北京：世界知識出版社，1999年版，頁23-25。",
        {
            "authors": ("費正清",),
            "translators": ("張理京",),
            "place": "北京",
            "publisher": "世界知識出版社",
            "year": "1999",
            "pages": "23-25",
        },
    ),
    (
        "梁思成：〈中國建築之特徵〉，《建築學報》1954年第1期，第36-39頁。",
        {
            "title": "中國建築之特徵",
            "container": "建築學報",
            "issue": "1",
            "year": "1954",
            "pages": "36-39",
            "type": "article-journal",
        },
    ),
    (
        "新华社：《长江大桥通车》，《人民日报》1957年10月16日第1版。",
        {"container": "人民日报", "date": "1957年10月16日", "type": "article-newspaper", "pages": "第1版"},
    ),
    (
        "鲁迅：《呐喊》，北京：新潮社，1923年，第12页",
        {"publisher": "新潮社", "place": "北京", "year": "1923", "pages": "12"},
    ),
    (
        "《敦煌研究》编辑部：《院史》，敦煌研究院，1984年，第3页",
        {"title": "院史", "year": "1984", "pages": "3"},
    ),
    (
        "[http://www.example.org/list.html 第二批名单]，国家文物局，2014年5月1日查阅",
        {
            "title": "第二批名单",
            "url": "http://www.example.org/list.html",
            "access_date": "2014年5月1日",
            "year": "",
        },
    ),
    ("http://www.example.org/a", {"form": "url", "url": "http://www.example.org/a", "type": "webpage"}),
    (
        "陈晓卿, 王敏. 中国食物志[M]. 2版. 北京: 商务印书馆, 2015: 33-35.",
        {
            "authors": ("陈晓卿", "王敏"),
            "title": "中国食物志",
            "edition": "2版",
            "place": "北京",
            "publisher": "商务印书馆",
            "year": "2015",
            "pages": "33-35",
            "mark": "M",
        },
    ),
    (
        "SMITH J A, DOE B. The rise of rail[J]. Journal of Transport, 2011, 12(3): 45-67. DOI: 10.1234/abc.5.",
        {
            "authors": ("SMITH J A", "DOE B"),
            "container": "Journal of Transport",
            "volume": "12",
            "issue": "3",
            "pages": "45-67",
            "identifiers": (("doi", "10.1234/abc.5"),),
        },
    ),
    (
        "李明. 跨海大桥通车[N]. 人民日报, 2008-05-02(4).",
        {"container": "人民日报", "date": "2008-05-02", "pages": "4", "type": "article-newspaper"},
    ),
    (
        "国家图书馆. 馆藏目录[EB/OL]. (2012-05-03)[2013-11-12]. http://www.example.org/x.html.",
        {
            "date": "2012-05-03",
            "access_date": "2013-11-12",
            "url": "http://www.example.org/x.html",
            "mark": "EB/OL",
        },
    ),
    (
        "王五．丝路考古[M]//赵六．西域文集．兰州：甘肃人民出版社，1999：12．",
        {
            "type": "chapter",
            "title": "丝路考古",
            "container": "西域文集",
            "editors": ("赵六",),
            "publisher": "甘肃人民出版社",
            "pages": "12",
        },
    ),
    (
        "郭洪. 《红楼梦》研究[D]. 上海: 复旦大学, 2004.",
        {"type": "thesis", "title": "《红楼梦》研究", "publisher": "复旦大学"},
    ),
    (
        "王力，汉语史稿，中华书局，1980年，第5页",
        {"authors": ("王力",), "title": "汉语史稿", "publisher": "中华书局", "pages": "5"},
    ),
    (
        "[美]史景迁著，温洽溢译：《前朝梦忆》，桂林：广西师范大学出版社，2010年，第3页。",
        {"authors": ("史景迁",), "translators": ("温洽溢",), "place": "桂林"},
    ),
    (
        "余英時，《中國近世宗教倫理與商人精神》（臺北：聯經出版事業公司，1987），頁12-15。",
        {"authors": ("余英時",), "publisher": "聯經出版事業公司", "year": "1987", "pages": "12-15"},
    ),
    (
        "胡适.《中国哲学史大纲》.商务印书馆.1919年.第5页",
        {"authors": ("胡适",), "publisher": "商务印书馆", "year": "1919"},
    ),
    (
        "Fairbank, John K. (1992). China: A New History. Cambridge, MA: Harvard University Press. p. 45.",
        {
            "authors": ("Fairbank, John K.",),
            "title": "China: A New History",
            "place": "Cambridge, MA",
            "publisher": "Harvard University Press",
            "year": "1992",
            "pages": "45",
        },
    ),
    (
        "John Smith, “The Long March”, The China Quarterly, No. 12 (1962), pp. 3–9.",
        {"title": "The Long March", "container": "The China Quarterly", "issue": "12", "pages": "3–9"},
    ),
    (
        "谭徐明. 都江堰史. 北京: 中国水利水电出版社. 2009: 12–15. ISBN 978-7-5084-6342-1 （中文（中国大陆））.",
        {
            "authors": ("谭徐明",),
            "title": "都江堰史",
            "place": "北京",
            "publisher": "中国水利水电出版社",
            "year": "2009",
            "pages": "12–15",
        },
    ),
    (
        "Li, Ke; Xu, Zhifang. Overview of Dujiangyan. Irrigation and Drainage. 2006, 55 (3): 291–298. doi:10.1002/ird.234.",
        {
            "authors": ("Li, Ke", "Xu, Zhifang"),
            "container": "Irrigation and Drainage",
            "volume": "55",
            "issue": "3",
        },
    ),
    (
        "古堰新生. 成都文旅网. 2021-04-29 [2021-07-13]. （原始内容存档于2021-07-13）.",
        {"title": "古堰新生", "container": "成都文旅网", "date": "2021-04-29", "access_date": "2021-07-13"},
    ),
    ("《旧唐书·李白传》", {"title": "旧唐书·李白传", "year": "", "type": ""}),
]


@pytest.mark.parametrize(("line", "expected"), LINES, ids=[line[:12] for line, _ in LINES])
def test_line(line: str, expected: dict[str, Any]) -> None:
    record = record_of_text(line)
    assert {key: getattr(record, key) for key in expected} == expected


WIKI = """正文一<ref>{{引用书籍 |作者=谭其骧 |標題=長水集 |出版社=人民出版社 |地点=北京 |年份=1987 |页码=12-15 |ISBN=7-01-000089-2}}</ref>。
正文二<ref name="li">{{cite journal |last1=Li |first1=Ke |last2=徐 |first2=志方 |title=Dujiangyan |journal=Irrigation |date=March 2006 |volume=55 |issue=3 |pages=291–298 |doi=10.1002/ird.234}}</ref>。
正文三<ref>{{cite book |editor=侯仁之 |title=北京历史地图集 |chapter=金中都 |publisher=文津出版社 |year=1988 |url=http://www.example.org/map |access-date=2015-03-02 |archive-url=https://web.archive.org/web/20150302000000/http://www.example.org/map |archive-date=2015-03-02}}</ref>。
"""


def wiki_records() -> tuple[Record, ...]:
    return cite.records(read_text(WIKI, name="entry", media_type="text/x-wiki", role="entry"))


def test_templates_in_both_languages() -> None:
    chinese, mixed, chapter = wiki_records()
    assert (chinese.authors, chinese.title, chinese.year, chinese.pages) == (
        ("谭其骧",),
        "長水集",
        "1987",
        "12-15",
    )
    assert chinese.identifier("isbn") == "7-01-000089-2"
    assert mixed.label == "li"
    assert mixed.authors == ("Li, Ke", "徐志方")
    assert (mixed.type, mixed.year, mixed.volume, mixed.issue) == ("article-journal", "2006", "55", "3")
    assert (chapter.type, chapter.title, chapter.container) == ("chapter", "金中都", "北京历史地图集")
    assert chapter.archive_date == "2015-03-02"


def test_export() -> None:
    _, mixed, chapter = wiki_records()
    item = cite.as_csl(mixed)
    assert item["author"] == [{"family": "Li", "given": "Ke"}, {"literal": "徐志方"}]
    assert item["issued"] == {"date-parts": [[2006, 3]]}
    assert json.loads(json.dumps(item)) == item
    bibtex = cite.as_bibtex(mixed)
    assert bibtex.startswith("@article{li,\n  author = {Li, Ke and 徐志方},\n")
    assert "  pages = {291--298},\n" in bibtex
    assert cite.as_csl(chapter)["accessed"] == {"date-parts": [[2015, 3, 2]]}
    assert cite.as_bibtex(chapter).startswith("@incollection{")


def test_an_empty_record_is_exported_too() -> None:
    assert cite.as_csl(Record()) == {"id": "item", "type": "document"}
    assert cite.as_bibtex(Record()) == "@misc{item,\n}\n"


def test_labels_are_those_of_the_marks() -> None:
    text = (
        '甲{{sfn|朱惠荣|2003|p=4}}，乙<ref>《乙志》，方志出版社，1990年，第2页</ref>，丙<ref group="注">丙说。</ref>。\n\n'
        "== 参考文献 ==\n* {{cite book |author=朱惠荣 |title=徐霞客与游记 |publisher=中华书局 |year=2003 |page=1}}\n"
    )
    document = read_text(text, name="entry", media_type="text/x-wiki", role="entry")
    records = cite.records(document)
    assert {mark.label for mark in document.marks} <= {record.label for record in records}
    short = next(record for record in records if record.label.startswith("sfn"))
    assert short.title == "徐霞客与游记"


def test_a_name_and_a_page_stand_for_the_full_reference() -> None:
    text = "甲\\[1\\]，乙\\[2\\]。\n\n1.  谭其骧：《长水集》，人民出版社，1987年，第3页\n2.  谭其骧，第12页\n"
    records = cite.records(read_text(text, name="entry", media_type="text/markdown", role="entry"))
    assert [(record.title, record.pages) for record in records] == [("长水集", "3"), ("长水集", "12")]
