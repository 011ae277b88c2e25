"""The number of a ruler or a pope is part of the name: 乔治三世, 利奥十世, 路易十四."""

from __future__ import annotations

from collections.abc import Iterator

from crosscheck.names.seed import Seed
from crosscheck.names.words import is_foreign_name
from crosscheck.patterns import compiled

_NUMBER = compiled(r"[一二三四五六七八九十]{1,3}世(?![纪界代袭子孙家])|\d{1,2}世(?![纪界代袭子孙家])")
_LOUIS = compiled(r"十[一二三四五六七八](?![年月日世岁个名人位])")
_SPLIT = compiled(r"^(.+?)([一二三四五六七八九十]{1,3}|\d{1,2})世?$")


_RULER = compiled(
    r"(?:教宗|教皇|国王|女王|皇帝|沙皇|君主|大公|苏丹|法老|国君|王后|先王|罗马主教)((?![为是的在和与])[\u3400-\u9fff]{2,6}?)"
    r"(?:[一二三四五六七八九十]{1,3}世)(?![纪界代袭子孙家])"
)


# At an edge of words, a name in characters of transliteration alone: 亨利八世, 路易十四.
_ALONE = compiled(
    r"(?:(?<![\u3400-\u9fff·])|(?<=[与和及由被向对将]))([\u3400-\u9fff]{2,6}?)(?:([一二三四五六七八九十]{1,3}世)(?![纪界代袭子孙家])|十[一二三四五六七八](?![年月日世岁个名人位]))"
)


def rulers(folded: str) -> Iterator[Seed]:
    """Rulers and popes by their number, whatever characters their names are written in: 教宗庇护九世."""
    for match in _RULER.finditer(folded):
        yield Seed(match.start(1), match.end(), "regnal")
    for match in _ALONE.finditer(folded):
        told = match[2] and is_foreign_name(match[1])
        if told or match[1] == "路易":
            yield Seed(match.start(), match.end(), "regnal")


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
    if match and (name.endswith("世") or match[1] == "路易"):
        return match[1], match[2]
    return name, ""
