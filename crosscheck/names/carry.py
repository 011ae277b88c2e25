"""Carries a name on: to all its other occurrences, and to the short forms that its bearer is addressed by."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crosscheck.lexicon import either
from crosscheck.names.seed import Seed
from crosscheck.names.seen import Seen
from crosscheck.names.words import (
    DOT,
    HAN,
    addresses,
    is_chinese_name,
    is_foreign_name,
    surnames,
    transliterating,
)
from crosscheck.patterns import compiled
from crosscheck.recognise import Entity

# Forms of address that name no office: they may stand for the one bearer of the surname in the text.
_PLAIN = ("先生", "女士", "小姐", "同志", "老", "公", "氏", "帅", "老人", "老师", "夫人", "太太")
_THING = compiled(
    r"主义|战争|级|号|奖|定理|定律|方程|效应|条约|法案|计划|模型|学派|街|路|大道|广场|公园|大学|学院|中学|省|市|县|州|镇"
)


def carried(folded: str, names: dict[str, str], seen: Seen) -> list[Seed]:
    """Every occurrence of `names`, the longest first; none inside a longer foreign name or a place's name."""
    if not names:
        return []
    out = []
    for match in re.finditer(either(tuple(names)), folded):
        name, start, end = match[0], match.start(), match.end()
        if _inside_longer(folded, name, start, end) or _THING.match(folded, end):
            continue
        if any(_covers(folded, e, start, end) for e in seen.touching(start, end)):
            continue
        if len(name) == 2 and not is_chinese_name(name) and not is_foreign_name(name):
            continue
        out.append(Seed(start, end, "carried"))
    return out


_SITE = compiled(
    r"[市县省区州镇乡村路街道山河湖岛港湾寺庙宫馆院校厂所会团军队部局党社桥站楼堂园陵墓祠城塔洲营堡]$"
)


def _covers(folded: str, entity: Entity, start: int, end: int) -> bool:
    """Whether a place or a body that the model saw holds more than the name; not where it only swallowed a character
    of the words after a foreign name (华里士 + 亲率)."""
    if entity.kind not in ("LOC", "ORG") or not (entity.start <= start and end <= entity.end):
        return False
    if entity.end - entity.start <= end - start:
        return False
    swallowed = entity.start == start and entity.end == end + 1 and end - start > 2
    return not (
        swallowed and is_foreign_name(folded[start:end]) and not _SITE.search(folded, start, entity.end)
    )


_FIRM = ("link", "latin", "dotted", "lexicon")
_TELLING = (*_FIRM, "office-before", "verb-after", "verb-before", "label")


def overridden(folded: str, taken: list[Seed]) -> list[Seed]:
    """The seeds, those cut out of a longer known name put right: 林任 in 方士林任厂长, 黎得 in 黎得胜.

    A Chinese name of three characters or more is known where a link or a word beside it tells it, or where it was seen twice.
    """
    seen_as: dict[str, list[str]] = {}
    for seed in sorted(taken, key=lambda s: s.start):
        seen_as.setdefault(folded[seed.start : seed.end], []).append(seed.rule)
    known = tuple(
        name
        for name, rules in seen_as.items()
        if len(name) > 2 and is_chinese_name(name) and (len(rules) > 1 or rules[0] in _TELLING)
    )
    if not known:
        return taken
    out = {seed.start: seed for seed in taken}
    for match in re.finditer(either(known), folded):
        near = [out[at] for at in range(max(0, match.start() - 8), match.end()) if at in out]
        crossed = [s for s in near if s.end > match.start() and (s.start, s.end) != match.span()]
        if crossed and all(_weaker(folded, s, match[0], seen_as) for s in crossed):
            for seed in crossed:
                del out[seed.start]
            out[match.start()] = Seed(match.start(), match.end(), "carried")
    return [out[start] for start in sorted(out)]


