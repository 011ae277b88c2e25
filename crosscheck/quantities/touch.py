"""What stands right beside a numeral in figures: a sign of its own, or something that makes it part of more than was read.

Where a digit, a point, a bar or a raised figure still touches, the numeral is not whole and nothing is read.
"""

from __future__ import annotations

from crosscheck.quantities.lazy import Lazy
from crosscheck.quantities.units import Unit

_CUT_BEFORE = Lazy(r"(?:[\^°±′″'\"²³⁰-⁹⁺⁻]|\d ?[×*xX~至到] ?|\d[十百千]?[万亿兆]|\d[.,])$")
_CUT_AFTER = Lazy(
    r" ?[±\\]|[\d½⅓⅔¼¾⅕⅛]|[.,]\d|[⁰-⁹²³¹⁺⁻^°]?[⁰-⁹²³¹⁺⁻^]| ?[×*] ?\d|[xX]\d|[一二三四五六七八九]\d"
)
_UNIT_CUT = Lazy(r"[²³⁰-⁹¹⁺⁻^]|[·⋅*][A-Za-zμ]|(?<=[A-Za-z])-\d")
# Words after which a dash is a minus: what is measured from a zero, and what leads to a value.
_FROM_ZERO = Lazy(
    r"(?:海拔|高程|[熔沸冰燃]点|凝固点|标高|高度|[气水地体室低高均]温|[湖水海地]面|水位|最低处|最深处|底部|温度|低点|最低|最高|平均|极端|[增减]长|增幅|涨幅|利润|盈余|净值|星等|赤纬|纬度|"
    r"同比|环比|[为是约近达至到在于有了降跌和与从自由])(?:约|近|达|仅|只)?$"
)
_BELOW = Lazy(r"零下(?:大?约|将?近|接近|超过?|逾)?$")
_OPENS = Lazy(r"(?:^|[ \n（(，。、；：:|~\[“]|[~至到])$")
_NEVER_NEGATIVE = frozenset(("duration", "age", "area", "volume", "score", "discount"))


def cut_before(text: str, start: int) -> bool:
    """Whether something touches the figures that begin at `start` from the left."""
    return bool(_CUT_BEFORE.search(text[max(0, start - 4) : start]))


def cut(text: str, start: int, end: int) -> bool:
    """Whether something touches the figures from `start` to `end` that they belong to."""
    return bool(cut_before(text, start) or _CUT_AFTER.match(text, end))


def unit_cut(text: str, end: int) -> bool:
    """Whether a unit that ends at `end` goes on: m/s|², m/|kg."""
    return bool(_UNIT_CUT.match(text, end))


def sign(text: str, start: int) -> tuple[int, int]:
    """Where the sign of the numeral at `start` begins, and 1 or -1; `start` and 1 where there is none.

    A dash is a minus where nothing stands before it that it could join to the figures, or after a word for a value.
    """
    below = _BELOW.search(text, max(0, start - 6), start)
    if below:
        return below.start(), -1
    if start == 0 or text[start - 1] not in "-+" or not text[start].isascii():
        return start, 1
    before = text[max(0, start - 8) : start - 1]
    if not _OPENS.search(before) and not _FROM_ZERO.search(before):
        return start, 1
    return start - 1, -1 if text[start - 1] == "-" else 1


def may_be_negative(unit: Unit) -> bool:
    """Whether a dash before an amount in `unit` is a minus: nothing is counted below zero."""
    return not unit.classes and unit.dimension not in _NEVER_NEGATIVE
