"""Numerals with what is written into them: 三十多, 十几, 两三百, 数十, 上千, 三分之一, 五百余万."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache

from crosscheck.quantities.lazy import Lazy
from crosscheck.quantities.source import SET
from crosscheck.text.numerals import value

_DIGIT = {char: number for number, char in enumerate("一二三四五六七八九", 1)} | {"两": 2}
_VAGUE = Lazy(r"(?:好几|几|数)([十百千万亿]+)")
_LEAST = Lazy(r"[上过]([百千万亿]+)")
_SEVERAL = "好几"
# A run of characters longer than this writes no number: it is noise, or a table that lost its columns.
_LONGEST = 40
_SIZES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8, "兆": 10**12}
_MIXED = Lazy(r"零?(\d+(?:\.\d+)?)([十百千]?[万亿兆]*)")
_PAIR = Lazy(
    r"([一二两三四五六七八九\d十百千万亿零]*?)([一二两三四五六七八])([二两三四五六七八九])([十百千万亿]*)"
)
_GUESS = Lazy(r"(\d*)(\d)、(\d)([十百千万亿]*)")
_TENS = Lazy(r"(\d)0、(\d)0([万亿]*)")
_TAIL = Lazy(r"(.*?)([多余几来])([万亿]*)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number as written: the interval of what it can mean, `stated` its plain value, `quantum` its last place.

    `plain` tells that nothing was written into the numeral; `row` that it is a row of digits (五七, 一九三〇).
    """

    text: str
    stated: Fraction
    low: Fraction | None
    high: Fraction | None
    low_open: bool = False
    high_open: bool = False
    hedged: bool = False
    quantum: Fraction = Fraction(1)
    plain: bool = True
    row: bool = False


def quantum_of(text: str, stated: Fraction) -> Fraction:
    """The place of the last significant digit: 10 for 60, 1/10 for 22.5, 1000 for 3.5万."""
    point = re.search(r"[.点]", text)
    if point:
        decimals = re.match(r"[\d零〇○一二三四五六七八九]+", text[point.end() :])
        scale = Fraction(1)
        for char in text[point.end() :]:
            scale *= value(char) or 1 if char in "十百千万亿兆" else 1
        return scale / int("1" + "0" * len(decimals.group() if decimals else ""))
    if stated.denominator != 1 or not stated:
        return Fraction(1)
    place = 1
    while stated % (place * 10) == 0:
        place *= 10
    return Fraction(place)


def exact(text: str, stated: Fraction, *, row: bool = False) -> Number:
    """A number that means itself."""
    return Number(
        text=text, stated=stated, low=stated, high=stated, quantum=quantum_of(text, stated), row=row
    )


@lru_cache(maxsize=4096)
def read_number(text: str) -> Number | None:
    """The number that `text` (a match of `number_source`) writes; None where it writes none."""
    if "、" in text and text[0].isdecimal() and text[0].isascii():
        return _guess(text)
    text = text.replace(" ", "").replace("、", "")
    if len(text) > _LONGEST:
        return None
    if text in SET:
        low = Fraction(SET[text])
        return _order(text, low)
    if text == _SEVERAL:
        return _open(text, Fraction(2), Fraction(2), Fraction(9))
    vague = _VAGUE.fullmatch(text)
    if vague:
        unit = _units(vague.group(1))
        low, high = (2 * unit, 10 * unit) if len(vague.group(1)) > 1 or unit < 10**4 else (2 * unit, None)
        return _open(text, unit, low, None if high is None else high - 1 if unit == 10 else high)
    least = _LEAST.fullmatch(text)
    if least:
        return _order(text, _units(least.group(1)))
    return _pair(text) or _tailed(text) or _plain(text)


def round_number(text: str, low: int) -> Number:
    """A round number that is not meant to the last place: 百万 before a noun."""
    return _order(text, Fraction(low))


def negative(number: Number) -> Number:
    """The number below zero: 零下三十多度 lies between -40 and -30."""
    return replace(
        number,
        stated=-number.stated,
        low=None if number.high is None else -number.high,
        high=None if number.low is None else -number.low,
        low_open=number.high_open,
        high_open=number.low_open,
    )


def _order(text: str, low: Fraction) -> Number:
    """上千, 数以万计: from the number up to, not including, ten times as much."""
    return Number(
        text=text, stated=low, low=low, high=low * 10, high_open=True, hedged=True, quantum=low, plain=False
    )


