"""How two names of places or of organisations relate."""

from __future__ import annotations

import re
from functools import cache

from crosscheck import names
from crosscheck.lexicon import either, words
from crosscheck.model.comparison import Comparison
from crosscheck.model.step import say
from crosscheck.names.words import country

_SMALL = re.compile(r"(?:市|县|省|区|镇|乡|村|州|岛|山|河|江|湖|港|城)$")


@cache
def _last(table: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{either(words(table))})$")


def related(kind: str, one: str, other: str) -> Comparison:
    """The relation of two canonical names of `kind` (place or organisation)."""
    if one == other:
        return Comparison(relation="identical", nearness=1.0)
    told = _relation(kind, one, other)
    if told is not None:
        relation, key = told
        steps = (say(f"{kind}.{key}", claim=one, evidence=other),)
        return Comparison(relation=relation, steps=steps, nearness=1.0)  # type: ignore[arg-type]
    step = say(f"{kind}.other", claim=one, evidence=other)
    return Comparison(relation="different", steps=(step,), nearness=names.likeness(one, other))


def _relation(kind: str, one: str, other: str) -> tuple[str, str] | None:
    plain, bare = _SMALL.sub("", one) or one, _SMALL.sub("", other) or other
    if len(plain) > 1 and plain == bare and (plain == one or bare == other):
        return "equivalent", "suffix"
    if names.same(one, other).holds:
        return "equivalent", "transliteration"
    short, long = sorted((one, other), key=len)
    rest = (country().sub("", short) or short, country().sub("", long) or long)
    if rest[0] == rest[1]:
        return "compatible", "short"
    if len(short) >= 2 and long.endswith(short) and kind == "organisation":
        return "compatible", "short"
    if len(short) >= 2 and kind == "place" and (long.startswith(short) or long.endswith(short)):
        return "compatible", "part"
    if _shortened(short, long) or _without_a_word(kind, rest[0], rest[1]):
        return "compatible", "short"
    return None


def _shortened(short: str, long: str) -> bool:
    """北大 / 北京大学, 中科院 / 中国科学院: first and last character shared or the last word left out, all in order."""
    if not 2 <= len(short) <= len(long) - 2 or short[0] != long[0]:
        return False
    tail = _last("organisation_suffixes").search(long)
    if tail and long[: tail.start()] == short:
        return True
    rest = iter(long)
    return all(character in rest for character in short) and (
        short[-1] == long[-1] or bool(tail and short[-1] in tail[0])
    )


def _without_a_word(kind: str, short: str, long: str) -> bool:
    """北大法科礼堂 / 北大法科大礼堂, 文昌航天发射场 / 海南文昌航天发射场: the same last word, all else in order."""
    tail = _last("place_suffixes" if kind == "place" else "organisation_suffixes")
    one, other = tail.search(short), tail.search(long)
    if not (
        one and other and one[0][-1:] == other[0][-1:] and len(short) >= 5 and len(long) - len(short) <= 3
    ):
        return False
    rest = iter(long)
    return all(character in rest for character in short)
