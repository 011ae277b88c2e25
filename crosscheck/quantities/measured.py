"""A number with a unit or a measure word, and what the unit means there."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from functools import cache

from crosscheck.quantities.after import unit_after
from crosscheck.quantities.bare import bare
from crosscheck.quantities.between import of_years, second_half
from crosscheck.quantities.composed import composed
from crosscheck.quantities.filter import dated
from crosscheck.quantities.finish import finish
from crosscheck.quantities.found import Found
from crosscheck.quantities.lazy import Lazy
from crosscheck.quantities.listed import unit_shared
from crosscheck.quantities.number import Number
from crosscheck.quantities.ordinal import identifier
from crosscheck.quantities.touch import may_be_negative, unit_cut
from crosscheck.quantities.units import Unit, unit_named

# A coin of less than a yuan, and words with it that only look like one (几分, 数块).
_SMALL_MONEY = ("块", "角", "分", "毛")
# 3分25秒.
_SECONDS = Lazy(r"(?:\d{1,2}(?:\.\d+)?|[一二三四五六七八九十]{1,3})秒")
# 5块6毛.
_SMALL_CHANGE = Lazy(r"[\d一二三四五六七八九]{1,2}[毛角](?![\u4e00-\u9fff]{0,1}[牛皮])")
# Weighed silver is money.
_SILVER = Lazy(r"(?:银|饷|俸|赔款|税款|岁币)[^，。；、！？\d]{0,6}$")
# What points are given with: 得七分.
_SCORED = Lazy(r"(?:[得获以]|拿到|拿下|打出|砍下|得到|共得|仅得|只得|领先|落后)(?:了)?$")
_DISCOUNT_ONES = 10
_FIRST_YEAR, _LAST_YEAR = 1900, 2100


def measured(
    text: str,
    start: int,
    end: int,
    number: Number,
    floor: int,
    before: Found | None,
    *,
    begin: int | None = None,
) -> Found | None:
    """The quantity of `number`, which stands from `start` to `end`; `before` is the last one found ahead of it.

    `begin` is where its sign stands (-2℃, 零下5度): `number` carries it already.
    """
    begin = start if begin is None else begin
    figures = number.text[:1].isascii()
    number, end, unit = unit_after(text, end, number)
    second = second_half(text, end, number, unit, below=text.startswith("零下", begin))
    if second is not None:
        number, end, unit = second
        if of_years(number, unit, text[max(0, begin - 8) : begin]):
            return None
    if unit is None and second is None:
        shared = unit_shared(text, start, end, number)
        if shared is not None:
            return finish(text, begin, end, number, shared, floor, per=False)
    if unit is None:
        if begin < start:
            return None
        return identifier(text, start, end, number) or bare(text, start, end, number, floor, before)
    if (figures and unit_cut(text, end)) or (begin < start and not may_be_negative(unit)):
        return None
    unit = _meant(text, start, end, number, unit)
    if unit is None or not _counts(text, start, end, number, unit):
        return None
    if unit.dimension == "discount" and number.stated > _DISCOUNT_ONES:
        tens = number.stated / 10
        number = replace(number, stated=tens, low=tens, high=tens, quantum=Fraction(1, 10))
    number, end, unit = composed(text, end, number, unit)
    return finish(text, begin, end, number, unit, floor)


def _counts(text: str, start: int, end: int, number: Number, unit: Unit) -> bool:
    """Whether number and unit are a quantity rather than a date, a class or a way of speaking."""
    lone = len(number.text) == 1 and not number.text.isascii()
    if unit.strict == "multi" and lone and not _SCORED.search(text[max(0, start - 4) : start]):
        return False
    if unit.word == "s" and number.text.isdecimal() and number.stated >= 1000:  # the 1860s
        return False
    if unit.dimension == "duration" and dated(text, start, end, number, unit):
        return False
    if unit.word in _SMALL_MONEY and number.hedged and not number.plain and not unit.classes:
        return False
    if unit.word in ("级", "届", "期") and _FIRST_YEAR <= number.stated <= _LAST_YEAR:
        return False
    return not (number.row and number.plain and unit.dimension not in ("share", "discount"))


@cache
def _scale_before() -> re.Pattern[str]:
    return re.compile(
        r"(?:震级|里氏|矩震级|级数|烈度|风力|阵风|余震|地震|最大|最高|最强|[达到为约近])[：:]?$"
    )


@cache
def _scale_after() -> re.Pattern[str]:
    return re.compile(
        r"左右|以上|以下|上下|(?:强烈)?地震|余震|强震|前震|[大阵狂强烈暴台飓]风|风力|风浪|海况|$|[^\u4e00-\u9fff]"
    )


@cache
def _steps() -> re.Pattern[str]:
    return re.compile(r"(?:[石木]?台阶|石阶|阶梯|瀑布|船闸|火箭|梯级|电站|水电站)")


@cache
def _warmth() -> re.Pattern[str]:
    return re.compile(r"(?:温度?|零下|零上|摄氏|高温|低温|冰点|沸点|熔点|酷暑|严寒)[^，。；、！？\d]{0,6}$")


def _meant(text: str, start: int, end: int, number: Number, unit: Unit) -> Unit | None:
    """The unit with what its neighbours say of it: 度 as warmth, angle or 次, 级 as a scale or as steps."""
    if unit.word == "两" and _SILVER.search(text[max(0, start - 8) : start]):
        return unit_named("两银")
    if unit.word == "块" and unit.classes and _SMALL_CHANGE.match(text, end):
        return unit_named("块钱")
    if unit.word == "分" and _SECONDS.match(text, end):
        return unit_named("分钟")
    if unit.word == "级":
        return _level(text, start, end, number, unit)
    if unit.word == "度" and unit.dimension == "degree":
        if _warmth().search(text[max(0, start - 10) : start]) or text.startswith(
            ("高温", "低温", "的气温"), end
        ):
            return unit_named("摄氏度")
        lone = len(number.text) == 1 and not number.text.isascii()
        if (
            lone
            and re.match(r"[\u4e00-\u9fff]", text[end : end + 1])
            and not text.startswith(("设防", "左右", "以"), end)
        ):
            return unit_named("次")
    return unit


def _level(text: str, start: int, end: int, number: Number, unit: Unit) -> Unit | None:
    """级 on a scale (6.4级, 八级大风), or steps that are counted; None where it ranks (三级医院)."""
    scale = replace(unit, dimension="level", classes=(), strict="")
    if number.stated.denominator != 1:
        return scale
    if _steps().match(text, end):
        return unit
    written = number.text[:1].isascii() or number.hedged
    if not _scale_after().match(text, end):
        return None
    return scale if written or _scale_before().search(text[max(0, start - 6) : start]) else None
