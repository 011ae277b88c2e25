"""The time that the headings of a document give."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from crosscheck.dates.moment import TimeFrame
from crosscheck.dates.point import Token
from crosscheck.model.values import PartialDate

# From a heading of December to one of January the year goes on: a month this much earlier is of the next year.
_TURN = 6


@dataclass(slots=True)
class Outline:
    """The headings that are open where one reads: `enter` each in order, `tell` the time of one that states it."""

    start: TimeFrame
    _open: list[tuple[int, TimeFrame | None]] = field(default_factory=list)
    _sisters: dict[int, TimeFrame] = field(default_factory=dict)

    def enter(self, level: int) -> None:
        """A heading of `level` closes those of its level and below."""
        while self._open and self._open[-1][0] >= level:
            self._open.pop()
        self._sisters = {at: frame for at, frame in self._sisters.items() if at <= level}
        self._open.append((level, None))

    def current(self) -> TimeFrame | None:
        """The time that the innermost open heading with one gives."""
        return next((frame for _, frame in reversed(self._open) if frame is not None), None)

    def base(self, running: TimeFrame, tokens: Iterable[Token]) -> TimeFrame:
        """What the dates of the heading just entered count from: the heading above it, the one before it on its level,
        else the running text as far as it told a month."""
        above = self.current()
        if above is not None:
            return above
        sister = self._sisters.get(self._open[-1][0]) if self._open else None
        if sister is not None:
            year = sister.year
            first = next((token.start.month for token in tokens if token.start.month is not None), None)
            if year is not None and first is not None and sister.month and sister.month[1] - first >= _TURN:
                year += 1
            return replace(self.start, year=year, recent=year, era=sister.era)
        told = running.month[0] if running.month is not None else None
        year = told if told is not None else self.start.year
        return replace(self.start, year=year, recent=year, era=running.era)

    def tell(
        self, base: TimeFrame, after: TimeFrame, found: list[tuple[Token, PartialDate]]
    ) -> TimeFrame | None:
        """The frame behind the heading just entered, None where it tells no time: its dates are `found`, counted from
        `base`; `after` is the frame that they leave."""
        several = any(token.end is not None and value.first != value.last for token, value in found)
        if several:
            days = all(token.start.grain == 3 and _one_month(value) for token, value in found)
            if not days:
                return replace(after, year=None, recent=None, month=None, day=None, head=None, headed=False)
            after = replace(after, day=None)
        told = (after.year, after.month, after.day)
        if not found or told in ((base.year, base.month, base.day), (None, None, None)):
            return None
        after = replace(after, head=replace(after, head=None, headed=False), headed=True)
        level = self._open[-1][0] if self._open else 0
        if level > 1:
            self._open[-1] = (level, after)
            self._sisters[level] = after
        return after


def _one_month(value: PartialDate) -> bool:
    low, _, high = value.edtf.partition("/")
    return low[:-2] == high[:-2]
