"""How quantities relate, what a field's label counts, and what no text may do to the reader."""

from __future__ import annotations

from fractions import Fraction

import pytest

from crosscheck.extract import facts
from crosscheck.kinds.quantity import KIND
from crosscheck.lexicon import table
from crosscheck.messages import words
from crosscheck.model.fact import Fact
from crosscheck.model.values import Amount
from crosscheck.quantities.amount import plain, show
from crosscheck.quantities.bounded import bounded
from crosscheck.quantities.numerals import numerals
from crosscheck.quantities.scan import scan
from crosscheck.quantities.units import unit_named
from crosscheck.read import read_text
from crosscheck.text.fold import fold
from crosscheck.text.sentences import split
from tests.support import text_of

PAIRS = [
    ("80名矿工", "80名矿工", "identical"),
    ("80名矿工", "八十名礦工", "equivalent"),
    ("约400吨", "470吨", "different"),
    ("约400吨", "390吨", "compatible"),
    ("海拔4718米", "海拔4.7公里", "compatible"),
    ("不足90人", "82人", "compatible"),
    ("四十多人", "47人", "compatible"),
    ("二千余名", "2000多人", "equivalent"),
    ("600余人", "500多名", "different"),
    ("三万人以上", "二万一千人", "different"),
    ("上千人", "2460人", "compatible"),
    ("万余亩", "14000多亩", "incomparable"),
    ("一万多畝", "10500亩", "compatible"),
    ("三千餘人", "3600人", "compatible"),
    ("历时150多天", "歷時近5個月", "compatible"),
    ("三年零八个月", "四年", "compatible"),
    ("历时20天", "歷時一个月", "different"),
    ("历时一周", "歷時10天", "different"),
    ("7场", "8场", "different"),
    ("5辆", "六辆", "different"),
    ("535.7千米", "500至550公里", "compatible"),
    ("二十年以上", "20年以上", "equivalent"),
    ("40%", "四成", "equivalent"),
    ("45天", "五个月", "different"),
    ("5吨", "5公里", "incomparable"),
    ("3名", "3次", "incomparable"),
    ("5美元", "5日元", "incomparable"),
    ("90元", "人民币90元", "equivalent"),
    ("90元", "人民币80元", "different"),
    ("90元", "新台币90元", "compatible"),
    ("90元", "新台币80元", "incomparable"),
    ("300港元", "200元", "incomparable"),
    ("三千石", "180吨", "incomparable"),
    ("倾角40度", "气温40℃", "incomparable"),
    ("气温40度", "气温40℃", "equivalent"),
    ("6.9级", "里氏6.9级地震", "equivalent"),
    ("6.9级", "6.2级", "different"),
    ("烈度Ⅸ度", "烈度九度", "equivalent"),
    ("围城五十三日之久", "围城五十三天", "equivalent"),
    ("虚岁37", "36岁", "compatible"),
    ("虚岁37", "30岁", "different"),
    ("3小时20分", "200分钟", "equivalent"),
    ("第三次", "3次", "incomparable"),
    ("第三次", "第四次", "different"),
    ("名列第十", "第十名", "equivalent"),
    ("3比1", "3:1", "incomparable"),
    ("1250 名志愿者", "1,250名志願者", "equivalent"),
    ("壹千贰百元", "1200元", "equivalent"),
]
# Pieces of which a long text may be made to keep a reader busy; every one must read in time linear in its length.
HOSTILE = [
    "一",
    "壹",
    "1",
    "百",
    "第",
    "一百",
    "1万",
    "两",
    "零",
    "壹佰",
    "三分之",
    "1-",
    "一至",
    "1年",
    "1,",
    "三十万又",
    "约",
    "$",
    "每",
    "1-1-",
    "1 111 ",
    "1×",
    "10^",
    "10的",
    "1、",
    "1°",
    "1:",
    "1.",
    "1/2",
    "过百",
    "好几",
    "一名",
    "1天1夜",
    "三七比",
    "零下1",
]


def one(text: str) -> Fact:
    (fact,) = facts(text_of(text), (KIND,))
    return fact


@pytest.mark.parametrize(("claim", "evidence", "relation"), PAIRS)
def test_relation(claim: str, evidence: str, relation: str) -> None:
    if ":" in evidence:
        assert not facts(text_of(evidence), (KIND,))  # a clock time as much as a score
        return
    assert KIND.compare(one(claim), one(evidence)).relation == relation


def test_what_the_evidence_leaves_open_is_said() -> None:
    found = KIND.compare(one("82人"), one("不足90人"))
    assert "quantity.narrower" in [step.key for step in found.steps]


def test_nearness_grows_with_likeness() -> None:
    near, far = KIND.compare(one("7场"), one("8场")), KIND.compare(one("7场"), one("900场"))
    assert near.nearness > far.nearness


