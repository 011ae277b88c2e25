"""Makes a page for the checks out of a document: its references, marks and citation templates."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from functools import cache
from itertools import accumulate

from crosscheck.cite import md_notes
from crosscheck.cite.known import cite_of
from crosscheck.cite.markup import plain
from crosscheck.cite.page import Page
from crosscheck.cite.reference import Entry, Use
from crosscheck.cite.scanned import Tag, Wikitext
from crosscheck.cite.scanner import scan
from crosscheck.model.document import Document
from crosscheck.model.span import Span
from crosscheck.patterns import compiled
from crosscheck.read.sections import role
from crosscheck.text.fold import simplified

WIKITEXT = ("text/x-wiki", "text/x-mediawiki")
_DEEPEST = 4
# The parameters of a template of notes that may hold the text of one.
_TEXT = ("1", "text", "note", "content", "内容", "內容")


@cache
def _numbering() -> re.Pattern[str]:
    return compiled(r"\s*(?:\[\^[^\]\n]*\]:|\\?\[\d+\\?\]|\d+\\?[.)、．]?(?=\s|$)|[-*+#]+(?=\s))\s*")


def label_of(group: str, name: str) -> str:
    """The label of a named reference; names that differ in white space only are one."""
    name = " ".join(name.replace("_", " ").split())
    return f"{group}/{name}" if group else name


def _from_tag(number: int, tag: Tag, source: str) -> tuple[Entry | None, Use | None]:
    name, group = tag.get("name"), tag.get("group")
    label = label_of(group, name) if name else f"#{number}"
    use = None if tag.listed else Use(label=label, span=tag.span, name=name, group=group)
    if tag.content is None:
        return None, use if name and tag.closed else None
    markup = source[tag.content.start : tag.content.end]
    if name and not markup.strip() and not tag.listed:
        return None, use  # <ref name="x"></ref> means the same as <ref name="x" />
    entry = Entry(
        label=label,
        name=name,
        group=group,
        markup=markup,
        span=tag.span,
        inner=tag.content,
        form="ref",
        listed=tag.listed,
    )
    return entry, use


def _from_templates(wiki: Wikitext) -> tuple[list[Entry], list[Use]]:
    """References that templates define or use: {{r|name}}, {{refn|text|name=x}}, {{efn|text}}, {{#tag:ref|text}}."""
    from crosscheck.cite.vocabulary import notes_by

    uses_by, defines_by = notes_by("use"), notes_by("define")
    entries: list[Entry] = []
    uses: list[Use] = []
    for number, template in enumerate(wiki.templates):
        if template.name in uses_by:
            group = template.get("group") or template.get("g")
            for argument in template.arguments:
                if argument.name.isascii() and argument.name.isdecimal() and argument.value:
                    value = argument.value
                    uses.append(
                        Use(label=label_of(group, value), span=template.span, name=value, group=group)
                    )
        elif template.name in defines_by or template.name.startswith("#tag:ref"):
            name, group = template.get("name").strip("\"'"), template.get("group").strip("\"'")
            group = group or defines_by.get(template.name, "")
            first = next((a for a in template.arguments if a.name in _TEXT and a.value), None)
            markup = first.value if first else template.name.partition("|")[2]
            label = label_of(group, name) if name else f"#t{number}"
            if first and markup:
                entries.append(
                    Entry(
                        label=label,
                        name=name,
                        group=group,
                        markup=markup,
                        span=template.span,
                        inner=first.span,
                        form="template",
                        listed=template.listed,
                        exact=False,
                    )
                )
            if not template.listed:
                uses.append(Use(label=label, span=template.span, name=name, group=group))
    return entries, uses


def _shallow(entries: list[Entry]) -> list[Entry]:
    """`entries` in order of place, without those that stand in more than `_DEEPEST` others: no page has such notes."""
    found: list[Entry] = []
    ends: list[int] = []
    for entry in sorted(entries, key=lambda e: (e.span, e.label)):
        while ends and ends[-1] <= entry.span.start:
            ends.pop()
        if len(ends) <= _DEEPEST:
            found.append(entry)
            ends.append(entry.span.end)
    return found


class _Inside:
    """The stretches of a page that are the text of a reference."""

    def __init__(self, entries: list[Entry]) -> None:
        spans = sorted(entry.inner for entry in entries)
        self.starts = [span.start for span in spans]
        self.ends = list(accumulate((span.end for span in spans), max))

    def has(self, span: Span) -> bool:
        """Whether `span` lies in one of them."""
        index = bisect_right(self.starts, span.start) - 1
        return index >= 0 and span.end <= self.ends[index]


def _wiki_page(document: Document, bullets: tuple[Entry, ...], house: str) -> Page:
    wiki = scan(document.source)
    pairs = [_from_tag(number, tag, document.source) for number, tag in enumerate(wiki.tags)]
    more_entries, more_uses = _from_templates(wiki)
    entries = _shallow([entry for entry, _ in pairs if entry] + more_entries)
    uses = [use for _, use in pairs if use] + more_uses
    inside = _Inside(entries)
    cites = [cite for t in wiki.templates if (cite := cite_of(t, inside=t.tag >= 0 or inside.has(t.span)))]
    return Page(
        document=document,
        wiki=wiki,
        entries=tuple(entries),
        bullets=bullets,
        uses=tuple(sorted(uses, key=lambda u: (u.span, u.label))),
        cites=tuple(sorted(cites, key=lambda c: c.template.span)),
        house=house,
    )


def _external(document: Document) -> Callable[[int], bool]:
    """Whether a place of the file stands under a heading like 外部链接, or one of a lower rank: no references are there."""
    starts, links = [], []
    rank = 0  # of the heading over the links that are open, 0 outside
    for block in document.blocks:
        if block.kind == "heading":
            own = role(document.text[block.span.start : block.span.end]) == "links"
            if own or block.level <= rank:
                rank = block.level if own else 0
            starts.append(document.origins.to_source(block.span).start)
            links.append(rank > 0)

    def under(place: int) -> bool:
        index = bisect_right(starts, place) - 1
        return index >= 0 and links[index]

    return under


def _listed(document: Document, bullets_only: bool) -> tuple[Entry, ...]:
    """The references that the reader found, with their markup."""
    found = []
    elsewhere = _external(document)
    for reference in document.references:
        if bullets_only and reference.form != "bullet":
            continue
        if reference.form == "bullet" and elsewhere(reference.source.start):
            continue
        start, end = reference.source.start, reference.source.end
        raw = document.source[start:end]
        end -= len(raw) - len(raw.rstrip())
        numbering = _numbering().match(document.source, start, end)
        inner = Span(numbering.end() if numbering else start, end)
        markup = document.source[inner.start : inner.end] if reference.text.strip() else ""
        address = ""
        if document.media_type not in (*WIKITEXT, "text/markdown", "text/plain"):
            markup, address = reference.text.strip(), plain(document.source[start:end])[1]
        found.append(
            Entry(
                label=simplified(reference.label),
                name=reference.name,
                group=reference.group,
                markup=markup,
                span=Span(start, max(start, end)),
                inner=inner if inner.start <= inner.end else Span(start, end),
                form=reference.form,
                listed=True,
                address=address,
                exact=document.source[inner.start : inner.end] == markup,
            )
        )
    return tuple(found)


def page_of(document: Document, house: str = "") -> Page:
    """The page of `document`; `house` is where a mark stands to a full stop: ``before``, ``after``, or "" for either."""
    listed = _listed(document, document.media_type in WIKITEXT)
    bullets = tuple(entry for entry in listed if entry.form == "bullet")
    if document.media_type in WIKITEXT:
        return _wiki_page(document, bullets, house)
    marked = document.media_type == "text/markdown"
    entries = [entry for entry in listed if entry.form != "bullet"]
    uses = [
        Use(label=simplified(m.label), span=m.source, clean=m.at)
        for m in document.marks
        if not (marked and (md_notes.task(document, m) or m.label.startswith("@")))
    ]
    return Page(
        document=document,
        wiki=None,
        entries=tuple(sorted(entries, key=lambda entry: entry.span)) if marked else tuple(entries),
        bullets=bullets,
        uses=tuple(sorted(uses, key=lambda use: use.span)) if marked else tuple(uses),
        cites=(),
        house=house,
        keys=md_notes.keys(document) if marked else (),
    )
