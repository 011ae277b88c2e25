"""The persons named in a text: rules, links and the recogniser weighed against one another, then carried on.

`people` is what the kinds person, role and quote share; its answer is kept for the texts last seen.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from crosscheck import recognise
from crosscheck.model.span import Span
from crosscheck.model.text import Text
from crosscheck.names.carry import carried, overridden, short_forms, without_tails, without_titles
from crosscheck.names.chinese import by_cue, in_lists, in_titles, labelled
from crosscheck.names.dotted import dotted
from crosscheck.names.foreign import beside_title, with_latin
from crosscheck.names.memo import remembered
from crosscheck.names.model import RUN, built_as_name, named_after, recognised, unstuck, widened
from crosscheck.names.nippon import called, japanese_names, surnames_alone
from crosscheck.names.own import found, own
from crosscheck.names.regnal import numbered
from crosscheck.names.seed import Seed
from crosscheck.names.seen import Seen, Taken
from crosscheck.names.surname_alone import after_surnames, alone, bearer
from crosscheck.names.votes import voted_out
from crosscheck.names.words import (
    DOT,
    addresses,
    is_chinese_name,
    is_foreign_name,
    never_person,
)
from crosscheck.patterns import compiled

_PERSON_PAGE = compiled(
    r"[(（](?:\d{3,4}年?|.*(?:家|人|员|者|师|手|长|官|王|帝|士|生)|政治人物|.*年出生|.*将领|明朝|清朝|宋朝|唐朝)[)）]$"
)


@dataclass(frozen=True, slots=True)
class Person:
    """A person named from `start` to `end` of the folded text; `canonical` is the full name that stands for."""

    start: int
    end: int
    canonical: str
    rule: str
    latin: str = ""
    steps: tuple[str, ...] = ()


@remembered
def people(text: Text) -> tuple[Person, ...]:
    """Every person named in `text`, in order, none overlapping another."""
    folded = text.folded
    seen, nothing = Seen(recognise.over(text)), Seen(())
    model = [seed for e in seen.entities if e.kind == "PER" for seed in recognised(folded, e)]
    single = alone(folded, Counter(folded[seed.start : seed.end] for seed in model))
    model = after_surnames(folded, model, single)
    bodies_of_own = tuple(found(folded, own().places + own().organisations))
    mine = [Seed(start, end, "lexicon") for start, end in found(folded, own().persons)]
    taken = _take(
        folded, mine, [widened(folded, seed, seen) for seed in (*with_latin(folded), *dotted(folded))], seen
    )
    taken = _take(folded, taken, _linked(text, seen), nothing)
    taken = _take(folded, taken, list(labelled(folded)), seen)
    taken = _take(folded, taken, [*japanese_names(folded, seen), *model], nothing)
    taken = _take(
        folded,
        taken,
        after_surnames(folded, [*by_cue(folded), *beside_title(folded), *in_titles(folded)], single),
        seen,
    )
    for _ in range(2):
        known = frozenset(folded[s.start : s.end] for s in taken)
        taken = _grown(folded, taken, known)
        taken = _take(folded, taken, [*unstuck(folded, seen, known), *in_lists(folded, known)], seen)
        taken = _take(folded, taken, _listed_links(text, taken), nothing)
    taken = without_titles(folded, overridden(folded, taken))
    taken = without_tails(folded, taken)
    taken = [numbered(folded, seed) for seed in taken if not named_after(folded, seed)]
    out = voted_out(folded, taken)
    taken = [seed for seed in taken if folded[seed.start : seed.end] not in out]
    taken = [s for s in taken if not any(a < s.end and s.start < b for a, b in bodies_of_own)]
    full = _full_names(folded, taken)
    taken = _take(folded, taken, [numbered(folded, seed) for seed in carried(folded, full, seen)], nothing)
    wholes = _by_last_part(full)
    persons = [_person(folded, seed, full, wholes) for seed in taken]
    taken_names = frozenset(p.canonical for p in persons)
    short = dict(surnames_alone(folded, taken_names))
    short |= {seed: folded[seed.start : seed.end] for seed in called(folded) if seed not in short}
    short |= dict(short_forms(folded, sorted({p.canonical for p in persons}), taken))
    persons += [
        Person(seed.start, seed.end, short[seed], seed.rule, steps=("short-form",))
        for seed in _take(folded, taken, list(short), nothing)[len(taken) :]
    ]
    marks = Taken(len(folded))
    for person in persons:
        marks.take(person.start, person.end)
    for one in single:
        if marks.free(one.start, one.end):
            name = folded[one.start : one.end]
            persons.append(
                Person(one.start, one.end, bearer(name, full), "surname", steps=("surname-alone",))
            )
    return tuple(sorted(persons, key=lambda person: person.start))


def _take(folded: str, taken: list[Seed], seeds: list[Seed], seen: Seen) -> list[Seed]:
    """`taken` and the seeds that overlap none of them, the longer first, but for those in what the model calls a
    place or a body (a Latin form in brackets outweighs the model)."""
    marks = Taken(len(folded))
    for seed in taken:
        marks.take(seed.start, seed.end)
    out = list(taken)
    for seed in sorted(seeds, key=lambda s: (s.start - s.end, s.start)):
        if not marks.free(seed.start, seed.end):
            continue
        if seed.rule == "latin" or not seen.covered(seed.start, seed.end):
            marks.take(seed.start, seed.end)
            out.append(seed)
    return out


def _linked(text: Text, seen: Seen) -> list[Seed]:
    """Links to the page of a person: told by the page's name, by the model, by an office before it, or by middle dots."""
    out = []
    for link in text.document.links:
        word = text.folded[link.span.start : link.span.end]
        end = link.span.end
        address = next((w for w in addresses() if len(w) > 1 and word.endswith(w)), "")
        if address and word != address:
            end -= len(address)
        if link.entity and 2 <= end - link.span.start <= 24:
            span = Span(link.span.start, end)
            if _links_person(text.folded, span, link.target, seen):
                out.append(Seed(span.start, span.end, "link"))
    return out


