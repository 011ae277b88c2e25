"""Numbers with a power of ten: 5.97×10^24, 1.2x10⁸, 10的24次方."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from crosscheck.quantities.lazy import Lazy
from crosscheck.quantities.number import Number, exact, quantum_of
from crosscheck.text.numerals import value

_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", "0123456789+-")
_POWER = Lazy(
    r"(?:(?P<by>\d{1,3}(?:,\d{3})++(?:\.\d++)?|\d++(?:\.\d++)?) ?[×*xX✕·] ?|(?P<times>\d++(?:\.\d++)?)乘以?)?"
    r"10(?:\^ ?[（(]?(?P<caret>[-+]?\d{1,3})[）)]?|(?P<raised>[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})"
    r"|的(?P<words>[-负]?(?:\d{1,3}|[一二三四五六七八九十百]{1,5}))次方)(?![\d⁰¹²³⁴⁵⁶⁷⁸⁹.])"
)
_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_ENGLISH = Lazy(
    r"(?P<base>\d{1,3}(?:,\d{3})++(?:\.\d++)?|\d++(?:\.\d++)?) ?(?P<scale>[Tt]housand|[MmBb]illion|[Tt]rillion)(?![A-Za-z])"
)
# Powers past this are no amounts of prose.
_HIGHEST = 100


def power_at(text: str, start: int) -> tuple[int, Number | None] | None:
    """Where the number with a power of ten that begins at `start` ends, and its value; None where none begins."""
    match = _POWER.match(text, start)
    if match:
        return match.end(), _value(match.groupdict())
    match = _ENGLISH.match(text, start)
    if match is None:
        return None
    base = match["base"].replace(",", "")
    scale = _SCALES[match["scale"].lower()]
    number = exact(base, Fraction(base) * scale)
    return match.end(), replace(number, quantum=quantum_of(base, Fraction(base)) * scale)


def _value(found: dict[str, str | None]) -> Number | None:
    words = found["words"]
    if words is not None:
        read = value(words)
        up = None if read is None or read.denominator != 1 else int(read)
    else:
        up = int((found["caret"] or found["raised"] or "0").translate(_RAISED))
    if up is None or abs(up) > _HIGHEST:
        return None
    base = (found["by"] or found["times"] or "1").replace(",", "")
    scale = Fraction(10) ** up
    stated = Fraction(base) * scale
    return replace(exact(base, stated), quantum=quantum_of(base, Fraction(base)) * scale)
