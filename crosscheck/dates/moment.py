"""The time in force, a date in its place in time, and the value made of one or two such."""

from __future__ import annotations

from dataclasses import dataclass, replace

from crosscheck.dates import calendar
from crosscheck.model.values import PartialDate, Precision

Day = tuple[int | None, int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeFrame:
    """The time in force: what a 同年, a 9月7日 or a 26日 counts from.

    `year` fills in dates without one, `recent` is the year last spoken of (同年, 次年); `month` has its own year; `lunar`
    is the lunar year and month in force, with whether it is a leap month.  `era` the one that
    years are counted in (the year before its first, whether its months are lunar).  `today` is the document's own day, `issued` its year.
    `anchor` is the last year that a table's row or a list's item states itself: 次年 counts from it there.
    `head` is the time that the heading above gives, `headed` says that the time in force is still that one.
    """

    year: int | None = None
    recent: int | None = None
    month: tuple[int | None, int] | None = None
    day: Day | None = None
    lunar: tuple[int, int | None, bool] | None = None
    era: tuple[int, bool] | None = None
    today: int | None = None
    issued: int | None = None
    anchor: int | None = None
    head: TimeFrame | None = None
    headed: bool = False

    def untold(self) -> TimeFrame:
        """The frame where the story has gone on to a time that it does not tell."""
        return replace(self, year=None, recent=None, month=None, day=None, lunar=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A point in its place: the parts that are known, the days it covers, and its EDTF from `low` to `high`."""

    year: int | None
    month: int | None = None
    day: int | None = None
    first: int | None = None
    last: int | None = None
    low: str
    high: str
    precision: Precision
    approximate: bool = False
    clock: tuple[int, int] | None = None
    lunar: tuple[int, int | None, bool] | None = None
    steps: tuple[str, ...] = ()


def year_text(year: int | None) -> str:
    """A year in EDTF."""
    if year is None:
        return "XXXX"
    return f"{year:04d}" if year >= 0 else f"-{-year:04d}"


def day_text(number: int) -> str:
    """A day in EDTF."""
    year, month, day = calendar.date_of(number)
    return f"{year_text(year)}-{month:02d}-{day:02d}"


def about(moment: Moment) -> Moment:
    """`moment` said to be about then."""
    if moment.approximate or "T" in moment.low:
        return replace(moment, approximate=True)
    return replace(moment, low=moment.low + "~", high=moment.high + "~", approximate=True)


def later(left: Moment, right: Moment) -> Moment:
    """`right` as the end of an interval that begins with `left`: a month that would lie before it is of the next year."""
    early = left.first is not None and right.last is not None and right.last < left.first
    if (
        not early
        or right.month is None
        or right.year is None
        or (right.day is not None and right.month == left.month)
    ):
        return right
    text = year_text(right.year)
    moved = year_text(right.year + 1)
    shift = calendar.ordinal(right.year + 1, right.month, 1) - calendar.ordinal(right.year, right.month, 1)
    if right.first is None or right.last is None:
        return right
    return replace(
        right, year=right.year + 1, first=right.first + shift, last=right.last + shift,
        low=right.low.replace(text, moved, 1), high=right.high.replace(text, moved, 1),
    )  # fmt: skip


def value_of(left: Moment, right: Moment | None, steps: tuple[str, ...] = ()) -> PartialDate:
    """The value of a moment, or of the interval between two."""
    end = left if right is None else right
    edtf = left.low if left.low == end.high else f"{left.low}/{end.high}"
    every = dict.fromkeys((*left.steps, *(right.steps if right is not None else ()), *steps))
    clock = left.clock
    if right is not None:
        clock = (left.clock[0], right.clock[1]) if left.clock and right.clock else None
    return PartialDate(
        edtf=edtf, first=left.first, last=end.last, precision=left.precision if right is None else "interval",
        clock=clock, approximate=left.approximate or end.approximate, steps=tuple(every),
    )  # fmt: skip
