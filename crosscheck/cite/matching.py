"""Which reference names which source that was handed in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import PurePath

from crosscheck.cite.record import Record
from crosscheck.model.document import Document
from crosscheck.model.step import Step, say
from crosscheck.patterns import compiled

# How like two titles have to be, of 100: on invented pairs, titles that differ by a subtitle or a variant character
# stay above it, titles of two works on one subject below.
TITLE = 82
# How much of the longer title the shorter one has to be to stand for it: 史记 is no short form of 史记地名考.
PART = 0.6
# Where a source may name its author and its year: title page, byline, colophon.
HEAD = 600


@cache
def _noise() -> re.Pattern[str]:
    return compiled(r"[\s\W_]+")


@dataclass(frozen=True, slots=True)
class Match:
    """Reference `label` (its record at `index`) names the document `source`; `score` in 0..1, `why` in words."""

    label: str
    index: int
    source: str
    score: float
    why: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class _Source:
    """A source, ready to be compared with many references."""

    id: str
    names: tuple[str, ...]
    head: str
    opening: str
    written: str
    date: str


@dataclass(frozen=True, slots=True)
class _Reference:
    """A reference, ready to be compared with many sources."""

    record: Record
    title: str
    container: str
    people: tuple[str, ...]
    address: str
    topical: bool


@lru_cache(maxsize=4096)
def _folded(text: str) -> str:
    from crosscheck.text.fold import simplified

    return _noise().sub("", simplified(text)).lower()


def _source(source: Document) -> _Source:
    first = source.folded[:HEAD].split("\n", 1)[0][:80]
    names = (_folded(text) for text in (source.title, PurePath(source.path).stem, first))
    return _Source(
        id=source.id,
        names=tuple(name for name in dict.fromkeys(names) if name),
        head=_folded(source.folded[:HEAD]),
        opening=source.folded[:HEAD],
        written=source.source[: 4 * HEAD],
        date=source.date or "",
    )


def _reference(record: Record, subject: str) -> _Reference:
    address = record.url.rstrip("/")
    title = _folded(record.title)
    return _Reference(
        record=record,
        title=title,
        container=_folded(record.container),
        people=tuple(name for name in map(_folded, (*record.authors, *record.editors)) if len(name) >= 2),
        address=address if address.count("/") > 2 else "",  # a host alone names no page
        topical=title == subject,  # a page that is called as the entry is: so are many
    )


def _likeness(title: str, names: tuple[str, ...]) -> float:
    from rapidfuzz import fuzz

    best = 0.0
    for name in names if title else ():
        score = fuzz.ratio(title, name, score_cutoff=60)
        if min(len(title), len(name)) >= 4 and (title in name or name in title):
            short, long = sorted((len(title), len(name)))
            score = max(score, 84 + 16 * short / long) if short >= long * PART else score
        best = max(best, score)
    return best


def _score(reference: _Reference, source: _Source) -> tuple[float, bool, bool]:
    """How surely `reference` names `source` (0 to 1), and whether author and year speak for it."""
    if reference.address and reference.address in source.written:
        return 1.0, False, False
    titles = max(
        _likeness(reference.title, source.names), _likeness(reference.container, source.names) - 6, 0.0
    )
    author = any(name in source.head for name in reference.people)
    if (
        not reference.topical
        and reference.title in source.head
        and len(reference.title) >= (6 if author else 10)
    ):
        titles = max(titles, 90.0)
    year = reference.record.year
    dated = bool(year) and (year in source.opening or source.date.startswith(year))
    if titles < (60 if author else TITLE) or (reference.topical and not author and not dated):
        return 0.0, False, False
    return min(1.0, titles / 100 * 0.8 + 0.15 * author + 0.05 * dated), author, dated


def _why(record: Record, score: float, author: bool, dated: bool) -> tuple[Step, ...]:
    if score == 1.0 and not author:
        return (say("cite.match-url", url=record.url),)
    why = [say("cite.match-title", title=record.title or record.container)]
    if author:
        why.append(say("cite.match-author", author="、".join(record.authors or record.editors)))
    if dated:
        why.append(say("cite.match-year", year=record.year))
    return tuple(why)


def matches(
    records: tuple[Record, ...], sources: tuple[Document, ...], subject: str = ""
) -> tuple[Match, ...]:
    """The references that name each source, in the order of the references; `subject` is the title of the entry.

    Several references may name one source (other pages of one book); a reference names one source at most.
    """
    found = []
    candidates = [_source(source) for source in sources]
    about = _folded(subject)
    for index, record in enumerate(records):
        reference = _reference(record, about)
        scored = ((_score(reference, source), -number) for number, source in enumerate(candidates))
        (score, author, dated), number = max(scored, default=((0.0, False, False), 0))
        if score:
            why = _why(record, score, author, dated)
            found.append(Match(record.label, index, candidates[-number].id, round(score, 3), why))
    return tuple(found)
