"""What two dates say by themselves on whether they fill the same slot."""

from __future__ import annotations

from collections.abc import Iterator
from math import log10

from crosscheck.model.fact import Fact
from crosscheck.model.values import PartialDate, Value

# Days of a coarser date that count as wholly coarse against a day: a year.
_YEAR = 366
# A block of days that two dates of one month or less share at an end.
_BLOCK = 16
_FULL = len("XXXX-09-07")


def keys(fact: Fact) -> Iterator[str]:
    """The half months that a date of a month or less begins and ends in."""
    date = fact.value
    assert isinstance(date, PartialDate)
    if date.first is not None and date.last is not None and date.last - date.first <= 31:
        yield f"d{date.first // _BLOCK}"
        yield f"d{date.last // _BLOCK}"


def telling(one: Value, other: Value) -> float:
    """How much it says that two dates hold: a full date much, a bare year little."""
    assert isinstance(one, PartialDate) and isinstance(other, PartialDate)
    if one.first is None or other.first is None:
        return 0.7 if min(len(one.edtf), len(other.edtf)) >= _FULL else 0.3
    if one.last is not None and other.last is not None and (one.first > other.last or other.first > one.last):
        return 0.3  # the same day of a year that one of them only assumes
    width = max(_width(one), _width(other))
    return 1.0 if width <= 1 else 0.6 if width <= 31 else 0.3 if width <= 100 else 0.0


def coarse(claim: Value, evidence: Value) -> float:
    """How much coarser an evidence is than the claim: a year against a day is 1."""
    assert isinstance(claim, PartialDate) and isinstance(evidence, PartialDate)
    if claim.first is None or evidence.first is None:
        return 0.2
    ratio = (1 + _width(evidence)) / (1 + _width(claim))
    return min(1.0, max(0.0, log10(ratio) / log10(_YEAR)))


def _width(date: PartialDate) -> int:
    return _YEAR if date.first is None or date.last is None else max(0, date.last - date.first)
