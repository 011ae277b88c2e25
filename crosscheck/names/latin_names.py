"""Names in Latin letters in running text: Multics, PDP-11/20, TCP/IP, Windows 95, ZPW-2000A型, D3115次, BBC."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from crosscheck.names.common import latin_words
from crosscheck.patterns import compiled

_LETTER = "A-Za-z\u00c0-\u024f"
_JOINERS = frozenset({"of", "the", "and", "for", "de", "von", "van", "la", "le", "du", "in", "on", "&"})
# More words than this in a row are a sentence in another language, no name.
_MOST = 6
_WHAT = r"(?:型(?!号)|级(?!别)|号(?![文召称码])|公司|语言|协议|组织|基金会|电视台|广播公司|作业系统|操作系统|浏览器)"
_ROMAN = compiled(r"[IVXLC]+")
_ELEMENTS = compiled(
    r"(?:(?:H|He|Li|B|C|N|O|F|Na|Mg|Al|Si|P|S|Cl|K|Ca|Fe|Cu|Zn|Br|Ag|I|Ba|Pt|Au|Hg|Pb|U)\d{0,2}){2,}"
)
_FORMULA = compiled(r"\d|[a-z]|^CH")
_COUNTED = compiled(r"\s?(?:年|月|日|时|分|秒|%|人|名|个|元|岁|公里|米|吨)")
# Exits, floors and seats by a letter and a number: L4出口, B1层.
_PART = compiled(r"\s?(?:出入?口|层|楼|栋|座|室|区|组|级地震|的?地震|排|号位|段|出线|小组)")
_EXIT = compiled(r"[A-F]\d")
_ADDRESS = compiled(
    r"(?i:https?|www|ftp)\b|[^\s]*\.(?:com?|org|net|html?|php|pdf|jpg|png|svg|md)(?![A-Za-z])"
)


@cache
def _token() -> re.Pattern[str]:
    """One word: letters first, then letters and digits, with marks inside (TCP/IP, PDP-11/20, X/OPEN, C++)."""
    return compiled(
        rf"(?<![{_LETTER}0-9@_#/\\.=%&'’])(?<![{_LETTER}0-9]-)[{_LETTER}][{_LETTER}0-9]*+(?:[-./+&'’][{_LETTER}0-9]++)*+(?:[+#]{{1,2}}|['’](?= [A-Z])|(?<=[ .][A-Z])\.(?= [A-Z]))?(?!\([a-z])(?![_@=\\])"
    )


_NUMBER = compiled(r" \d{1,4}(?:\.\d{1,3}){0,3}(?![\d%,.]|\s?[年月日时分秒人名个元岁种次])")
# Trains by their number.
_TRAIN = compiled(
    r"(?<![A-Za-z0-9])[GDCZTKYLS]\d{1,4}次(?=列车|动车|旅客|快车|客车|[，。、；）()从由于因在自和与及即])"
)


def latin_names(
    folded: str, start: int, end: int, cuts: frozenset[int] = frozenset()
) -> Iterator[tuple[int, int]]:
    """Where the Latin names of a stretch of folded text stand, in order; none overlaps another, none goes on past one of `cuts`."""
    for match in _TRAIN.finditer(folded, start, end):
        yield match.span()
    words = list(_token().finditer(folded, start, end))
    at = 0
    while at < len(words):
        last = at
        while last + 1 < len(words) and (
            folded[words[last].end() : words[last + 1].start()] == " " and words[last].end() not in cuts
        ):
            last += 1
        if last - at < _MOST:
            yield from _names(folded, words[at : last + 1], end)
        at = last + 1


def _names(folded: str, row: list[re.Match[str]], end: int) -> Iterator[tuple[int, int]]:
    """The name that a row of Latin words is, none where it is prose or only common words."""
    if any(
        word[0].islower() and word[0] not in _JOINERS and not _binomial(row, i) for i, word in enumerate(row)
    ):
        return
    while row and row[-1][0] in _JOINERS:
        row = row[:-1]
    while row and (row[0][0] in _JOINERS or row[0][0].lower() in latin_words()):
        row = row[1:]
    if not row or not any(_names_something(word[0]) for word in row):
        return
    first, close = row[0].start(), row[-1].end()
    if _ADDRESS.match(folded, first, close):
        return
    number = _NUMBER.match(folded, close, end)
    if number:
        close = number.end()
    elif folded[close - 1].isdecimal() and _COUNTED.match(folded, close):
        close = first + len(folded[first:close].rstrip("0123456789."))
        if close - first < 2:
            return
    if close - first < 4 and (_PART.match(folded, close) or _EXIT.fullmatch(folded, first, close)):
        return
    what = compiled(_WHAT).match(folded, close, end)
    if what is not None:
        close = what.end()
    elif len(folded[first:close]) == 2 and folded[first:close][-1:] in "+#":
        pass  # C++, C#
    yield first, close


def _binomial(row: list[re.Match[str]], place: int) -> bool:
    """Whether the word is the second part of a scientific name: Rhinolophus sinicus."""
    return place == 1 and len(row) == 2 and row[0][0].istitle() and len(row[0][0]) > 4 and len(row[1][0]) > 4


def _names_something(word: str) -> bool:
    """Whether a word alone can be a name: with a capital and more than one character, and in no list of common words."""
    bare = word.rstrip("+#")
    if word in ("C++", "C#", "F#"):
        return True
    return (
        len(bare) > 1
        and word.lower() not in latin_words()
        and any(letter.isupper() for letter in word)
        and not _ROMAN.fullmatch(bare)
        and not (_ELEMENTS.fullmatch(bare) and _FORMULA.search(bare))
    )
