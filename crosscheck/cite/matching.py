"""Which reference names which source that was handed in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import PurePath

from crosscheck.cite.record import Record
from crosscheck.model.document import Document
from crosscheck.model.step import Step, say

# How like two titles have to be, of 100: on invented pairs, titles that differ by a subtitle or a variant character
# stay above it, titles of two works on one subject below.
TITLE = 82
# How much of the longer title the shorter one has to be to stand for it: 史记 is no short form of 史记地名考.
PART = 0.6
# Where a source may name its author and its year: title page, byline, colophon.
HEAD = 600


@cache
def _noise() -> re.Pattern[str]:
    return re.compile(r"[\s\W_]+")


@dataclass(frozen=True, slots=True)
class Match:
    """Reference `label` (its record at `index`) names the document `source`; `score` in 0..1, `why` in words."""

    label: str
    index: int
    source: str
    score: float
    why: tuple[Step, ...]


@lru_cache(maxsize=512)
def _folded(text: str) -> str:
    from crosscheck.text.fold import simplified

    return _noise().sub("", simplified(text)).lower()


def _likeness(title: str, names: tuple[str, ...]) -> float:
    from rapidfuzz import fuzz

    best = 0.0
    for name in names:
        if not name or not title:
            continue
        score = fuzz.ratio(title, name)
        if min(len(title), len(name)) >= 4 and (title in name or name in title):
            short, long = sorted((len(title), len(name)))
            score = max(score, 84 + 16 * short / long) if short >= long * PART else score
        best = max(best, score)
    return best


def _score(record: Record, source: Document, subject: str) -> tuple[float, tuple[Step, ...]]:
    head = _folded(source.folded[:HEAD])
    names = tuple(
        dict.fromkeys(
            _folded(text)
            for text in (source.title, PurePath(source.path).stem, source.folded.split("\n", 1)[0][:80])
        )
    )
    title = _folded(record.title)
    titles = max(_likeness(title, names), _likeness(_folded(record.container), names) - 6)
    if record.url and record.url.rstrip("/") in source.source[: 4 * HEAD]:
        return 1.0, (say("cite.match-url", url=record.url),)
    topical = title == subject  # a page that is called as the entry is: so are many
    if len(title) >= 6 and title in head and not topical:
        titles = max(titles, 90.0)
    authors = [_folded(name) for name in (*record.authors, *record.editors)]
    author = any(len(name) >= 2 and name in head for name in authors)
    year = bool(record.year) and (
        record.year in source.folded[:HEAD] or (source.date or "").startswith(record.year)
    )
    if (titles < TITLE and not (author and titles >= 60)) or (topical and not author and not year):
        return 0.0, ()
    why = [say("cite.match-title", title=record.title or record.container)]
    if author:
        why.append(say("cite.match-author", author="、".join(record.authors or record.editors)))
    if year:
        why.append(say("cite.match-year", year=record.year))
    return min(1.0, titles / 100 * 0.8 + 0.15 * author + 0.05 * year), tuple(why)


def matches(
    records: tuple[Record, ...], sources: tuple[Document, ...], subject: str = ""
) -> tuple[Match, ...]:
    """The references that name each source, in the order of the references; `subject` is the title of the entry.

    Several references may name one source (other pages of one book); a reference names one source at most.
    """
    found = []
    for index, record in enumerate(records):
        scored = [(_score(record, source, _folded(subject)), number) for number, source in enumerate(sources)]
        (score, why), number = max(scored, key=lambda item: (item[0][0], -item[1]), default=((0.0, ()), 0))
        if score:
            found.append(Match(record.label, index, sources[number].id, round(score, 3), why))
    return tuple(found)
