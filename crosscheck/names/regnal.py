"""The number of a ruler or a pope is part of the name: 乔治三世, 利奥十世, 路易十四."""

from __future__ import annotations

from crosscheck.names.seed import Seed
from crosscheck.names.words import is_foreign_name
from crosscheck.patterns import compiled

_NUMBER = compiled(r"[一二三四五六七八九十]{1,3}世(?![纪界代袭子孙家])|\d{1,2}世(?![纪界代袭子孙家])")
_LOUIS = compiled(r"十[一二三四五六七八](?![年月日世岁个名人位])")
_SPLIT = compiled(r"^(.+?)([一二三四五六七八九十]{1,3}|\d{1,2})世?$")


def numbered(folded: str, seed: Seed) -> Seed:
    """The seed with the number that follows a foreign name."""
    word = folded[seed.start : seed.end]
    if not is_foreign_name(word):
        return seed
    match = _NUMBER.match(folded, seed.end) or (_LOUIS.match(folded, seed.end) if word == "路易" else None)
    return Seed(seed.start, match.end(), seed.rule, seed.latin) if match else seed


def parts(name: str) -> tuple[str, str]:
    """A name and the number of a ruler in it, "" where it has none."""
    match = _SPLIT.match(name)
    if match and (name.endswith("世") or match[1] == "路易") and is_foreign_name(match[1]):
        return match[1], match[2]
    return name, ""
