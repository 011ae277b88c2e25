"""Words around a number that widen or bound it: 约, 近, 超过, 至少, 以上, 左右."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from functools import cache

from crosscheck.lexicon import either, table
from crosscheck.quantities.number import Number, more

# How far 约 may reach, as a share of the number: a single leading 1 would else allow half as much again.
_REACH = Fraction(1, 4)
_LINK = r"(?:有|了|为|是|达|达到|占|到了|出)?"
# 约 that ends a noun (条约), 近 and 超 of other words (附近, 马超), 不到 of 达不到.
_NOT_AFTER = {
    "约": "条契合公和节简预制纽誓协签履违婚赴相盟密失缔立特",
    "近": "附最邻靠远亲",
    "超": "马赵黄梁高英李王陈张",
    "大约": "扩",
    "突破": "的",
    "接近": "最",
}


@cache
def _effects(place: str) -> dict[str, str]:
    return {row["hans"]: row["effect"] for row in table("hedges") if row["place"] in (place, "both")}


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"({either(tuple(_effects('before')))}){_LINK} ?$")


@cache
def _after() -> re.Pattern[str]:
    words = tuple(word for word in _effects("after") if word not in ("多", "起"))
    return re.compile(rf" ?({either(words)})(?![级届任])")


def hedge_before(folded: str, start: int, floor: int) -> tuple[str, int] | None:
    """The effect of the word that stands right before `start`, and where it begins; nothing before `floor` counts."""
    window = folded[max(floor, start - 10) : start]
    match = _before().search(window)
    if not match:
        return None
    word, at = match.group(1), start - len(window) + match.start()
    if at > floor and folded[at - 1] in _NOT_AFTER.get(word, ""):
        return None
    return _effects("before")[word], at


def hedge_after(folded: str, end: int) -> tuple[str, int] | None:
    """The effect of the word that stands right at `end`, and where it stops."""
    match = _after().match(folded, end)
    return (_effects("after")[match.group(1)], match.end()) if match else None


def hedged(number: Number, effect: str) -> Number:
    """`number` under `effect`; one that is an interval already keeps the side that the effect leaves alone."""
    base = number.stated
    if effect == "about":
        return _about(number)
    if effect == "near" and base < 0:
        return _about(number)
    if effect == "near":
        width = _place(number) if base else Fraction(0)
        low = max(base - width, base * (1 - _REACH))
        return replace(number, low=low, high=base, low_open=False, high_open=False, hedged=True, plain=False)
    if effect == "plus":
        return more(number, number.quantum, text=number.text)
    if effect in ("over", "least"):
        keep = number.low_open if number.hedged and not number.plain else effect == "over"
        return replace(number, high=None, low_open=keep, high_open=False, hedged=True)
    keep = number.high_open if number.hedged and not number.plain else effect == "under"
    return replace(number, low=None, low_open=False, high_open=keep, hedged=True)


def _place(number: Number) -> Fraction:
    """The last place of a number, one lower where the number is a 1 with zeros: just below 100 the places are tens."""
    place = number.quantum
    return place / 10 if abs(number.stated) == place and place > 1 else place


def _about(number: Number) -> Number:
    """What rounds to the number at its last significant digit, at most a quarter away."""
    if not number.plain:
        return replace(number, hedged=True)
    reach = abs(number.stated) * _REACH
    low = number.stated - min(_place(number) / 2, reach)
    high = number.stated + min(number.quantum / 2, reach)
    return replace(number, low=low, high=high, hedged=True)
