"""Reads the facts out of a document: find mentions, settle overlaps, give values."""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate

from crosscheck import recognise
from crosscheck.model.fact import Fact, Mention
from crosscheck.model.span import Span
from crosscheck.model.text import Text
from crosscheck.registry import Kind, kind, kinds


def _before(mention: Mention) -> tuple[int, int, int, str]:
    return (-mention.rank, -len(mention.span), mention.span.start, mention.kind)


def settle(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """The mentions that stand, in order: of two that overlap the one of higher rank, then the longer, then the earlier.

    A mention of a nesting kind (an office contains a place, a title a date) leaves room for other kinds inside
    it; two of the same kind never overlap.
    """
    kept: list[Mention] = []
    taken: dict[str, _Layer] = {}
    for mention in sorted(_without_known(dict.fromkeys(mentions)), key=_before):
        layers = [taken.setdefault(layer, _Layer()) for layer in _layers(mention)]
        if not any(layer.overlaps(mention.span) for layer in layers):
            kept.append(mention)
            for layer in layers:
                layer.add(mention.span)
    return tuple(sorted(kept, key=_in_order))


def _without_known(mentions: Iterable[Mention]) -> Iterator[Mention]:
    """The mentions but for the things that a mention of another kind goes beyond: what lies inside a thing's name is part of it."""
    every = list(mentions)
    others = sorted(
        (mention.span.start, mention.span.end, kind(mention.kind).sure)
        for mention in every
        if not kind(mention.kind).yielding
    )
    reach = list(accumulate((end for _, end, _ in others), max))
    for mention in every:
        if not kind(mention.kind).yielding or not _is_known(mention, others, reach):
            yield mention


def _is_known(thing: Mention, others: list[tuple[int, int, bool]], reach: list[int]) -> bool:
    """Whether one of `others`, which are in order, is the same stretch as a thing or goes beyond it; `reach` is how far those up to each one go."""
    span = thing.span
    place = bisect_right(others, (span.end - 1, sys.maxsize, True)) - 1
    while place >= 0 and reach[place] > span.start:
        start, end, sure = others[place]
        if end > span.start and (start < span.start or end > span.end):
            return True
        if (start, end) == (span.start, span.end) and (sure or thing.rank <= 1):
            return True
        place -= 1
    return False


def _in_order(found: Mention | Fact) -> tuple[int, int, str]:
    return (found.span.start, found.span.end, found.kind)


def _layers(mention: Mention) -> tuple[str, ...]:
    """The layers a mention takes part in: nothing overlaps within one."""
    own = kind(mention.kind)
    if own.yielding:
        return (mention.kind, "plain", *(other.name for other in kinds() if other.nesting))
    return (mention.kind,) if own.nesting else (mention.kind, "plain")


class _Layer:
    """Stretches of a text of which none overlaps another."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []

    def overlaps(self, span: Span) -> bool:
        """Whether one of them shares a character with `span`."""
        place = bisect_right(self._starts, span.start)
        return (place > 0 and self._ends[place - 1] > span.start) or (
            place < len(self._starts) and self._starts[place] < span.end
        )

    def add(self, span: Span) -> None:
        """Put in a stretch that overlaps none of them."""
        place = bisect_right(self._starts, span.start)
        self._starts.insert(place, span.start)
        self._ends.insert(place, span.end)


def facts(
    text: Text, wanted: tuple[Kind, ...] | None = None, *, recognised: frozenset[int] | None = None
) -> tuple[Fact, ...]:
    """The typed facts of `text`, in order; the recogniser of names reads the sentences `recognised`, all where there is no limit."""
    chosen = kinds() if wanted is None else wanted
    with recognise.limited_to(recognise.limit() if recognised is None else recognised):
        mentions = settle(mention for one in chosen for mention in one.find(text))
        found = [fact for one in chosen for fact in one.facts(text, mentions)]
    return tuple(sorted(found, key=_in_order))
