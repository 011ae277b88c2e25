"""Japanese names: a known surname with a given name of one to three characters, and the surname alone after that."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from crosscheck.lexicon import either, words
from crosscheck.names.chinese import FUNCTION
from crosscheck.names.seed import Seed
from crosscheck.names.seen import Seen
from crosscheck.names.votes import counted
from crosscheck.names.words import HAN, begins_with_office, ends_with_office, japanese, said
from crosscheck.patterns import compiled

# Characters that given names are made of, and those that they end with.
_ENDS = frozenset(
    "郎男雄夫子美助藏之介平明彦治吉一二三太臣树辅志江香史士家康弘秀义信正隆昭忠孝清诚博浩宏健武勇进茂稔丰荣久直真哲光友元幸利政宗长重成胜贞纯俊"
    "敏英惠理奈纪里沙织音代枝菜优翔辉也哉斗造作卫门丸松龙虎马朗夏树良雅德瑞穗花月七八五六嗣盛氏时常经赖朝尚"
)
_MIDDLE = _ENDS | frozenset(
    "寿零百合千大小新文有希由加佐与左右兵四十喜多和实伊阿知安定东仁庆吾龟鹤久保本富高广善"
)
_NOT_ALONE = compiled(
    r"[市县町村郡区川山城藩站家族氏藏大]|部队|队|联队|师团|中队|大队|旅团|兵团|公司|集团|财阀|事件|内阁|幕府|政权|时代"
)
_BEFORE = frozenset("军和与由为被对及、的让派给向是令将把同")


@cache
def _edge() -> re.Pattern[str]:
    verbs = words("office_verbs", **{"class": "hold"})
    return compiled(
        rf"(?!{HAN})|{either((*FUNCTION, *verbs, '下令', '抵', '登', '以', '后', '当', '就', '再', '时', '能', '手', '等'))}|{said()}"
    )


def japanese_names(folded: str, seen: Seen) -> Iterator[Seed]:
    """Names of a known surname and a given name, where something parts them from the words around them."""
    known = japanese()
    heads = frozenset(name[:2] for name in known)
    for start in [at for at in range(len(folded) - 2) if folded[at : at + 2] in heads]:
        size = next((n for n in (4, 3, 2) if folded[start : start + n] in known), 0)
        if not size or not _opens(folded, start, seen):
            continue
        for length in (2, 3, 1):
            end = start + size + length
            given = folded[start + size : end]
            if len(given) < length or given[-1] not in _ENDS or not set(given) <= _MIDDLE:
                continue
            if _edge().match(folded, end) or begins_with_office(folded, end):
                yield Seed(start, end, "japanese")
                break


def _opens(folded: str, start: int, seen: Seen) -> bool:
    """Whether a name may begin here: after a mark, an office or a particle, or where the model begins one."""
    before = folded[start - 1 : start] if start else ""
    if not compiled(HAN).match(before) or before in _BEFORE:
        return True
    return ends_with_office(folded[max(0, start - 8) : start]) or any(
        e.start == start for e in seen.touching(start, start + 1)
    )


def called(folded: str) -> Iterator[Seed]:
    """Japanese surnames by which a text calls somebody whom it never names in full: three times, twice doing something.
    One that is a place or a word as well (`rare`: 中山, 清水) is nobody alone."""
    known = japanese() - frozenset(words("surnames", kind="japanese", frequency="rare"))
    seen = {folded[at : at + 2] for at in range(len(folded) - 1)} & known
    counts = counted(folded, seen)
    doing = tuple(
        word for word, (places, persons, every) in counts.items() if not places and persons > 1 and every > 2
    )
    if doing:
        for match in re.finditer(either(doing), folded):
            if not _NOT_ALONE.match(folded, match.end()):
                yield Seed(match.start(), match.end(), "surname")


def surname_of(name: str) -> str:
    """The Japanese surname that a name begins with, "" where it begins with none or is no longer than that."""
    return next((name[:n] for n in (4, 3, 2) if len(name) > n and name[:n] in japanese()), "")


def surnames_alone(folded: str, names: frozenset[str]) -> Iterator[tuple[Seed, str]]:
    """A Japanese surname by itself and the full name it stands for, where a text names one bearer in full before."""
    bearers: dict[str, set[str]] = {}
    for name in names:
        if surname := surname_of(name):
            bearers.setdefault(surname, set()).add(name)
    one = {surname: found.pop() for surname, found in bearers.items() if len(found) == 1}
    if not one:
        return
    for match in re.finditer(either(tuple(one)), folded):
        name = one[match[0]]
        first = folded.find(name)
        if first < match.start() and not _NOT_ALONE.match(folded, match.end()):
            yield Seed(match.start(), match.end(), "surname"), name
