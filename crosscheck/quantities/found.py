"""A quantity of the text, and the units that no table holds."""

from __future__ import annotations

from dataclasses import dataclass

from crosscheck.quantities.number import Number
from crosscheck.quantities.units import Unit

SHARE = Unit(word="", unit="", dimension="share")
BARE = Unit(word="", unit="", dimension="count")
SCORE = Unit(word="比", unit="比", dimension="score")
NUMBERED = Unit(word="号", unit="号", dimension="identifier")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A quantity of the text: `start`, `end` of all of it, `short` the end of number and unit alone."""

    start: int
    end: int
    short: int
    number: Number
    unit: Unit
    rule: str
    head: str = ""
    per: str = ""
    sense: str = "count"
