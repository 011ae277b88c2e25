"""Ranges: 340至450公里, 3米到5米, 3至5万人."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from crosscheck.quantities.after import unit_after
from crosscheck.quantities.found import BARE
from crosscheck.quantities.lazy import Lazy
from crosscheck.quantities.number import Number, exact, read_number
from crosscheck.quantities.power import power_at
from crosscheck.quantities.source import number_source
from crosscheck.quantities.units import Unit

_TO = Lazy(r" ?(?P<word>至|到|-|~|～|或者?) ?(?P<sign>-|\+|负|零下)?")
# Words for a range that may be written backwards.
_SPANS = ("-", "~", "～")
_BACKWARDS = 3
# 2700至1700万 share 万, 5000至1万 do not.
_TIMES = 10
_LARGE = {"万": 10**4, "亿": 10**8, "兆": 10**12}
# Below this a range of years in figures is a length of time (20-30年), above it years of a century (56-57年).
_YEARS = 32
# Years past this are counted, not named; and those after such words.
_LATEST = 2200
_LONG_AGO = Lazy(r"(?:距今|历时|寿命|年龄|树龄|长达|为期|达|历经|以前)(?:约|大约|近)?$")


@cache
def _number() -> re.Pattern[str]:
    return re.compile(number_source())


def second_half(
    text: str, end: int, number: Number, unit: Unit | None, *, below: bool = False
) -> tuple[Number, int, Unit] | None:
    """The range that begins with `number` and its `unit`, with its end and its unit; None where none follows.

    `below` says that 零下 stands before the first: it goes for both (零下20至30度).  Times in two units are no range (24小时至7天).
    """
    join = _TO.match(text, end)
    if not join or not number.plain:
        return None
    found = power_at(text, join.end()) or _plain(text, join.end())
    if found is None or found[1] is None:
        return None
    at, other = found[0], found[1]
    if not other.plain or other.text == "一":
        return None
    other, stop, measure = unit_after(text, at, other)
    if measure is None:
        if unit is not None or other.text[-1:] not in ("万", "亿"):
            return None
        measure = BARE
    if unit is not None and not _alike(unit, measure):
        return None
    if below and not join["sign"]:
        if unit is not None:  # 零下20度至30度 may mean either
            return None
        other = replace(exact(other.text, -other.stated), quantum=other.quantum)
    other = _signed(other, join["sign"], number, unit or measure)
    if (
        unit is None
        and other.stated < number.stated <= other.stated * _BACKWARDS
        and not measure.classes
        and join["word"] in _SPANS
    ):
        number, other = other, number  # 3750~3295年: counted backwards
    return _joined(number, unit, other, stop, measure)


def _alike(unit: Unit, measure: Unit) -> bool:
    if unit.dimension == "duration" == measure.dimension and unit.factor != measure.factor:
        return False
    return unit.dimension == measure.dimension


def _plain(text: str, start: int) -> tuple[int, Number | None] | None:
    match = _number().match(text, start)
    return (match.end(), read_number(match.group())) if match else None


def _signed(other: Number, sign: str | None, number: Number, unit: Unit) -> Number:
    """The second number with its sign: a dash more (3--5米) is a minus only where there can be one."""
    below = sign in ("负", "零下") or (
        sign == "-" and (number.stated < 0 or unit.dimension in ("temperature", "share"))
    )
    return replace(exact(other.text, -other.stated), quantum=other.quantum) if below else other


def _joined(
    number: Number, unit: Unit | None, other: Number, stop: int, measure: Unit
) -> tuple[Number, int, Unit] | None:
    low, high = number.stated * (unit.factor / measure.factor if unit else 1), other.stated
    scale = _LARGE.get(other.text[-1:], 1)
    if not unit and scale > 1 and number.text[-1:] not in _LARGE and number.stated * scale <= high * _TIMES:
        low *= scale
        low, high = (high, low) if high < low <= high * _BACKWARDS else (low, high)
    if measure.dimension in ("temperature", "degree") and low > high:
        low, high = high, low
    if low >= high:
        return None
    quantum = min(number.quantum, other.quantum)
    both = replace(number, stated=low, low=low, high=high, quantum=quantum, plain=False)
    return both, stop, measure


def of_years(number: Number, unit: Unit, before: str) -> bool:
    """Whether a range of years names years of a century rather than a length of time; `before` is what stands ahead of it."""
    if unit.word != "年" or number.stated < _YEARS or not number.text[0].isascii():
        return False
    return number.stated <= _LATEST and not _LONG_AGO.search(before)