def test_every_reason_has_words() -> None:
    for claim, evidence, _ in PAIRS:
        if ":" not in evidence:
            for step in KIND.compare(one(claim), one(evidence)).steps:
                assert words(step, "en") and words(step, "zh-Hans")


@pytest.mark.parametrize(
    "name", ["units", "measure_words", "hedges", "number_words", "noun_stops", "attributes", "person_nouns"]
)
def test_both_scripts_are_one_word(name: str) -> None:
    assert [row["hans"] for row in table(name) if fold(row["hant"]) != row["hans"]] == []


def test_every_unit_is_found_by_its_word() -> None:
    for row in table("units"):
        assert unit_named(row["hans"]) is not None
        assert Fraction(row["factor"]) > 0


PAGE = """{{Infobox station
| 车站 = 14
| 员工 = 约320
| 成立 = 1987
| 海拔 = 1520米
}}
'''某线'''是一条铁路。
"""


def test_the_bare_number_of_a_field_counts_its_label() -> None:
    document = read_text(PAGE, name="entry.wiki", media_type="text/x-wiki")
    found = [str(fact.value) for fact in facts(split(document), (KIND,))]
    assert found == ["14 座 车站", "~320 人 员工", "1520 m"]


ELECTION = """{{Infobox election
| country = 某国
| party1 = [[甲党]]
| seats1 = 41
| party2 = [[乙党]]
| seats2 = 38
| popular_vote2 = 123,456
| area_km2 = 1200
| elevation_m = −154
}}
{| class="wikitable"
! 选区 !! 上届 !! 增减 !! 比分
|-
| 东城 || 36 || −4 || 3-1
|-
| 西城 || 20 || +3 || 0-2
|}
"""


def test_labels_and_heads_say_what_is_counted_and_whose_it_is() -> None:
    document = read_text(ELECTION, name="entry.wiki", media_type="text/x-wiki")
    found = [str(fact.value) for fact in facts(split(document), (KIND,))]
    fields = ["41 席 甲党议席", "38 席 乙党议席", "123456 票 乙党得票", "1200 km²", "-154 m"]
    assert found == [*fields, "36 上届", "-4 增减", "3:1", "20 上届", "3 增减", "0:2"]


def test_a_field_without_a_unit_agrees_by_number_alone() -> None:
    document = read_text(PAGE.replace("1520米", "1520"), name="entry.wiki", media_type="text/x-wiki")
    claim = facts(split(document), (KIND,))[-1]
    assert KIND.compare(claim, one("海拔1520米")).relation == "compatible"
    assert KIND.compare(claim, one("海拔1620米")).relation == "incomparable"


@pytest.mark.parametrize("piece", HOSTILE)
def test_a_long_run_of_one_piece_is_read(piece: str) -> None:
    text = (piece * 20000)[:20000]
    assert len(list(scan(text))) <= len(text)
    assert all(0 <= start < end <= len(text) for start, end, _ in numerals(text))


def test_spans_are_those_of_the_text() -> None:
    text = "运来 400 吨货物，约 3.5 万人，第 3 次。"
    assert [text[found.start : found.end] for found in scan(text)] == ["400 吨", "约 3.5 万人", "第 3 次"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("三百 四十 五", ["345"]),
        ("一打，半百", ["12", "50"]),
        ("2 3/4和-1/2", ["11/4", "-1/2"]),
        ("3e4, 2^-2, 25k", ["30000", "1/4", "25000"]),
        ("负七分之二", ["-2/7"]),
        ("四十 点 二五", ["40.25"]),
        ("大陆与队伍", []),
    ],
)
def test_numerals(text: str, values: list[str]) -> None:
    assert [number.stated for _, _, number in numerals(text)] == [Fraction(value) for value in values]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("大于30", ">30"),
        ("70以上", ">=70"),
        ("三百到四百之间", "300..400"),
        ("不超过8", "<=8"),
        ("不小于2不大于9", "2..9"),
        ("最多100最少20", "20..100"),
        ("大于50并小于12", ">50 <12"),
        ("比 170 低", "<170"),
        ("小于 或 等于100", "<=100"),
        ("４，５６５以上", ">=4565"),
    ],
)
def test_bounded_numerals(text: str, shown: str) -> None:
    amounts = [
        Amount(
            stated=number.stated,
            low=number.low,
            high=number.high,
            low_open=number.low_open,
            high_open=number.high_open,
            hedged=number.hedged,
        )
        for _, _, number in bounded(fold(text))
    ]
    assert " ".join(show(amount) for amount in amounts) == shown


def test_two_bounds_are_one_interval() -> None:
    ((_, _, number),) = bounded("大于2并小于9")
    assert (number.low, number.high) == (Fraction(2), Fraction(9))
    assert number.low_open and number.high_open


@pytest.mark.parametrize(
    ("number", "written"), [("5/2", "2.5"), ("1/3", "1/3"), ("-0.05", "-0.05"), ("1000", "1000")]
)
def test_plain_figures(number: str, written: str) -> None:
    assert plain(Fraction(number)) == written