def _links_person(folded: str, span: Span, target: str, seen: Seen) -> bool:
    word = folded[span.start : span.end]
    if not RUN.fullmatch(word) or never_person(word):
        return False
    if _PERSON_PAGE.search(target.removesuffix(".md").replace("\\", "")) and is_chinese_name(word):
        return True
    inside = list(seen.touching(span.start, span.end))
    seen_as_person = [e for e in inside if e.kind == "PER"]
    if is_chinese_name(word) and seen_as_person and len(seen_as_person) == len(inside):
        return True
    if any(e.end == span.end and abs(e.start - span.start) <= 1 for e in seen_as_person):
        return built_as_name(folded, span.start, span.end)
    return (
        bool(re.search(f"[{DOT}]", word))
        and is_foreign_name(word)
        and not any(e.kind != "PER" for e in inside)
    )


def _grown(folded: str, taken: list[Seed], known: frozenset[str]) -> list[Seed]:
    """The seeds, each cut or grown by a character or two where that makes it a name known from elsewhere."""
    out: list[Seed] = []
    for seed in sorted(taken, key=lambda s: s.start):
        word, end = folded[seed.start : seed.end], seed.end
        if seed.rule != "latin" and (len(word) < 3 or word not in known or seed.rule == "verb-after"):
            longer = [e for e in (end + 1, end + 2) if folded[seed.start : e] in known]
            shorter = [
                e for e in (end - 1, end - 2) if e - seed.start >= 3 and folded[seed.start : e] in known
            ]
            grown = folded[seed.start : longer[0]] if longer else ""
            if grown and (is_chinese_name(grown) or is_foreign_name(grown)):
                end = longer[0]
            elif shorter and is_foreign_name(word):
                end = shorter[0]
        if not out or out[-1].end <= seed.start:
            out.append(Seed(seed.start, end, seed.rule, seed.latin))
    return out


def _listed_links(text: Text, taken: list[Seed]) -> list[Seed]:
    """Links that are built as a Chinese name and stand in a list beside a person: [钱学森]、[李强]."""
    starts, ends = {seed.start for seed in taken}, {seed.end for seed in taken}
    return [
        Seed(link.span.start, link.span.end, "link")
        for link in text.document.links
        if link.entity
        and is_chinese_name(text.folded[link.span.start : link.span.end])
        and (
            (
                text.folded[link.span.end : link.span.end + 1] in ("、", "和", "与")
                and link.span.end + 1 in starts
            )
            or (text.folded[link.span.start - 1 : link.span.start] == "、" and link.span.start - 1 in ends)
        )
    ]


def _full_names(folded: str, taken: list[Seed]) -> dict[str, str]:
    """Every name taken, with its Latin form where one is told; longest first."""
    latin: dict[str, str] = {}
    for seed in sorted(taken, key=lambda s: s.start):
        name = folded[seed.start : seed.end]
        latin[name] = latin.get(name) or seed.latin
    return dict(sorted(latin.items(), key=lambda item: (-len(item[0]), item[0])))


def _by_last_part(full: dict[str, str]) -> dict[str, list[str]]:
    """The names with middle dots by their last part: 马克思 -> 卡尔·马克思."""
    out: dict[str, list[str]] = {}
    for name in full:
        last = re.split(f"[{DOT}]", name)[-1]
        if last != name:
            out.setdefault(last, []).append(name)
    return out


def _person(folded: str, seed: Seed, full: dict[str, str], wholes: dict[str, list[str]]) -> Person:
    name = folded[seed.start : seed.end]
    whole = wholes.get(name, [])
    family = compiled("夫妇|夫人|家族|兄弟|姐妹|父子|父女|母女|一家").match(folded, seed.end)
    if len(whole) == 1 and not family:
        return Person(seed.start, seed.end, whole[0], seed.rule, full[whole[0]], ("surname-alone",))
    return Person(seed.start, seed.end, name, seed.rule, full.get(name, ""))
