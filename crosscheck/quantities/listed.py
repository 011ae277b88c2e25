"""Numbers of a list that share the unit after the last one: 高310、270和150米."""

from __future__ import annotations

import re
from fractions import Fraction

from crosscheck.quantities.lazy import Lazy
from crosscheck.quantities.number import Number, exact
from crosscheck.quantities.units import Unit, unit_at

_FIGURE = r"(?:\d{1,3}(?:,\d{3})++|\d++)(?:\.\d++)?"
_REST = Lazy(rf"(?P<rest>(?:(?:[、和及与]|以及){_FIGURE})++) ?(?![\d.:/%-])")
_EACH = re.compile(_FIGURE)
_LONGEST = 80
_NAMES_BEFORE = Lazy(r"(?:第|[A-Za-z_./:#-])$")
# Two figures one apart are a guess (15、6岁, 七、八级); years and floors are named, not measured.
_SMALL = 10


def unit_shared(text: str, start: int, end: int, number: Number) -> Unit | None:
    """The unit that a list gives to the figures from `start` to `end`; None where they stand in no such list."""
    if (
        not number.text[:1].isascii()
        or not number.plain
        or text[end : end + 1] not in ("、", "和", "及", "与", "以")
    ):
        return None
    match = _REST.match(text, end, end + _LONGEST)
    unit = unit_at(text, match.end()) if match else None
    if match is None or unit is None or unit.classes or unit.dimension in ("age", "level", "duration"):
        return None
    others = [exact(word, Fraction(word.replace(",", ""))) for word in map(str, _EACH.findall(match["rest"]))]
    guess = len(others) == 1 and others[0].stated < _SMALL and others[0].stated.denominator == 1
    return None if guess or _NAMES_BEFORE.search(text[max(0, start - 2) : start]) else unit
