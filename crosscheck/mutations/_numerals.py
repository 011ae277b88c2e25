"""Numerals rewritten in their own form: 五十 as 六十, 1,357 as 1,457, 二〇〇一 as 二〇〇二."""

from __future__ import annotations

import re
from functools import cache
from itertools import takewhile
from random import Random

from crosscheck.text.numerals import NUMERAL

_ASCII = "0123456789"
_FIGURES = _ASCII + ",."
_HAN = "零一二三四五六七八九"
_CAPITALS = "零壹贰叁肆伍陆柒捌玖"


@cache
def numeral() -> re.Pattern[str]:
    """A numeral of the folded text that is no denominator (百分之三十: 三十)."""
    return re.compile(f"({NUMERAL})(?!分之)")


def other_digit(written: str, random: Random) -> str | None:
    """`written` with one of its digits changed, in its own form; None where no digit can be.

    A leading digit stays above 0; a Chinese digit becomes 三 to 九, which need no other form before a measure word.  The
    noughts at the end of a whole number stay: 122万 may still be meant by 120万.
    """
    figures = "".join(takewhile(lambda char: char in _FIGURES, written))
    last = len(figures) if "." in figures else len(figures.rstrip("0,")) or 1
    places = [
        i
        for i, char in enumerate(written)
        if (char in _ASCII or char in _HAN[1:] + "两" + _CAPITALS[1:]) and not last <= i < len(figures)
    ]
    if not places:
        return None
    place = random.choice(places)
    old = written[place]
    if old in _ASCII:
        pool = _ASCII if place and written[place - 1] in _ASCII + ",." else _ASCII[1:]
    else:
        pool = _CAPITALS[3:] if old in _CAPITALS else _HAN[3:]
    return written[:place] + random.choice([char for char in pool if char != old]) + written[place + 1 :]


def rewritten(number: int, like: str) -> str | None:
    """`number` as `like` is written: in figures (with its leading zeros), as a row of digits, or with 十; None above 99."""
    if like.isascii():
        return str(number).zfill(len(like))
    if len(like) == 4 or (len(like) > 1 and not set(like) & set("十廿卅")):
        zero = "〇" if "〇" in like else "○" if "○" in like else "零"
        return "".join(zero if digit == "0" else _HAN[int(digit)] for digit in str(number))
    if not 0 < number < 100:
        return None
    tens, ones = divmod(number, 10)
    lead = "" if not tens else "十" if tens == 1 else _HAN[tens] + "十"
    return lead + (_HAN[ones] if ones or not tens else "")
