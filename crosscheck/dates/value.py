"""A point becomes a moment: what its words leave out comes from the time in force."""

from __future__ import annotations

from dataclasses import replace

from crosscheck.dates import calendar
from crosscheck.dates.days import (
    clocked,
    lone_day,
    of_lunar,
    on_day,
    relative_day,
    same_day,
    stretch,
    week_of,
)
from crosscheck.dates.moment import Moment, TimeFrame, year_text
from crosscheck.dates.point import COUNTED, Point
from crosscheck.model.values import Precision


def resolve(point: Point, frame: TimeFrame) -> Moment | None:
    """The moment that `point` means while `frame` is in force; None where the words leave it open."""
    if point.week is not None:
        return week_of(point.week, frame)
    if point.scale:
        return _scaled(point, frame)
    if point.day_ref is not None:
        return relative_day(point, frame) if point.year_ref is None else same_day(point, frame)
    if (point.reign or point.short) and frame.era is not None and (point.has_month or point.reign):
        point = replace(
            point,
            year=frame.era[0] + (point.year or 1),
            reign=False,
            short=False,
            lunar=frame.era[1],
            steps=point.steps if point.has_month else (*point.steps, "year-from-context"),
        )
    if point.reign:
        return None
    year, month, steps = _year_and_month(point, frame)
    lunar = point.lunar or _inherits_lunar(point, frame)
    if lunar and (month is not None or point.day is not None):
        return of_lunar(point, frame, year, month, steps)
    if point.grain == 4:
        return _at_clock(point, frame)
    if month is None and point.day is not None:
        return lone_day(point, frame)
    if month is None:
        return None if year is None else _of_year(point, year, steps)
    if point.day is None:
        return _of_month(point, year, month, steps)
    if point.julian and year is not None and calendar.valid(year, month, point.day):
        return clocked(on_day(calendar.from_julian(year, month, point.day), (*steps, "calendar")), point)
    return clocked(on_day((year, month, point.day), steps), point)


def _at_clock(point: Point, frame: TimeFrame) -> Moment | None:
    """A time of day on the day in force, else on that of the heading above."""
    if frame.day is not None:
        return clocked(on_day(frame.day, ("day-from-context",)), point)
    if frame.head is not None and frame.head.day is not None:
        return clocked(on_day(frame.head.day, ("day-from-context", "from-heading")), point)
    return None


def _year_and_month(point: Point, frame: TimeFrame) -> tuple[int | None, int | None, tuple[str, ...]]:
    """The year and month of a point, filled in from the frame, with the steps that did so."""
    steps = point.steps
    month = point.month
    year = _full(point.year, point.short, frame) if point.year is not None else None
    if point.year_ref is not None:
        base, by = point.year_ref
        told = frame.recent if frame.recent is not None else frame.year
        told = frame.anchor if by and frame.anchor is not None else told
        start = frame.issued if base == "document" else told
        if COUNTED in steps and base == "document" and told is not None:
            start = told  # 三年前 in a story is counted from its year, in a report from today
        steps = (*steps, "from-document-date" if base == "document" else "year-from-context")
        year = None if start is None else start + by
    if point.month_ref is not None:
        told, month, steps = _referred_month(point, frame, steps)
        return (year if point.has_year else told), month, steps  # 去年本月
    if year is None and point.year_ref is None:
        if month is None and point.day is not None and frame.month is not None:
            return (*frame.month, (*steps, "month-from-context"))
        if month is None and point.day is not None and frame.head is not None and frame.head.month:
            return (*frame.head.month, (*steps, "month-from-context", "from-heading"))
        if month is not None or point.part is not None:
            return _assumed_year(point, frame, steps)
    return year, month, steps


def _referred_month(
    point: Point, frame: TimeFrame, steps: tuple[str, ...]
) -> tuple[int | None, int | None, tuple[str, ...]]:
    base, by = point.month_ref or ("context", 0)
    if base == "document":
        if frame.today is None:
            return None, None, steps
        year, month, _ = calendar.date_of(frame.today)
        return (*calendar.shift_month(year, month, by), (*steps, "from-document-date"))
    if frame.month is None:
        return None, None, steps
    return (*calendar.shift_month(*frame.month, by), (*steps, "month-from-context"))


