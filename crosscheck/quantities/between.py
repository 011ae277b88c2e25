"""Ranges: 340至450公里, 3米到5米, 3至5万人."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from crosscheck.quantities.after import unit_after
from crosscheck.quantities.found import BARE
from crosscheck.quantities.lazy import Lazy
from crosscheck.quantities.number import Number, number_source, read_number
from crosscheck.quantities.units import Unit

_TO = Lazy(r" ?(?:至|到|--?|~|～|或者?) ?")
_LARGE = {"万": 10**4, "亿": 10**8, "兆": 10**12}
# Below this a range of years in figures is a length of time (20-30年), above it years of a century (56-57年).
_YEARS = 32


@cache
def _number() -> re.Pattern[str]:
    return re.compile(number_source())


def second_half(text: str, end: int, number: Number, unit: Unit | None) -> tuple[Number, int, Unit] | None:
    """The range that begins with `number` and its `unit`, with its end and its unit; None where none follows."""
    join = _TO.match(text, end)
    if not join or not number.plain:
        return None
    match = _number().match(text, join.end())
    other = read_number(match.group()) if match else None
    if match is None or other is None or not other.plain or other.text == "一":
        return None
    other, stop, measure = unit_after(text, match.end(), other)
    if measure is None:
        if unit is not None or other.text[-1:] not in ("万", "亿"):
            return None
        measure = BARE
    if unit is not None and unit.dimension != measure.dimension:
        return None
    return _joined(number, unit, other, stop, measure)


def _joined(
    number: Number, unit: Unit | None, other: Number, stop: int, measure: Unit
) -> tuple[Number, int, Unit] | None:
    low = number.stated * (unit.factor / measure.factor if unit else 1)
    scale = _LARGE.get(other.text[-1:], 1)
    if not unit and scale > 1 and number.text[-1:] not in _LARGE and number.stated < other.stated / scale:
        low *= scale
    if low >= other.stated:
        return None
    quantum = min(number.quantum, other.quantum)
    both = replace(number, stated=low, low=low, high=other.stated, quantum=quantum, plain=False)
    return both, stop, measure


def of_years(number: Number, unit: Unit) -> bool:
    """Whether a range of years names years of a century rather than a length of time."""
    return unit.word == "年" and number.stated >= _YEARS and number.text[0].isascii()
