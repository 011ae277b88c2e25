"""What is left of the persons that the recogniser sees, once what it takes for a person by mistake is cut off."""

from __future__ import annotations

import re
from functools import cache

from crosscheck import recognise
from crosscheck.lexicon import either
from crosscheck.names.seed import Seed
from crosscheck.names.seen import Seen
from crosscheck.names.words import (
    ACT,
    DOT,
    HAN,
    SIDES,
    addresses,
    ends_with_office,
    is_foreign_name,
    never_person,
    offices,
    surname,
    surnames,
)

RUN = re.compile(rf"{HAN}(?:[{DOT}-]?{HAN})+")
_THING_NAMED = re.compile(r"主义|战争|级|号|奖|定理|定律|方程|效应|条约|法案|计划|-?\d")
_CALLED = re.compile(r"(?:名为|名称|改为|称为|取名|命名|称作|代号|定名|名叫)[为是]?$")
_LEADING = "同比派和与由对在向请让给致被令及跟"


@cache
def _addressed() -> re.Pattern[str]:
    return re.compile(f"{surname()}(?:副?(?:{either(addresses())}))")


def widened(folded: str, seed: Seed, seen: Seen) -> Seed:
    """A foreign name by rule with the characters at its ends that the model counts in: 马戛尔尼, 里根."""
    start, end = seed.start, seed.end
    for entity in seen.touching(seed.start, seed.end):
        if entity.kind == "PER":
            inside = folded[max(0, start - 8) : start]
            if entity.end == end and start - 2 <= entity.start < start and not ends_with_office(inside):
                start = entity.start
            if seed.rule == "dotted" and entity.start == start and abs(entity.end - end) <= 2:
                end = entity.end
    return Seed(start, end, seed.rule, seed.latin)


def recognised(folded: str, entity: recognise.Entity) -> list[Seed]:
    """What is left of a person seen by the model once Latin, digits, and swallowed words are cut off."""
    out = []
    for match in RUN.finditer(folded, entity.start, entity.end):
        start, end = match.span()
        if folded[start] in SIDES and folded[start - 1 : start] in SIDES and start:
            continue  # 中苏谈判
        for joint in re.finditer("[与和及]", folded[start + 2 : end]):
            end = start + 2 + joint.start()  # 斯大林与韩战
            break
        led = re.compile("任命|委任|聘请|邀请|罢免|追赠|册封|会见").match(folded, start, end - 1)
        start = led.end() if led else start
        if folded[end : end + 2] == "为为":
            end += 1  # 任命康有为为章京
        if end - start == 2 and folded[start:end] in surnames() and re.match(HAN, folded[end : end + 1]):
            end += 1  # 司马 + 迁
        if end - start >= 3 and folded[start] in _LEADING and folded[start] not in surnames():
            start += 1
        if is_foreign_name(folded[start:end]) and _first_lost(folded, start):
            start -= 1  # 主席因 + 凡蒂诺
        if end - start == 3 and folded[end - 1] == "任" and re.match(HAN, folded[end : end + 1]):
            end -= 1  # 王选任所长
        if _plausible(folded, start, end) and not _torn(folded, start):
            out.append(Seed(start, end, "recogniser"))
    return out


def _first_lost(folded: str, start: int) -> bool:
    """Whether one character stands between an office and the foreign name that begins at `start`."""
    before = folded[max(0, start - 9) : start]
    return (
        before[-1:] not in tuple("和与及的由向对在、给同跟把被让请为以兼是将从到")
        and ends_with_office(before[:-1])
        and bool(re.match(HAN, before[-1:]))
        and not ends_with_office(before)
    )


def _torn(folded: str, start: int) -> bool:
    """Whether the surname is more likely a preposition or a verb with what stands before it: 将于, 接任."""
    if folded[start] not in "于向时任从经和常有万连":
        return False
    before = folded[max(0, start - 6) : start]
    return bool(re.search(f"{HAN}$", before)) and not (ends_with_office(before) or before[-1] in "和与及、")


def _plausible(folded: str, start: int, end: int) -> bool:
    word = folded[start:end]
    address = _addressed().match(folded, start)
    if never_person(word) or not _person_like(word) or (address and address.end() >= end):
        return False
    if _THING_NAMED.match(folded, end) or word in offices():
        return False
    if is_foreign_name(word) and DOT[0] not in word and folded[start - 1 : start] in ("在", "于", "抵", "赴"):
        return not re.compile(ACT).match(folded, end)  # 在雅尔塔会晤
    opened, closed = folded.rfind("“", max(0, start - 12), start), folded.find("”", end, end + 12)
    named = opened >= 0 and closed >= 0 and "”" not in folded[opened:start]
    if named and folded[closed - 1] in "号奖杯级":
        return False
    return not (
        named and opened == start - 1 and closed == end and _CALLED.search(folded, max(0, opened - 5), opened)
    )


def _person_like(word: str) -> bool:
    if len(word) < 2 or len(word) > 24:
        return False
    if len(word) == 2 and word[1] in "宅府墓庙祠之于家某氏":
        return False
    if len(word) == 2 and not (is_foreign_name(word) or word[0] in surnames()):
        return word[1] not in "方共军国人语文"
    return word[-1] not in "方共军国省市县区"


def unstuck(folded: str, seen: Seen, known: frozenset[str]) -> list[Seed]:
    """Known names at the end or the beginning of what the model took for one longer name."""
    out = []
    for entity in seen.entities:
        word = folded[entity.start : entity.end]
        for size in range(len(word) - 1, 1, -1):
            if word[-size:] in known:
                out.append(Seed(entity.end - size, entity.end, "recogniser"))
                break
    return out
