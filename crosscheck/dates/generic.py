"""Months of every year, and dates that are part of a name: neither takes a year from the story."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from crosscheck.dates.point import Token
from crosscheck.dates.words import rows
from crosscheck.lexicon import either
from crosscheck.model.span import Span
from crosscheck.patterns import compiled

_STOPS = "。！？；\n"
_REACH = 60
_ANY_YEAR = compiled(r"[\d元一二三四五六七八九十] ?年")
_YEAR = compiled(r"(?:(?<!\d)[12]\d{3}|[一二][零〇○一二三四五六七八九]{3}) ?年(?!度)")


@cache
def _strong() -> re.Pattern[str]:
    """Words of climate, seasons and custom: a month in a sentence with one comes again every year."""
    return compiled(either(tuple(rows("every-year"))))


@cache
def _adverb() -> re.Pattern[str]:
    """Adverbs of custom before a date of their clause: 一般在4月, 每年最佳的是5月到8月."""
    return compiled(
        rf"(?:{either(tuple(rows('usually')))}|一般(?:而言|来说|情况下?)?(?=[在于为是从自每会都多到年]|\d|[一二三四五六七八九十]+[月日至到]))[^，。；！？\n]*+$"
    )


@cache
def _feast() -> re.Pattern[str]:
    """What makes a day one of every year: 三月廿三为妈祖诞辰, 5月12日是护士节."""
    return compiled(
        r"(?:[（(][^（）()\n]{0,12}+[）)])?(?:[是系即]|定?为|被定为)(?![^，。；！？\n]{0,14}[举召]行)"
        r"[^，。；！？\n]{0,12}?(?:诞辰|圣诞|忌日|忌辰|生日|纪念日|瞻礼|节|庙会|祭典)(?=[，。；！？、）)\n]|$)"
    )


def every_year(token: Token, folded: str) -> bool:
    """Whether a date without a year is one of every year: its sentence speaks of climate or custom and names no year before it."""
    point = token.start
    if point.has_year or point.month is None:
        return False
    start, end = token.span.start, token.span.end
    if point.day is not None and _feast().match(folded, end):
        return True
    begin = max(
        start - _REACH, 0, *(folded.rfind(mark, max(0, start - _REACH), start) + 1 for mark in _STOPS)
    )
    clause = max(begin, *(folded.rfind(mark, begin, start) + 1 for mark in "，,、"))
    custom = _adverb().search(folded, begin, start)
    if custom is not None and not _ANY_YEAR.search(folded, custom.start(), start):
        return True
    if _strong().search(folded, clause, start) and not _YEAR.search(folded, clause, start):
        return True
    stop = min(
        (at for mark in _STOPS if (at := folded.find(mark, end, end + _REACH)) >= 0), default=end + _REACH
    )
    return bool(_strong().search(folded, begin, stop)) and not _YEAR.search(folded, begin, start)


_SPEECH = "，。！？；：,…"
_LONGEST_NAME = 14
_SAID = ("说", "称", "道", "：", "示", "问", "写", "云", "曰", "讲")


def named(token: Token, folded: str, inner: Iterable[Span]) -> str:
    """ "name" where a date without a year is part of a title or a quoted name (《八月的乡村》, “五月的风”), "alone" where it
    is all that stands in the quotation marks, "" elsewhere."""
    if token.start.has_year:
        return ""
    span = token.span
    for scope in inner:
        if not (scope.start < span.start and span.end <= scope.end - 1):
            continue
        mark = folded[scope.start]
        if mark in "《〈":
            return "name"
        words = folded[scope.start + 1 : scope.end - 1]
        if mark != "“" or len(words) > _LONGEST_NAME or any(char in _SPEECH for char in words):
            continue
        if len(words) == len(span):
            return "alone"
        if folded[max(0, scope.start - 1) : scope.start] not in _SAID:
            return "name"
    return ""
