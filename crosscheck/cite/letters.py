"""The letters of a document without punctuation, spaces and line ends, and where they stand."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cache

from crosscheck.model.document import Document
from crosscheck.model.span import Span
from crosscheck.patterns import compiled


@cache
def _letters() -> re.Pattern[str]:
    return compiled(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Letters:
    """The letters of a document, and where each run of them stands in its clean text."""

    document: Document = field(repr=False)
    text: str = field(repr=False)
    starts: array[int] = field(repr=False)
    places: array[int] = field(repr=False)

    def place(self, index: int) -> int:
        """The clean offset of the letter at `index`."""
        run = bisect_right(self.starts, index) - 1
        return self.places[run] + index - self.starts[run]

    def span(self, start: int, end: int) -> Span:
        """The span of the clean text from letter `start` to the one before `end`."""
        return Span(self.place(start), self.place(end - 1) + 1)


def letters_of(document: Document) -> Letters:
    """The letters of `document`; linear, and worth keeping where many quotations are asked for."""
    pieces, starts, places = [], array("q"), array("q")
    length = 0
    for match in _letters().finditer(document.folded):
        starts.append(length)
        places.append(match.start())
        pieces.append(match[0])
        length += len(match[0])
    return Letters(document, "".join(pieces), starts, places)


def reduced(text: str) -> str:
    """The folded letters of `text`, without punctuation and white space."""
    from crosscheck.text.fold import fold

    return "".join(_letters().findall(fold(text)))
