"""What is added after a unit: 三年多, 一吨半, 3小时20分, 1米78, 三成五."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from functools import cache

from crosscheck.quantities.lazy import Lazy
from crosscheck.quantities.number import Number, exact, more, read_number
from crosscheck.quantities.source import number_source
from crosscheck.quantities.units import Unit, unit_at, unit_named

_HOUR = 3600
# Words that are such a unit only after a larger one: 九里十三步, 30度15分.
_OF_UNIT = {
    ("亩", "分"): Unit(word="分", unit="分", dimension="area", factor=Fraction(200, 3)),
    ("亩", "厘"): Unit(word="厘", unit="厘", dimension="area", factor=Fraction(20, 3)),
    ("里", "步"): Unit(word="步", unit="步", dimension="length", factor=Fraction(5, 3)),
    ("°", "分"): Unit(word="分", unit="′", dimension="degree", factor=Fraction(1, 60)),
    ("°", "秒"): Unit(word="秒", unit="″", dimension="degree", factor=Fraction(1, 3600)),
}
_MORE = Lazy(r"[多余](?![少数边党])|来(?=[长高宽重])")
_HALF = Lazy(r"半(?![导岛球径数个天路场圆途夜])")
_NIGHTS = Lazy(r"([一两二三四五六七八九十]{1,3}|\d{1,3})夜")
# 三周大, 五个月大的婴儿.
_OLD = Lazy(r"大(?=[的了，。；、）时]|$|[婴幼男女])")
_DECIMALS = Lazy(r"\d{1,2}(?![\d年月个米元])")
_TENTHS = Lazy(r"([一二三四五六七八九半\d])(?![十百千万亿\d])")


@cache
def _number() -> re.Pattern[str]:
    return re.compile(number_source())


def composed(text: str, end: int, number: Number, unit: Unit) -> tuple[Number, int, Unit]:
    """The number with what is added after its `unit`, which ends at `end`, where that ends, and the unit it is in."""
    if unit.word == "成":
        return *_tenths(text, end, number), unit
    nights = _NIGHTS.match(text, end) if unit.word in ("天", "日") else None
    if nights and nights.group(1) == number.text:
        return number, nights.end(), unit
    if unit.dimension in ("duration", "age") and _OLD.match(text, end):
        return number, end + 1, unit
    if unit.classes or unit.dimension in ("share", "points", "score", "level") or not number.plain:
        return number, end, unit
    if _MORE.match(text, end):
        return more(number, Fraction(1), text=number.text), end + 1, unit
    if _HALF.match(text, end):
        return _with(number, number.stated + Fraction(1, 2), Fraction(1, 2)), end + 1, unit
    total, at, last = _smaller(text, end, number, unit)
    tail = _DECIMALS.match(text, end)
    if at == end and tail and unit.word in ("米", "元", "块", "秒"):
        step = Fraction(1, 10 ** len(tail.group()))
        return _with(number, number.stated + int(tail.group()) * step, step), tail.end(), unit
    if at == end:
        return number, end, unit
    ratio = last.factor / unit.factor
    if _terminates(total):
        return _with(number, total, ratio), at, unit
    return _with(number, total / ratio, Fraction(1)), at, last


def _terminates(number: Fraction) -> bool:
    """Whether `number` has a finite decimal form: 2小时8分 is better said in minutes."""
    rest = number.denominator
    while rest % 2 == 0:
        rest //= 2
    while rest % 5 == 0:
        rest //= 5
    return rest == 1


def _with(number: Number, stated: Fraction, quantum: Fraction) -> Number:
    return replace(exact(number.text, stated), quantum=quantum)


def _tenths(text: str, end: int, number: Number) -> tuple[Number, int]:
    tenth = _TENTHS.match(text, end)
    if not tenth or not number.plain:
        return number, end
    part = read_number(tenth.group(1)) if tenth.group(1) != "半" else None
    added = part.stated / 10 if part else Fraction(1, 2)
    return _with(number, number.stated + added, Fraction(1, 10)), tenth.end()


def _smaller(text: str, end: int, number: Number, unit: Unit) -> tuple[Fraction, int, Unit]:
    """The sum with every smaller unit of the same dimension that follows, where it ends, and the last unit."""
    total, at, last = number.stated, end, unit
    while True:
        match = _number().match(text, at + 1 if text[at : at + 1] in ("零", "又") else at)
        part = read_number(match.group()) if match else None
        if match is None or part is None or not part.plain:
            return total, at, last
        below = _OF_UNIT.get((unit.unit, text[match.end() : match.end() + 1])) or unit_at(text, match.end())
        length = len(below.word) if below else 0
        if below and below.word == "分" and last.factor == _HOUR:
            below = unit_named("分钟") or below
        if below is None or below.dimension != unit.dimension or below.classes or below.factor >= last.factor:
            return total, at, last
        total += part.stated * below.factor / unit.factor
        at, last = match.end() + length, below
