"""Every numeral of a text with the words that bound it, with or without a unit: 大于50, 三十以上, 一千到一千五百."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from crosscheck.quantities.hedge import hedge_after, hedge_before, hedged
from crosscheck.quantities.lazy import Lazy
from crosscheck.quantities.number import Number
from crosscheck.quantities.numerals import numerals

_TO = Lazy(r" ?(?:至|到|与|和|--?|~|～) ?")
_BETWEEN = Lazy(r"(?:之?间)")
_AFTER_UNIT = Lazy(r"[\u4e00-\u9fff]{1,2}(?=(?:以|之)?[上下内]|左右)")


def bounded(folded: str) -> Iterator[tuple[int, int, Number]]:
    """Start, end and interval of each numeral, its bounding words included; two that a range joins are one."""
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
    if not join or not number.plain or not other.plain or number.stated >= other.stated:
        return False
    return join.group().strip() not in ("与", "和") or bool(_BETWEEN.match(folded, stop))


def _bound(folded: str, start: int, end: int, number: Number, floor: int) -> tuple[int, int, Number]:
    before = hedge_before(folded, start, floor)
    if before:
        number, start = hedged(number, before[0]), before[1]
    unit = _AFTER_UNIT.match(folded, end)
    after = hedge_after(folded, end) or (hedge_after(folded, unit.end()) if unit else None)
    if after:
        number, end = hedged(number, after[0]), after[1]
    return start, end, number
