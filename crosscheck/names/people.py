"""The persons named in a text: rules, links and the recogniser weighed against one another, then carried on.

`people` is what the kinds person, role and quote share; its answer is kept for the texts last seen.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from crosscheck import recognise
from crosscheck.model.span import Span
from crosscheck.model.text import Text
from crosscheck.names.carry import carried, overridden, short_forms, without_tails, without_titles
from crosscheck.names.cells import in_cells
from crosscheck.names.chinese import by_cue, in_lists, in_titles, labelled
from crosscheck.names.dotted import dotted
from crosscheck.names.explained import nobody
from crosscheck.names.foreign import beside_title, with_latin
from crosscheck.names.latin_people import latin_people
from crosscheck.names.memo import remembered
from crosscheck.names.model import RUN, built_as_name, named_after, recognised, unstuck, widened
from crosscheck.names.nippon import called, japanese_names, surnames_alone
from crosscheck.names.own import found, own
from crosscheck.names.regnal import numbered, rulers
from crosscheck.names.seed import Seed
from crosscheck.names.seen import Seen, Taken
from crosscheck.names.strays import strays, trimmed
from crosscheck.names.surname_alone import Alone, after_surnames, alone, bearer
from crosscheck.names.votes import voted_out
from crosscheck.names.whole import Person, by_part, full_names, person_of, with_parts
from crosscheck.names.words import (
    DOT,
    addresses,
    is_body,
    is_chinese_name,
    is_foreign_name,
    never_person,
)
from crosscheck.patterns import compiled

__all__ = ["Person", "people"]

_PERSON_PAGE = compiled(
    r"[(（](?:\d{3,4}年?|.*(?:家|人|员|者|师|手|长|官|王|帝|士|生)|政治人物|.*年出生|.*将领|明朝|清朝|宋朝|唐朝)[)）]$"
)


@remembered
def people(text: Text) -> tuple[Person, ...]:
    """Every person named in `text`, in order, none overlapping another."""
    folded = text.folded
    seen = Seen(recognise.over(text))
    model = [seed for e in seen.entities if e.kind == "PER" for seed in recognised(folded, e)]
    single = alone(folded, Counter(folded[seed.start : seed.end] for seed in model))
    taken = _settled(text, _found(text, seen, after_surnames(folded, model, single), single))
    full = full_names(folded, taken)
    nothing = Seen(())
    carried_on = [numbered(folded, seed) for seed in carried(folded, with_parts(full), seen)]
    taken = _take(folded, taken, carried_on, nothing)
    wholes = by_part(full)
    persons = [person_of(folded, seed, full, wholes) for seed in taken]
    short = _short(folded, persons, taken)
    persons += [
        Person(seed.start, seed.end, short[seed], seed.rule, steps=("short-form",))
        for seed in _take(folded, taken, list(short), nothing)[len(taken) :]
    ]
    return tuple(sorted((*persons, *_others(folded, persons, single, full)), key=lambda person: person.start))


def _found(text: Text, seen: Seen, model: list[Seed], single: tuple[Alone, ...]) -> list[Seed]:
    """The names that rules, links and the recogniser see, the surer first, then those that stand beside them."""
    folded, nothing = text.folded, Seen(())
    mine = [Seed(start, end, "lexicon") for start, end in found(folded, own().persons)]
    foreign = [
        widened(folded, seed, seen) for seed in (*with_latin(folded), *dotted(folded), *rulers(folded))
    ]
    taken = _take(folded, mine, foreign, seen)
    taken = _take(folded, taken, _linked(text, seen), nothing)
    taken = _take(folded, taken, [*labelled(folded), *in_cells(text)], seen)
    taken = _take(folded, taken, [*japanese_names(folded, seen), *model], nothing)
    cued = [*by_cue(folded), *beside_title(folded), *in_titles(folded)]
    taken = _take(folded, taken, after_surnames(folded, cued, single), seen)
    for _ in range(2):
        known = frozenset(folded[s.start : s.end] for s in taken)
        taken = _grown(folded, taken, known)
        taken = _take(folded, taken, [*unstuck(folded, seen, known), *in_lists(folded, known)], seen)
        taken = _take(folded, taken, _listed_links(text, taken), nothing)
    return taken


def _settled(text: Text, taken: list[Seed]) -> list[Seed]:
    """The names but for what is none after all: titles, tails, places, common words, the user's own bodies."""
    folded = text.folded
    taken = without_tails(folded, without_titles(folded, overridden(folded, taken)))
    taken = [numbered(folded, seed) for seed in taken if not named_after(folded, seed)]
    taken = trimmed(folded, taken)
    words = [folded[seed.start : seed.end] for seed in taken]
    out = voted_out(folded, taken) | strays(folded, taken) | nobody(folded, words)
    own_bodies = tuple(found(folded, own().places + own().organisations))
    return [
        s
        for s in taken
        if folded[s.start : s.end] not in out and not any(a < s.end and s.start < b for a, b in own_bodies)
    ]


def _short(folded: str, persons: list[Person], taken: list[Seed]) -> dict[Seed, str]:
    """What stands for a name in short, and the name: 土井, 聂帅."""
    names = frozenset(person.canonical for person in persons)
    short = dict(surnames_alone(folded, names))
    short |= {seed: folded[seed.start : seed.end] for seed in called(folded) if seed not in short}
    return short | dict(short_forms(folded, sorted(names), taken))


def _others(
    folded: str, persons: list[Person], single: tuple[Alone, ...], full: dict[str, str]
) -> Iterator[Person]:
    """Surnames that stand alone, and names in Latin letters, where nothing else was read."""
    marks = Taken(len(folded))
    for person in persons:
        marks.take(person.start, person.end)
    for one in single:
        if marks.free(one.start, one.end):
            name = bearer(folded[one.start : one.end], full)
            yield Person(one.start, one.end, name, "surname", steps=("surname-alone",))
    forms = {latin: name for name, latin in full.items() if latin}
    latin_names = list(latin_people(folded))
    starts = {person.start: person.canonical for person in persons}
    for _, end, name in latin_names:
        inside = compiled(r"\s?[（(]").match(folded, end)
        if inside and inside.end() in starts:
            forms.setdefault(name, starts[inside.end()])  # Dennis Ritchie（丹尼斯·里奇）
    for start, end, name in latin_names:
        if marks.free(start, end):
            yield Person(start, end, forms.get(name, name), "latin-name", name)


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
    if not RUN.fullmatch(word) or never_person(word) or is_body(word):
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
