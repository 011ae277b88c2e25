"""Fields and cells whose value is a bare number (车站：14; 震级：6.4): the label says what is counted or measured."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from crosscheck.lexicon import table, words
from crosscheck.quantities.found import BARE, Found
from crosscheck.quantities.hedge import hedge_after, hedge_before, hedged
from crosscheck.quantities.lazy import Lazy
from crosscheck.quantities.number import Number, exact, read_number
from crosscheck.quantities.score import score_of
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
    r"日期|时间|年份|[年月日号码]$|开通|启用|成立|创立|创建|建立|落成|出生|逝世|编号|代[号码]|邮[编政]|区号|电话|网[址站]|坐标|[经纬]度|版本|序|(?<![上本下])届|排名|名次|国道|频道|学号|型号|身份|证|索书|ISBN|ISSN|OCLC|DOI"
)
_SCORES = Lazy(r"(?:比分|比数|赛果|[Ss]core|[Rr]esult)$")
_SCORE = Lazy(r"(?<![\d:-])(\d{1,3}) ?[-:：] ?(\d{1,3})(?![\d:-])")
_YEAR = Lazy(r"\d{4}年?")
_PARAMETER = Lazy(r"(?P<stem>[a-z_ ]+?|[\u4e00-\u9fff]+?)[ _]?\d{0,2}(?:_(?P<unit>km2|km|m|ft|mi|kg|ha|t))?")
_PARAMETER_UNITS = {"km2": "km²"}
_FIRST_YEAR, _LAST_YEAR = 1000, 2200


@cache
def _number() -> re.Pattern[str]:
    return re.compile(number_source())


def field(folded: str, start: int, end: int, label: str, holder: str = "") -> Found | None:
    """The number of the field `label` that fills `start` to `end`; None where it has a unit of its own, or only names.

    `holder` is whose it is, where fields next to it say so (seats2 of the party in party2).
    """
    if not label or (_NAMES.search(label) and not _YEAR.fullmatch(label)):
        return None
    text = folded[start:end]
    if _SCORES.search(label):
        score = _SCORE.search(text)
        one = read_number(score[1]) if score else None
        return (
            score_of(start + score.start(1), start + score.end(2), one, score[2]) if score and one else None
        )
    place = _number_of(text)
    if place is None:
        return None
    floor, begin, stop, number = place
    year = number.text.isdecimal() and len(number.text) == 4 and _FIRST_YEAR <= number.stated <= _LAST_YEAR
    if year and label not in words("attributes") and not _told(label):
        return None
    before, after = hedge_before(text, begin, floor), hedge_after(text, stop)
    if before:
        number, begin = hedged(number, before[0]), before[1]
    if after:
        number, stop = hedged(number, after[0]), after[1]
    label, unit = _unit(label)
    label = holder + label
    return Found(
        start=start + begin,
        end=start + stop,
        short=start + stop,
        number=number,
        unit=unit,
        rule="field",
        head=label,
        sense="count" if unit is BARE or unit.classes else "measure",
    )


def _number_of(text: str) -> tuple[int, int, int, Number] | None:
    """Where the value begins, where its number stands, and the number; None where something else comes first or follows."""
    opened = _VALUE.search(text)
    floor = opened.end() if opened else 0
    first = _DIGIT.search(text, floor, floor + _HEDGE)
    if not first:
        return None
    signed = text[floor : first.start()] in ("-", "+")
    if first.start() > floor and not signed and not hedge_before(text, first.start(), floor):
        return None
    match = _number().match(text, first.start())
    number = read_number(match.group()) if match else None
    if match is None or number is None or number.row or not _CLOSED.match(text, match.end()):
        return None
    if text.startswith(" ", match.end()) and unit_at(text, match.end() + 1):
        return None
    if signed and text[floor] == "-":
        number = replace(exact(number.text, -number.stated), quantum=number.quantum)
    return floor, floor if signed else match.start(), match.end(), number


def _unit(label: str) -> tuple[str, Unit]:
    """What a label names, and the unit that it gives: 厚度（厘米）, 震级."""
    if _LEVEL.search(label):
        return label, Unit(word="级", unit="级", dimension="level")
    told = _told(label)
    if told:
        return told
    measured = _MEASURED.search(label)
    named = unit_named(measured[2]) if measured else None
    if measured and named:
        return measured[1], named
    years = unit_named("岁")
    return label, years if years and _AGE.search(label) else BARE


@cache
def _counts() -> dict[str, tuple[str, str]]:
    return {row["hans"]: (row["noun"], row["unit"]) for row in table("field_counts")}


def _told(label: str) -> tuple[str, Unit] | None:
    """What the table says of the label: its noun and its unit; None where it says nothing."""
    match = _PARAMETER.fullmatch(label.lower())
    if not match:
        return None
    written = match["unit"] or ""
    noun, word = _counts().get(match["stem"].strip().replace(" ", "_"), ("", ""))
    unit = unit_named(_PARAMETER_UNITS.get(written, written) or word)
    if unit is None:
        return None
    return (noun or label, unit) if noun or written else None
