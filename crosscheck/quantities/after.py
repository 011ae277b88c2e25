"""The unit or measure word that stands after a number, and what it does to the number."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from crosscheck.quantities.lazy import Lazy
from crosscheck.quantities.number import Number, exact, more, read_number
from crosscheck.quantities.units import Unit, unit_at, unit_named

# What figures may end with where a space and a unit follow: 4亿 m³, 10⁶ km.
_BEFORE_SPACE = "千万亿兆⁰¹²³⁴⁵⁶⁷⁸⁹"
_MIDDLE = Lazy(r"个([多半])(年|月|小时|世纪|钟头|星期|礼拜|赛季|学期)")


def unit_after(text: str, end: int, number: Number) -> tuple[Number, int, Unit | None]:
    """The number, where its unit ends, and the unit at `end`.

    A unit may take the number's last character with it (3兆|瓦 -> 3|兆瓦) or widen the number (三|个多月).
    """
    figures = number.text[-1:].isascii() or text[end - 1] in "万亿千百多余"
    written = text[end - 1].isascii() or text[end - 1] in _BEFORE_SPACE
    at = end + 1 if text[end : end + 1] == " " and figures and written else end
    middle = _MIDDLE.match(text, end)
    if middle:
        unit = unit_named("个" + middle.group(2)) or unit_named(middle.group(2))
        if unit:
            return _wider(number, middle.group(1)), middle.end(), unit
    if text[end - 1] in "兆千百" and len(number.text) > 1:
        joined = unit_at(text, end - 1)
        if joined and len(joined.word) > 1 and not joined.classes and joined.word[0] == text[end - 1]:
            shorter = read_number(number.text[:-1])
            if shorter:
                return shorter, end - 1 + len(joined.word), joined
    found = unit_at(text, at, figures=figures)
    return (number, at + len(found.word), found) if found else (number, end, None)


def _wider(number: Number, word: str) -> Number:
    if word == "多":
        return more(number, Fraction(1), text=number.text + word)
    if not number.plain:
        return number
    halves = exact(number.text + word, number.stated + Fraction(1, 2))
    return replace(halves, quantum=Fraction(1, 2))
