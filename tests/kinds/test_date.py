"""Dates: numerals, calendars, what the values cover, and how two of them relate."""

from __future__ import annotations

import datetime
import tomllib
from fractions import Fraction
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from crosscheck.dates import calendar
from crosscheck.extract import facts
from crosscheck.kinds.date import KIND, all_tokens
from crosscheck.lexicon import table
from crosscheck.model.fact import Fact
from crosscheck.model.values import PartialDate
from crosscheck.read.assemble import assemble
from crosscheck.read.interface import Draft
from crosscheck.text.builder import TextBuilder
from crosscheck.text.fold import fold
from crosscheck.text.numerals import NUMERAL, value
from crosscheck.text.sentences import split
from tests.support import text_of


def dates(text: str, date: str | None = None) -> tuple[Fact, ...]:
    return facts(text_of(text, date), (KIND,))


def one(text: str, date: str | None = None) -> tuple[Fact, PartialDate]:
    found = dates(text, date)
    assert len(found) == 1, [fact.text for fact in found]
    held = found[0].value
    assert isinstance(held, PartialDate)
    return found[0], held


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("一百零二", 102), ("二〇〇一", 2001), ("二零零一", 2001), ("廿三", 23), ("卅", 30), ("卌五", 45), ("〇", 0), ("两", 2),
        ("俩", 2), ("半", Fraction(1, 2)), ("壹贰叁", 123), ("贰仟零壹", 2001), ("壹佰贰拾叁万肆仟", 1234000), ("3.5万", 35000),
        ("1,357", 1357), ("一亿二千万", 120000000), ("1亿2千万", 120000000), ("两万五千", 25000), ("三万五", 35000),
        ("一千零五", 1005), ("三点一四", Fraction(157, 50)), ("十", 10), ("十五", 15), ("三分之一", Fraction(1, 3)),
        ("百分之三十", Fraction(3, 10)), ("负五", -5), ("三万亿", 3 * 10**12), ("一兆", 10**12), ("007", 7), ("万", 10000),
    ],
)  # fmt: skip
def test_numeral(text: str, number: int | Fraction) -> None:
    assert value(text) == number


@pytest.mark.parametrize("text", ["两三", "三四十", "十二三", "", "约", "一千三百百", "百千", "第三"])
def test_no_single_number(text: str) -> None:
    assert value(text) is None


def test_every_numeral_in_both_scripts() -> None:
    for row in table("numerals"):
        assert len(row["hans"]) == len(row["hant"]) == 1
        assert fold(row["hant"]) == row["hans"] or row["role"] == "capital", row
        if row["role"] != "capital-unit":
            assert value(row["hans"]) == Fraction(row["value"])


def test_every_small_number_reads_back() -> None:
    figures = "零一二三四五六七八九"

    def write(number: int) -> str:
        text = ""
        for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
            digit, number = divmod(number, unit)
            if digit:
                text += figures[digit] + name
            elif text and number and not text.endswith("零"):
                text += "零"
        return text

    import re

    for number in range(1, 10000):
        text = write(number)
        assert value(text) == number, text
        match = re.match(NUMERAL, text)
        assert match is not None
        assert match[0] == text


@pytest.mark.parametrize("name", ["eras", "date_words"])
def test_words_fold_to_simplified(name: str) -> None:
    for row in table(name):
        assert fold(row["hant"]) == row["hans"], row
        assert fold(row["hans"]) == row["hans"], row


def test_every_era_gives_its_first_year() -> None:
    for row in table("eras"):
        for script in ("hans", "hant"):
            _, held = one(f"{row[script]}二年，河水泛滥。")
            assert held.first == calendar.ordinal(int(row["first"]) + 1, 1, 1), row


def test_days_count_as_the_standard_library_counts() -> None:
    for number in range(1, 800_000, 997):
        day = datetime.date.fromordinal(number)
        assert calendar.ordinal(day.year, day.month, day.day) == number
        assert calendar.date_of(number) == (day.year, day.month, day.day)


def test_days_before_our_era() -> None:
    first = calendar.ordinal(1, 1, 1)
    assert calendar.date_of(first - 1) == (0, 12, 31)
    assert calendar.date_of(calendar.ordinal(-220, 5, 3)) == (-220, 5, 3)


