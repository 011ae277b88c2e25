"""Each row of how sure an option has to be: a claim and a source to which it applies."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crosscheck.align.option import Option
from crosscheck.verdict.thresholds import CARRY, CONTRADICT, needed, reaches, to_carry, to_contradict
from tests.heart import option

# row, kind, the entry, a source, its fact
TO_CARRY = [
    ("verbatim", "date", "大桥由市政府出资修建，于1968年5月1日通车。", "大橋由市政府出資修建，於1968年5月1日通車。", "1968年5月1日"),
    ("of-another", "statement", "1931年，王一民的古寺佛像全部被毁。", "1931年，李二強的古寺佛像全部被毀。", ""),
    ("opposed", "quantity", "公司当年盈利两千元。", "公司當年虧損兩千元。", "兩千元"),
    ("incomplete", "statement", "校园种满梧桐与银杏。", "校園種滿海棠。", ""),
    ("incomplete", "statement", "门上悬“世德流光”匾。", "大門上懸「世澤流光」匾。", ""),
    ("all-but", "statement", "校园周围种满高大的梧桐。", "學校說校園旁邊種滿高大的梧桐。", ""),
    ("statement", "statement", "校园种满梧桐与银杏。", "他說校園種滿梧桐與銀杏。", ""),
    ("assumed", "date", "1912年，学校开办。1914年，学校停办。", "1912年，學校開辦，兩年後學校停辦。", "兩年後"),
    ("another-act", "date", "两国于1957年10月15日签署协定。", "兩國於1957年10月15日廢除協定。", "1957年10月15日"),
    ("rough-plan", "date", "大桥于1968年5月1日通车。", "大橋計劃於1968年通車。", "1968年"),
    ("plan", "date", "大桥于1968年5月1日通车。", "大橋計劃於1968年5月1日通車。", "1968年5月1日"),
    ("coarse", "date", "大桥于1968年5月1日通车。", "大橋於1968年通車。", "1968年"),
    ("faint", "place", "展览在杭州市举行。", "船上有貨。\n杭州市。", "杭州市"),
    ("name-apart", "place", "1957年5月1日，展览在杭州市举行。", "1961年3月2日，展覽在杭州市舉行。", "杭州市"),
    ("figure-apart", "quantity", "1957年5月1日，工厂有300名学徒。", "1961年3月2日，工廠有300名學徒。", "300名學徒"),
    ("plain", "date", "大桥于1968年5月1日通车。", "清河大橋於1968年5月1日通車。", "1968年5月1日"),
]  # fmt: skip
TO_CONTRADICT = [
    ("another-thing", "title", "神舟六号飞船发射成功。", "神舟八號飛船發射成功。", "神舟八號飛船"),
    ("another-thing", "quote", "他高呼：“取消二十一条！”", "他高呼：“還我青島！”", "“還我青島！”"),
    ("another-year", "quantity", "1912年，工厂有300名学徒。", "1935年，工廠有320名學徒。", "320名學徒"),
    ("not-denied", "statement", "代表团没有出席签字仪式。", "代表團出席了晚宴的簽字活動。", ""),
    ("denied", "statement", "两国代表没有签署协定。", "兩國代表簽訂協定。", ""),
    ("another-post", "role", "1912年，陈大文任清河大学校长。", "1912年，陳大文任南灣學院校長。", ""),
    ("thing", "thing", "他乘坐CRH2型动车。", "他乘坐CRH3型動車。", ""),
    ("plan", "quantity", "大桥造价3亿元。", "大橋計劃造價5億元。", "5億元"),
    ("another-term", "role", "1912年5月3日，陆征祥任外交次长。", "1915年6月2日，陸徵祥任外交總長。", ""),
    ("far", "quantity", "工厂有300名学徒。", "工廠有4名學徒。", "4名學徒"),
    ("name", "place", "展览在杭州市举行。", "展覽在南京市舉行。", "南京市"),
    ("plain", "quantity", "工厂有300名学徒。", "工廠有320名學徒。", "320名學徒"),
]  # fmt: skip


@pytest.mark.parametrize(("row", "kind", "entry", "source", "evidence"), TO_CARRY)
def test_what_it_takes_to_carry(row: str, kind: str, entry: str, source: str, evidence: str) -> None:
    claim = "1914年" if row == "assumed" else ""
    assert to_carry(option(entry, source, kind, claim, evidence)).name == row


@pytest.mark.parametrize(("row", "kind", "entry", "source", "evidence"), TO_CONTRADICT)
def test_what_it_takes_to_contradict(row: str, kind: str, entry: str, source: str, evidence: str) -> None:
    assert to_contradict(option(entry, source, kind, "", evidence)).name == row


def plain() -> Option:
    return option("工厂有300名学徒。", "工廠有320名學徒。", "quantity")


def test_the_words_of_a_field_are_its_label_alone() -> None:
    one = plain()
    assert to_contradict(replace(one, mine=replace(one.mine, field=True))).name == "field"


def test_every_row_has_a_case() -> None:
    assert {case[0] for case in TO_CARRY} == {row.name for row in CARRY}
    assert {case[0] for case in TO_CONTRADICT} | {"field"} == {row.name for row in CONTRADICT}


def test_the_last_row_always_applies() -> None:
    assert (CARRY[-1].name, CONTRADICT[-1].name) == ("plain", "plain")


def test_a_score_reaches_what_is_needed_or_nothing_does() -> None:
    one = plain()
    assert needed(one) == 0.2
    assert reaches(replace(one, score=0.2)) and not reaches(replace(one, score=0.19))
    quote = option("他高呼：“取消二十一条！”", "他高呼：“還我青島！”", "quote")
    assert needed(quote) is None
    assert not reaches(replace(quote, score=1.0))
