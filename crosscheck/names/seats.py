"""Offices whose holder is named behind them: 校长为连启明, 校长由周叔达担任, 董事长：郝建平, and lists of people."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from crosscheck.names.holding_model import PLURAL, Holding, names_of
from crosscheck.names.office import heads, longest_head, office_start
from crosscheck.names.people import Person
from crosscheck.names.person_scene import PersonScene
from crosscheck.names.reach import office_after, whole
from crosscheck.patterns import compiled

_GIVEN = compiled(
    r"(?:一职|职务|职位)?[现先则便仍改后]?(?:长期|一直|最初|主要|目前|当时)?(?P<is>为|是|系|乃|即|[:：]\s?)"
    r"|(?:一职|职务|职位)?[现先则便仍改后暂转]?(?:长期|一直|最初|目前|当时|继续|先后)?(?P<by>由)"
)
_HELD_BY = compiled(
    r"[^，。；：\n]{0,6}?(?:担任|兼任|出任|接任|继任|代理|充任|署理|暂代|接替|接掌|任|兼)(?![务何命期意])"
)
_EDGE = compiled(r"[，。；、,;（(\s|/】\])·—-]|$|等|担任|兼任|出任")
_WHEN = compiled(r"(?:首任|现任|时任|前任|继任|当值|第[一二三四五六七八九十百\d]+任)$")


def named_behind(scene: PersonScene) -> Iterator[Holding]:
    """An office with 为, 是, 由 or a colon between it and its holder."""
    folded = scene.folded
    for head in heads().finditer(folded):
        end = longest_head(folded, head)
        gap = _GIVEN.match(folded, end)
        if gap is None:
            continue
        persons, close = scene.after(gap.end(), True)
        if not persons or (len(persons) > 1 and head[0] not in PLURAL and gap["by"]):
            continue
        if gap["by"]:
            held = _HELD_BY.match(folded, close)
            if held is None:
                continue
            close = held.end()
        elif not _EDGE.match(folded, close):
            continue  # 总经理为方士林颁奖
        clause = scene.text.clause_at(head.start())
        floor = max([clause.start, *(p.end for p in scene.last(head.start()))])
        floor = max(
            floor,
            folded.rfind("、", clause.start, head.start()) + 1,
            folded.rfind("：", clause.start, head.start()) + 1,
        )
        floor = max(floor, folded.rfind(":", clause.start, head.start()) + 1)
        start = office_start(folded, floor, head.start(), scene.solid_in(floor, end))
        when = _WHEN.search(folded, floor, start)
        begin = when.start() if when else start
        yield Holding(begin, close, folded[start:end], names_of(persons), "", "named-behind")


# What may stand between the head of a clause and 是 without being its subject: 地震那年是, 当时是, 他退休前的职务是.
_BEFORE_IS = compiled(
    r"(?:[\d一二三四五六七八九十年月日初末底]+|当时|那时候?|其时|此时|那年|同年|后来|[\u3400-\u9fff]{1,4}(?:那年|当年|时候?|期间))*"
    r"(?P<who>[他她])?(?:当时|那时|本来|原来|原先|原|曾经|曾|一直|退休前|生前|也|就|已|已经)*的?(?:职务|身份|头衔)?"
)
_IS = compiled(r"(?<![不还只若要但可凡总或先都便说认])(?:是|系)(?:当时的?|时任|一名|一位|该[校院厂省市县])?")


def is_office(scene: PersonScene) -> Iterator[Holding]:
    """丘国梁捐款时是校董会副主席; 他当时是副县长: the office ends its clause, and its holder is plain."""
    folded = scene.folded
    for match in _IS.finditer(folded):
        office = office_after(scene, match.end())
        if office is None or not _EDGE.match(folded, office[1]) or not whole(folded, *office):
            continue
        clause = scene.text.clause_at(match.start())
        holder = _who_is(scene, clause.start, match.start())
        if holder is not None:
            yield Holding(
                match.start(), office[1], folded[office[0] : office[1]], (holder.canonical,), "是", "is"
            )


def _who_is(scene: PersonScene, start: int, end: int) -> Person | None:
    """Of whom a clause from `start` to its 是 at `end` speaks: a person at its head, or the one a pronoun means."""
    while start < end and not compiled(r"[\w]").match(scene.folded, start):
        start += 1
    head = scene.by_start.get(start)
    if head is not None and head.end <= end:
        return head if end - head.end <= 8 and scene.last(end)[-1] is head else None
    lead = _BEFORE_IS.fullmatch(scene.folded, start, end)
    if lead is None:
        return None
    sentence = scene.text.sentence_at(start).span
    pronoun = lead.start("who") if lead["who"] else scene.pronoun(sentence.start, end)
    return scene.meant(pronoun) if pronoun >= 0 else None


_NOBLE = compiled(
    r"(?:^|(?<=[^\u3400-\u9fff])|(?<=[的为由以和与及封将向被是]))(?:(?![的为由以和与及封将向被是])[\u3400-\u9fff]){1,3}[王侯]$"
)


def nobles(scene: PersonScene) -> Iterator[Holding]:
    """A noble title right before its bearer: 忠王李秀成, 淮阴侯韩信."""
    links = {link.span.end: link.span.start for link in scene.text.document.links}
    for person in scene.people:
        linked = links.get(person.start)
        low = max(0, person.start - 5) if linked is None else linked
        found = _NOBLE.search(scene.folded[low : person.start])
        if found and len(found[0]) > 1 and "国" not in found[0]:
            start = low + found.start()
            yield Holding(start, person.end, found[0], (person.canonical,), "", "noble")


@cache
def _note() -> re.Pattern[str]:
    return compiled(r"\s?(?:[（(][^（）()]{0,30}[)）])?\s?[:：,，—-]+\s?")


def in_items(scene: PersonScene) -> Iterator[Holding]:
    """A list of people, each with what he was: 杨保罗：前卫生部副部长."""
    folded = scene.folded
    for block in scene.text.document.blocks:
        if block.kind not in ("item", "cell"):
            continue
        person = scene.by_start.get(block.span.start)
        gap = _note().match(folded, person.end) if person else None
        if person is None or gap is None or gap.end() > block.span.end:
            continue
        at = gap.end()
        for piece in re.split("[，、；,;。]", folded[at : block.span.end]):
            office = _whole_office(piece)
            if office is not None:
                yield Holding(at, at + len(piece), piece[office:], (person.canonical,), "", "item")
            at += len(piece) + 1


def _whole_office(piece: str) -> int | None:
    """Where the office begins that a piece of a description is from end to end, None where it is no office."""
    lead = compiled(r"\s*(?:[前原]|前任|现任|时任|曾任|历任|首任)?").match(piece)
    start = lead.end() if lead else 0
    for head in heads().finditer(piece, start):
        end = longest_head(piece, head)
        if end == len(piece.rstrip()) and office_start(piece, start, head.start()) == start:
            return start
    return None
