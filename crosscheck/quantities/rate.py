"""What a number is per (每日5万辆, 5元/公斤, 时速80公里), and money signs before it (￥300, 人民币50元)."""

from __future__ import annotations

import re
from functools import cache

from crosscheck.quantities.lazy import Lazy
from crosscheck.quantities.units import Unit, unit_at, unit_named

_BASES = {"日": "天", "钟": "分钟", "个小时": "小时", "个月": "月", "小时": "小时", "星期": "周"}
_EACH = Lazy(
    r"每(?:一)?(个?小时|分钟|秒钟?|个?月|年|日|天|周|星期|季度|平方公里|平方米|平方千米|公顷|亩|公里|千克|公斤|吨|人次|车次|架次|班次|人|户|名|辆|台|股|桶|次|头|张|册|集|瓶|克)"
    r"[^，。；：、！？\d]{0,5}$"
)
_RATED = {
    "时速": "小时",
    "日产": "天",
    "日均": "天",
    "月均": "月",
    "月产": "月",
    "年产": "年",
    "年均": "年",
    "人均": "人",
    "年产量": "年",
    "日产量": "天",
    "月薪": "月",
    "年薪": "年",
    "周薪": "周",
    "户均": "户",
    "亩产": "亩",
    "每股": "股",
}
_RATED_BEFORE = Lazy(rf"({'|'.join(_RATED)})[^，。；：、！？\d]{{0,4}}$")
_SIGNS = {
    "US$": "美元", "HK$": "港元", "NT$": "新台币", "S$": "新加坡元", "A$": "澳元", "C$": "加元", "$": "美元", "＄": "美元",
    "￥": "人民币", "¥": "人民币", "€": "欧元", "£": "英镑", "￡": "英镑", "RMB": "人民币", "USD": "美元", "人民币": "人民币",
    "港币": "港币", "新台币": "新台币", "美金": "美金", "EUR": "欧元", "HKD": "港元", "GBP": "英镑", "JPY": "日元", "CNY": "人民币",
}  # fmt: skip


@cache
def _sign() -> re.Pattern[str]:
    return re.compile(rf"({'|'.join(re.escape(sign) for sign in _SIGNS)}) {{0,2}}$")


def money_before(folded: str, start: int) -> tuple[Unit, int] | None:
    """The currency named right before `start`, and where its sign begins."""
    window = folded[max(0, start - 6) : start]
    match = _sign().search(window)
    unit = unit_named(_SIGNS[match.group(1)]) if match else None
    return (unit, start - len(window) + match.start()) if match and unit else None


def per_before(folded: str, start: int) -> str:
    """The base of a rate whose words stand before `start` in the same clause; "" where there is none."""
    window = folded[max(0, start - 12) : start]
    match = _EACH.search(window)
    if match:
        return _BASES.get(match.group(1), match.group(1))
    rated = _RATED_BEFORE.search(window)
    return _RATED[rated.group(1)] if rated else ""


def per_after(folded: str, end: int, unit: Unit) -> tuple[str, int]:
    """The base of a rate written after the unit (元/吨, 公里每小时), and where it ends; ("", `end`) where none stands."""
    if folded[end : end + 1] not in ("/", "每"):
        return "", end
    if folded.startswith("月", end + 1) and folded[end] == "/":
        return "月", end + 2
    base = unit_at(folded, end + 1)
    if base is None or (folded[end] == "每" and base.dimension != "duration"):
        return "", end
    name = base.unit if base.dimension == "duration" else base.word
    return name, end + 1 + len(base.word)
