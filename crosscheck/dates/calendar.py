"""Days as ordinals, months and years as spans of days, the lunar calendar."""

from __future__ import annotations

from functools import cache

from crosscheck.lexicon import table

_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _leap(year: int) -> bool:
    """Whether `year` has a 29 February, by the calendar that was written then (Julian before 1583)."""
    return year % 4 == 0 and (year < 1583 or year % 100 != 0 or year % 400 == 0)


def month_length(year: int | None, month: int) -> int:
    """The days of a month; of February 29 where the year is not known."""
    if month == 2:
        return 29 if year is None or _leap(year) else 28
    return _LENGTHS[month - 1]


def ordinal(year: int, month: int, day: int) -> int:
    """The proleptic Gregorian ordinal of a day, as ``datetime.date.toordinal``, for years before 1 too.

    Dates before October 1582 are counted as they are written.
    """
    shifted = year - (month <= 2)
    cycle, within = divmod(shifted, 400)
    days = (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 + day - 1
    return cycle * 146097 + within * 365 + within // 4 - within // 100 + days - 305


def date_of(number: int) -> tuple[int, int, int]:
    """The year, month and day of an ordinal."""
    shifted = number + 305
    cycle, rest = divmod(shifted, 146097)
    within = (rest - rest // 1460 + rest // 36524 - rest // 146096) // 365
    days = rest - (365 * within + within // 4 - within // 100)
    third = (5 * days + 2) // 153
    day = days - (153 * third + 2) // 5 + 1
    month = third + 3 if third < 10 else third - 9
    return cycle * 400 + within + (month <= 2), month, day


def valid(year: int | None, month: int, day: int) -> bool:
    """Whether such a day exists."""
    return 1 <= month <= 12 and 1 <= day <= month_length(year, month)


def month_span(year: int, month: int) -> tuple[int, int]:
    """The first and last day of a month; months 13 and 14 are those of the next year."""
    over, month = divmod(month - 1, 12)
    first = ordinal(year + over, month + 1, 1)
    return first, first + month_length(year + over, month + 1) - 1


def shift_month(year: int | None, month: int, by: int) -> tuple[int | None, int]:
    """The month that comes `by` months later."""
    over, index = divmod(month - 1 + by, 12)
    return (None if year is None else year + over), index + 1


@cache
def _lunar_years() -> dict[int, tuple[int, int, str]]:
    rows = {}
    for row in table("lunar"):
        year, month, day = (int(part) for part in row["begins"].split("-"))
        rows[int(row["year"])] = (_written(year, month, day), int(row["leap"]), row["months"])
    return rows


def _written(year: int, month: int, day: int) -> int:
    """A true count of days from the written date: Julian before 15 October 1582."""
    if (year, month, day) >= (1582, 10, 15):
        return ordinal(year, month, day)
    months = (month + 9) % 12
    years = year - (month <= 2)
    return 365 * years + years // 4 + (153 * months + 2) // 5 + day - 1 - 307


def _as_written(number: int) -> int:
    """The ordinal of the written date of a true count of days."""
    if number >= ordinal(1582, 10, 15):
        return number
    shifted = number + 307
    years = (4 * shifted + 3) // 1461
    days = shifted - (1461 * years) // 4
    third = (5 * days + 2) // 153
    day = days - (153 * third + 2) // 5 + 1
    month = third + 3 if third < 10 else third - 9
    return ordinal(years + (month <= 2), month, day)


def from_julian(year: int, month: int, day: int) -> tuple[int, int, int]:
    """The written date of a day that is counted in the Julian calendar: from 1582 on the Gregorian one."""
    months = (month + 9) % 12
    years = year - (month <= 2)
    true = 365 * years + years // 4 + (153 * months + 2) // 5 + day - 1 - 307
    return date_of(_as_written(true))


def lunar_span(year: int, month: int, day: int | None, leap: bool) -> tuple[int, int] | None:
    """The days of our calendar that a lunar month or day covers; None where the table has no such month or day.

    Known from 618 (without 689 to 700) to 2060; ordinals of dates as they are written.
    """
    known = _lunar_years().get(year)
    if known is None or (leap and known[1] != month):
        return None
    begins, leap_month, lengths = known
    index = month - 1 + (1 if leap or (leap_month and month > leap_month) else 0)
    if not 0 <= index < len(lengths):
        return None
    first = begins + sum(30 if long == "1" else 29 for long in lengths[:index])
    length = 30 if lengths[index] == "1" else 29
    if day is None:
        return _as_written(first), _as_written(first + length - 1)
    return (_as_written(first + day - 1),) * 2 if 1 <= day <= length else None