def _open(text: str, stated: Fraction, low: Fraction, high: Fraction | None) -> Number:
    """A vague number: 数百 from 200 up to, not including, 1000."""
    return Number(
        text=text,
        stated=stated,
        low=low,
        high=high,
        high_open=high is not None and high % 10 == 0,
        hedged=True,
        quantum=stated,
        plain=False,
    )


def _units(text: str) -> Fraction:
    total = Fraction(1)
    for char in text:
        total *= value(char) or 1
    return total


def _plain(text: str) -> Number | None:
    if text.strip("十百千万亿兆") == "" and text != "十" and not text.startswith("十"):
        return None
    stated = value(text)
    if text.endswith("k") and text[:-1].replace(".", "", 1).isdecimal():
        stated = Fraction(text[:-1]) * 1000
    if stated is None and "又" in text:
        whole, _, part = text.partition("又")
        left, right = value(whole), value(part)
        stated = left + right if left is not None and right is not None else None
    if stated is None:
        stated = _mixed(text)
    if stated is None:
        return None
    row = len(text) > 1 and all(char in "零〇○一二三四五六七八九" for char in text)
    return exact(text, stated, row=row)


def _mixed(text: str) -> Fraction | None:
    """Figures with units between them: 25万6千, 2千零30万."""
    parts = _MIXED.findall(text)
    if len(parts) < 2 or _MIXED.sub("", text):
        return None
    total = section = Fraction(0)
    for figures, units in parts:
        small = large = 1
        for unit in units:
            small, large = (
                (small * _SIZES[unit], large) if unit in "十百千" else (small, large * _SIZES[unit])
            )
        section += Fraction(figures) * small
        if large > 1:
            total, section = total + section * large, Fraction(0)
    return total + section


def _pair(text: str) -> Number | None:
    """两三百, 七八十, 二十五六, 三五: a guess between two digits next to one another."""
    match = _PAIR.fullmatch(text)
    if not match:
        return None
    before, first, second, units = match.groups()
    if before and before[-1] not in "十百千万亿":
        return None
    one, two = _DIGIT[first], _DIGIT[second]
    if two - one != 1 and (first, second) != ("三", "五"):
        return None
    low, high = value(before + first + units), value(before + second + units)
    if low is None or high is None or low >= high:
        return None
    place = quantum_of("", low)
    return Number(text=text, stated=low, low=low, high=high, hedged=True, quantum=place, plain=False)


def _guess(text: str) -> Number | None:
    """15、6岁, 2、3万人: a guess between two figures one apart."""
    tens = _TENS.fullmatch(text)
    if tens and int(tens[2]) - int(tens[1]) == 1:
        scale = 10 * _units(tens[3])
        low, high = int(tens[1]) * scale, int(tens[2]) * scale
        return Number(text=text, stated=low, low=low, high=high, hedged=True, quantum=scale, plain=False)
    match = _GUESS.fullmatch(text)
    if not match or int(match[3]) - int(match[2]) != 1:
        return None
    scale = _units(match[4])
    low, high = Fraction(match[1] + match[2]) * scale, Fraction(match[1] + match[3]) * scale
    return Number(text=text, stated=low, low=low, high=high, hedged=True, quantum=scale, plain=False)


def _tailed(text: str) -> Number | None:
    """三十多, 十几, 五百余万: more than the number, less than the next one of its last place."""
    match = _TAIL.fullmatch(text)
    if not match or not match.group(1):
        return None
    head, word, units = match.groups()
    head = head.rstrip("零〇") or head
    stated = value(head)
    if stated is None:
        return None
    scale = _units(units)
    if units and head[-1:] in "万亿" and _units(units) <= _units(head[-1]):
        return None
    base = exact(head, stated)
    step = base.quantum if base.stated else Fraction(1)
    return more(base, step, text=text, scale=scale, about=word == "来")


def more(
    base: Number, step: Fraction, *, text: str, scale: Fraction = Fraction(1), about: bool = False
) -> Number:
    """`base` and a little: above it and below the next `step`; with `about` (十来) as far below as above."""
    if about:
        low, high = base.stated - step / 10, base.stated + step * 3 / 10
        opened = False
    else:
        low, high, opened = base.stated, base.stated + step, True
    return Number(
        text=text,
        stated=base.stated * scale,
        low=low * scale,
        high=high * scale,
        low_open=opened,
        high_open=opened,
        hedged=True,
        quantum=base.quantum * scale,
        plain=False,
    )
