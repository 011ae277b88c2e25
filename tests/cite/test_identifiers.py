"""Identifiers, good and bad."""

from __future__ import annotations

import pytest

from crosscheck.cite.date_forms import Day, accepted, read_day, year_of
from crosscheck.cite.identifiers import CHECKS, written


@pytest.mark.parametrize(
    ("name", "good"),
    [
        ("isbn", "7-03-011357-8"),
        ("isbn", "978-7-03-011357-3"),
        ("isbn", "9787030113573"),
        ("isbn", "0-8044-2957-X"),
        ("isbn", "978–7–03–011357–3"),
        ("issn", "0001-5733"),
        ("issn", "2049-3630"),
        ("doi", "10.1000/182"),
        ("doi", "10.1007/s11430-011-4204-5"),
        ("doi", "10.1002/(SICI)1097-0258(19980815)17:15<1661::AID-SIM968>3.0.CO;2-2"),
        ("pmid", "1234567"),
        ("arxiv", "0704.0001"),
        ("arxiv", "1501.00001v2"),
        ("arxiv", "hep-th/9901001"),
        ("arxiv", "math.GT/0309136"),
        ("oclc", "ocm00012345"),
        ("oclc", "123456789"),
        ("cn", "11-1234/D"),
        ("cn", "CN 31-1000"),
        ("cn", "44-1234/TP"),
        ("csbn", "11001·123"),
        ("csbn", "7019.1234"),
    ],
)
def test_good(name: str, good: str) -> None:
    assert CHECKS[name](good) == ""


@pytest.mark.parametrize(
    ("name", "bad"),
    [
        ("isbn", "7-03-011357-4"),
        ("isbn", "978-7-03-011357-30"),
        ("isbn", "977-7-03-011357-3"),
        ("isbn", "七〇三"),
        ("issn", "0001-5734"),
        ("issn", "00015"),
        ("doi", "11.1000/182"),
        ("doi", "10.1000"),
        ("doi", "10.1000/182。"),
        ("pmid", "0"),
        ("pmid", "１２"),
        ("arxiv", "1413.0001"),
        ("arxiv", "1501.0001"),
        ("oclc", "12b"),
        ("cn", "99-1234/D"),
        ("cn", "111234"),
        ("csbn", "88001·123"),
        ("csbn", "abc"),
    ],
)
def test_bad(name: str, bad: str) -> None:
    assert CHECKS[name](bad)


def test_identifiers_in_running_text() -> None:
    text = "《物候学》，ISBN 978-7-03-011357-3，ISSN：0001-5733；doi:10.1000/182。CN 11-1234/D，统一书号：13031·123"
    found = [(name, value) for name, value, _ in written(text)]
    assert found == [
        ("isbn", "978-7-03-011357-3"),
        ("issn", "0001-5733"),
        ("doi", "10.1000/182"),
        ("cn", "11-1234/D"),
        ("csbn", "13031·123"),
    ]
    for _, value, span in written(text):
        assert text[span.start : span.end] == value


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2021-07-27", Day(2021, 7, 27)),
        ("2021年7月27日", Day(2021, 7, 27)),
        ("27 July 2021", Day(2021, 7, 27)),
        ("July 27, 2021", Day(2021, 7, 27)),
        ("Sept. 2003", Day(2003, 9)),
        ("2021-07", Day(2021, 7)),
        ("1957", Day(1957)),
        ("20210727", Day(2021, 7, 27)),
        ("一九五七年十月", None),
        ("Spring 1956", None),
    ],
)
def test_days(text: str, day: Day | None) -> None:
    assert read_day(text) == day


@pytest.mark.parametrize(
    "text",
    [
        "Spring 1956",
        "1956年春",
        "1998-2001",
        "1998–2001",
        "民国27年",
        "光绪三十年",
        "n.d.",
        "日期不详",
        "c. 1957",
        "1957年第3期",
    ],
)
def test_accepted(text: str) -> None:
    assert accepted(text)


@pytest.mark.parametrize("text", ["去年夏天", "最近", "abc", "12345", "1-2-3-4"])
def test_not_accepted(text: str) -> None:
    assert read_day(text) is None
    assert not accepted(text)


@pytest.mark.parametrize(
    ("text", "year"), [("民国27年", "1938"), ("March 2006", "2006"), ("2001/2002", "2001"), ("近日", "")]
)
def test_year(text: str, year: str) -> None:
    assert year_of(text) == year


@pytest.mark.parametrize("day", [Day(2001, 2, 30), Day(2001, 13), Day(2001, 0, 5), Day(1900, 2, 29)])
def test_days_that_never_were(day: Day) -> None:
    assert not day.real
