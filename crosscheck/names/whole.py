"""A person as named in a text, and the full name that a part of one stands for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from crosscheck.names.seed import Seed
from crosscheck.names.words import DOT, is_foreign_name
from crosscheck.patterns import compiled


@dataclass(frozen=True, slots=True)
class Person:
    """A person named from `start` to `end` of the folded text; `canonical` is the full name that stands for."""

    start: int
    end: int
    canonical: str
    rule: str
    latin: str = ""
    steps: tuple[str, ...] = ()


def full_names(folded: str, taken: list[Seed]) -> dict[str, str]:
    """Every name taken, with its Latin form where one is told; longest first."""
    latin: dict[str, str] = {}
    for seed in sorted(taken, key=lambda s: s.start):
        name = folded[seed.start : seed.end]
        latin[name] = latin.get(name) or seed.latin
    return dict(sorted(latin.items(), key=lambda item: (-len(item[0]), item[0])))


def by_part(full: dict[str, str]) -> dict[str, list[str]]:
    """The names with middle dots by their first and by their last part: 马克思 -> 卡尔·马克思, 艾琳 -> 艾琳·奥肖内西."""
    out: dict[str, list[str]] = {}
    for name in full:
        parts = [part for part in re.split(f"[{DOT}]", name) if part]
        for part in dict.fromkeys((parts[0], parts[-1])):
            if part != name and len(part) > 1:
                out.setdefault(part, []).append(name)
    return out


def with_parts(full: dict[str, str]) -> dict[str, str]:
    """The full names and the parts of foreign ones that stand for one of them alone, longest first."""
    parts = {part: "" for part, names in by_part(full).items() if len(names) == 1 and is_foreign_name(part)}
    return dict(sorted((parts | full).items(), key=lambda item: (-len(item[0]), item[0])))


def person_of(folded: str, seed: Seed, full: dict[str, str], wholes: dict[str, list[str]]) -> Person:
    """The person that a seed names; a part of one full name stands for that, but for that of a family (居里夫妇)."""
    name = folded[seed.start : seed.end]
    whole = wholes.get(name, [])
    family = compiled("夫妇|夫人|家族|兄弟|姐妹|父子|父女|母女|一家").match(folded, seed.end)
    if len(whole) == 1 and not family:
        return Person(seed.start, seed.end, _dotted(whole[0]), seed.rule, full[whole[0]], ("surname-alone",))
    return Person(seed.start, seed.end, _dotted(name), seed.rule, full.get(name, ""))


def _dotted(name: str) -> str:
    """A name with the one middle dot, whichever the text has."""
    return compiled(f"[{DOT}]").sub("·", name)
