"""Every numeral of a text, with or without a unit, in the forms that people write by hand.

Wider than what a quantity is read from: spaces inside (一百 五十), banker's characters alone (壹千), 半百, 一打, simple
fractions (1 4/3), powers (2e5, 2^-1), and k or M for thousands and millions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from functools import cache

from crosscheck.quantities.lazy import Lazy
from crosscheck.quantities.masked import first_characters, masked
from crosscheck.quantities.number import Number, exact, read_number
from crosscheck.quantities.source import number_source
from crosscheck.quantities.spacing import back, close, plain_characters, wide_gaps

_FIGURE = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d*\.\d+|\d+"
_SUFFIX = {"k": 10**3, "K": 10**3, "M": 10**6, "G": 10**9, "B": 10**9, "T": 10**12}
_DOZEN = 12
_LONGEST = 60
# Powers past this are written by machines, not in prose.
_HIGHEST = 300


@cache
def _figures() -> re.Pattern[str]:
    """Fractions, powers and suffixed figures, which stand before plain numbers."""
    sign = r"(?P<sign>(?<![A-Za-z0-9_\-])-)?"
    fraction = r"(?:(?P<whole>\d+) )?(?P<top>\d+)[/／](?P<bottom>\d+)(?![\d/])"
    power = rf"(?P<base>{_FIGURE})(?P<by>[eE^])(?P<up>[+-]{{0,2}}\d{{1,3}})(?!\w)"
    suffixed = rf"(?P<short>{_FIGURE})(?P<suffix>[kKMGBT])(?![A-Za-z])"
    point = r"(?P<point>(?<!\d)\.\d+)"
    return re.compile(rf"{sign}(?:{fraction}|{power}|{suffixed}|{point})")


@cache
def _numbers() -> re.Pattern[str]:
    return re.compile(rf"半百|(?:(?<![A-Za-z0-9_\-])-)?(?:{number_source()})")


@cache
def _starts() -> re.Pattern[str]:
    """Where a numeral, or a word that hides one, may begin."""
    return re.compile(
        rf"[{first_characters()}\d.\-零〇○一二两三四五六七八九十百千万亿兆廿卅卌半数几上过成好负]"
    )


_AFTER_DOZEN = Lazy(r"打(?![击败开造破算工响仗下入死了电扫动架字包])")


def numerals(folded: str) -> Iterator[tuple[int, int, Number]]:
    """Start, end and value of each numeral of `folded`, words that merely hold a numeral character left out."""
    text, places = close(plain_characters(folded), wide_gaps())
    at = 0
    while candidate := _starts().search(text, at):
        start = candidate.start()
        at = masked(text, start)
        if at > start:
            continue
        stop, number = _at(text, start)
        at = max(stop, start + 1)
        if number is not None:
            yield *back(start, stop, places), number


def _at(text: str, start: int) -> tuple[int, Number | None]:
    """Where the numeral at `start` ends, and its value; figures with a sign, a bar or a power first."""
    figured = _figures().match(text, start)
    if figured:
        return figured.end(), _figured(figured)
    match = _numbers().match(text, start)
    return _written(text, start, match.end()) if match else (start, None)


def _written(text: str, start: int, end: int) -> tuple[int, Number | None]:
    word = text[start:end]
    if word == "半百":
        return end, exact(word, Fraction(50))
    if end - start > _LONGEST:
        return end, None
    number = read_number(word)
    while number is None and len(word) > 1 and word[0] not in "-负":
        word = word[:-1]
        number = read_number(word)
    if number is None:
        return end, None
    end = start + len(word)
    dozen = _AFTER_DOZEN.match(text, end)
    if dozen and number.plain:
        return dozen.end(), exact(text[start : dozen.end()], number.stated * _DOZEN)
    return end, number


def _figured(match: re.Match[str]) -> Number | None:
    found = match.groupdict()
    sign = -1 if found["sign"] else 1
    if found["top"]:
        if not int(found["bottom"]):
            return None
        stated = Fraction(int(found["whole"] or 0)) + Fraction(int(found["top"]), int(found["bottom"]))
    elif found["base"]:
        stated = _power(found["base"].replace(",", ""), found["by"], found["up"])
    elif found["short"]:
        stated = Fraction(found["short"].replace(",", "")) * _SUFFIX[found["suffix"]]
    else:
        stated = Fraction("0" + found["point"])
    return replace(exact(match.group(), sign * stated), plain=False)


def _power(base: str, by: str, up: str) -> Fraction:
    sign = -1 if up.count("-") % 2 and not up.startswith("--") else 1
    exponent = min(int(up.lstrip("+-")), _HIGHEST) * sign
    return Fraction(base) * Fraction(10) ** exponent if by in "eE" else Fraction(base) ** exponent
