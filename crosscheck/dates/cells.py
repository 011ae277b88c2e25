"""Bare years in tables and fields: the head of the column, or the name of the field, says that they are years."""

from __future__ import annotations

from collections.abc import Iterator

from crosscheck.dates.point import Point, Token
from crosscheck.model.span import Span
from crosscheck.model.text import Text
from crosscheck.patterns import compiled
from crosscheck.text.heads import holds

_YEAR = compiled(
    r"\s*+(?:[^：:\d\s][^：:\d\n]{0,19}[：:]\s*+)?([12]\d{3})(?:[^\S\n]*+(?:\n|$)|[^\S\n]*+[（(\[、，,/])"
)


def years(text: Text) -> Iterator[Token]:
    """The year that a cell below 年份 and its like, or a field of that name, begins with."""
    for block in text.document.blocks:
        if block.kind in ("cell", "field") and not block.apparatus and holds(block.label) == "year":
            match = _YEAR.match(text.folded, block.span.start, block.span.end)
            if match:
                yield Token(span=Span(*match.span(1)), start=Point(year=int(match[1])), rule="column")