def without_titles(folded: str, taken: list[Seed]) -> list[Seed]:
    """The seeds but for noble titles that were taken for names: 佐天侯 + 黎得胜, 忠王 + 李秀成."""
    starts = {seed.start for seed in taken}
    return [
        seed
        for seed in taken
        if seed.rule in _FIRM[1:]
        or not (
            (folded[seed.end : seed.end + 1] in ("王", "侯") and seed.end + 1 in starts)
            or (folded[seed.end - 1] in "王侯" and seed.end in starts)
        )
    ]


def without_tails(folded: str, taken: list[Seed]) -> list[Seed]:
    """The seeds, those that the model saw once and that hold a name seen often cut down to it: 桓玄 + 弃, 封 + 惠征."""
    count: dict[str, int] = {}
    for seed in taken:
        word = folded[seed.start : seed.end]
        count[word] = count.get(word, 0) + 1
    often = {word for word, times in count.items() if times > 2 and is_chinese_name(word)}
    out = []
    for seed in taken:
        word, start, end = folded[seed.start : seed.end], seed.start, seed.end
        if seed.rule in ("recogniser", "list", "carried") and count[word] == 1 and len(word) > 2:
            head = next((n for n in (3, 2) if len(word) > n and word[:n] in often), 0)
            tail = next((n for n in (3, 2) if len(word) == n + 1 and word[-n:] in often), 0)
            start, end = (start, start + head) if head else (end - tail, end) if tail else (start, end)
        out.append(Seed(start, end, seed.rule, seed.latin))
    return out


def _weaker(folded: str, seed: Seed, name: str, seen_as: dict[str, list[str]]) -> bool:
    word = folded[seed.start : seed.end]
    rarer = len(seen_as[word]) < len(seen_as[name]) or len(word) < len(name)
    return seed.rule not in _FIRM and rarer and not (word.startswith(name) and len(word) > len(name) + 1)


def _inside_longer(folded: str, name: str, start: int, end: int) -> bool:
    before, after = folded[start - 1 : start], folded[end : end + 1]
    if after and after in DOT and name[-1:] not in DOT:
        return bool(compiled(HAN).match(folded[end + 1 : end + 2]))
    if before and before in DOT and not any(character in DOT for character in name):
        return False
    if len(name) > 2 or not is_foreign_name(name):
        return False
    return bool(after) and after in transliterating() and not is_chinese_name(name)


def short_forms(folded: str, names: list[str], taken: list[Seed]) -> Iterator[tuple[Seed, str]]:
    """A surname with a form of address, and the full name it stands for where the text says whose it is.

    An office (周总理) must stand beside the full name somewhere in the text; a plain form of address (聂帅)
    wants one bearer of the surname in the text, named in full before.
    """
    bearers: dict[str, list[str]] = {}
    for name in names:
        if (is_chinese_name(name) and len(name) > 2) or (len(name) == 2 and is_chinese_name(name)):
            head = name[:2] if name[:2] in surnames() and len(name) > 2 else name[:1]
            bearers.setdefault(head, []).append(name)
    if not bearers:
        return
    first = {folded[seed.start : seed.end]: seed.start for seed in sorted(taken, key=lambda s: -s.start)}
    titles = either(tuple(f"副{word}" for word in addresses()) + addresses())
    for match in re.finditer(rf"({either(tuple(bearers))})({titles})", folded):
        owners = [
            name
            for name in bearers[match[1]]
            if match[2] in _PLAIN or f"{name}{match[2]}" in folded or f"{match[2]}{name}" in folded
        ]
        known = [
            name for name in owners if first.get(name, len(folded)) < match.start() or match[2] not in _PLAIN
        ]
        if len(known) == 1 and (match[2] not in _PLAIN or len(bearers[match[1]]) == 1):
            if match[2] in ("公", "老", "氏", "帅") and compiled(HAN).match(
                folded[match.start() - 1 : match.start()]
            ):
                before = folded[match.start() - 1]
                if before not in "的和与由对向是在及请把被让为，。、":
                    continue
            yield Seed(match.start(), match.end(), "short-form"), known[0]
