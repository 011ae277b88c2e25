"""Dates that the form of a document carries: headings, underlined lines, rows of tables, items of lists."""

from __future__ import annotations

from crosscheck.extract import facts
from crosscheck.kinds.date import KIND
from crosscheck.model.document import Document
from crosscheck.model.fact import Fact
from crosscheck.model.values import PartialDate
from crosscheck.read import read_text
from crosscheck.text.sentences import split

MEDIA = {"md": "text/markdown", "txt": "text/plain", "wiki": "text/x-wiki"}


def document_of(source: str, name: str) -> Document:
    return read_text(source, name=name, media_type=MEDIA[name.rsplit(".", 1)[1]])


def read(source: str, path: str) -> tuple[Fact, ...]:
    return facts(split(document_of(source, path)), (KIND,))


def dates(source: str, path: str) -> list[str]:
    return [str(fact.value) for fact in read(source, path)]


def steps(fact: Fact) -> tuple[str, ...]:
    assert isinstance(fact.value, PartialDate)
    return fact.value.steps


DIARY = """# 守城记

## 第一天（12月8日）

早上3时半，敌军渡河。城中只有粮食，守军计划以5日修墙。

## 第二天（12月9日）

12月8日下午，援军出发，翌日早上到达。晚上8时，敌军攻上城墙。

10日凌晨3时，城门失守。

## 第三天（12月10日）

本日上午，城中起火。昨日晚上约10时，粮仓已失。该炮是1937年铸成的旧炮。

下午2时，守军撤出。

12月10日夜里，大雨。
"""


def test_heading_gives_its_day_to_the_hours_of_its_section() -> None:
    assert dates(DIARY, "a.md") == [
        "XXXX-12-08", "XXXX-12-08T03:30",
        "XXXX-12-09", "XXXX-12-08", "XXXX-12-09", "XXXX-12-09T20", "XXXX-12-10T03",
        "XXXX-12-10", "XXXX-12-10", "XXXX-12-09T22", "1937", "XXXX-12-10T14", "XXXX-12-10",
    ]  # fmt: skip


def test_date_under_a_heading_says_so() -> None:
    found = read("# 大事\n\n## 1974年\n\n7月，工厂开工。\n", "a.md")
    assert [str(fact.value) for fact in found] == ["1974", "1974-07"]
    assert "from-heading" in steps(found[1])
    told = read("# 大事\n\n## 经过\n\n1974年建厂。7月，工厂开工。\n", "a.md")
    assert "year-from-context" in steps(told[1])
    assert "from-heading" not in steps(told[1])


def test_year_of_a_heading_holds_in_the_headings_below() -> None:
    text = (
        "# 甲厂\n\n## 1974\n\n### 3月\n\n5日，动工。\n\n### 验收\n\n9月，完工。\n\n## 1975\n\n1月，投产。\n"
    )
    assert dates(text, "a.md") == ["1974", "1974-03", "1974-03-05", "1974-09", "1975", "1975-01"]


def test_headings_of_months_go_on_into_the_next_year() -> None:
    text = "# 甲战役\n\n战役始于1948年9月。\n\n## 11月\n\n6日，进攻。\n\n## 1月\n\n10日，结束。\n"
    assert dates(text, "a.md") == ["1948-09", "1948-11", "1948-11-06", "1949-01", "1949-01-10"]


def test_heading_takes_no_year_from_far() -> None:
    text = "# 甲战役\n\n大炮是1937年造的。\n\n## 12月15日\n\n上午9时，炮击。\n"
    assert dates(text, "a.md") == ["1937", "XXXX-12-15", "XXXX-12-15T09"]


def test_heading_of_several_years_gives_none() -> None:
    text = "# 甲\n\n## 1957年至1960年\n\n3月，动工。\n"
    assert dates(text, "a.md") == ["1957/1960", "XXXX-03"]


def test_underlined_lines_of_plain_text_are_headings() -> None:
    text = "大桥纪事\n\n1970\n^^^^\n7月，大桥开工。\n\n1971\n----\n\n8月，大桥合龙。\n"
    assert dates(text, "a.txt") == ["1970", "1970-07", "1971", "1971-08"]
    document = document_of(text, "a.txt")
    assert [document.text[b.span.start : b.span.end] for b in document.blocks if b.kind == "heading"] == [
        "大桥纪事", "1970", "1971",
    ]  # fmt: skip
    assert "^" not in document.text


def test_date_in_brackets_on_a_line_is_a_heading() -> None:
    text = "行军日记\n\n【十二月十九日】\n上午7时，部队出发。\n\n【十二月二十日】\n清晨6时渡江。\n"
    assert dates(text, "a.txt") == ["XXXX-12-19", "XXXX-12-19T07", "XXXX-12-20", "XXXX-12-20T06"]


def test_rule_under_running_text_is_no_heading() -> None:
    text = "短文\n\n1970年大桥开工，工人们从四面八方来到江边。\n----------\n后来桥建成了。\n"
    document = document_of(text, "a.txt")
    assert [b.kind for b in document.blocks].count("heading") == 1


TABLE = """== 大事 ==
2010年建馆。
{| class="wikitable"
! 年份 !! 日期 !! 备注
|-
| 1978 || 8月20日 || 隔年停业，次年3月重开
|-
| 1994 || 12月8日 || 同年年底结案
|-
| || 5月1日 || 开馆
|}
"""


def test_row_of_a_table_counts_from_itself() -> None:
    assert dates(TABLE, "a.wiki") == [
        "2010", "1978", "1978-08-20", "1979", "1979-03", "1994", "1994-12-08", "1994~", "XXXX-05-01",
    ]  # fmt: skip


def test_caption_gives_its_year_to_the_rows() -> None:
    text = "1998年开赛。\n{|\n|+ 2003年赛程\n! 日期 !! 对手\n|-\n| 3月2日 || 甲队\n|-\n| 4月6日 || 乙队\n|}\n"
    assert dates(text, "a.wiki") == ["1998", "2003", "2003-03-02", "2003-04-06"]


def test_number_in_a_column_that_counts_is_no_year() -> None:
    assert dates("{|\n! 城市 !! 人口\n|-\n| 甲 || 1978\n|}\n", "a.wiki") == []


def test_word_that_counts_needs_a_year_in_its_own_item() -> None:
    text = "== 火灾 ==\n* 2010年，甲楼大火，次年重建。\n* 乙楼大火，次年重建。\n* 次年，丙楼大火。\n"
    assert dates(text, "a.wiki") == ["2010", "2011", "2012"]


def test_length_of_time_in_the_title_is_no_day() -> None:
    text = "# 海城十八日攻防\n\n1860年5月，敌军登陆。十八日，城中粮尽。5月20日停战。\n"
    assert dates(text, "a.md") == ["1860-05", "1860-05-20"]
    text = "# 海城战事\n\n1860年5月，敌军登陆。十八日，城中粮尽。\n"
    assert dates(text, "a.md") == ["1860-05", "1860-05-18"]


def test_lines_that_begin_with_years_are_a_timeline() -> None:
    text = "甲厂年表\n\n1974 工厂成立。\n\n1980 迁往江北。\n\n1995 与乙厂合并。\n"
    assert dates(text, "a.txt") == ["1974", "1980", "1995"]
    assert dates(text.replace("1980", "1960"), "a.txt") == []
    assert dates(text.replace("工厂成立", "吨钢出炉"), "a.txt") == []


def test_timeline_of_bare_years() -> None:
    text = "== 年表 ==\n* 1974 - 公司成立\n* 1980：公司上市\n* 1500米长的跑道建成\n"
    assert dates(text, "a.wiki") == ["1974", "1980"]
