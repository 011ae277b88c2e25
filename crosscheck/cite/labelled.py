"""The records of a page under the labels that the document's own marks carry."""

from __future__ import annotations

from dataclasses import replace

from crosscheck.cite.page import Page
from crosscheck.cite.record import Record
from crosscheck.cite.short import Short, anchors, key_of, plain_shorts, shorts
from crosscheck.cite.template import record_of_cite


def labelled(page: Page) -> tuple[Record, ...]:
    """The records of references with marks, then of short citations, then of general references."""
    labels = {reference.source.start: reference.label for reference in page.document.references}
    alone = {short.span: short for short in plain_shorts(page)}
    by_author: dict[str, list[Record]] = {}
    for record in (*page.records, *page.bullet_records) if alone else ():
        for name in record.authors:
            by_author.setdefault(name, []).append(record)
    own = tuple(
        _resolved(record, alone[record.span], by_author) if record.span in alone else record
        for record in page.records
    )
    named = tuple(replace(record, label=labels.get(record.span.start, record.label)) for record in own)
    wanted = tuple(found for found in shorts(page) if found.span.start in labels)
    full = _full(page) if wanted else {}
    short = tuple(
        replace(
            full.get(key_of(found)) or Record(form="plain", authors=found.names, year=found.year),
            label=labels[found.span.start],
            span=found.span,
        )
        for found in wanted
    )
    return (*named, *short, *page.bullet_records)


def _resolved(record: Record, found: Short, by_author: dict[str, list[Record]]) -> Record:
    """A reference that is only a name and a page, as the one work of that person among the other references."""
    full = [other for other in by_author.get(found.names[0], ()) if found.year in ("", other.year)]
    if len({other.title for other in full}) != 1:
        return replace(record, authors=found.names, title="")
    return replace(full[0], label=record.label, span=record.span, pages=record.pages)


def _full(page: Page) -> dict[str, Record]:
    """The full citations by what short ones call them."""
    found: dict[str, Record] = {}
    for cite in page.cites:
        for anchor in anchors(cite):
            found.setdefault(anchor, record_of_cite(cite))
    for record in (*page.bullet_records, *page.records):
        if record.authors and record.form != "template":
            found.setdefault(key_of(Short(record.authors[:1], record.year, record.span)), record)
    return found
