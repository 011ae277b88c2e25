"""Which marks a claim carries: its own, not its neighbour's.

A mark covers what stands before it: in its sentence, back to the mark before it; the marks at the end of a paragraph
cover the sentences of it that have none of their own.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from crosscheck.model.document import Document
from crosscheck.model.span import Span
from crosscheck.model.text import Text
from crosscheck.text.fold import simplified


class Marks:
    """The marks of one document, ready to be asked many times; each answer is a few look-ups."""

    def __init__(self, document: Document, text: Text) -> None:
        self._text = text
        by_place: dict[int, list[str]] = {}
        known = {simplified(reference.label): reference.label for reference in document.references}
        for mark in sorted(document.marks, key=lambda mark: (mark.at, mark.source)):
            label = known.get(simplified(mark.label), mark.label)  # [註 1] under a list headed 注释
            by_place.setdefault(_before(document, mark.at), []).append(label)
        self._places = sorted(by_place)
        self._labels = {place: tuple(dict.fromkeys(labels)) for place, labels in by_place.items()}
        self._blocks = [block.span.start for block in document.blocks]
        self._spans = [block.span for block in document.blocks]

    def of(self, span: Span) -> tuple[str, ...]:
        """The labels of the marks that `span` carries, () where it has none.

        The nearest mark after it in its sentence; where there is none, the last marks of its paragraph, if they
        stand after it.  Marks at one place come together, in order.
        """
        if not self._places or not self._text.sentences:
            return ()
        sentence = self._text.sentence_at(span.start)
        place = self._next(span.end, sentence.span.end)
        if place is None:
            place = self._last(span)
        return self._labels[place] if place is not None else ()

    def _next(self, start: int, end: int) -> int | None:
        index = bisect_left(self._places, start)
        return self._places[index] if index < len(self._places) and self._places[index] <= end else None

    def _last(self, span: Span) -> int | None:
        number = bisect_right(self._blocks, span.start) - 1
        if number < 0:
            return None
        index = bisect_right(self._places, self._spans[number].end) - 1
        return self._places[index] if index >= 0 and self._places[index] >= span.end else None


def _before(document: Document, at: int) -> int:
    """`at` moved back over white space, so that a mark after a full stop and a space still ends its sentence."""
    text = document.text
    while 0 < at <= len(text) and text[at - 1] in " \u3000\u00a0":
        at -= 1
    return at
