"""Dates as citations write them: their year, and whether they can be."""

from __future__ import annotations

import calendar
import os
import re
import time
from dataclasses import dataclass
from functools import cache

from crosscheck.patterns import compiled

_MONTHS = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
]  # fmt: skip
_SEASONS = "spring|summer|autumn|fall|winter|easter|christmas|first quarter|second quarter|third quarter|fourth quarter"
_CHINESE = {char: str(number) for number, char in enumerate("〇一二三四五六七八九")} | {"零": "0", "○": "0"}


@dataclass(frozen=True, slots=True)
class Day:
    """A date of a citation: `month` and `day` are 0 where it does not give them."""

    year: int
    month: int = 0
    day: int = 0

    @property
    def real(self) -> bool:
        """Whether the calendar has such a day."""
        if not self.month:
            return not self.day
        if not 1 <= self.month <= 12:
            return False
        return not self.day or 1 <= self.day <= calendar.monthrange(max(self.year, 1), self.month)[1]


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    month = "(?P<word>" + "|".join(f"{name}|{name[:3]}\\.?" for name in _MONTHS) + "|sept\\.?)"
    year, day = r"(?P<year>\d{4})", r"(?P<day>\d{1,2})"
    number = r"(?P<month>\d{1,2})"
    forms = (
        rf"{year}",
        rf"{year}[-/.]{number}(?:[-/.]{day})?(?:[T ]\d{{1,2}}:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?",
        r"(?P<compact>\d{8})",
        rf"{year}年(?:{number}月(?:{day}[日号])?)?(?:\s*\d{{1,2}}[:时]\d{{1,2}}分?)?",
        rf"{day}(?:st|nd|rd|th)?(?:\s|-){month},?(?:\s|-){year}",
        rf"{month}\s{day}(?:st|nd|rd|th)?,?\s{year}",
        rf"{month},?\s{year}",
        rf"{number}月{day}日,?\s?{year}年?",
        rf"{year}\s?{month}(?:\s{day})?",
    )
    return tuple(compiled(form, re.IGNORECASE) for form in forms)


@cache
def _loose() -> re.Pattern[str]:
    """Forms that are accepted as they are: ranges, seasons, eras, guesses."""
    part = r"[\w.年月日号]+(?:[\s,]+[\w.]+)*"
    return compiled(
        rf"(?:{_SEASONS})\s\d{{4}}(?:[-/]\d{{2,4}})?|\d{{4}}年?(?:春|夏|秋|冬)(?:季号?|夏|秋|冬)?"
        rf"|{part}\s?(?:-|/|至|到|~|and|&|、)\s?{part}|(?:c\.|ca\.?|circa|约)\s?{part}|\d{{3,4}}[a-z]"
        r"|\d{4}年[一二三四五六七八九十]{1,3}月(?:[一二三四五六七八九十]{1,3}[日号])?|\d{4}年?[?？]|\[\d{4}\]|(?:民国|中华民国|昭和|大正|明治|平成|令和|[\u4e00-\u9fff]{1,3})[元\d〇零一二三四五六七八九十]{1,4}年.*"
        r"|公元前?\d+年.*|\d{1,3}年.*|\d{1,4}\s?(?:BC|BCE|AD)|\d{4}年?代|\d{4}s|\d{4}年第.+[期号版]",
        re.IGNORECASE,
    )


def normal(text: str) -> str:
    """`text` with one kind of dash and digits, as the forms of this module want it."""
    from crosscheck.text.fold import fold

    if text.isascii():
        return " ".join(text.split())
    folded = " ".join(fold(text).replace("，", ",").split())
    if "年" in folded:
        head, tail = folded.split("年", 1)
        if len(head) == 4 and all(char in _CHINESE for char in head):
            folded = "".join(_CHINESE[char] for char in head) + "年" + tail
    return folded


def read_day(text: str) -> Day | None:
    """The date that `text` writes, impossible ones too; None where it is in no form of a single date."""
    if len(text) == 4 and text.isascii() and text.isdecimal():
        return Day(int(text))
    folded = normal(text)
    for form in _forms():
        match = form.fullmatch(folded)
        if match is None:
            continue
        parts = match.groupdict()
        if parts.get("compact"):
            compact = parts["compact"]
            return Day(int(compact[:4]), int(compact[4:6]), int(compact[6:]))
        month = int(parts.get("month") or 0)
        if parts.get("word"):
            month = next(i for i, name in enumerate(_MONTHS, 1) if name.startswith(parts["word"].lower()[:3]))
        return Day(int(parts["year"]), month, int(parts.get("day") or 0))
    return None


def accepted(text: str) -> bool:
    """Whether `text` is in a form that is no single date and still says when: a range, a season, a reign year."""
    from crosscheck.cite.vocabulary import words_of

    folded = normal(text)
    return folded.lower() in words_of("no-date") or _loose().fullmatch(folded) is not None


def year_of(text: str) -> str:
    """The year in `text`, "" where there is none."""
    from crosscheck.text.numerals import value

    day = read_day(text)
    if day:
        return str(day.year)
    folded = normal(text)
    match = re.search(r"(?<!\d)(1[0-9]\d\d|20\d\d)(?!\d)", folded)
    if match:
        return match[1]
    era = re.search(r"民国([元\d〇零一二三四五六七八九十]{1,4})年", folded)
    number = value(era[1].replace("元", "1")) if era else None
    return str(1911 + int(number)) if number else ""


def today() -> Day | None:
    """The day up to which a date lies in the past: that of SOURCE_DATE_EPOCH, None where it is not set.

    The clock is not asked: the same files give the same report on any day.
    """
    stamp = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not (stamp.isascii() and stamp.isdecimal()):
        return None
    when = time.gmtime(int(stamp))
    return Day(when.tm_year, when.tm_mon, when.tm_mday)
