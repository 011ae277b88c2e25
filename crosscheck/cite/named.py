"""Which reference names which source: first as somebody said by hand, then by what the two say of themselves."""

from __future__ import annotations

import os
from fnmatch import fnmatchcase
from pathlib import PurePath

from crosscheck.cite.matching import Match, matches
from crosscheck.cite.record import Record
from crosscheck.model.document import Document
from crosscheck.model.step import say
from crosscheck.text.fold import fold

Named = tuple[tuple[str, tuple[str, ...]], ...]


def matched(
    document: Document, records: tuple[Record, ...], sources: tuple[Document, ...], named: Named = ()
) -> tuple[Match, ...]:
    """The references of `document` that name each source, in the order of `records`; its title is that of the entry.

    A source that `named` speaks of is what it says and nothing else; a reference that is named by hand is no other
    source's.
    """
    if not named:
        return matches(records, sources, document.title)
    by_hand: dict[int, Match] = {}
    taken: set[str] = set()
    for source in sources:
        wanted = _wanted(source.path, named)
        if not wanted:
            continue
        taken.add(source.id)
        for index, record in enumerate(records):
            if index not in by_hand and any(_is(document, record, text) for text in wanted):
                why = (say("cite.match-hand", path=source.path),)
                by_hand[index] = Match(record.label, index, source.id, 1.0, why)
    rest = tuple(source for source in sources if source.id not in taken)
    found = [match for match in matches(records, rest, document.title) if match.index not in by_hand]
    return tuple(sorted((*by_hand.values(), *found), key=lambda match: match.index))


def _wanted(path: str, named: Named) -> tuple[str, ...]:
    place = _path(path)
    return tuple(text for pattern, texts in named for text in texts if fnmatchcase(place, _path(pattern)))


def _path(path: str) -> str:
    return PurePath(os.path.normpath(path)).as_posix()


def _is(document: Document, record: Record, wanted: str) -> bool:
    """Whether `wanted` tells the reference of `record`: it is its label or name, or stands in its text."""
    if wanted in (record.label, record.label.rpartition("/")[2]):
        return True
    text = document.source[record.span.start : record.span.end]
    return len(wanted) > 2 and "".join(fold(wanted).split()) in "".join(fold(text).split())
