"""What the checks look at: a document's references, the marks that use them, and its citation templates."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate

from crosscheck.cite.record import Record
from crosscheck.cite.wikitext import Argument, Template, Wikitext
from crosscheck.model.document import Document
from crosscheck.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A reference: `span` the whole of it in the file, `inner` its text, `markup` that text as written.

    `form` is as in `crosscheck.model.document.Reference`; `listed`: it stands in a list, not in running text;
    `address` is its link, where `markup` is text without it; `exact`: `markup` is the file's own text at `inner`.
    """

    label: str
    name: str
    group: str
    markup: str
    span: Span
    inner: Span
    form: str
    listed: bool
    address: str = ""
    exact: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """A mark in the text that points to the reference called `label`; `clean` is its place in the clean text."""

    label: str
    span: Span
    name: str = ""
    group: str = ""
    clean: int = -1


@dataclass(frozen=True, kw_only=True)
class Cite:
    """A citation template with its parameters by field: (field, number, status, argument); `name` is the one it stands for.

    `status` is "", ``deprecated``, or ``unknown:`` with the name that was probably meant; the field is that one's.
    """

    template: Template
    name: str
    type: str
    open: bool
    parameters: tuple[tuple[str, int, str, Argument], ...] = field(repr=False)

    @cached_property
    def by_field(self) -> dict[str, tuple[Argument, ...]]:
        """The filled arguments of each field, in order."""
        found: dict[str, tuple[Argument, ...]] = {}
        for name, _, _, argument in self.parameters:
            if argument.value:
                found[name] = (*found.get(name, ()), argument)
        return found

    def all(self, *fields: str) -> tuple[Argument, ...]:
        """The filled arguments of `fields`, field by field."""
        known = self.by_field
        if len(fields) == 1:
            return known.get(fields[0], ())
        return tuple(argument for name in fields for argument in known.get(name, ()))

    def value(self, *fields: str) -> str:
        """The first filled value of the first of `fields` that has one, "" where none has."""
        known = self.by_field
        for name in fields:
            if name in known:
                return known[name][0].value
        return ""


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
        from crosscheck.cite.parse import record_of

        return tuple(record_of(entry, self.cites_in(entry)) for entry in entries)
