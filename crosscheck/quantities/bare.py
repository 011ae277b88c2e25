"""Numbers without a unit: money after its sign, ages after 时年, large or hedged counts, and 1.8亿 after 1.2亿令吉."""

from __future__ import annotations

import re
from functools import cache

from crosscheck.lexicon import table
from crosscheck.quantities.filter import LETTERS
from crosscheck.quantities.finish import finish
from crosscheck.quantities.found import BARE, Found
from crosscheck.quantities.head import ends_here, head_before, people_follow
from crosscheck.quantities.hedge import hedge_before
from crosscheck.quantities.lazy import Lazy
from crosscheck.quantities.number import Number
from crosscheck.quantities.rate import money_before
from crosscheck.quantities.units import unit_named

_LARGE = ("万", "亿", "兆")
_HUNDRED = 100
_OLDEST = 130
_FIRST_YEAR, _LAST_YEAR = 1000, 2200
_AGE = Lazy(r"(?:[时终享得]年|虚岁|年仅|寿|年(?=[逾近过届约]))(?:仅|约|[逾近过届])?$")
_NO_COUNT_AFTER = ("年", "月", "日", "号", "-")
# What is counted by nothing but people, so that figures behind it need no unit (人口11282).
_PEOPLED = frozenset(("人口", "总人口", "户籍人口", "常住人口", "人数", "总人数"))
# How far behind a number the unit may stand that it leaves unsaid.
_REACH = 40


def bare(text: str, start: int, end: int, number: Number, floor: int, before: Found | None) -> Found | None:
    """The quantity of a number that no unit follows; None where nothing says that it counts."""
    money = money_before(text, start)
    if money:
        return finish(text, money[1], end, number, money[0], min(floor, money[1]))
    after = text[end : end + 1]
    if number.row or (after in _NO_COUNT_AFTER and after) or LETTERS.match(after):
        return None
    if _AGE.search(text[max(0, start - 4) : start]) and number.stated <= _OLDEST and ends_here(text, end):
        years = unit_named("岁")
        return finish(text, start, end, number, years, floor) if years else None
    if number.text[-1:] in _LARGE and before is not None:
        again = _again(text, start, end, number, floor, before)
        if again:
            return again
    if _large(text, start, end, number, floor):
        named = _unit_of(head_before(text, start, floor, attribute=True)) if ends_here(text, end) else ""
        return finish(text, start, end, number, unit_named(named) or BARE, floor)
    return None


def _unit_of(noun: str) -> str:
    """The unit in which a bare number after `noun` is given (票房460万); "" where the noun names none."""
    return next((row["unit"] for row in table("attributes") if noun and row["hans"] == noun), "")


def _again(text: str, start: int, end: int, number: Number, floor: int, before: Found) -> Found | None:
    """A large number that leaves the unit of the one before it unsaid (批了1.2亿元, 花了1.8亿)."""
    between = text[before.end : start]
    same = before.number.text[-1:] in _LARGE and before.sense == "measure" and not before.per
    if not same or not before.unit.word or len(between) > _REACH or re.search(r"[。；！？\n]", between):
        return None
    if not ends_here(text, end) or head_before(text, start, floor, attribute=True) in ("人口", "总人口"):
        return None
    return finish(text, start, end, number, before.unit, floor)


@cache
def _orders() -> re.Pattern[str]:
    return re.compile(r"[百千万亿]")


def _large(text: str, start: int, end: int, number: Number, floor: int) -> bool:
    ends = number.text[-1:] in _LARGE
    if (
        ends
        or "," in number.text
        or (number.text[0].isascii() and any(large in number.text for large in _LARGE))
    ):
        return True
    if number.hedged and number.stated >= _HUNDRED:
        return True
    if number.stated < _HUNDRED:
        return False
    if people_follow(text, end) and not (
        number.text.isdecimal() and _FIRST_YEAR <= number.stated <= _LAST_YEAR
    ):
        return True
    if number.text[0].isascii():
        return ends_here(text, end) and head_before(text, start, floor, attribute=True) in _PEOPLED
    if hedge_before(text, start, floor):
        return True
    counted = _orders().search(number.text) and ends_here(text, end)
    return bool(counted and head_before(text, start, floor, attribute=False))