def _assumed_year(
    point: Point, frame: TimeFrame, steps: tuple[str, ...]
) -> tuple[int | None, int | None, tuple[str, ...]]:
    """The year of a date that names none: the one in force, else the one that brings it nearest to the document's day."""
    head = frame.head
    if head is not None and head.month and point.month is not None and point.has_day and not frame.headed:
        beside = (point.month - head.month[1]) % 12 in (0, 1, 11)
        if beside and (frame.month is None or frame.month[0] != frame.year):  # the story's year was an aside
            return (
                head.year,
                point.month,
                (*steps, "year-from-context", "from-heading") if head.year else steps,
            )
    if frame.year is not None:
        return frame.year, point.month, (*steps, "year-from-context")
    if frame.today is None or frame.issued is None:
        return None, point.month, steps
    if point.month is None:
        return frame.issued, None, (*steps, "from-document-date")
    today = frame.today
    near = [
        y for y in range(frame.issued - 8, frame.issued + 9) if calendar.valid(y, point.month, point.day or 1)
    ]

    def far(year: int) -> tuple[bool, int]:
        away = abs(calendar.ordinal(year, point.month or 1, point.day or 1) - today)
        return (not (year == frame.issued and away <= 270), away)

    return min(near, key=far, default=frame.issued), point.month, (*steps, "from-document-date")


def _full(year: int, short: bool, frame: TimeFrame) -> int:
    """A year of two figures in the century that brings it nearest to the year in force; what lies ahead counts as twice as far."""
    if not short:
        return year
    near = frame.year if frame.year is not None else frame.issued
    if near is None:
        return year + (1900 if year >= 30 else 2000)
    return min(
        (century + year for century in range(0, 2100, 100)),
        key=lambda full: max(near - full, 2 * (full - near)),
    )


def _inherits_lunar(point: Point, frame: TimeFrame) -> bool:
    told = point.year is not None or (point.year_ref is not None and point.year_ref[0] == "document")
    return (
        frame.lunar is not None and not told and "numeral" in point.steps and point.has_month | point.has_day
    )


def _scaled(point: Point, frame: TimeFrame) -> Moment | None:
    """A decade or century, or its part."""
    if point.year is None:
        return None
    start = _full(point.year, point.short, frame)
    low, high, mark = start, start + point.span_years - 1, ""
    if point.part is not None:
        low, high = start + point.part[0], start + point.part[1]
        mark = "" if point.part[2] else "~"
    return Moment(
        year=None, first=calendar.ordinal(low, 1, 1), last=calendar.ordinal(high, 12, 31),
        low=year_text(low) + mark, high=year_text(high) + mark, precision="century" if point.scale == "century" else "decade",
        approximate=bool(mark), steps=point.steps,
    )  # fmt: skip


def _of_year(point: Point, year: int, steps: tuple[str, ...]) -> Moment:
    text = year_text(year)
    if point.part is None:
        first, last = calendar.ordinal(year, 1, 1), calendar.ordinal(year, 12, 31)
        lunar = None
        if "calendar" in steps and point.lunar:
            lunar, last = (year, None, False), calendar.ordinal(year + 1, 2, 19)
        return Moment(
            year=year, first=first, last=last, low=text, high=text, precision="year", lunar=lunar, steps=steps
        )
    first = calendar.month_span(year, point.part[0])[0]
    last = calendar.month_span(year, point.part[1])[1]
    if point.part[2]:
        return replace(stretch(first, last, steps), year=year)
    return Moment(
        year=year,
        first=first,
        last=last,
        low=text + "~",
        high=text + "~",
        precision="season",
        approximate=True,
        steps=steps,
    )


def _of_month(point: Point, year: int | None, month: int, steps: tuple[str, ...]) -> Moment:
    text = f"{year_text(year)}-{month:02d}"
    near = point.part is not None and not point.part[2]
    if point.part is not None and point.part[0] == point.part[1]:  # 最后一天
        return on_day((year, month, min(point.part[0], calendar.month_length(year, month))), steps)
    first = last = None
    if year is not None:
        first, last = calendar.month_span(year, month)
        if point.part is not None:
            first, last = first + point.part[0] - 1, min(last, first + point.part[1] - 1)
    low = high = text + ("~" if near else "")
    precision: Precision = "month"
    if point.part is not None and not near:
        end = min(point.part[1], calendar.month_length(year, month))
        low, high, precision = f"{text}-{point.part[0]:02d}", f"{text}-{end:02d}", "interval"
    return Moment(
        year=year,
        month=month,
        first=first,
        last=last,
        low=low,
        high=high,
        precision=precision,
        approximate=near,
        steps=steps,
    )