@pytest.mark.parametrize(
    ("lunar", "ours"),
    [
        ((1894, 7, 1), (1894, 8, 1)), ((1898, 4, 23), (1898, 6, 11)), ((1911, 8, 19), (1911, 10, 10)),
        ((1368, 1, 4), (1368, 1, 23)), ((626, 6, 4), (626, 7, 2)), ((1644, 3, 19), (1644, 4, 25)), ((2024, 1, 1), (2024, 2, 10)),
    ],
)  # fmt: skip
def test_lunar_days(lunar: tuple[int, int, int], ours: tuple[int, int, int]) -> None:
    year, month, day = lunar
    span = calendar.lunar_span(year, month, day, False)
    assert span is not None
    assert calendar.date_of(span[0]) == ours


def test_lunar_years_follow_one_another() -> None:
    known = {int(row["year"]): row for row in table("lunar")}
    for year, row in known.items():
        if year + 1 not in known or year in (1582,):
            continue
        days = sum(30 if long == "1" else 29 for long in row["months"])
        begins = calendar._written(*map(int, row["begins"].split("-")))
        follows = calendar._written(*map(int, known[year + 1]["begins"].split("-")))
        assert follows - begins == days, year


def test_no_lunar_day_that_never_was() -> None:
    assert calendar.lunar_span(1898, 5, None, True) is None
    assert calendar.lunar_span(1898, 4, 31, False) is None
    assert calendar.lunar_span(100, 1, 1, False) is None


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("1952年底竣工。", (1952, 10, 1), (1952, 12, 31)),
        ("1952年初动工。", (1952, 1, 1), (1952, 3, 31)),
        ("1952年年中停工。", (1952, 5, 1), (1952, 8, 31)),
        ("1952年秋复工。", (1952, 8, 1), (1952, 11, 30)),
        ("1952年冬停工。", (1952, 10, 1), (1953, 2, 28)),
        ("2021年4月底升空。", (2021, 4, 20), (2021, 4, 30)),
        ("2021年2月下旬升空。", (2021, 2, 21), (2021, 2, 28)),
        ("1958年上半年完成。", (1958, 1, 1), (1958, 6, 30)),
        ("1950年代开始。", (1950, 1, 1), (1959, 12, 31)),
        ("19世纪开始。", (1801, 1, 1), (1900, 12, 31)),
        ("公元前221年统一。", (-220, 1, 1), (-220, 12, 31)),
    ],
)
def test_what_a_value_covers(text: str, first: tuple[int, int, int], last: tuple[int, int, int]) -> None:
    _, held = one(text)
    assert held.first == calendar.ordinal(*first)
    assert held.last == calendar.ordinal(*last)


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("1969年7月20日上午着陆。", (300, 719)),
        ("1969年7月20日9时22分着陆。", (562, 562)),
        ("1969年7月20日下午3时着陆。", (900, 959)),
        ("1969年7月20日中午12时着陆。", (720, 779)),
        ("1969年7月20日晚9点半着陆。", (1290, 1290)),
    ],
)
def test_time_of_day(text: str, clock: tuple[int, int]) -> None:
    assert one(text)[1].clock == clock


def test_day_that_does_not_exist() -> None:
    _, held = one("2019年2月29日开会。")
    assert held.edtf == "2019-02-29"
    assert held.first is None
    assert "impossible" in held.steps


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("1959年4月前交付。", "before"),
        ("1959年4月以后交付。", "after"),
        ("1959年4月起交付。", "since"),
        ("截至1959年4月，已交付三批。", "as_of"),
        ("最迟1959年4月，交付三批。", "until"),
        ("2012年1月1日及以前的记录。", "until"),
        ("1957年10月14日（星期二）签字。", "weekday-disagrees"),
    ],
)
def test_steps(text: str, step: str) -> None:
    assert step in one(text)[1].steps


def test_weekday_that_agrees_leaves_no_step() -> None:
    assert one("1957年10月15日（星期二）签字。")[1].steps == ()


def test_hedge_makes_a_date_approximate() -> None:
    for text in ("约1215年，寺院落成。", "1215年前后，寺院落成。", "大约在1215年，寺院落成。"):
        _, held = one(text)
        assert held.approximate
        assert held.edtf == "1215~"


def test_date_that_comes_again_has_no_year() -> None:
    found = dates("1939年，大会决定每年5月4日为节日，6月散会。")
    assert [str(fact.value) for fact in found] == ["1939", "XXXX-05-04", "1939-06"]


def test_news_return_to_the_present_with_a_paragraph() -> None:
    text = "飞船昨日升空。2003年，首次飞行成功。\n舱段在4月底发射。"
    assert [str(fact.value) for fact in dates(text, "2021-06-16")] == ["2021-06-15", "2003", "2021-04~"]


