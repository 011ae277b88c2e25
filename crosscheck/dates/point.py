"""One end of a date as the words give it, before any context fills it in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from crosscheck.model.span import Span

# The step of a year that is counted from another (三年后): near enough to agree with, never to contradict.
COUNTED = "counted-from-context"

# What a relative word counts from: the time in force, the document's own day, or the day of the heading above, else the document's.
Base = Literal["context", "document", "heading"]
Ref = tuple[Base, int]
Scale = Literal["", "decade", "century"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """What was said of a moment: numbers as written, references still open.

    `year` is astronomical (1 BC is 0); `short` says that only its last two figures were written, `reign` that only
    an era in force can place it (三十五年六月), `era` is the era that was named: the year before its first, and whether it is lunar.  A reference such as
    ``("context", 1)`` is 次年 (`year_ref`), 次月 or 次日; ``("document", 0)`` is 今年, 本月, 今天.  `week` is a week's distance from the
    document's and a weekday (1..7, 0 for the whole week, 8 for its end).  `julian` says that the day is counted in the Julian calendar (俄历).
    `scale` tells that `year` is the first of
    a decade or century.  `part` is a row of ``date_words`` as (first, last, exact): months of a year, days of a
    month, years of a decade or century.  `clock` is in minutes, `stamp` the clock time in EDTF, `loose` says 约 or 许 of it, `half` whether words put it behind noon ("late") or leave
    that open ("open").
    """

    year: int | None = None
    short: bool = False
    reign: bool = False
    era: tuple[int, bool] | None = None
    year_ref: Ref | None = None
    month: int | None = None
    leap: bool = False
    month_ref: Ref | None = None
    day: int | None = None
    day_ref: Ref | None = None
    week: tuple[int, int] | None = None
    lunar: bool = False
    julian: bool = False
    scale: Scale = ""
    span_years: int = 1
    part: tuple[int, int, bool] | None = None
    clock: tuple[int, int] | None = None
    stamp: str = ""
    loose: bool = False
    half: str = ""
    steps: tuple[str, ...] = ()

    def behind_noon(self) -> Point:
        """The same point with its hour, one before noon, twelve later."""
        if self.clock is None:
            return self
        hour, rest = int(self.stamp[1:3]), self.stamp[3:]
        return replace(
            self,
            clock=(self.clock[0] + 720, self.clock[1] + 720),
            stamp=f"T{hour + 12:02d}{rest}",
            half="late",
        )

    @property
    def has_year(self) -> bool:
        """Whether the words themselves say which year."""
        return self.year is not None or self.year_ref is not None

    @property
    def relative(self) -> bool:
        """Whether the words only count from the time in force (次年, 三天后) and state no figure of a date."""
        refs = (self.year_ref, self.month_ref, self.day_ref)
        counted = any(ref is not None and ref[0] == "context" for ref in refs)
        return counted and self.year is None and self.month is None and self.day is None and not self.stamp

    @property
    def has_month(self) -> bool:
        """Whether the words themselves say which month."""
        return self.month is not None or self.month_ref is not None

    @property
    def has_day(self) -> bool:
        """Whether the words name a day."""
        return self.day is not None or self.day_ref is not None or self.week is not None

    @property
    def grain(self) -> int:
        """How fine it is: 0 century or decade, 1 year, 2 month, 3 day, 4 a time with nothing else."""
        if self.scale:
            return 0
        if self.has_day:
            return 3
        if self.has_month:
            return 2
        return 1 if self.has_year or self.part else 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A point with its place; `end` is the other point of an interval, `rule` the name of what found it."""

    span: Span
    start: Point
    end: Point | None = None
    rule: str = "date"
