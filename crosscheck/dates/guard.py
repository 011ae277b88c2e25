"""Tells dates from durations, ordinals and names: what a match of the grammar must not be."""

from __future__ import annotations

import re
from functools import cache

from crosscheck.dates.words import ends_with, era_of, number, rows, starts_with
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


def _led(folded: str, at: int) -> bool:
    return opens(folded, at) or prior(folded, at) in _LEADS


def _han(text: str) -> bool:
    return not text.isascii()


@cache
def _history() -> re.Pattern[str]:
    return compiled(r"(?:的)?(?:悠久)?(?:历史(?![性学上时系博研教小剧文悠遗])|文明|传统|之久|徒刑|寿命)")


def year_stands(m: re.Match[str], folded: str) -> bool:
    """Whether the year of a match is a date: 1957年 is, 三年 and 57年 alone are not."""
    text, start = m["y"], m.start("yls") if m["yls"] else m.start("y")
    before, after = folded[max(0, start - 4) : start], folded[m.end() : m.end() + 6]
    amount = number(text)
    if amount is None:
        return False
    if m["ad"] and m["ad"] != "前":
        return True
    if text == "元":
        return bool(era_of(folded, start, text))
    if era_of(folded, start, text):
        return not (len(text) == 2 and _guess(text) and folded.startswith("间", m.end()))
    if m["yu"] != "年":
        return False
    if m["ad"] == "前":
        return _before_christ(m, folded)
    if not _apart(m, folded, start):
        return False
    if m["m"] or m["mref"]:
        return True
    if len(text) == 4 or amount >= 1000:
        return _long_year(text, amount, before, after) or _about_then(text, amount, folded, start, after)
    if amount >= 100 and m["yls"] and amount % 50 == 0:
        return False
    if amount >= 100:
        return _three_figures(amount, before, after, led=_led(folded, start)) or (
            text.isascii() and _told_year(amount, before, folded[m.end() : m.end() + 8])
        )
    if _ends_era_years(m, folded):
        return True
    return _short_year(m, before, after) or _reign_year(m, folded)


def _apart(m: re.Match[str], folded: str, start: int) -> bool:
    """Whether no longer number or code ends in the year: 8,200年 and 第1957年 do, a name in Latin letters before it does not."""
    before = prior(folded, start)
    whole = len(m["y"]) == 4 and m["y"].isascii()
    if before in (".", ","):
        return whole and not folded[max(0, start - 2) : start - 1].isdigit()
    if before.isascii() and before.isalpha():
        return whole and "1000" <= m["y"] <= "2099"
    return not (before.isdigit() or before in ("第", "每"))


def _about_then(text: str, amount: int, folded: str, start: int, after: str) -> bool:
    """大约1900年重建, 在约1300年: a round year said to be about then; not 延续了约1000年 or 约1200年前."""
    found = _ABOUT.search(folded, max(0, start - 3), start)
    if found is None or not text.isascii() or not 1000 <= amount <= 2100 or amount % 100:
        return False
    lead = prior(folded, found.start())
    if lead in _SPENT or _history().match(after):
        return False
    if opens(folded, found.start()) or lead in ("于", "在", "自", "从", "至", "到", "即", "是"):
        return not starts_with(after, "duration-after") or after.startswith("左右")
    return (
        not starts_with(after, "duration-after")
        and bool(re.match(r"[\u4e00-\u9fff]", after))
        and after[0] not in "的才就便之"
    )


_ABOUT = compiled("(?:大约|大致|约)$")
# Verbs that a length of time follows, and what else stands before one.
_SPENT = frozenset("了达计共历经过有余近约超满长第距隔延续时期龄寿逾每这那为存整足晚早后前")


def _told_year(amount: int, before: str, after: str) -> bool:
    """Three figures that are no round number are a year where a verb follows: 佛教372年由…传入, 特别是474年, 770年后."""
    last = before[-1:]
    if re.match(r" ?[-~至到] ?\d{3,4} ?年", after):
        return amount % 10 != 0
    if amount < 200 or amount % 50 == 0:
        return False
    if re.match("[之以]?[后前]|左右", after):
        return (
            not last
            or before.endswith("到了")
            or last in "于在自从至到由是如，,。；;：:（("
            or last.isspace()
        )
    if last == "是":
        return not starts_with(after, "duration-after")
    if ends_with(before, "duration-before") or last in _SPENT or starts_with(after, "duration-after"):
        return False
    return (
        amount % 10 != 0
        and bool(re.match(r"[\u4e00-\u9fff]", after))
        and after[0] not in "的才就便之以来里中仍不"
    )


