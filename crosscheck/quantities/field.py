"""Fields and cells whose value is a bare number (车站：14; 震级：6.4): the label says what is counted or measured."""

from __future__ import annotations

import re
from functools import cache

from crosscheck.lexicon import words
from crosscheck.quantities.found import BARE, Found
from crosscheck.quantities.hedge import hedge_after, hedge_before, hedged
from crosscheck.quantities.lazy import Lazy
from crosscheck.quantities.number import Number, read_number
from crosscheck.quantities.source import number_source
from crosscheck.quantities.units import Unit, unit_at, unit_named

_VALUE = Lazy(r"[：:] ?")
_DIGIT = Lazy(r"[\d一二三四五六七八九十两]")
# The longest hedge that may stand before the number.
_HEDGE = 6
_CLOSED = Lazy(r" |$|[，。；、（(\[]")
_MEASURED = Lazy(r"(.+?) ?[（(/] ?([^（）()/\d]{1,6})[)）]?$")
_LEVEL = Lazy(r"(?:震级|烈度|级别)$")
_AGE = Lazy(r"(?:年龄|享年|终年)$")
_NAMES = Lazy(
    r"日期|时间|年份|[年月日号码]$|开通|启用|成立|创立|创建|建立|落成|出生|逝世|编号|代[号码]|邮[编政]|区号|电话|网[址站]|坐标|[经纬]度|版本|序|届|排名|名次|国道|频道|学号|型号|身份|证|索书|ISBN|ISSN|OCLC|DOI"
)
_FIRST_YEAR, _LAST_YEAR = 1000, 2200


@cache
def _number() -> re.Pattern[str]:
    return re.compile(number_source())


def field(folded: str, start: int, end: int, label: str) -> Found | None:
    """The number of the field `label` that fills `start` to `end`; None where it has a unit of its own, or only names."""
    if not label or _NAMES.search(label):
        return None
    text = folded[start:end]
    place = _number_of(text)
    if place is None:
        return None
    floor, begin, stop, number = place
    year = number.text.isdecimal() and len(number.text) == 4 and _FIRST_YEAR <= number.stated <= _LAST_YEAR
    if year and label not in words("attributes"):
        return None
    before, after = hedge_before(text, begin, floor), hedge_after(text, stop)
    if before:
        number, begin = hedged(number, before[0]), before[1]
    if after:
        number, stop = hedged(number, after[0]), after[1]
    label, unit = _unit(label)
    return Found(
        start=start + begin,
        end=start + stop,
        short=start + stop,
        number=number,
        unit=unit,
        rule="field",
        head=label,
        sense="count" if unit is BARE else "measure",
    )


def _number_of(text: str) -> tuple[int, int, int, Number] | None:
    """Where the value begins, where its number stands, and the number; None where something else comes first or follows."""
    opened = _VALUE.search(text)
    floor = opened.end() if opened else 0
    first = _DIGIT.search(text, floor, floor + _HEDGE)
    if not first or (first.start() > floor and not hedge_before(text, first.start(), floor)):
        return None
    match = _number().match(text, first.start())
    number = read_number(match.group()) if match else None
    if match is None or number is None or number.row or not _CLOSED.match(text, match.end()):
        return None
    if text.startswith(" ", match.end()) and unit_at(text, match.end() + 1):
        return None
    return floor, match.start(), match.end(), number


def _unit(label: str) -> tuple[str, Unit]:
    """What a label names, and the unit that it gives: 厚度（厘米）, 震级."""
    if _LEVEL.search(label):
        return label, Unit(word="级", unit="级", dimension="level")
    measured = _MEASURED.search(label)
    named = unit_named(measured[2]) if measured else None
    if measured and named:
        return measured[1], named
    years = unit_named("岁")
    return label, years if years and _AGE.search(label) else BARE
