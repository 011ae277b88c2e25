"""Tells dates from durations, ordinals and names: what a match of the grammar must not be."""

from __future__ import annotations

import re

from crosscheck.dates.words import ends_with, rows, starts_with
from crosscheck.patterns import compiled

_MARKS = "，,。；;：:！？!?、（(）)《》〈〉“”\"'\n 　-~/|"
# A preposition, verb or name of a group that leads a date.
_LEADS = ("于", "在", "自", "从", "至", "到", "由", "及", "和", "与", "月", "年", "即", "为", "以")


def opens(folded: str, at: int) -> bool:
    """Whether a clause begins at `at`."""
    return at == 0 or folded[at - 1] in _MARKS


def prior(folded: str, at: int) -> str:
    """The character before `at`, "" at the beginning."""
    return folded[at - 1 : at] if at else ""


def led(folded: str, at: int) -> bool:
    """Whether a clause begins at `at`, or a preposition or the like stands before it."""
    return opens(folded, at) or prior(folded, at) in _LEADS


def is_han(text: str) -> bool:
    """Whether a numeral is written in Han characters."""
    return not text.isascii()


def month_stands(m: re.Match[str], folded: str) -> bool:
    """Whether a month without a year is a date: 3月 is, 三月革命 and 八月有余 are not."""
    start, end = m.start(), m.end()
    before, after = folded[max(0, start - 4) : start], folded[end : end + 8]
    if m["d"] or m["bare"] or m["mref"] or m["q"]:
        return not re.search(r"[\d.第零〇一二三四五六七八九十百千]\Z", before)
    if re.search(r"[\d.第零〇一二三四五六七八九十百千万两几数多每同某任单]\Z", before):
        return False
    if starts_with(after, "event"):
        return False
    text = m["m"] or ""
    if is_han(text) and re.match("[A-Za-z]", after):  # a pen name
        return False
    if text in ("冬", "腊", "正") and m["cal"] is None:
        return text != "冬" and led(folded, start)
    return not (is_han(text) and re.match(r"[一二三四五六七八九十]|有余|之久|[以之]?内|之后|后|个月", after))


_DAY_AFTER = compiled(
    r"[内游元圆币语军式产系货裔侨籍韩美英中俄苏均夜光子期志刊程历化出落益渐常渔]|之[内后前久间]|[以]?[内后前]|后|前|时间|本(?![报台院届市月市省校])|报(?![道告])|"
    r"[一三两][餐次顿]|照|行千|千里|龄|薪|租|间|久|班|不见|左右|以上|多|余|游|耳|曼"
)


def day_stands(m: re.Match[str], folded: str) -> bool:
    """Whether a day without a month is a date: 于26日, 29日 are; 30日内, 第六日, 一日千里 are not."""
    start = m.start()
    before, after = folded[max(0, start - 4) : start], folded[m.end("du") : m.end("du") + 4]
    if re.search(r"[日号] ?(?:[至到~和与及]|-) ?$", before) and m["du"] == "日":
        return True  # the end of a stretch: 4月4日至6日之间
    if m["du"] == "号":
        return _numbered(m, folded)
    if re.search(
        r"[\d.,第零〇一二三四五六七八九十百千万两几数多每这那某半整近约有逾达满余头末历花费耗用以期需须延拖隔]\Z",
        before,
    ):
        return False
    if ends_with(before, "duration-before") or _DAY_AFTER.match(after):
        return False
    if is_han(m["d"]):
        if starts_with(folded[m.end("du") : m.end("du") + 4], "day-event"):
            return False  # 十八日战事 lasted so long
        return led(folded, start) and (
            len(m["d"]) > 1 or (opens(folded, start) and bool(re.match(r"[，,上下凌晚清早]", after)))
        )
    return True


_WEEKDAY = compiled(r"(?:星期|周|礼拜)[一二三四五六日天][(（]$")


def _numbered(m: re.Match[str], folded: str) -> bool:
    """Whether a day with 号 and no month is a date: 12号上午, 在12号 at the end of a clause; not 12号线."""
    if prior(folded, m.start()) in ("(", "（") and _WEEKDAY.search(folded, max(0, m.start() - 5), m.start()):
        return folded.startswith((")", "）"), m.end())
    if prior(folded, m.start()) not in ("", "于", "在", "到", "至", "自", "从", "，", ",", "。", "；", "是"):
        return False
    if m["part"] or m["h"]:
        return True
    return prior(folded, m.start()) in ("于", "在", "到") and opens(folded + "。", m.end() + 1)


def part_stands(m: re.Match[str], folded: str) -> bool:
    """Whether a part of a year alone is a date: 上半年, and 年底 where a clause begins."""
    if m["h"] or m["part"]:
        return False
    if m["q"] in ("上半年", "下半年"):
        return prior(folded, m.start()) not in ("每", "个", "的", "各", "两")
    if m["q"].endswith("季度"):
        return prior(folded, m.start()) not in ("每", "个", "的", "各", "前", "后")
    return m["q"] in ("年底", "年初", "年末") and opens(folded, m.start())


_CLOCK_TO = compiled(r"[点时半分刻钟] ?[-至到~] ?$")


def clock_stands(m: re.Match[str], folded: str) -> bool:
    """Whether a time of day alone is one: 9时22分 and 下午三点 are, 三点 and 上午 are not."""
    start, before = m.start(), folded[max(0, m.start() - 2) : m.start()]
    if m["h"] is None or re.search(r"[\d.,:：第零〇一二三四五六七八九十百千万两几数多每小]\Z", before):
        return False
    if m["mi2"]:
        return bool(m["part"]) or re.search(r"\d ?[-至到~] ?$", folded[max(0, start - 4) : start]) is not None
    if m["hu"] and m["hu"].startswith("点"):
        through = _CLOCK_TO.search(folded, max(0, start - 4), start)
        return bool(through or m["part"] or m["mi"] or m["hu"] == "点钟" or m["half"] in ("整", "正", "许"))
    return bool(m["part"] or m["mi"] or m["half"]) or led(folded, start)


def _joined(word: str, folded: str, start: int, end: int) -> bool:
    """Whether a relative word is made of the halves of two others: 目前|天舟, 同|日本."""
    before = rows("joined-before").get(word[0])
    if before is not None and start and prior(folded, start) in before["not_before"].split("|"):
        return True
    after = rows("joined-after").get(word[-1])
    return after is not None and folded.startswith(tuple(after["not_before"].split("|")), end)


# These speak of the time in force only where they open a clause or follow a preposition (起飞前一天 does not).
_AMBIGUOUS = frozenset([
    "当年", "当日", "当天", "第二天", "第二年", "前一年", "前一天", "前一日", "后一年", "后一天", "同一天", "这一年", "那一年", "上一年", "下一年",
])  # fmt: skip


def reference_stands(m: re.Match[str], folded: str) -> bool:
    """Whether a word such as 当天 or 第二天 is meant as a date: not after 的, nor as part of a longer word."""
    start = m.start()
    word = m["dref"] or m["yref"] or m["mref"]
    if _joined(word, folded, start, start + len(word)):
        return False
    base = next(rows(role)[word]["base"] for role in ("day", "year", "month") if word in rows(role))
    if base != "context" or m["part"] or m["h"]:
        return base != "context" or prior(folded, start) not in ("的", "近", "不", "有")
    if word in _AMBIGUOUS:
        if m["yref"] and (m["m"] or m["q"]):
            return True
        if word == "当年":  # alone it says "in those days"
            return False
        return opens(folded, start) or prior(folded, start) in "于在即但就到至此"
    return prior(folded, start) not in ("的", "相", "不")