def test_history_keeps_the_year_over_a_paragraph() -> None:
    text = "1927年4月12日，上海出事。\n7月15日，武汉开会。"
    assert [str(fact.value) for fact in dates(text)] == ["1927-04-12", "1927-07-15"]


def test_never_today() -> None:
    assert dates("今天下雨，昨日放晴，本月开学，下周考试。") == ()


def related(claim: str, evidence: str) -> Any:
    return KIND.compare(one(claim)[0], one(evidence)[0])


@pytest.mark.parametrize(
    ("claim", "evidence", "relation"),
    [
        ("1957年10月15日签字。", "1957年10月15日签字。", "identical"),
        ("1957年10月15日签字。", "一九五七年十月十五日签字。", "equivalent"),
        ("1911年10月10日起义。", "宣统三年八月十九日起义。", "equivalent"),
        ("1917年复辟。", "民国六年复辟。", "equivalent"),
        ("1898年变法。", "光绪二十四年变法。", "equivalent"),
        ("1957年10月签字。", "1957年10月15日签字。", "compatible"),
        ("1957年签字。", "1957年10月15日签字。", "compatible"),
        ("1982年至1984年引进。", "1983年引进。", "compatible"),
        ("1937年至1945年任职。", "1938年至1945年任职。", "compatible"),
        ("1952年底启程。", "1952年12月启程。", "compatible"),
        ("1952年底启程。", "1952年启程。", "compatible"),
        ("1952年底启程。", "1952年9月启程。", "compatible"),
        ("1952年底启程。", "1952年3月启程。", "different"),
        ("2021年4月29日升空。", "2021年4月底升空。", "compatible"),
        ("1969年7月20日上午着陆。", "1969年7月20日9时22分着陆。", "compatible"),
        ("1969年7月20日上午着陆。", "1969年7月20日着陆。", "compatible"),
        ("1969年7月20日9时着陆。", "1969年7月20日9时22分着陆。", "compatible"),
        ("1969年7月20日9时21分着陆。", "1969年7月20日9时22分着陆。", "different"),
        ("1969年7月20日上午着陆。", "1969年7月20日下午着陆。", "different"),
        ("5月4日游行。", "1919年5月4日游行。", "compatible"),
        ("5月4日游行。", "1919年5月7日游行。", "different"),
        ("5月游行。", "1919年5月7日游行。", "compatible"),
        ("1983年4月6日关闭。", "1983年4月7日关闭。", "different"),
        ("1984年列为古迹。", "1985年列为古迹。", "different"),
        ("1950年代改建。", "1955年改建。", "compatible"),
        ("1950年代改建。", "1961年改建。", "different"),
        ("约1215年落成。", "1216年落成。", "compatible"),
        ("约1215年落成。", "1220年落成。", "different"),
        ("1905年7月至1907年5月。", "1907年4月至1910年1月。", "different"),
        ("2019年2月29日开会。", "2019年2月28日开会。", "different"),
        ("签发日期为05/03/1999。", "1999年3月5日签发。", "equivalent"),
        ("签发日期为05/03/1999。", "1999年5月3日签发。", "incomparable"),
        ("签发日期为05/03/1999。", "1998年3月5日签发。", "different"),
        ("1962年以前建成。", "1960年建成。", "compatible"),
        ("1962年以前建成。", "1962年6月建成。", "compatible"),
        ("1962年以前建成。", "1964年建成。", "different"),
        ("1962年以前建成。", "1901年建成。", "incomparable"),
        ("1949年后定居。", "1950年定居。", "compatible"),
        ("1949年后定居。", "1948年定居。", "different"),
        ("1949年10月起实行。", "1950年1月起实行。", "different"),
        ("1950年代改建。", "1958年至1962年改建。", "compatible"),
    ],
)
def test_relation(claim: str, evidence: str, relation: str) -> None:
    found = related(claim, evidence)
    assert found.relation == relation, found
    assert related(evidence, claim).relation == relation
    assert found.steps


@pytest.mark.parametrize(
    ("claim", "evidence", "nearness"),
    [
        ("1983年4月6日关闭。", "1983年4月7日关闭。", 0.9),
        ("1919年5月4日游行。", "1947年5月4日游行。", 0.7),
        ("1984年列为古迹。", "1985年列为古迹。", 0.6),
    ],
)
def test_nearness(claim: str, evidence: str, nearness: float) -> None:
    assert related(claim, evidence).nearness == nearness