def _ends_era_years(m: re.Match[str], folded: str) -> bool:
    """民国十八年至二十六年: the end of a stretch whose beginning names its era."""
    begun = _ERA_YEAR_TO.search(folded, max(0, m.start("y") - 9), m.start("y"))
    return begun is not None and bool(era_of(folded, begun.start(1), begun[1]))


_ERA_YEAR_TO = compiled(
    r"(?<![\d元一二三四五六七八九十廿卅])(\d{1,3}|[元一二三四五六七八九十廿卅]{1,3}) ?年 ?(?:至|到|-|~) ?$"
)


def _three_figures(amount: int, before: str, after: str, *, led: bool) -> bool:
    """755年 where a clause begins or a preposition leads; not 100年历史 or 在150年里."""
    if re.search(r"年 ?(?:[至到~]|-{1,2}) ?$", before):
        return True
    if (
        ends_with(before, "duration-before")
        or starts_with(after, "duration-after")
        or re.match("里|期间|中[，的]", after)
    ):
        return False
    return led or (amount % 50 != 0 and before.endswith(("后的", "前的", "初的", "末的")))


def _row(text: str) -> bool:
    """Whether Han figures stand in a row (五七), not as a number (五十七)."""
    return not any(char in "十百千廿卅" for char in text)


def _guess(text: str) -> bool:
    """Whether two figures are a guess between two numbers: 三四年."""
    first, second = number(text[0]), number(text[1])
    return first is not None and second is not None and second == first + 1


def _before_christ(m: re.Match[str], folded: str) -> bool:
    """前221年 is a year; 前三年 and 目前57年 are not."""
    at = m.start("ad")
    if at and folded[at - 1] in "之以此目先日年月天从生眼空面跟提向往午史":
        return False
    amount = number(m["y"])
    return amount is not None and (amount >= 100 or (amount >= 20 and opens(folded, at)))


def _long_year(text: str, amount: int, before: str, after: str) -> bool:
    if text[0] in "十百千":
        return False
    if _history().match(after) and (amount % 50 == 0 or ends_with(before, "duration-before")):
        return False
    if re.match(r"[多余]|之久|以来的历史", after):
        return False
    if amount > 2200 or (amount >= 1000 and text.startswith(("一千", "两千", "二千")) and amount % 100 == 0):
        return False
    if ends_with(before, "duration-before") and amount % 100 == 0:
        return False
    return amount >= 1000 or (len(text) == 4 and not _han(text)) or (_han(text) and _row(text))


# What follows the year of an era in force where it stands alone: 三十一年他, 十八年考入; not 二十年光阴.
_REIGN_AFTER = compiled(r"[他她]|先生|正月|[春夏秋冬初底末]|考入|任|升任|调任|赴")


def _reign_year(m: re.Match[str], folded: str) -> bool:
    """三十一年他, 二十二年春天 where a clause begins: a year of the era in force, if one is."""
    text = m["y"]
    if len(text) > 3 or text.isascii() or not any(char in "十廿卅" for char in text) or m["yls"]:
        return False
    at = m.start("y")
    if m["q"]:
        return _led(folded, at) or prior(folded, at) == "是"
    return opens(folded, at) and bool(_REIGN_AFTER.match(folded, m.end("yu")))


def _short_year(m: re.Match[str], before: str, after: str) -> bool:
    """Two figures: 五七年 and 08年 are years, 57年 only with a part of the year behind it."""
    text = m["y"]
    if len(text) != 2 or (_han(text) and not _row(text)) or ends_with(before, "duration-before"):
        return False
    if m["yls"]:
        return True
    if starts_with(after, "duration-after"):
        return False
    if text[0] in "0零〇○":
        return True
    if _han(text):
        return not _guess(text) or bool(m["q"])
    return bool(m["q"]) and (m["q"] or "")[0] in "年底末初上下春夏秋冬第"


