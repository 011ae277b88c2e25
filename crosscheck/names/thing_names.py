"""Names of things held against each other: one name, one in short, two numbers of one model, or two things."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from crosscheck.lexicon import either, words
from crosscheck.names.own import one_by_lexicon
from crosscheck.patterns import compiled

Relation = Literal["written", "lexicon", "short", "number", "other"]

_MARKS = compiled(r"[\s\-‐‑–—_·•.,:;'’‘“”\"《》〈〉/]+")
_MODEL = compiled(r"(?P<maker>[a-z]+|[\u3400-\u9fff]{1,4})(?P<number>\d{1,4})(?P<more>[a-z]{0,3})")
_LATIN = compiled(r"[a-z0-9]")
_DIGITS = str.maketrans("〇零一二三四五六七八九", "00123456789")
# Fewer characters than this are no name in short.
_SHORT_HAN, _SHORT_LATIN = 2, 3


@cache
def _sorts() -> re.Pattern[str]:
    """What may be said of a name behind it and left out: 济南号驱逐舰, Firefox浏览器, CRH2型, SARS病毒."""
    every = words("thing_heads", **{"class": "sort"})
    return compiled(
        rf"(?:{either((*every, '公司', '组织', '次', '列车', '动车', '动车组', '舰', '导弹驱逐舰', '系统', '软件', '软体', '网站', '电视台', '条约'))})$"
    )


def related(one: str, other: str) -> Relation:
    """How two folded names relate."""
    if one_by_lexicon(one, other):
        return "lexicon"
    mine, theirs = bare(one), bare(other)
    if mine == theirs:
        return "written"
    plain, simple = _sorts().sub("", mine), _sorts().sub("", theirs)
    if len(plain) > 1 and plain == simple and (plain in (mine, theirs)):
        return "short"
    models = _MODEL.fullmatch(plain), _MODEL.fullmatch(simple)
    if models[0] and models[1]:
        same = models[0]["maker"] == models[1]["maker"]
        if same and models[0]["number"] != models[1]["number"]:
            return "number"
        return "short" if same and "" in (models[0]["more"], models[1]["more"]) else "other"
    if plain.translate(_DIGITS) == simple.translate(_DIGITS):
        return "written"
    return "short" if _in_short(one, other) else "other"


def bare(name: str) -> str:
    """A name without case, blanks and marks."""
    return _MARKS.sub("", name.lower())


def _in_short(one: str, other: str) -> bool:
    """Whether one name is the beginning or the end of the other, cut where words part, and no number is cut off."""
    short, long = sorted((one, other), key=len)
    brief, full = bare(short), bare(long)
    if _LATIN.search(brief):
        words_ = [bare(word) for word in re.split(r"[\s/]|(?<=[A-Za-z0-9])(?=[\u3400-\u9fff])", long) if word]
        enough = len(brief) >= _SHORT_LATIN
        rest = "".join(words_[1:])
        return (
            enough
            and bool(words_)
            and (
                (words_[0] == brief and not rest.isdecimal())
                or ("".join(words_[:-1]) == brief and not words_[-1].isdecimal())
            )
        )
    if len(brief) < _SHORT_HAN or len(full) - len(brief) < 1:
        return False
    return len(brief) >= 3 and (full.startswith(brief) or full.endswith(brief))