def test_nearness_falls_with_distance() -> None:
    near = [related("1900年动工。", f"{year}年动工。").nearness for year in (1901, 1903, 1910, 1950)]
    assert near == sorted(near, reverse=True)
    assert near[0] > near[-1]


def test_every_step_has_its_words() -> None:
    text = files("crosscheck.data.messages").joinpath("date.toml").read_text(encoding="utf-8")
    words = tomllib.loads(text)
    assert words["en"]["date"].keys() == words["zh-Hans"]["date"].keys()
    folder = Path(calendar.__file__).parent.parent
    modules = [module for part in ("dates", "kinds", "align") for module in (folder / part).glob("*.py")]
    source = "".join(module.read_text(encoding="utf-8") for module in modules)
    for key, message in words["en"]["date"].items():
        assert f'{key}"' in source or f'"{key}' in source, key
        assert message


# Pieces of which a long text may be made to keep a reader busy; every one is read in a number of steps that grows
# with the length and no faster: so many characters read back to back would else never end.
LONG = [
    "1",
    "1-",
    "1至",
    "一",
    "十",
    "1月",
    "1日",
    "1年",
    "1:",
    "1/",
    "1.",
    "2001、",
    "3、",
    "（1",
    "“三月",
    "次年",
    "3天后，",
    "建兴元年（",
]


@pytest.mark.parametrize("piece", LONG)
def test_long_runs_are_read_piece_by_piece(piece: str) -> None:
    text = piece * (40_000 // len(piece))
    found = all_tokens(text)
    assert all(0 <= token.span.start < token.span.end <= len(text) for token in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


def test_spans_hold_their_text() -> None:
    written = "１９５７年10月15日，同年十二月廿四日，一九五八至六〇年，光緒二十四年閏三月，次年春。"
    folded = fold(written)
    assert [folded[token.span.start : token.span.end] for token in all_tokens(folded)] == [
        "1957年10月15日",
        "同年十二月廿四日",
        "一九五八至六〇年",
        "光绪二十四年闰三月",
        "次年春",
    ]


def test_nothing_in_strange_text() -> None:
    for text in (
        "",
        "年月日",
        "年" * 500,
        "1" * 500,
        "一" * 500,
        "（" * 300,
        "1957年" * 200,
        "-" * 300 + "年",
    ):
        for token in all_tokens(fold(text)):
            assert token.span.start < token.span.end


def sections(*blocks: tuple[str, str]) -> list[str]:
    """The dates of a document of such blocks, each a kind and its text."""
    builder = TextBuilder("\n".join(text for _, text in blocks))
    start = 0
    for kind, text in blocks:
        builder.open(kind)  # type: ignore[arg-type]
        builder.keep(start, start + len(text))
        start += len(text) + 1
    clean, origins, made = builder.finish()
    draft = Draft(source=builder.source, text=clean, origins=origins, blocks=made, title="某次会议")
    document = assemble(draft, path="a.md", role="entry", media_type="text/markdown", data=b"")
    return [str(fact.value) for fact in facts(split(document), (KIND,))]


def test_heading_sets_the_year_of_its_section() -> None:
    assert sections(("heading", "1958年"), ("paragraph", "3月5日，开工。")) == ["1958", "1958-03-05"]


def test_heading_ends_the_month() -> None:
    blocks = (
        ("paragraph", "1958年3月5日，开工。"),
        ("heading", "经过"),
        ("paragraph", "20日，停工；6月，复工。"),
    )
    assert sections(*blocks) == ["1958-03-05", "1958-06"]


def test_heading_of_several_years_leaves_none_in_force() -> None:
    blocks = (("paragraph", "1927年动工。"), ("heading", "1930年—1937年"), ("paragraph", "6月，复工。"))
    assert sections(*blocks) == ["1927", "1930/1937", "XXXX-06"]


def test_field_stands_alone() -> None:
    blocks = (("paragraph", "1927年动工。"), ("field", "通车：6月5日"), ("paragraph", "7月完工。"))
    assert sections(*blocks) == ["1927", "XXXX-06-05", "1927-07"]


def test_caption_takes_the_year_and_gives_none() -> None:
    blocks = (("paragraph", "1927年动工。"), ("caption", "1950年的车站"), ("paragraph", "7月完工。"))
    assert sections(*blocks) == ["1927", "1950", "1927-07"]
