"""What shows only with the sources at hand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from crosscheck.cite.interface import Fault
from crosscheck.cite.labelled import labelled
from crosscheck.cite.letters import reduced
from crosscheck.cite.matching import Match
from crosscheck.cite.named import matched
from crosscheck.cite.page import Page
from crosscheck.cite.prepare import page_of
from crosscheck.cite.quotes import SHORT, Letters, Quotation, check_quotation, letters_of
from crosscheck.model.document import Document
from crosscheck.model.span import Span
from crosscheck.model.step import Step, say
from crosscheck.patterns import compiled


@cache
def _quoted() -> re.Pattern[str]:
    return compiled(r"“([^“”]*(?:“[^“”]*”[^“”]*)*)”")


# A source with more than this share of the entry word for word may be a copy of it.
_COPY = 0.5
_SHINGLE = 24
# From this many on, references whose sources are not here are counted and not listed.
_MANY = 12
# Letters from which on two passages are not alike by chance; a shorter one has to be in quotation marks in the source too.
_LONG = 14
# Stretches of the entry that are looked for: enough to tell a half, few enough for a source of millions of letters.
_SAMPLES = 96


def faults(
    document: Document, sources: tuple[Document, ...], named: tuple[tuple[str, tuple[str, ...]], ...] = ()
) -> Iterator[tuple[str, Fault]]:
    """The faults that the sources show, with the names of their rules; `named` as in `crosscheck.cite.settings`."""
    if not sources:
        return
    page = page_of(document)
    found = matched(document, labelled(page), sources, named)
    letters = {source.id: letters_of(source) for source in sources}
    yield from _missing(page, found, sources)
    yield from _circular(document, sources, letters)
    for place, words in quotations(document):
        fault = _quotation(
            document, place, [check_quotation(words, letters[source.id]) for source in sources], sources
        )
        if fault:
            yield fault


def _missing(
    page: Page, found: tuple[Match, ...], sources: tuple[Document, ...]
) -> Iterator[tuple[str, Fault]]:
    named = {match.index for match in found}
    used = {use.label for use in page.uses}
    missing = [
        (entry, record)
        for index, (entry, record) in enumerate(zip(page.entries, page.records, strict=True))
        if index not in named and entry.label in used and record.form in ("template", "gbt", "plain", "url")
    ]
    if len(missing) > _MANY:
        message = say("cite.source-not-supplied-many", count=len(missing))
        yield "source-not-supplied", Fault(missing[0][0].span, message)
    else:
        for entry, record in missing:
            message = say("cite.source-not-supplied", title=record.title or record.url)
            yield "source-not-supplied", Fault(entry.span, message)
    cited = {match.source for match in found}
    for source in sources:
        if source.id not in cited:
            yield "source-not-cited", Fault(Span(0, 0), say("cite.source-not-cited", title=source.title))


def quotations(document: Document) -> Iterator[tuple[Span, str]]:
    """The quotations of running text that are long enough to be checked: place in the clean text and words."""
    for block in document.blocks:
        if block.apparatus or block.kind in ("heading", "category", "reference"):
            continue
        for match in _quoted().finditer(document.folded, block.span.start, block.span.end):
            start, end = match.span(1)
            if len(re.findall(r"[^\W_]", match[1])) >= SHORT:
                yield Span(start, end), document.text[start:end]


def _quotation(
    document: Document, place: Span, results: list[Quotation], sources: tuple[Document, ...]
) -> tuple[str, Fault] | None:
    """The fault of a quotation, None where any source has it whole or none has anything like it."""
    if any(result.state in ("exact", "typeset") for result in results):
        return None
    best = max(range(len(results)), key=lambda n: (results[n].score, -n))
    result = results[best]
    if result.state == "absent" or result.place is None or not _meant(document, place, result, sources[best]):
        return None
    rule, message = _told(result, sources[best])
    return rule, Fault(document.origins.to_source(place), message)


def _meant(document: Document, place: Span, result: Quotation, source: Document) -> bool:
    """Whether the passage of the source is what was quoted: long enough for chance, or a quotation there as well."""
    size = len(reduced(document.text[place.start : place.end]))
    if size >= _LONG:
        return True
    if result.state != "altered" or result.place is None:
        return False
    before = source.folded[max(0, result.place.start - 120) : result.place.start]
    return before.count("“") > before.count("”")


def _told(result: Quotation, source: Document) -> tuple[str, Step]:
    if result.state == "truncated":
        key = "cite.truncated-quotation-front" if result.front else "cite.truncated-quotation"
        return "truncated-quotation", say(key, turn=result.turn)
    if result.state == "spliced":
        if result.turn:
            return "spliced-quotation", say("cite.spliced-quotation", turn=result.turn)
        return "spliced-quotation", say("cite.spliced-quotation-far", distance=result.distance)
    words = "; ".join(f"{mine or '-'} / {theirs or '-'}" for mine, theirs in result.changes)
    mine, theirs = result.changes[0]
    return "altered-quotation", say("cite.altered-quotation", quote=mine, source=theirs, words=words)


def _circular(
    document: Document, sources: tuple[Document, ...], letters: dict[str, Letters]
) -> Iterator[tuple[str, Fault]]:
    text = letters_of(document).text
    starts = range(0, len(text) - _SHINGLE + 1, max(_SHINGLE, len(text) // _SAMPLES))
    pieces = [text[start : start + _SHINGLE] for start in starts]
    if len(pieces) < 8:
        return
    for source in sources:
        theirs = letters[source.id].text
        share = sum(piece in theirs for piece in pieces) / len(pieces)
        if share >= _COPY:
            message = say("cite.circular-source", title=source.title, share=round(share * 100))
            yield "circular-source", Fault(Span(0, 0), message)
