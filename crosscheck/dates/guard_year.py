"""Tells years from lengths of time and numbers: what a match of the grammar with a year must not be."""

from __future__ import annotations

import re
from functools import cache

from crosscheck.dates.guard import is_han, led, opens, prior
from crosscheck.dates.words import ends_with, era_of, number, starts_with
from crosscheck.patterns import compiled


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
        return _three_figures(amount, before, after, led=led(folded, start)) or (
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
    return amount >= 1000 or (len(text) == 4 and not is_han(text)) or (is_han(text) and _row(text))


# What follows the year of an era in force where it stands alone: 三十一年他, 十八年考入; not 二十年光阴.
_REIGN_AFTER = compiled(r"[他她]|先生|正月|[春夏秋冬初底末]|考入|任|升任|调任|赴")


def _reign_year(m: re.Match[str], folded: str) -> bool:
    """三十一年他, 二十二年春天 where a clause begins: a year of the era in force, if one is."""
    text = m["y"]
    if len(text) > 3 or text.isascii() or not any(char in "十廿卅" for char in text) or m["yls"]:
        return False
    at = m.start("y")
    if m["q"]:
        return led(folded, at) or prior(folded, at) == "是"
    return opens(folded, at) and bool(_REIGN_AFTER.match(folded, m.end("yu")))


_SHORT_TO = compiled(r"(?<!\d)0\d ?年 ?[-至到~] ?$")  # 08年到12年


def _short_year(m: re.Match[str], before: str, after: str) -> bool:
    """Two figures: 五七年 and 08年 are years, 57年 only with a part of the year behind it."""
    text = m["y"]
    if _SHORT_TO.search(m.string, max(0, m.start("y") - 6), m.start("y")) and len(text) == 2:
        return True
    if len(text) != 2 or (is_han(text) and not _row(text)) or ends_with(before, "duration-before"):
        return False
    if m["yls"]:
        return True
    if starts_with(after, "duration-after"):
        return False
    if text[0] in "0零〇○":
        return True
    if is_han(text):
        return not _guess(text) or bool(m["q"])
    return bool(m["q"]) and (m["q"] or "")[0] in "年底末初上下春夏秋冬第"
