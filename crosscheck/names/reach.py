"""The office that follows a word: how far it reaches, and whether it is an office from end to end."""

from __future__ import annotations

import re

from crosscheck.names.office import heads, longest_head, office_start
from crosscheck.names.person_scene import PersonScene
from crosscheck.patterns import compiled


def office_after(scene: PersonScene, position: int) -> tuple[int, int] | None:
    """The office that begins at `position`, within the clause; an opening 了, 其, 该 or quotation mark is left out."""
    clause = scene.text.clause_at(position)
    limit = min(clause.end, position + 30)
    duty = compiled(r"职[务位]").search(scene.folded, position, limit)
    head = heads().search(scene.folded, position, duty.start() if duty else limit)
    if head is None:
        return None
    words_before = scene.folded[position : head.start()]
    if (
        re.search(r"[、。；“”（()）]|[向对被把将让跟]|[\d]{3}|主持|领导|提出|会见|访问", words_before)
        and "“" not in words_before[:1]
    ):
        return None
    if any(position <= person.start < head.start() for person in scene.next(position)):
        return None
    skip = compiled(
        r"[了过为其该“]*(?:第[一二三四五六七八九十\d]+(?:届|任))?(?:[数几多一二三四五六七八九十两\d]+[多余]?年的?)?"
    ).match(
        words_before,
    )
    begin = position + (skip.end() if skip else 0)
    return begin, longest_head(scene.folded, head)


def whole(folded: str, start: int, end: int) -> bool:
    """Whether the words from `start` to `end` are an office and nothing else: no verb, no 的 before its last word."""
    last = next((h for h in heads().finditer(folded, start, end) if longest_head(folded, h) == end), None)
    return last is not None and office_start(folded, start, last.start()) == start
