"""Reads the facts out of a document: find mentions, settle overlaps, give values."""

from __future__ import annotations

from collections.abc import Iterable

from crosscheck.model.fact import Fact, Mention
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
    for mention in sorted(set(mentions), key=_before):
        if all(_apart(mention, other) for other in kept):
            kept.append(mention)
    return tuple(sorted(kept, key=lambda m: (m.span, m.kind)))


def _apart(one: Mention, other: Mention) -> bool:
    if not one.span.touches(other.span):
        return True
    return one.kind != other.kind and (one.kind in _NESTING or other.kind in _NESTING)


def facts(text: Text, wanted: tuple[Kind, ...] | None = None) -> tuple[Fact, ...]:
    """The typed facts of `text`, in order."""
    chosen = kinds() if wanted is None else wanted
    mentions = settle(mention for kind in chosen for mention in kind.find(text))
    found = [fact for kind in chosen for fact in kind.facts(text, mentions)]
    return tuple(sorted(found, key=lambda fact: (fact.span, fact.kind)))
