"""What the checks look at: a document's references, the marks that use them, and its citation templates."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from crosscheck.cite.parse import record_of
from crosscheck.cite.record import Record
from crosscheck.cite.reference import Cite, Entry, Use
from crosscheck.cite.scanned import Wikitext
from crosscheck.model.document import Document


@dataclass(frozen=True, eq=False)
class Page:
    """A document prepared for the checks; made by `page_of`.  Two pages are never equal.

    `keys` are places that cite a work of a bibliography in a file of its own.
    """

    document: Document
    wiki: Wikitext | None
    entries: tuple[Entry, ...]
    bullets: tuple[Entry, ...]
    uses: tuple[Use, ...]
    cites: tuple[Cite, ...]
    house: str = ""
    keys: tuple[int, ...] = ()

    def cites_in(self, entry: Entry) -> tuple[Cite, ...]:
        """The citation templates inside `entry`, in order; those of a reference inside it are that one's."""
        index = bisect_left(self.cite_starts, entry.inner.start)
        stop = bisect_left(self.cite_starts, entry.inner.end)
        found = self.cites[index:stop]
        first = bisect_right(self.entry_starts, entry.span.start)
        inner = self.entries[first : bisect_left(self.entry_starts, entry.inner.end)] if found else ()
        if not inner:
            return found
        starts = [one.span.start for one in inner]
        ends = list(accumulate((one.span.end for one in inner), max))
        places = (bisect_right(starts, cite.template.span.start) - 1 for cite in found)
        return tuple(
            cite
            for cite, place in zip(found, places, strict=True)
            if place < 0 or cite.template.span.start >= ends[place]
        )

    @cached_property
    def entry_starts(self) -> tuple[int, ...]:
        """Where each reference begins."""
        return tuple(entry.span.start for entry in self.entries)

    @cached_property
    def cite_starts(self) -> tuple[int, ...]:
        """Where each citation template begins."""
        return tuple(cite.template.span.start for cite in self.cites)

    @cached_property
    def records(self) -> tuple[Record, ...]:
        """The record of every entry, in order; an entry that only points elsewhere has an empty one."""
        return self._records(self.entries)

    @cached_property
    def bullet_records(self) -> tuple[Record, ...]:
        """The record of every general reference."""
        return self._records(self.bullets)

    def _records(self, entries: tuple[Entry, ...]) -> tuple[Record, ...]:
        return tuple(record_of(entry, self.cites_in(entry)) for entry in entries)
