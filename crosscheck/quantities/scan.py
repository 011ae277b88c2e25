"""Finds quantities in folded text: number, what hedges it, unit or measure word, the noun that is counted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from functools import cache

from crosscheck.quantities.filter import name_follows, named
from crosscheck.quantities.finish import finish
from crosscheck.quantities.found import SHARE, Found
from crosscheck.quantities.head import people_follow
from crosscheck.quantities.hedge import hedge_before, hedged
from crosscheck.quantities.lazy import Lazy
from crosscheck.quantities.masked import first_characters, masked
from crosscheck.quantities.measured import measured
from crosscheck.quantities.number import Number, exact, negative, read_number, round_number
from crosscheck.quantities.ordinal import ordinal, placed
from crosscheck.quantities.power import power_at
from crosscheck.quantities.score import ratio_at, score_at
from crosscheck.quantities.source import number_source
from crosscheck.quantities.spacing import back, close, plain_characters
from crosscheck.quantities.touch import cut, cut_before, sign
from crosscheck.quantities.units import unit_at, unit_named

_ROUND = {"百": 100, "千": 1000, "万": 10**4, "百万": 10**6, "千万": 10**7, "亿": 10**8}
# Round numbers that count without a word that bounds them: 百万居民; 百人 and 万人 are mostly names.
_MILLIONS = ("百万", "千万", "亿", "百", "千", "万")
_LAND = ("顷", "亩", "公顷")
_LONGEST = 40
_PARTS = {"百": "%", "千": "‰", "万": "‱"}
_ROMAN = {char: number for number, char in enumerate("ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ", 1)}
# Degrees with minutes, or with a direction: a place, whichever way it is written.
_MINUTES = r"\d{1,2}(?:\.\d+)? ?"
_COORDINATE = Lazy(
    rf"\d{{1,3}}(?:\.\d+)? ?(?:[°º](?: ?{_MINUTES}[分′'’”\"](?: ?{_MINUTES}(?:[秒″”\"]|[′'’]{{2}}))?| ?[NSEW](?![A-Za-z])))"
)


_FRACTION = Lazy(
    r"(?P<top>\d{1,2})/(?P<bottom>\d{1,2}|100|1000)(?=的(?!比分)|以[上下]|左右|多|强|弱|人口|国土)"
)


@cache
def _scanner() -> re.Pattern[str]:
    """Where a quantity, or a word that hides a numeral, may begin."""
    return re.compile(
        rf"[{first_characters()}{''.join(_ROMAN)}\d零〇○一二两三四五六七八九十百千万亿兆廿卅卌壹贰弍叁参肆伍陆柒捌玖半首几数上过成好负]"
    )


@cache
def _half_word() -> re.Pattern[str]:
    unit = r"个?(?:年|月|小时|世纪|天|公里|里|吨|斤|公斤|英里|海里|亩|场)"
    return re.compile(rf"(?<![一二三四五六七八九十两\d])(?:一半|半数|半(?={unit}))")


@cache
def _first_word() -> re.Pattern[str]:
    return re.compile(r"首(?=[次届批台艘架座个位名条家枚部所辆颗款幅支场套任]|(?:张|列)(?!国|家))")


@cache
def _address() -> re.Pattern[str]:
    return re.compile(r"(?<![a-z])[a-z]++://[!-~]++")


@cache
def _number() -> re.Pattern[str]:
    return re.compile(number_source())


def scan(
    folded: str, start: int = 0, end: int | None = None, *, gaps: re.Pattern[str] | None = None
) -> Iterator[Found]:
    """The quantities between `start` and `end`, in order, without overlaps.

    Nothing outside of the two is looked at.  `gaps` are spaces to read over (see `close`).  Linear in the length of the text.
    """
    stretch = folded[start : len(folded) if end is None else end]
    if "://" in stretch:
        stretch = _address().sub(lambda match: "_" * len(match.group()), stretch)
    text, places = close(plain_characters(stretch), gaps)
    for found in _scan(text):
        first, last = back(found.start, found.end, places)
        short = back(found.start, found.short, places)[1]
        yield replace(found, start=start + first, end=start + last, short=start + short)


def _scan(text: str) -> Iterator[Found]:
    at = floor = 0
    before: Found | None = None
    while match := _scanner().search(text, at):
        begin = match.start()
        stop = masked(text, begin)
        if stop > begin:
            at = stop
            continue
        stop, found = _at(text, begin, floor, before)
        at = max(stop, begin + 1)
        if found:
            yield found
            before = found
            at = floor = max(found.end, at)


def _at(text: str, start: int, floor: int, before: Found | None) -> tuple[int, Found | None]:
    """Where the numeral that begins at `start` ends, and the quantity that it is part of."""
    half = _half_word().match(text, start)
    if half:
        return half.end(), _half(text, start, half.end(), floor)
    first = _first_word().match(text, start)
    if first:
        return first.end(), ordinal(text, start, first.end(), exact("一", Fraction(1)))
    if text[start] in _ROMAN:
        return start + 1, _roman(text, start, floor)
    ratio = ratio_at(text, start)
    if ratio:
        return ratio.end, ratio
    if text[start].isdecimal():
        coordinate = _COORDINATE.match(text, start)
        if coordinate:
            return coordinate.end(), None
        fraction = _FRACTION.match(text, start)
        if fraction:
            return fraction.end(), _parted(text, start, fraction, floor)
        power = power_at(text, start)
        if power:
            return power[0], _counted(text, start, power[0], power[1], floor, before) if power[1] else None
    match = _number().match(text, start)
    if not match:
        return start + 1, None
    return match.end(), _numeral(text, start, match.end(), floor, before)


def _numeral(text: str, start: int, end: int, floor: int, before: Found | None) -> Found | None:
    written = text[start:end]
    if len(written) > 1 and written.endswith("两") and unit_at(text, end - 1):
        end, written = end - 1, written[:-1]
    number = read_number(written)
    while number is None and "分之" in written[:-2] and end - start < _LONGEST:
        end, written = end - 1, written[:-1]
        number = read_number(written)
    if number is None and written in _ROUND and hedge_before(text, start, floor):
        number = exact(written, Fraction(_ROUND[written]))
    if number is None and written in _MILLIONS and _many(text, start, end):
        number = round_number(written, _ROUND[written])
    if number is None:
        return None
    if text[start - 1 : start] == "第" and start > floor:
        if "、" in number.text:
            return None
        return ordinal(text, start - 1, end, number) or placed(text, start - 1, end, number)
    return _counted(text, start, end, number, floor, before)


def _many(text: str, start: int, end: int) -> bool:
    """Whether what follows a round number is people, money or a measure."""
    if unit_at(text, start):  # 百万电子伏特 is a unit
        return False
    unit = unit_at(text, end)
    if end - start == 1:
        return bool(unit and unit.word in _LAND)
    return "person" in unit.classes or not unit.classes if unit else people_follow(text, end)


def _counted(
    text: str, start: int, end: int, number: Number, floor: int, before: Found | None
) -> Found | None:
    """The quantity that `number`, from `start` to `end`, gives with what stands around it."""
    figures = number.text[:1].isascii()
    begin, factor = sign(text, start)
    begin = max(begin, floor)
    if figures and cut(text, start, end):
        score = score_at(text, start, end, number)
        return score if score and not cut_before(text, start) else None
    score = None if named(text, begin, start, figures=False) else score_at(text, start, end, number)
    if score:
        return score
    if named(text, begin, end, figures=figures) or name_follows(text, end, number, figures=figures):
        return None
    if "分之" in number.text:
        return _fraction(text, start, end, number, floor)
    if factor < 0 and begin < start:
        word = hedge_before(text, start, begin + 1)  # 零下约20度
        number = negative(hedged(number, word[0]) if word else number)
    return measured(text, start, end, number, floor, before, begin=begin)


def _roman(text: str, start: int, floor: int) -> Found | None:
    """Ⅷ度: the only Roman numbers that measure are degrees and levels."""
    unit = unit_at(text, start + 1)
    if unit is None or unit.word not in ("度", "级"):
        return None
    number = exact(text[start], Fraction(_ROMAN[text[start]]))
    return finish(text, start, start + 2, number, unit, floor)


def _half(text: str, start: int, end: int, floor: int) -> Found | None:
    number = exact("半", Fraction(1, 2))
    if end - start == 2 and text[start - 1 : start] == "过" and text[start - 2 : start] != "超过":
        more = hedged(replace(number, quantum=Fraction(0)), "over")
        return finish(text, start - 1, end, more, SHARE, floor)
    if end - start == 2:
        return finish(text, start, end, replace(number, quantum=Fraction(0)), SHARE, floor)
    unit = unit_at(text, end)
    if unit is None:
        return None
    return finish(text, start, end + len(unit.word), replace(number, quantum=Fraction(1, 2)), unit, floor)


def _parted(text: str, start: int, match: re.Match[str], floor: int) -> Found | None:
    """1/3的人口: a share in figures."""
    top, bottom = int(match["top"]), int(match["bottom"])
    if not 0 < top < bottom or cut_before(text, start) or text[start - 1 : start] in tuple("/:-月年日第"):
        return None
    number = replace(exact(match.group(), Fraction(top, bottom)), quantum=Fraction(0))
    return finish(text, start, match.end(), number, SHARE, floor)


def _fraction(text: str, start: int, end: int, number: Number, floor: int) -> Found | None:
    below, _, rest = number.text.lstrip("负").partition("分之")
    unit = unit_named(_PARTS.get(below.lstrip("一"), ""))
    above = read_number(rest) if unit else None
    if above is None or unit is None:
        return finish(text, start, end, replace(number, quantum=Fraction(0)), SHARE, floor)
    if number.text.startswith("负"):
        above = exact(above.text, -above.stated)
    return finish(text, start, end, above, unit, floor)
