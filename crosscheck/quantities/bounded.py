"""Every numeral of a text with the words that bound it, with or without a unit: 大于50, 三十以上, 一千到一千五百."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from crosscheck.quantities.hedge import hedge_after, hedge_before, hedged
from crosscheck.quantities.lazy import Lazy
from crosscheck.quantities.number import Number
from crosscheck.quantities.numerals import numerals
from crosscheck.quantities.spacing import back, close

_TO = Lazy(r" ?(?:至|到|与|和|--?|~|～) ?")
_BOTH = Lazy(r" {0,2}(?:[，,、]|并且?|而?且|但|同时|又)? {0,2}")
# Spaces that part the words of a bound: 小于 或 等于100, < = 100.
_GAPS = r"(?<=[于或者]) +(?=[或等])|(?<=[<>]) +(?==)|(?<=[于=<>]) +(?=\d)|(?<=等) +(?=于)"
_THAN = Lazy(r"比 ?$")
_THAN_AFTER = Lazy(r" ?(?P<more>[高多大长重快])|(?: ?[低少小短轻慢矮])")
_BETWEEN = Lazy(r"(?:之?间)")
_AFTER_UNIT = Lazy(r"[\u4e00-\u9fff]{1,2}(?=(?:以|之)?[上下内]|左右)")


def bounded(folded: str) -> Iterator[tuple[int, int, Number]]:
    """Start, end and interval of each numeral, its bounding words included; two that a range joins are one."""
    text, places = close(folded, _gaps())
    before: tuple[int, int, Number] | None = None
    for item in _bounded(text):
        both = _both(text, before, item) if before else None
        if before and both is None:
            yield *back(before[0], before[1], places), before[2]
        before = both or item
    if before:
        yield *back(before[0], before[1], places), before[2]


@cache
def _gaps() -> re.Pattern[str]:
    return re.compile(_GAPS)


def _both(
    text: str, one: tuple[int, int, Number], two: tuple[int, int, Number]
) -> tuple[int, int, Number] | None:
    """Two bounds side by side, one from below and one from above, as one interval (大于10小于20)."""
    if not _BOTH.fullmatch(text, one[1], two[0]):
        return None
    below, above = (one[2], two[2]) if one[2].high is None else (two[2], one[2])
    if below.low is None or below.high is not None or above.high is None or above.low is not None:
        return None
    if below.low > above.high:
        return None
    return one[0], two[1], replace(below, high=above.high, high_open=above.high_open, plain=False)


def _bounded(folded: str) -> Iterator[tuple[int, int, Number]]:
    found = list(numerals(folded))
    at = floor = 0
    while at < len(found):
        start, end, number = found[at]
        at += 1
        if at < len(found) and _joins(folded, end, found[at], number):
            _, end, other = found[at]
            at += 1
            number = replace(number, high=other.stated, plain=False)
            between = _BETWEEN.match(folded, end)
            end = between.end() if between else end
        start, end, number = _bound(folded, start, end, number, floor)
        floor = end
        yield start, end, number


def _joins(folded: str, end: int, after: tuple[int, int, Number], number: Number) -> bool:
    start, stop, other = after
    join = _TO.fullmatch(folded, end, start)
    if not join or not _one(number) or not _one(other) or number.stated >= other.stated:
        return False
    return join.group().strip() not in ("与", "和") or bool(_BETWEEN.match(folded, stop))


def _one(number: Number) -> bool:
    return number.low == number.high and not number.hedged


def _bound(folded: str, start: int, end: int, number: Number, floor: int) -> tuple[int, int, Number]:
    before = hedge_before(folded, start, floor)
    than = _THAN.search(folded, floor, start)
    side = _THAN_AFTER.match(folded, end) if than and _one(number) else None
    if than and side:
        return than.start(), side.end(), hedged(number, "over" if side["more"] else "under")
    if before and not (before[0] == "about" and number.low != number.high):  # about says nothing of a range
        number, start = hedged(number, before[0]), before[1]
    unit = _AFTER_UNIT.match(folded, end)
    after = hedge_after(folded, end) or (hedge_after(folded, unit.end()) if unit else None)
    if after:
        number, end = hedged(number, after[0]), after[1]
    return start, end, number
