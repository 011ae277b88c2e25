"""How two names of places or of organisations relate."""

from __future__ import annotations

import re
from functools import cache

from crosscheck import names
from crosscheck.lexicon import either, words
from crosscheck.model.comparison import Comparison
from crosscheck.model.step import say
from crosscheck.names.gazetteer import within
from crosscheck.names.own import one_by_lexicon
from crosscheck.names.words import countries, country
from crosscheck.patterns import compiled

_SMALL = compiled(r"(?:市|县|省|区|镇|乡|村|州|岛|山|河|江|湖|港|城)$")


@cache
def _last(table: str) -> re.Pattern[str]:
    return compiled(rf"(?:{either(words(table))})$")


# A school, and a part of one in which one learns there; an academy's institutes are bodies of their own.
_SCHOOL = compiled(r"(?:大学|(?<!科)学院|学堂)$")
_FACULTY = compiled(r"[\u3400-\u9fff]{1,8}(?:学院|系|科|专业|学部)")


def related(kind: str, one: str, other: str) -> Comparison:
    """The relation of two canonical names of `kind` (place or organisation)."""
    if one == other:
        return Comparison(relation="identical", nearness=1.0)
    told = _relation(kind, one, other)
    if told is not None:
        relation, key = told
        steps = (say(f"{kind}.{key}", claim=one, evidence=other),)
        near = 0.0 if relation == "incomparable" else 1.0
        return Comparison(relation=relation, steps=steps, nearness=near)  # type: ignore[arg-type]
    step = say(f"{kind}.other", claim=one, evidence=other)
    return Comparison(relation="different", steps=(step,), nearness=names.likeness(one, other))


def _relation(kind: str, one: str, other: str) -> tuple[str, str] | None:
    if one_by_lexicon(one, other):
        return "equivalent", "lexicon"
    plain, bare = _SMALL.sub("", one) or one, _SMALL.sub("", other) or other
    if len(plain) > 1 and plain == bare and (plain == one or bare == other):
        return "equivalent", "suffix"
    if names.same(one, other).holds:
        return "equivalent", "transliteration"
    short, long = sorted((one, other), key=len)
    rest = (country().sub("", short) or short, country().sub("", long) or long)
    if rest[0] == rest[1]:
        return "compatible", "short"
    if kind == "organisation" and (told := _bodies(one, short, long)):
        return told
    inside = len(short) >= 2 and (long.startswith(short) or long.endswith(short))
    if kind == "place" and (inside or within(one, other) or within(other, one)):
        return "compatible", "part"
    if _shortened(short, long) or _without_a_word(kind, rest[0], rest[1]):
        return "compatible", "short"
    if kind == "place" and (one in countries()) != (other in countries()):
        return "incomparable", "sort"  # 苏联 / 莫斯科: the wider may hold the nearer
    if kind == "place" and "" not in (sorts := {_sort(one), _sort(other)}) and len(sorts) > 1:
        return "incomparable", "sort"
    return None


def _bodies(claim: str, short: str, long: str) -> tuple[str, str] | None:
    """How two bodies relate of which one has the other's name in its own; None where it does not tell."""
    if len(short) >= 2 and long.endswith(short):
        return "compatible", "short"
    if not long.startswith(short):
        return None
    if _form().fullmatch(long, len(short)):
        return "compatible", "short"  # 海通纱厂 / 海通纱厂股份有限公司
    if long == claim and _SCHOOL.search(short) and _FACULTY.fullmatch(long, len(short)):
        return "compatible", "part"  # 东吴大学法学院, and the source names 东吴大学 alone: as a coarser date
    if _last("organisation_suffixes").search(short):
        return "incomparable", "part"  # 中央研究院 / 中央研究院地质研究所
    return None


def _sort(name: str) -> str:
    """What sort of place the last word of a name says it is: settlement, nature, building; "" where it says nothing."""
    found = [
        (len(name) - match.start(), sort)
        for sort, pattern in _sorts()
        if (match := pattern.search(name)) and match.start() and (len(name) > 2 or len(match[0]) > 1)
    ]
    return max(found)[1] if found else ""


@cache
def _sorts() -> tuple[tuple[str, re.Pattern[str]], ...]:
    buildings = (*words("place_suffixes", **{"class": "site"}), *words("organisation_suffixes"))
    by_sort = {
        "building": tuple(word for word in buildings if len(word) > 1),
        "nature": words("place_suffixes", **{"class": "nature"}),
        "settlement": words("place_suffixes", **{"class": "settlement"}),
    }
    return tuple((sort, compiled(rf"(?:{either(last)})$")) for sort, last in by_sort.items())


@cache
def _form() -> re.Pattern[str]:
    """Words for the form of a company or a club that its name is often used without."""
    return compiled(r"(?:集团|控股|股份|有限|责任|公司|总公司|企业|足球|篮球|排球|俱乐部|总局|队)+")


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
