"""Parts in works, links with words, and the names that a style cuts short."""

from __future__ import annotations

from typing import Any

import pytest

from crosscheck.cite.parse import record_of_text
from crosscheck.cite.record import Record

LINES: list[tuple[str, dict[str, Any]]] = [
    # “题名”，《容器》
    ("“1998年洪水回顾”，《水利日报》，2008年8月8日，第3版", {"title": "1998年洪水回顾", "container": "水利日报", "year": "2008", "authors": ()}),
    ("張某：「臺北橋紀事」，《臺灣文獻》1987年第2期，頁12-15", {"authors": ("張某",), "title": "臺北橋紀事", "container": "臺灣文獻", "year": "1987"}),
    ("王某、李某：“1942年的饥荒”，载《地方史料》第3辑，史料社，1985年", {"authors": ("王某", "李某"), "title": "1942年的饥荒", "container": "地方史料", "year": "1985"}),
    ("『星の橋』、《文藝》1999年", {"title": "星の橋", "container": "文藝"}),
    ("“某系列”编写组：《县志》，方志出版社，1990年，第3页", {"title": "县志", "container": "", "year": "1990"}),
    ("《“大跃进”时期的桥梁》，桥梁出版社，1998年，第3页", {"title": "“大跃进”时期的桥梁", "container": ""}),
    ("《县志》说“长一百丈”，方志出版社，1990年", {"title": "县志", "container": ""}),
    ("丁某：“港口测量”，载戊某编：《港口文集》，海洋出版社，1985年，第40页", {"authors": ("丁某",), "title": "港口测量", "container": "港口文集", "editors": ("戊某",)}),
    ("丁某：〈漁港考〉，收入戊某主編：《漁業論叢》，臺北：某書局，1970年，頁8", {"authors": ("丁某",), "title": "漁港考", "container": "漁業論叢", "editors": ("戊某",)}),
    ("丁某．“港口测量”．《海洋学报》．1985年第3期．40页", {"title": "港口测量", "container": "海洋学报", "issue": "3"}),
    ("丁某：《港口志》[M]，上海：海洋出版社，1991年，第3页", {"authors": ("丁某",), "title": "港口志"}),
    ("Ford A, Hall B, et al. Tide tables[J]. Sea, 2001, 2(3): 4-9.", {"authors": ("Ford A", "Hall B"), "title": "Tide tables"}),
    ("Ford, Ann; Hall, Bob; et al. (2001). Tide Tables. London: Sea Press. p. 33.", {"authors": ("Ford, Ann", "Hall, Bob"), "title": "Tide Tables"}),
    # two strokes
    ("丁某：《输入//输出》，科学出版社，1999年，第3页", {"title": "输入//输出", "container": ""}),
    ("张三. 古桥新考//李四. 桥梁论集. 北京: 科学出版社, 2001: 12-15.", {"authors": ("张三",), "title": "古桥新考", "editors": ("李四",), "container": "桥梁论集", "publisher": "科学出版社", "year": "2001", "pages": "12-15"}),
    ("张三. 古桥新考 // 桥梁, 2001年第3期, 第12页", {"title": "古桥新考", "container": "桥梁", "issue": "3", "year": "2001"}),
    ("Smith J. Old bridges // Journal of Bridges, 1999, No. 4, pp. 12-15", {"title": "Old bridges", "container": "Journal of Bridges", "pages": "12-15"}),
    ("Иванов И. И. Мосты // Вопросы истории. 2001. № 3. С. 12-15", {"authors": ("Иванов И. И",), "title": "Мосты", "container": "Вопросы истории"}),
    ("桥梁论集 // 没有年份", {"container": ""}),
    ("见 http://www.example.org//a/2001/b.html", {"container": "", "year": ""}),
    ("http://www.example.org//a 桥梁志，2001年", {"container": ""}),
    # the date of a page stands beside the words of its link
    ("[http://www.example.org/a 1942年访印记]，某某网，2015年10月21日", {"title": "1942年访印记", "year": "2015"}),
    ("[http://www.example.org/a 1942年访印记] 某某研究中心", {"title": "1942年访印记", "year": ""}),
    ("2015-10-21 [http://www.example.org/a 1942年訪印記]", {"title": "1942年訪印記", "date": "2015-10-21"}),
    ("[2001年统计公报](http://www.example.org/a)，2002年2月28日，2010年5月1日查阅", {"title": "2001年统计公报", "year": "2002", "access_date": "2010年5月1日"}),
    ("[http://www.example.org/a 运河申遗2006年回顾]，《水利日报》，2018年8月8日", {"title": "运河申遗2006年回顾", "container": "水利日报", "year": "2018", "authors": ()}),
    ("[http://www.example.org/a 某甲：《桥梁史》，科学出版社，1991年，第8页]", {"authors": ("某甲",), "title": "桥梁史", "year": "1991"}),
    ("《[http://www.example.org/a 桥梁史]》，科学出版社，1991年", {"title": "桥梁史", "year": "1991"}),
    ("一說[http://www.example.org/a 甲港]更早，見丁某：《港口志》，海洋出版社，1992年，第2頁", {"title": "港口志", "year": "1992"}),
    # an address in the place of words
    ("[https://www.example.org](https://www.example.org/a/b)", {"form": "url", "url": "https://www.example.org/a/b", "title": ""}),
    ("[https://www.example.org/a](https://www.example.org/a)", {"form": "url", "url": "https://www.example.org/a"}),
    ("[桥](https://www.example.org/a_(b))", {"title": "桥", "url": "https://www.example.org/a_(b)"}),
    ("↑ 1.0 1.1 某甲：《桥梁史》，科学出版社，1991年", {"authors": ("某甲",), "title": "桥梁史"}),
    ("某甲：《桥梁史》，科学出版社，1991年 ↩︎", {"authors": ("某甲",), "title": "桥梁史"}),
]  # fmt: skip


