"""Hedges, rate and noun around a number and its unit."""

from __future__ import annotations

from dataclasses import replace

from crosscheck.quantities.filter import anaphoric, article, lost, often
from crosscheck.quantities.found import BARE, Found
from crosscheck.quantities.head import ends_here, head_after, head_before, people_follow
from crosscheck.quantities.hedge import hedge_after, hedge_before, hedged
from crosscheck.quantities.lazy import Lazy
from crosscheck.quantities.number import Number, exact
from crosscheck.quantities.rate import money_before, per_after, per_before
from crosscheck.quantities.units import Unit, unit_named

_LONG_HEAD = 12
_RECENT = Lazy(r"以?来|[间内]")
_NOMINAL = Lazy(r"虚[岁龄年]?(?:是|为|仅|约|才|已)?$")
_MADE = Lazy(
    r"(?:[克占取陷失拔生育辟开设建筑造铸有共凡立置增计各毁获夺得修架挖凿植藏存派发订收缴中射进投]|共有|计有)$"
)
_PAID = Lazy(r"[薪钱价]|工资|稿费|学费|房租|租金|[花卖赚挣]了")
_SCALE_NOUN = Lazy(r"(?:强烈)?(?:地震|余震|强震|前震)|[大阵狂强烈暴台飓]风")
# A dash after one of these is no minus.
_NO_MINUS = Lazy(r"[\dA-Za-z月日年号时点%℃度°-]")
# A unit that goes on as no unit that is known: 5 kg/|x.
_PER_CUT = Lazy(r"/(?:[A-Za-zμ]|\d+ ?[a-zA-Z])")
_FIRST_TWO = ("一", "二")
_NUMBERED = ("班", "级", "型", "版", "世", "团")
# After these a word for a class or a layer is counted, not named: 每日提供460班.
_TOLD = Lazy(
    r"(?:共有?|全[剧书片]?|合计|总计|历[仕经]?|连[克下陷失占夺]|先后|更新至|播出|出版)(?:了|约|达|近|超过)*$"
)
_COUNTING = Lazy(
    r"(?:共有?|提供|开行|增至|增加|新增|减少|每[天日周月年]|合计|总计|约有|设有?|仅有?|只有)(?:约|达|近|超过)?$"
)
# A noun of one character before these is counted: 建屋三间.
_RESULTS = frozenset(("win", "loss", "result"))
# 年均气温 is no rate.
_NO_RATE = frozenset(("temperature", "temperature:F", "degree", "age", "level"))
_BUILT = ("间", "座", "栋", "幢", "进", "口", "艘", "辆", "架", "匹", "头", "张", "件", "尊")
_ABOUT_PEOPLE = ("人", "名", "位")


def finish(
    text: str, start: int, end: int, number: Number, unit: Unit, floor: int, *, per: bool = True
) -> Found | None:
    """The quantity of number and unit at `start` to `end`; None where it counts nothing.

    Without `per` nothing after `end` belongs to it: the unit stands elsewhere.
    """
    one = number.text == "一" and unit.classes
    if one and article(text, start) and not lost(text, start, end, unit):
        return None
    if not one and anaphoric(text, start, number, unit):
        return None
    begin = start
    if unit.dimension in ("temperature", "degree", "share", "points") and number.stated > 0:
        begin, number = _below_zero(text, begin, number)
    if (
        unit.word == "块"
        and unit.classes
        and ends_here(text, end)
        and _PAID.search(text, max(0, begin - 14), begin)
    ):
        unit = unit_named("块钱") or unit
    if unit.dimension.startswith("money"):
        begin, unit = _currency(text, begin, unit)
    if unit.dimension == "age" and _NOMINAL.search(text[max(0, begin - 5) : begin]):
        unit = unit_named("虚岁") or unit
    before = hedge_before(text, begin, floor)
    recent = before and before[0] == "near" and unit.dimension == "duration" and _RECENT.match(text, end)
    if before and not recent:
        number, begin = hedged(number, before[0]), before[1]
    if not per:
        return _measure(text, begin, end, number, unit, floor, per_before(text, begin))
    if unit.dimension == "mass" and text.startswith("级", end) and not text.startswith("级别", end):
        end += 1
    after = hedge_after(text, end)
    if after:
        number, end = hedged(number, after[0]), after[1]
    base, end = _base(text, begin, end, unit)
    if _PER_CUT.match(text, end):
        return None
    if unit.classes or unit is BARE:
        return _count(text, begin, end, number, unit, floor, base)
    return _measure(text, begin, end, number, unit, floor, base)


