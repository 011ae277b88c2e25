"""Names with middle dots: a run of parts is one name, whatever its length and characters (威尔特·张伯伦)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from crosscheck.lexicon import either, words
from crosscheck.names.chinese import FUNCTION
from crosscheck.names.seed import Seed
from crosscheck.names.words import (
    DOT,
    HAN,
    begins_with_office,
    ends_with_office,
    not_after_name,
    said,
    transliterating,
)
from crosscheck.patterns import compiled

_RUN = rf"{HAN}(?:-?{HAN})*+"
_PART = rf"(?:{_RUN}|[A-Z]\.?)"
_CHAIN = compiled(rf"(?:(?<!{HAN})(?<!{HAN}-){_RUN}|(?<![A-Za-z])[A-Z]\.?)(?:[{DOT}]{_PART})+")
_JOINT = compiled(r"以及|[和与及]")
# No character of a foreign name: particles, and what ends the word before it.
_STOP = frozenset(
    "的了是在和与及这那有被把将对向从由为以或而也都又并但则因所该此其每各个名位年月日时第，。、"
)
# Words of one character that stand before a name and write foreign names as well.
LEADING = frozenset("于与以由为给对同和及从在向让被将把跟是至因据自经即任如请派娶嫁让")
_LONGEST = 12


def dotted(folded: str) -> Iterator[Seed]:
    """Every name of a text that has a middle dot in it."""
    for chain in _CHAIN.finditer(folded):
        for start, end in _names(folded, chain):
            if _foreign(folded[start:end]) and not not_after_name().match(folded, end):
                yield Seed(start, end, "dotted")


def _names(folded: str, chain: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Where the names of a chain of parts begin and end; a part that joins two of them is parted (玻尔和尼尔斯)."""
    spans = [match.span() for match in re.finditer(rf"[^{DOT}]+", chain[0])]
    begin = chain.start() + _begin(chain[0][spans[0][0] : spans[0][1]]) + spans[0][0]
    for place, (low, high) in enumerate(spans[1:], 1):
        part, at = chain[0][low:high], chain.start() + low
        if place == len(spans) - 1:
            end = _end(folded, at, chain.start() + high)
            if end > at:
                yield begin, end
            return
        joint = _JOINT.search(part)
        if joint and joint.start() and joint.end() < len(part):
            yield begin, _end(folded, at, at + joint.start())
            begin = at + joint.end() + _begin(part[joint.end() :])
        elif len(part) > _LONGEST or set(part) & _STOP:
            end = _end(folded, at, at + len(part))
            if end > at:
                yield begin, end
            begin = at + _begin(part)


def _begin(run: str) -> int:
    """Where the first part of a name begins in the run before its dot."""
    if len(run) == 1 or run[0].isascii():
        return 0
    floor = max(0, len(run) - _LONGEST)
    for place in range(len(run) - 1, floor, -1):
        if ends_with_office(run[floor:place]):
            floor = place
            break
    start, gap = len(run), False
    while start > floor:
        character = run[start - 1]
        if character in transliterating() or character == "-":
            start -= 1
        elif (
            not gap and character not in _STOP and start - 2 >= floor and run[start - 2] in transliterating()
        ):
            start, gap = start - 1, True
        else:
            break
    if start == len(run):
        start = floor if len(run) - floor <= 3 else len(run) - 1
    while start and len(run) - start > 2 and run[start] in LEADING:
        start += 1
    return start


def _end(folded: str, start: int, end: int) -> int:
    """Where the last part of a name ends: its first character may be any, the others write foreign names, but for one."""
    gap, at = False, start + 1
    while at < end:
        character = folded[at]
        if at - start >= 2 and (begins_with_office(folded, at) or _said().match(folded, at)):
            break
        if character in transliterating() or character == "-":
            at += 1
        elif (
            not gap
            and character not in _STOP
            and at + 1 < end
            and folded[at + 1] in transliterating()
            and at - start < 3
        ):
            at, gap = at + 1, True
        else:
            break
    if at - start == 1 and end - start > 1:
        return start if folded[start] not in transliterating() else at
    return at


@cache
def _said() -> re.Pattern[str]:
    more = either(
        (
            *(word for word in FUNCTION if len(word) > 1),
            *words("office_verbs", **{"class": "hold"}),
            "加盟",
            "加入",
            "来到",
            "特别",
        )
    )
    return compiled(rf"{said()}|{more}")


def _foreign(word: str) -> bool:
    """Whether most characters of a name write foreign names: no 诗经·小雅, no 项羽·本纪."""
    plain = [c for c in word if c not in DOT and c != "-" and not c.isascii()]
    known = sum(c in transliterating() for c in plain)
    return len(plain) >= 2 and known >= 0.7 * len(plain)
