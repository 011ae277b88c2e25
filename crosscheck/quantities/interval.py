"""Intervals of what a number can mean, and how two of them relate."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from crosscheck.model.comparison import Relation

# Two ranges agree where they share at least half of the narrower one.
_SHARED = Fraction(1, 2)
# A claim that is tighter than an open bound of the source: how much tighter it may be.
_TIGHTER = Fraction(5, 4)
# A bound says nothing about a number this many times away from it.
_FAR = 4


@dataclass(frozen=True, slots=True)
class Interval:
    """From `low` to `high`, None where that side is open; an open end is not part of it."""

    low: Fraction | None
    high: Fraction | None
    low_open: bool
    high_open: bool

    @property
    def exact(self) -> bool:
        """Whether it is one value."""
        return self.low is not None and self.low == self.high

    @property
    def bounded(self) -> bool:
        """Whether it has both ends."""
        return self.low is not None and self.high is not None

    def holds(self, value: Fraction, slack: Fraction = Fraction(0)) -> bool:
        """Whether `value` lies inside; `slack` widens both ends."""
        if self.low is not None and (
            value + slack < self.low or (self.low_open and value + slack <= self.low)
        ):
            return False
        return (
            self.high is None
            or value - slack < self.high
            or (not self.high_open and value - slack == self.high)
        )

    def covers(self, other: Interval) -> bool:
        """Whether every value of `other` lies inside."""
        below = self.low is None or (
            other.low is not None
            and (other.low > self.low or (other.low == self.low and (not self.low_open or other.low_open)))
        )
        above = self.high is None or (
            other.high is not None
            and (
                other.high < self.high
                or (other.high == self.high and (not self.high_open or other.high_open))
            )
        )
        return below and above


def exact_in(
    value: Fraction, around: Interval, slack: Fraction, key: str, *, far: bool
) -> tuple[Relation, str]:
    """An exact value against what is `around` it; `key` says so where it lies inside."""
    if not around.holds(value, slack):
        return "different", "quantity.outside"
    bound = around.low if around.high is None else around.high if around.low is None else None
    if far and bound and value and max(value / bound, bound / value) > _FAR:
        return "incomparable", "quantity.far"
    return "compatible", key


def ranges(one: Interval, two: Interval) -> tuple[Relation, str]:
    """Two intervals with both ends: one inside the other, or a good overlap."""
    if one.low is None or one.high is None or two.low is None or two.high is None:
        return bounds(one, two)
    if two.covers(one) and not one.covers(two):
        return "compatible", "quantity.inside"
    if one.covers(two):
        return "compatible", "quantity.implied"
    shared = min(one.high, two.high) - max(one.low, two.low)
    narrower = min(one.high - one.low, two.high - two.low)
    if shared > 0 and shared >= narrower * _SHARED:
        return "compatible", "quantity.overlap"
    return "different", "quantity.overlap-little" if shared > 0 else "quantity.outside"


def bounds(one: Interval, two: Interval) -> tuple[Relation, str]:
    """At least one of the two is open on one side."""
    if one.covers(two):
        return "compatible", "quantity.implied"
    if two.covers(one):
        tight = [
            (ours, theirs) for ours, theirs in ((one.low, two.low), (one.high, two.high)) if ours and theirs
        ]
        if one.high and two.low is None and two.high and two.high / one.high > _FAR:
            return "incomparable", "quantity.far"
        if one.low and two.high is None and two.low and one.low / two.low > _FAR:
            return "incomparable", "quantity.far"
        near = all(max(ours / theirs, theirs / ours) <= _TIGHTER for ours, theirs in tight)
        return ("compatible", "quantity.inside") if near or one.bounded else ("incomparable", "quantity.open")
    low = one.low if two.low is None else two.low if one.low is None else max(one.low, two.low)
    high = one.high if two.high is None else two.high if one.high is None else min(one.high, two.high)
    if (
        low is not None
        and high is not None
        and (low > high or (low == high and (one.low_open or two.low_open or one.high_open or two.high_open)))
    ):
        return "different", "quantity.outside"
    return "incomparable", "quantity.open"
