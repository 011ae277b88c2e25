"""Numbers that give a rank or a name: 第三次, 首台, 名列第十, 51号."""

from __future__ import annotations

import re
from functools import cache

from crosscheck.quantities.found import BARE, NUMBERED, Found
from crosscheck.quantities.head import head_after
from crosscheck.quantities.lazy import Lazy
from crosscheck.quantities.number import Number
from crosscheck.quantities.units import Unit, unit_at

# What is numbered rather than ranked: the name of a body, a place, a volume.
_NAMING = frozenset({
    "province", "city", "county", "country", "troops", "taxon", "term", "part", "book", "generation", "child",
})  # fmt: skip
_RANKED = ("名", "位", "人", "次")
_MOST = 500
_CLOCK = ("分钟",)
# The ninth day of something is no nine days; the second is the day after, a date.
_PERIODS = ("天", "日", "昼夜", "周", "星期", "个星期", "小时", "个小时", "个月")
_NEXT = 2
_CHILD = Lazy(r"[子女](?![\u4e00-\u9fff])")


@cache
def _events() -> re.Pattern[str]:
    return re.compile(
        r"[^，。；、]{0,12}(?:大会|会议|全会|五年计划|世界大战|运动会|战役|方面军|野战军|国内革命战争)|全国|世界|国际|五年"
    )


@cache
def _placing() -> re.Pattern[str]:
    return re.compile(
        r"(?:[名位]列|排名|排行|排在|位居|居|列|获|得|获得|取得|名次|跌至|升至|升到|跌到)(?:[^，。；、\d]{0,6})$"
    )


def ordinal(text: str, start: int, end: int, number: Number) -> Found | None:
    """第 and a number with the measure word that follows; None where it names a meeting, a volume, a body."""
    unit = unit_at(text, end)
    if unit and unit.word in _CLOCK:
        return _rank(start, end + len(unit.word), number, unit)
    if unit and unit.word in _PERIODS and number.plain and number.stated > _NEXT:
        return _rank(start, end + len(unit.word), number, unit)
    if number.plain and _CHILD.match(text, end):
        child = Unit(word=text[end], unit=text[end], dimension="count", classes=("child",))
        return _rank(start, end + 1, number, child)
    if unit is None or not unit.classes or _events().match(text, end + len(unit.word)):
        return None
    if _NAMING & set(unit.classes) or (unit.word in _RANKED and number.stated > _MOST):
        return None
    stop = end + len(unit.word)
    return _rank(start, stop, number, unit, head_after(text, stop, relative=False)[0])


def placed(text: str, start: int, end: int, number: Number) -> Found | None:
    """A bare rank, 名列第十: only after a word of placing, and where nothing is ranked by name."""
    if "\u4e00" <= text[end : end + 1] <= "\u9fff" or not _placing().search(text[max(0, start - 10) : start]):
        return None
    return _rank(start, end, number, BARE)


def _rank(start: int, stop: int, number: Number, unit: Unit, head: str = "") -> Found:
    return Found(
        start=start,
        end=stop,
        short=stop,
        number=number,
        unit=unit,
        rule="first" if number.stated == 1 and not head else "ordinal",
        head=head,
        sense="ordinal",
    )


def identifier(text: str, start: int, end: int, number: Number) -> Found | None:
    """51号, 223号: a number that names; the days of a month are left to dates."""
    if not text.startswith("号", end) or text.startswith(("号称", "号召", "号令", "号码", "号角"), end):
        return None
    if not number.plain or not number.text.isdecimal():
        return None
    if number.stated <= 31 and (end + 1 == len(text) or text[end + 1] in "，。、；至- "):
        return None
    return Found(
        start=start,
        end=end + 1,
        short=end + 1,
        number=number,
        unit=NUMBERED,
        rule="identifier",
        sense="identifier",
    )
