"""Days, weeks and lunar months as moments."""

from __future__ import annotations

from dataclasses import replace

from crosscheck.dates import calendar
from crosscheck.dates.moment import Day, Moment, TimeFrame, day_text, year_text
from crosscheck.dates.point import Point
from crosscheck.model.values import Precision


def on_day(day: Day, steps: tuple[str, ...]) -> Moment:
    """The moment of a whole day; one that does not exist has no place in time."""
    year, month, number = day
    text = f"{year_text(year)}-{month:02d}-{number:02d}"
    place = None
    if not calendar.valid(year, month, number):
        steps = (*steps, "impossible")
    elif year is not None:
        place = calendar.ordinal(year, month, number)
    return Moment(
        year=year,
        month=month,
        day=number,
        first=place,
        last=place,
        low=text,
        high=text,
        precision="day",
        steps=steps,
    )


def clocked(moment: Moment, point: Point) -> Moment:
    """`moment` with the time of day of `point`."""
    if point.clock is None:
        return moment
    precise = bool(point.stamp)
    text = moment.low + point.stamp
    return replace(
        moment, low=text, high=text, clock=point.clock, precision="time" if precise else moment.precision,
        approximate=moment.approximate or point.loose,
    )  # fmt: skip


def stretch(first: int, last: int, steps: tuple[str, ...], precision: Precision = "interval") -> Moment:
    """The days from `first` to `last`, both inclusive, as a moment."""
    year, month, _ = calendar.date_of(first)
    same = calendar.date_of(last)[:2] == (year, month)
    return Moment(
        year=year, month=month if same else None, first=first, last=last,
        low=day_text(first), high=day_text(last), precision=precision, steps=steps,
    )  # fmt: skip


def relative_day(point: Point, frame: TimeFrame) -> Moment | None:
    """The day that a relative one (翌日, 三天后, 昨天) means in `frame`, None where the text does not tell."""
    base, by = point.day_ref or ("context", 0)
    head = frame.head.day if frame.head is not None else None
    if head is not None and (
        base == "heading" or (base == "document" and frame.today is None and (by or point.stamp))
    ):
        frame, base = replace(frame, day=head), "context"  # a diary counts from its day
    if base != "context" or (frame.day is None and abs(by) > 1 and not point.clock):
        if frame.today is None or (base == "context" and frame.year not in (None, frame.issued)):
            return None
        return clocked(
            on_day(calendar.date_of(frame.today + by), (*point.steps, "from-document-date")), point
        )
    if frame.day is None or not calendar.valid(*frame.day):
        return None
    year, month, day = frame.day
    moved = calendar.date_of(calendar.ordinal(2000 if year is None else year, month, day) + by)
    when = (None if year is None else moved[0], moved[1], moved[2])
    return clocked(on_day(when, (*point.steps, "day-from-context")), point)


def same_day(point: Point, frame: TimeFrame) -> Moment | None:
    """三年后的同一天, 十年前的今天: the same day of another year."""
    base, by = point.year_ref or ("context", 0)
    day = frame.day
    if base == "document":
        day = calendar.date_of(frame.today) if frame.today is not None else None
    if day is None or day[0] is None:
        return None
    step = "from-document-date" if base == "document" else "day-from-context"
    return on_day((day[0] + by, day[1], day[2]), (*point.steps, step))


def lone_day(point: Point, frame: TimeFrame) -> Moment | None:
    """A day whose month nothing names: the one nearest to the document's own day."""
    if frame.today is None or point.day is None:
        return None
    year, month, _ = calendar.date_of(frame.today)
    months = [calendar.shift_month(year, month, by) for by in (-1, 0, 1)]
    days = [(y, m, point.day) for y, m in months if y is not None and calendar.valid(y, m, point.day)]
    today = frame.today
    nearest = min(days, key=lambda day: abs(calendar.ordinal(*day) - today))
    return clocked(on_day(nearest, (*point.steps, "from-document-date")), point)


def week_of(week: tuple[int, int], frame: TimeFrame) -> Moment | None:
    """The week (上周), or the day of it, counted from the document's own day."""
    if frame.today is None:
        return None
    monday = frame.today - (frame.today - 1) % 7 + 7 * week[0]
    if 1 <= week[1] <= 7:
        return on_day(calendar.date_of(monday + week[1] - 1), ("from-document-date",))
    first, last = (monday + 5, monday + 6) if week[1] == 8 else (monday, monday + 6)
    return stretch(first, last, ("from-document-date",))


def of_lunar(
    point: Point, frame: TimeFrame, year: int | None, month: int | None, steps: tuple[str, ...]
) -> Moment | None:
    """A day or month of the lunar calendar on ours; the year alone where the tables do not reach."""
    if not point.has_year and frame.lunar is not None:
        year, in_force, leap = frame.lunar
        month = point.month if point.month is not None else in_force
        leap = point.leap if point.month is not None else leap
        steps = tuple(dict.fromkeys((*steps, "year-from-context")))
    else:
        leap = point.leap
    if year is None or month is None:
        return None
    steps = steps if "calendar" in steps else (*steps, "calendar")
    span = calendar.lunar_span(year, month, point.day, leap)
    if span is None:
        return Moment(
            year=year, first=calendar.ordinal(year, 1, 1), last=calendar.ordinal(year + 1, 2, 19), low=year_text(year),
            high=year_text(year), precision="year", lunar=(year, month, leap), steps=(*steps, "lunar-unknown"),
        )  # fmt: skip
    if point.day is None:
        return replace(stretch(*span, steps, "month"), year=year, lunar=(year, month, leap))
    return replace(clocked(on_day(calendar.date_of(span[0]), steps), point), lunar=(year, month, leap))
