"""The unit of a measure: 5公里 as 5米, 300万元 as 300万美元; counts (名, 座) are left alone."""

from __future__ import annotations

from functools import cache
from math import log
from random import Random

from crosscheck import lexicon
from crosscheck.model.report import Finding
from crosscheck.model.span import Span
from crosscheck.mutations._numerals import numeral
from crosscheck.mutations.interface import Change, Ground, Way
from crosscheck.quantities.units import Unit, unit_at, unit_named

# Common money; other currencies would not be believed.
_MONEY = ("元", "美元", "日元", "欧元", "英镑", "港元", "卢布")
# Words that mean something else after a number (3月, 5日, 2点, 7分).
_NOT = frozenset("月日点分刻角毛时块圆度节")
# Units nearest in size that are tried: 公里 becomes 米 or 里, not 毫米.
_NEAREST = 5


@cache
def _others(word: str) -> tuple[Unit, ...]:
    """Units of the same dimension and another size, the nearest in size first."""
    unit = unit_named(word)
    assert unit is not None
    if unit.dimension.startswith("money:"):
        return tuple(
            found for found in map(unit_named, _MONEY) if found and found.dimension != unit.dimension
        )
    found = [
        other
        for other in map(unit_named, lexicon.words("units", dimension=unit.dimension))
        if other is not None
        and other.dimension == unit.dimension
        and other.word.isascii() == word.isascii()
        and other.word not in _NOT
        and not _alike(unit, other)
    ]
    return tuple(
        sorted(found, key=lambda o: (abs(log(o.factor / unit.factor)), len(o.word), o.word))[:_NEAREST]
    )


def _alike(one: Unit, other: Unit) -> bool:
    return 4 * one.factor < 5 * other.factor and 4 * other.factor < 5 * one.factor


def _plant(ground: Ground, finding: Finding, random: Random) -> Change | None:
    span = finding.claim.clean
    folded = ground.folded(span)
    match = numeral().search(folded)
    if match is None or folded.startswith("第"):
        return None
    at = match.end(1)
    while at < len(folded) and folded[at] in "多余来几 ":
        at += 1
    unit = unit_at(folded, at)
    if unit is None or unit.dimension == "count" or unit.word in _NOT:
        return None
    after = folded[at + len(unit.word) :] or ground.text.folded[span.end : span.end + 4]
    pool = [other for other in _others(unit.word) if not (other.unless and after.startswith(other.unless))]
    if not pool:
        return None
    start = span.start + at
    return ground.change(
        "unit", finding, (Span(start, start + len(unit.word)), ground.written(random.choice(pool).word))
    )


CHANGE = Way(name="unit", doc=__doc__ or "", kinds=("quantity",), plant=_plant)
