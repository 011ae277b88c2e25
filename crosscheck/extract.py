"""Reads the facts out of a document: find mentions, settle overlaps, give values."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable

from crosscheck.model.fact import Fact, Mention
from crosscheck.model.span import Span
from crosscheck.model.text import Text
from crosscheck.registry import Kind, kinds

# Kinds whose mentions may lie inside or across those of others: an office contains a place, a title a date.
_NESTING = frozenset({"role", "title", "quote", "organisation"})


def _before(mention: Mention) -> tuple[int, int, int, str]:
    return (-mention.rank, -len(mention.span), mention.span.start, mention.kind)


def settle(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """The mentions that stand, in order: of two that overlap the one of higher rank, then the longer, then the earlier.

    A mention of a nesting kind (office, title, quotation, organisation) leaves room for other kinds inside
    it; two of the same kind never overlap.
    """
    kept: list[Mention] = []
    taken: dict[str, list[Span]] = {}
    for mention in sorted(set(mentions), key=_before):
        layers = [taken.setdefault(layer, []) for layer in _layers(mention)]
        if not any(_overlaps(layer, mention.span) for layer in layers):
            kept.append(mention)
            for layer in layers:
                insort(layer, mention.span)
    return tuple(sorted(kept, key=lambda m: (m.span, m.kind)))


def _layers(mention: Mention) -> tuple[str, ...]:
    """The layers a mention takes part in: nothing overlaps within one."""
    return (mention.kind,) if mention.kind in _NESTING else (mention.kind, "plain")


def _overlaps(layer: list[Span], span: Span) -> bool:
    place = bisect_left(layer, span)
    return any(layer[i].touches(span) for i in (place - 1, place) if 0 <= i < len(layer))


def facts(text: Text, wanted: tuple[Kind, ...] | None = None) -> tuple[Fact, ...]:
    """The typed facts of `text`, in order."""
    chosen = kinds() if wanted is None else wanted
    mentions = settle(mention for kind in chosen for mention in kind.find(text))
    found = [fact for kind in chosen for fact in kind.facts(text, mentions)]
    return tuple(sorted(found, key=lambda fact: (fact.span, fact.kind)))
