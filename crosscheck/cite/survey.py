"""The citations of a whole corpus: one work cited in different ways, one ISBN with two titles, what nobody brought."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from crosscheck.cite.matching import matches
from crosscheck.cite.record import Record
from crosscheck.cite.works import Citation, Place, Work, alike, book_title, isbn_of, key, works
from crosscheck.model.document import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One way in which a field is written, and where."""

    value: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Variance:
    """A work of which citations say different things: `field` with its ways, the most frequent first."""

    title: str
    field: str
    ways: tuple[Way, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """One ISBN under several titles."""

    isbn: str
    ways: tuple[Way, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A work that was not handed in: what to fetch, by how many entries cite it, then by how often."""

    record: Record
    entries: tuple[str, ...]
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """What the citations of a corpus show together."""

    entries: int
    citations: int
    works: int
    variances: tuple[Variance, ...]
    clashes: tuple[Clash, ...]
    wanted: tuple[Wanted, ...]


def survey(citations: Iterable[Citation], sources: tuple[Document, ...]) -> Survey:
    """What `citations` show together; a work that one of `sources` is likely to be is not wanted."""
    cited = tuple(citations)
    found = works(cited)
    here = {match.index for match in matches(tuple(work.record for work in found), sources)}
    wanted = [work for number, work in enumerate(found) if number not in here]
    wanted.sort(key=lambda work: (-len(work.entries), -len(work.citations), work.citations[0].place.path))
    return Survey(
        entries=len(dict.fromkeys(citation.place.path for citation in cited)),
        citations=len(cited),
        works=len(found),
        variances=tuple(variance for work in found for variance in _variances(work)),
        clashes=tuple(_clashes(cited)),
        wanted=tuple(
            Wanted(record=work.record, entries=work.entries, places=tuple(c.place for c in work.citations))
            for work in wanted
        ),
    )


def _authors(record: Record) -> str:
    return "、".join(record.authors)


_FIELDS: dict[str, Callable[[Record], str]] = {
    "title": lambda record: record.title,
    "authors": _authors,
    "container": lambda record: record.container,
    "publisher": lambda record: record.publisher,
    "year": lambda record: record.year,
    "isbn": isbn_of,
    "doi": lambda record: record.identifier("doi").lower(),
}


def _variances(work: Work) -> Iterator[Variance]:
    """The fields of which the citations of one work say different things; one that says nothing is no other way."""
    for field, read in _FIELDS.items():
        ways = _ways(work.citations, read)
        if len(ways) > 1:
            yield Variance(title=work.record.title or work.record.url, field=field, ways=ways)


def _ways(citations: Iterable[Citation], read: Callable[[Record], str]) -> tuple[Way, ...]:
    """The values by what they are in Simplified letters alone, the most frequent first, then in order of place."""
    found: dict[str, tuple[str, list[Place]]] = {}
    for citation in citations:
        value = read(citation.record)
        if value:
            found.setdefault(key(value), (value, []))[1].append(citation.place)
    ordered = sorted(found.values(), key=lambda way: -len(way[1]))
    return tuple(Way(value=value, places=tuple(places)) for value, places in ordered)


def _clashes(citations: Iterable[Citation]) -> Iterator[Clash]:
    by_isbn: dict[str, list[Citation]] = {}
    for citation in citations:
        isbn = isbn_of(citation.record)
        if isbn and book_title(citation.record):
            by_isbn.setdefault(isbn, []).append(citation)
    for isbn, group in sorted(by_isbn.items()):
        ways = _ways(group, book_title)
        if any(not alike(ways[0].value, way.value) for way in ways[1:]):
            yield Clash(isbn=isbn, ways=ways)
