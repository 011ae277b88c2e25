"""Posts and occupations that no verb of office ties to their holder: in the first sentence of a page, in chains."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from crosscheck.lexicon import either, words
from crosscheck.model.document import Block
from crosscheck.names.holding_model import Holding, names_of
from crosscheck.names.office import furthest, heads, longest_head, occupations, office_start
from crosscheck.names.people import Person
from crosscheck.names.person_scene import PersonScene
from crosscheck.patterns import compiled

# How far before a verb its subject is looked for.
_BACK = 60
_DUTY = compiled(r"的?(?:职务|一职|职位|之职)")
_SELF = compiled(
    r"(?:(?<![主责信委胜重到放听担充离卸常首前次几每])任|担任|(?<![相应适恰正])当|(?<!叫)做|充当|成为|受聘为|聘为)(?![时选年地])了?过?(?:一[名位个])?(?:《[^《》\n]{1,20}》的?)?"
)
_NATIVE = compiled(r"(?:生于|祖籍|原籍)?[\u3400-\u9fff]{2,10}人(?=[，,])")
_BETWEEN = compiled(r"[，,、和及与兼暨]|以及|\s|著名的?|知名的?|一[名位个]|前|[是为系]")


def occupied(scene: PersonScene) -> Iterator[Holding]:
    """An occupation behind a verb: 他在报社任记者, 汤普逊当过程序员."""
    folded = scene.folded
    for verb in _SELF.finditer(folded):
        clause = scene.text.clause_at(verb.start())
        head = occupations().search(folded, verb.end(), min(clause.end, verb.end() + 14))
        if (
            head is None
            or furthest(folded, head) != head.end()
            or folded[head.end() : head.end() + 1] == "的"
        ):
            continue
        start = office_start(folded, verb.end(), head.start(), scene.solid_in(verb.end(), head.end()))
        holder = _holder(scene, clause.start, verb.start())
        if start == verb.end() and holder is not None and head.end() not in scene.by_start:
            yield Holding(
                start, head.end(), folded[start : head.end()], (holder.canonical,), verb[0], "occupation"
            )


def _holder(scene: PersonScene, start: int, end: int) -> Person | None:
    """Of whom a clause speaks before its verb: the one person named in it, whom its pronoun means, or the subject of its sentence."""
    start = max(start, end - _BACK)
    inside = scene.people_in(start, end)
    if len(inside) == 1:
        return inside[0]
    pronoun = scene.pronoun(start, end)
    if not inside and pronoun >= 0:
        return scene.meant(pronoun)
    return None if inside else scene.subject(end)


def led(scene: PersonScene) -> Iterator[Holding]:
    """What the first sentence of a page says its subject was: 丹尼斯·里奇（1941年—2011年），美国计算机科学家、程序员."""
    topic = scene.topic()
    for block in scene.text.document.blocks:
        person = scene.by_start.get(_past_marks(scene.folded, block))
        if (
            block.kind != "paragraph"
            or person is None
            or topic is None
            or person.canonical != topic.canonical
        ):
            continue
        at = _past_brackets(scene.folded, person.end, block.span.end)
        if at == person.end and not compiled(r"[是为系，,]").match(scene.folded, at):
            continue
        yield from _row(scene, at, block.span.end, person)
        return


def _past_marks(folded: str, block: Block) -> int:
    at = block.span.start
    while at < block.span.end and folded[at] in " 　*'":
        at += 1
    return at


def _past_brackets(folded: str, at: int, end: int) -> int:
    """Behind the brackets that open at `at`, nested ones counted in; `at` where none opens."""
    depth = 0
    for place in range(at, min(end, at + 400)):
        if folded[place] in "(（":
            depth += 1
        elif folded[place] in ")）" and depth:
            depth -= 1
            if not depth:
                return place + 1
        elif not depth:
            return at
    return at


def _row(scene: PersonScene, at: int, end: int, person: Person) -> Iterator[Holding]:
    """Offices and occupations one after the other from `at` on; it ends where a piece is none."""
    folded = scene.folded
    for _ in range(12):
        while (joint := _BETWEEN.match(folded, at, end) or _NATIVE.match(folded, at, end)) is not None:
            at = joint.end()
        head = occupations().search(folded, at, min(end, at + 24))
        if head is None or compiled(r"[，。；、（(]").search(folded, at, head.start()):
            return
        close = furthest(folded, head)
        start = office_start(folded, at, head.start(), scene.solid_in(at, close))
        if start != at or any(at <= p.start < close for p in scene.next(at)):
            return
        yield Holding(at, close, folded[at:close], (person.canonical,), "", "lead")
        at = close


def chained(scene: PersonScene) -> Iterator[Holding]:
    """The office before another one of the same holder: 国家主席、中央军委主席某某; 总指挥兼主任某某."""
    folded = scene.folded
    for head in heads().finditer(folded):
        end = longest_head(folded, head)
        joint = compiled(r"、|兼任?|暨").match(folded, end)
        if joint is None:
            continue
        following = _held(scene, joint.end())
        if following is None:
            continue
        clause = scene.text.clause_at(head.start())
        floor = max([clause.start, *(p.end for p in scene.last(head.start()))])
        start = office_start(folded, floor, head.start(), scene.solid_in(floor, end))
        if start < head.end():
            yield Holding(start, end, folded[start:end], names_of((following,)), "", "chain")


def _held(scene: PersonScene, position: int) -> Person | None:
    """The person right behind the office, or the chain of them, that begins at `position`."""
    folded = scene.folded
    for _ in range(4):
        head = heads().search(folded, position, position + 20)
        if head is None or compiled(r"[，。；、：（(“”的]").search(folded, position, head.start()):
            return None
        end = longest_head(folded, head)
        if (person := scene.by_start.get(end)) is not None:
            return person
        joint = compiled(r"、|兼任?|暨").match(folded, end)
        if joint is None:
            return None
        position = joint.end()
    return None


@cache
def _leaving() -> re.Pattern[str]:
    return compiled(rf"(?:{either(words('office_verbs', **{'class': 'leave'}))})了?")


def left(scene: PersonScene) -> Iterator[Holding]:
    """An office that somebody gave up: 宣布卸下社长职务, 辞去校长一职."""
    folded = scene.folded
    for verb in _leaving().finditer(folded):
        clause = scene.text.clause_at(verb.start())
        tail = _DUTY.search(folded, verb.end(), min(clause.end, verb.end() + 24))
        limit = tail.start() if tail else min(clause.end, verb.end() + 20)
        head = heads().search(folded, verb.end(), limit)
        if head is None or compiled(r"[，。；、：（(“”]").search(folded, verb.end(), head.start()):
            continue
        end = head.end()
        holder = _holder(scene, clause.start, verb.start())
        if holder is None or end in scene.by_start or (tail and tail.start() != end):
            continue
        start = office_start(folded, verb.end(), head.start())
        yield Holding(
            verb.start(), tail.end() if tail else end, folded[start:end], (holder.canonical,), verb[0], "left"
        )
