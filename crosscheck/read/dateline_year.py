"""A dateline without a year (``本报北京5月4日电``): the year is taken from elsewhere where that leaves no doubt."""

from __future__ import annotations

from datetime import date, timedelta

from crosscheck.patterns import compiled

_LINE = compiled(
    r"(?:本[报報刊台]|新[华華]社|中新社|中央社|通[讯訊]社|[讯訊]社)[^\n，。\d]{0,14}?"
    r"(?<![年\d]) ?(?P<month>1[0-2]|0?[1-9]) ?月 ?(?P<day>3[01]|[12]\d|0?[1-9]) ?日[^\n。\d]{0,6}?(?:[电電讯訊]|[专專]電|消息)"
)
_FULL = compiled(
    r"(?<!\d)((?:19|20)\d\d)(?: ?年 ?|[-/.])(1[0-2]|0?[1-9])(?: ?月 ?|[-/.])(3[01]|[12]\d|0?[1-9])(?!\d)"
)
_YEAR = compiled(r"(?<!\d)((?:1[5-9]|20)\d\d) ?年")
_NAMED = compiled(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_HEAD = 3000
# A report of the day speaks of days not further back than this.
_RECENT = timedelta(days=10)


def dateline(text: str, path: str) -> str | None:
    """The day of the dateline near the beginning of `text`, as EDTF, None where its year is in doubt.

    The year is the only one in the file's name, or that of the full dates of the ten days before; no later year
    may stand in the text, and the dateline must be the only one.
    """
    found = {match.group("month", "day") for match in _LINE.finditer(text, 0, _HEAD)}
    if len(found) != 1:
        return None
    month, day = map(int, next(iter(found)))
    named = {int(year) for year in _NAMED.findall(path.replace("\\", "/").rsplit("/", 1)[-1])}
    years = named or _near(text, month, day)
    if len(years) != 1:
        return None
    year = next(iter(years))
    if any(int(later) > year for later in _YEAR.findall(text)) or not _day(year, month, day):
        return None
    return f"{year}-{month:02}-{day:02}"


def _near(text: str, month: int, day: int) -> set[int]:
    """The years in which the day lies on, or shortly after, a full date of the text."""
    years: set[int] = set()
    for match in _FULL.finditer(text):
        year = int(match.group(1))
        stated = _day(year, int(match.group(2)), int(match.group(3)))
        for written in (_day(year, month, day), _day(year + 1, month, day)):
            if stated and written and timedelta(0) <= written - stated <= _RECENT:
                years.add(written.year)
    return years


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
