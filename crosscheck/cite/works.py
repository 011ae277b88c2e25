"""The works that a whole corpus cites: which references are of one work, whatever each of them says of it.

Two references are of one work where they share an ISBN with a title alike, a DOI or an address, or where their titles are
the same and an author or, without authors, what they stand in or who published them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from crosscheck.cite.record import Record
from crosscheck.model.document import Document

# Titles that are less alike than this, of 100, are of two works: 中国通史 and 中国通史（上） stay above it.
ALIKE = 78


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A reference of the corpus: the document's path, the reference's label and line there."""

    path: str
    label: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A record with the place where it stands."""

    record: Record
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """A work with every citation of it, in order of path and place; `record` is the one that says most."""

    record: Record
    citations: tuple[Citation, ...]

    @property
    def entries(self) -> tuple[str, ...]:
        """The documents that cite it, each once."""
        return tuple(dict.fromkeys(citation.place.path for citation in self.citations))


@lru_cache(maxsize=65536)
def key(text: str) -> str:
    """`text` in Simplified letters alone: two writings of one title have one key."""
    from crosscheck.text.fold import fold

    return re.sub(r"[\W_]+", "", fold(text)).lower()


def alike(one: str, other: str) -> bool:
    """Whether two titles may be of one work."""
    from rapidfuzz import fuzz

    a, b = key(one), key(other)
    return not a or not b or a in b or b in a or fuzz.ratio(a, b) >= ALIKE


def isbn_of(record: Record) -> str:
    """The ISBN of `record` in its long form, "" where it has none or its check digit is wrong."""
    from stdnum import isbn
    from stdnum.exceptions import ValidationError

    try:
        return str(isbn.to_isbn13(isbn.validate(record.identifier("isbn"))).replace("-", ""))
    except ValidationError:
        return ""


def book_title(record: Record) -> str:
    """The title that an ISBN stands for: of a chapter that of its book."""
    return record.container if record.type == "chapter" and record.container else record.title


def citations_of(document: Document, records: Iterable[Record]) -> tuple[Citation, ...]:
    """The references of `document` that name a work by a title or an address, each once."""
    found: dict[tuple[int, int], Citation] = {}
    line, seen = 1, 0
    for record in sorted(records, key=lambda record: record.span):
        line += document.source.count("\n", seen, record.span.start)
        seen = max(seen, record.span.start)
        if record.title or record.url:
            place = Place(path=document.path, label=record.label, line=line)
            found.setdefault((record.span.start, record.span.end), Citation(record=record, place=place))
    return tuple(found.values())


def works(citations: Iterable[Citation]) -> tuple[Work, ...]:
    """The works that `citations` name, in order of their first citation."""
    ordered = sorted(citations, key=lambda c: (c.place.path, c.place.line, c.record.span))
    groups: list[list[Citation]] = []
    known: dict[str, list[int]] = {}
    for citation in ordered:
        names = _names(citation.record)
        number = next(
            (n for name in names for n in known.get(name, ()) if _joins(name, citation, groups[n])), None
        )
        if number is None:
            number = len(groups)
            groups.append([])
        groups[number].append(citation)
        for name in names:
            numbers = known.setdefault(name, [])
            if number not in numbers:
                numbers.append(number)
    return tuple(Work(record=_fullest(group), citations=tuple(group)) for group in groups)


def _names(record: Record) -> tuple[str, ...]:
    """What `record` may be known by, the surest first."""
    title, isbn = key(record.title), isbn_of(record)
    names = [f"doi:{record.identifier('doi').lower()}" if record.identifier("doi") else ""]
    names += [f"url:{record.url.rstrip('/')}" if record.url.rstrip("/").count("/") > 2 else ""]
    names += [f"isbn:{isbn}:{title if record.type == 'chapter' else ''}" if isbn else ""]
    if title:
        about = [key(name)[:2] for name in (*record.authors, *record.editors)]
        about = about or [key(record.container or record.publisher)]
        names += [f"title:{title}:{who}" for who in about if who]
    return tuple(name for name in names if name)


def _joins(name: str, citation: Citation, group: list[Citation]) -> bool:
    """Whether a citation that shares `name` with a group is of its work: an ISBN with another title is of no work."""
    if name.startswith("isbn:"):
        return alike(book_title(citation.record), book_title(group[0].record))
    return not name.startswith("url:") or alike(citation.record.title, group[0].record.title)


def _fullest(group: list[Citation]) -> Record:
    def weight(record: Record) -> int:
        fields = (
            record.authors,
            record.container,
            record.publisher,
            record.year,
            record.url,
            record.identifiers,
        )
        return sum(map(bool, fields)) + 2 * bool(record.title)

    return max((citation.record for citation in group), key=weight)