def _base(text: str, begin: int, end: int, unit: Unit) -> tuple[str, int]:
    """The base of a rate, written after the unit or before the number, and where the words after the unit end."""
    base, end = per_after(text, end, unit)
    if base or unit.dimension in _NO_RATE:
        return base, end
    return per_before(text, begin), end


def _measure(text: str, begin: int, end: int, number: Number, unit: Unit, floor: int, per: str) -> Found:
    head = head_before(text, begin, floor, attribute=True)
    stop = end
    if unit.dimension == "level":
        noun = _SCALE_NOUN.match(text, end)
        stop = noun.end() if noun else end
        head = head or (noun.group() if noun else "")
    return Found(
        start=begin,
        end=stop,
        short=end,
        number=number,
        unit=unit,
        rule="measure",
        head=head,
        per=per,
        sense="measure",
    )


def _count(
    text: str, begin: int, short: int, number: Number, unit: Unit, floor: int, per: str
) -> Found | None:
    rule = "count"
    if begin > floor and text[begin - 1] == "各" and unit.classes:
        begin, rule = begin - 1, "each"
    people = "person" in unit.classes or (unit is BARE and people_follow(text, short))
    relative = (people and unit.word != "人") or unit.word == "个"
    head, end = head_after(text, short, relative=relative, people=people)
    if head and text[end : end + 1] == "-":
        head, end = "", short
    counting = unit.strict == "label" and _counting(text, begin, floor, number)
    told = unit.strict == "told" and bool(_TOLD.search(text[max(floor, begin - 6) : begin]))
    if (
        unit.strict == "label"
        and not counting
        and (len(head) < 2 or number.text in _FIRST_TWO or _numbered(number, unit))
    ):
        return None
    if unit.strict == "told" and not (told or _MADE.search(text[max(floor, begin - 2) : begin])):
        return None
    if unit.strict == "noun" and not head and not _stands_alone(text, begin, short, number, unit, floor):
        return None
    if _RESULTS & set(unit.classes):
        head, end = "", short
    if not head:
        attribute = unit.word not in _ABOUT_PEOPLE
        head = head_before(text, begin, floor, attribute=True) if attribute else ""
        head = head or head_before(text, begin, floor, attribute=False)
    return Found(
        start=begin,
        end=end if end - short <= _LONG_HEAD else short,
        short=short,
        number=number,
        unit=unit,
        rule=rule,
        head=head,
        per=per,
    )


def _counting(text: str, begin: int, floor: int, number: Number) -> bool:
    """Whether what stands before a word for a class or a layer says that it is counted (每日提供460班, 每5分钟一班)."""
    if often(text, begin):
        return True
    more = number.hedged or len(number.text) > 1 or number.text.isascii()
    return more and bool(_COUNTING.search(text[max(floor, begin - 6) : begin]))


def _numbered(number: Number, unit: Unit) -> bool:
    """Whether one character and a word for a class or an issue name it: 三班, 四级."""
    return len(number.text) == 1 and not number.text.isascii() and unit.word in _NUMBERED


def _stands_alone(text: str, begin: int, end: int, number: Number, unit: Unit, floor: int) -> bool:
    """Whether number and measure word count without a noun after them: 病床180张; 辟五门.

    The phrase must end there; a single character for the number needs a noun or a verb of making before it.
    """
    if not ends_here(text, end):
        return False
    if text[begin : begin + 1] == "各" or number.text == "一":  # 一 that is no article: 只剩一门
        return True
    if (
        len(number.text) > 1
        or number.text == "两"
        or number.text.isascii()
        or number.hedged
        or 0 < begin == floor
    ):
        return True
    return bool(_MADE.search(text[max(floor, begin - 2) : begin])) or bool(
        head_before(text, begin, floor, attribute=False, least=1 if unit.word in _BUILT else 2)
    )


def _below_zero(text: str, start: int, number: Number) -> tuple[int, Number]:
    at = start - 1
    if at < 0 or text[at] != "-" or not number.plain or _NO_MINUS.search(text[max(0, at - 1) : at]):
        return start, number
    return at, replace(exact(number.text, -number.stated), quantum=number.quantum)


def _currency(text: str, begin: int, unit: Unit) -> tuple[int, Unit]:
    """Where a name or a sign of the currency before the number begins, and the unit with that currency."""
    prefix = money_before(text, begin)
    if not prefix:
        return begin, unit
    return prefix[1], prefix[0] if unit.unit == "元" else unit
