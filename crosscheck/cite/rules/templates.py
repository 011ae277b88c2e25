"""Templates that a reference consists of and nobody knows."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from crosscheck.cite.interface import Check, Fault
from crosscheck.cite.page import Page
from crosscheck.cite.reference import Entry
from crosscheck.cite.scanned import Template
from crosscheck.cite.vocabulary import notes_by, words_of
from crosscheck.lexicon import table
from crosscheck.model.step import say


@cache
def _known() -> frozenset[str]:
    """Templates that are no citations, by what is known of them."""
    roles = ("helper-template", "short-template", "short-many-template", "needed-template", "page-template")
    words = frozenset().union(*(words_of(role) for role in roles))
    printed = {row[column] for row in table("wiki_templates") for column in ("hans", "hant")}
    return words | printed | frozenset().union(*(notes_by(does) for does in ("define", "use", "list")))


def _first(templates: tuple[Template, ...], starts: list[int], entry: Entry) -> Template | None:
    """The first template inside `entry`; `templates` in order of their `starts`."""
    index = bisect_left(starts, entry.inner.start)
    if index == len(starts) or templates[index].span.end > entry.inner.end:
        return None
    return templates[index]


def _unknown(page: Page) -> Iterator[Fault]:
    if page.wiki is None:
        return
    templates = tuple(sorted(page.wiki.templates, key=lambda template: template.span))
    starts = [template.span.start for template in templates]
    told: set[str] = set()
    for entry, record in zip(page.entries, page.records, strict=True):
        if record.form != "empty" or "{{" not in entry.markup:
            continue
        template = _first(templates, starts, entry)
        name = template.name if template else ""
        if template is None or name in told or name in _known() or name.startswith(("#", "lang-", "link-")):
            continue
        told.add(name)
        yield Fault(template.span, say("cite.unknown-template", template=name))


CHECKS = (
    Check(
        rule="unknown-template",
        severity="info",
        doc="A reference that consists of a template which is not known: what it prints cannot be read from here, so that "
        "nothing of this reference is checked. Told once for each name. A template with a title or an address is read as a "
        "citation, whatever its name.",
        names=(),
        fault="永乐大典成书于1408年<ref>{{大典辑本|12}}</ref>。",
        mended="永乐大典成书于1408年<ref>{{大典辑本|author=姚广孝 |title=永乐大典辑本 |publisher=中华书局 |year=1986 |page=12}}</ref>。",
        find=_unknown,
    ),
)