def month_stands(m: re.Match[str], folded: str) -> bool:
    """Whether a month without a year is a date: 3月 is, 三月革命 and 八月有余 are not."""
    start, end = m.start(), m.end()
    before, after = folded[max(0, start - 4) : start], folded[end : end + 8]
    if m["d"] or m["bare"] or m["mref"] or m["q"]:
        return not re.search(r"[\d.第零〇一二三四五六七八九十百千]$", before)
    if re.search(r"[\d.第零〇一二三四五六七八九十百千万两几数多每同某任单]$", before):
        return False
    if starts_with(after, "event"):
        return False
    text = m["m"] or ""
    if _han(text) and re.match("[A-Za-z]", after):  # a pen name
        return False
    if text in ("冬", "腊", "正") and m["cal"] is None:
        return text != "冬" and _led(folded, start)
    return not (_han(text) and re.match(r"[一二三四五六七八九十]|有余|之久|[以之]?内|之后|后|个月", after))


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
        r"[\d.,第零〇一二三四五六七八九十百千万两几数多每这那某半整近约有逾达满余头末历花费耗用以期需须延拖隔]$",
        before,
    ):
        return False
    if ends_with(before, "duration-before") or _DAY_AFTER.match(after):
        return False
    if _han(m["d"]):
        if starts_with(folded[m.end("du") : m.end("du") + 4], "day-event"):
            return False  # 十八日战事 lasted so long
        return _led(folded, start) and (
            len(m["d"]) > 1 or (opens(folded, start) and bool(re.match(r"[，,上下凌晚清早]", after)))
        )
    return True


def _numbered(m: re.Match[str], folded: str) -> bool:
    """Whether a day with 号 and no month is a date: 12号上午, 在12号 at the end of a clause; not 12号线."""
    if prior(folded, m.start()) not in ("", "于", "在", "到", "至", "自", "从", "，", ",", "。", "；", "是"):
        return False
    if m["part"] or m["h"]:
        return True
    return m.end() == len(folded) or (
        prior(folded, m.start()) in ("于", "在", "到") and opens(folded, m.end() + 1)
    )


def part_stands(m: re.Match[str], folded: str) -> bool:
    """Whether a part of a year alone is a date: 上半年, and 年底 where a clause begins."""
    if m["h"] or m["part"]:
        return False
    if m["q"] in ("上半年", "下半年"):
        return prior(folded, m.start()) not in ("每", "个", "的", "各", "两")
    return m["q"] in ("年底", "年初", "年末") and opens(folded, m.start())


def clock_stands(m: re.Match[str], folded: str) -> bool:
    """Whether a time of day alone is one: 9时22分 and 下午三点 are, 三点 and 上午 are not."""
    start, before = m.start(), folded[max(0, m.start() - 2) : m.start()]
    if m["h"] is None or re.search(r"[\d.,:：第零〇一二三四五六七八九十百千万两几数多每小]$", before):
        return False
    if m["mi2"]:
        return bool(m["part"]) or re.search(r"\d ?[-至到~] ?$", folded[max(0, start - 4) : start]) is not None
    if m["hu"] and m["hu"].startswith("点"):
        return bool(m["part"] or m["mi"] or m["hu"] == "点钟" or m["half"] in ("整", "正", "许"))
    return bool(m["part"] or m["mi"] or m["half"]) or _led(folded, start)


def _joined(word: str, folded: str, start: int, end: int) -> bool:
    """Whether a relative word is made of the halves of two others: 目前|天舟, 同|日本."""
    before = rows("joined-before").get(word[0])
    if before is not None and start and prior(folded, start) in before["not_before"].split("|"):
        return True
    after = rows("joined-after").get(word[-1])
    return after is not None and folded.startswith(tuple(after["not_before"].split("|")), end)


# These speak of the time in force only where they open a clause or follow a preposition (起飞前一天 does not).
_AMBIGUOUS = frozenset(
    [
        "当年",
        "当日",
        "当天",
        "第二天",
        "第二年",
        "前一年",
        "前一天",
        "前一日",
        "后一年",
        "后一天",
        "同一天",
        "这一年",
        "那一年",
        "上一年",
        "下一年",
    ]
)


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