@pytest.mark.parametrize(("line", "expected"), LINES, ids=[line[:20] for line, _ in LINES])
def test_line(line: str, expected: dict[str, Any]) -> None:
    record = record_of_text(line)
    assert {key: getattr(record, key) for key in expected} == expected


@pytest.mark.parametrize(
    ("authors", "words"),
    [
        (("Li, Ya", "Lin, Te", "Tang, Hu", "Sun, Po"), "LI Y, LIN T, TANG H, et al."),
        (("Müller, Ada", "Ng, Bo", "Kim, Cy", "Oh, Dan"), "et al."),
        (("张三", "李四", "王五", "赵六"), "张三, 李四, 王五, 等."),
        (("Li, Ya", "Lin, Te"), "LI Y, LIN T."),
        (("张三", "李四"), "张三, 李四."),
    ],
)
def test_others_by_the_script_of_the_names(authors: tuple[str, ...], words: str) -> None:
    pytest.importorskip("citeproc")
    from crosscheck.cite.styles import styled

    record = Record(
        label="1", type="article-journal", authors=authors, title="On tides", container="Sea", year="2012"
    )
    (line,) = styled([record], "gbt7714")
    assert words in line
    assert not ("et al" in line and "等" in line)


@pytest.mark.parametrize("style", ["mla", "chicago", "gbt7714", "gbt7714-author-date"])
def test_others_behind_chinese_names_in_every_style(style: str) -> None:
    pytest.importorskip("citeproc")
    from crosscheck.cite.styles import styled

    def line(*authors: str) -> str:
        record = Record(label="1", type="book", authors=authors, title="潮汐", publisher="社", year="2012")
        return styled([record], style)[0]

    chinese = line("张三", "李四", "王五", "赵六", "孙七", "周八", "吴九", "郑十")
    assert "等" in chinese and "et al" not in chinese
    latin = line("Ford, A", "Hall, B", "Long, C", "Wood, D", "Hill, E", "Lake, F", "Moor, G", "Dale, H")
    assert "et al" in latin and "等" not in latin
