"""What Markdown has beside numbered marks: notes written in the line, ``^[…]``, keys of a bibliography, boxes of tasks."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from re import Pattern

from crosscheck.cite.reference import Entry, Use
from crosscheck.model.document import Document, Mark
from crosscheck.model.span import Span
from crosscheck.patterns import compiled

# A note in the line is a sentence or two; what is longer has lost its bracket.
_LONGEST = 2000


@cache
def _brackets() -> Pattern[str]:
    return compiled(r"\\.|[\[\]]|\n[ \t]*+\n")


@cache
def _opening() -> Pattern[str]:
    return compiled(r"(?<![\\`])\^\[")


@cache
def _keys() -> Pattern[str]:
    """[@key], [see @key, p. 5; @other]: citations whose works stand in a file of their own."""
    return compiled(r"(?<![\\A-Za-z0-9`])\[[^\[\]@\n]{0,80}-?@[\w:.#$%&+?<>~/-]{1,120}[^\[\]\n]{0,400}\]")


@cache
def _box() -> Pattern[str]:
    return compiled(r"[ \t>]*+(?:[-*+]|\d{1,3}[.)])[ \t]++$")


def notes(document: Document) -> tuple[list[Entry], list[Use]]:
    """The notes in the line that the reader has not made references of, each with its mark."""
    known = [reference.source.start for reference in document.references]
    entries: list[Entry] = []
    uses: list[Use] = []
    for number, (start, end) in enumerate(_spans(document.source), 1):
        if any(start <= place < end for place in known):
            continue
        label, inner, span = f"^{number}", Span(start + 2, end - 1), Span(start, end)
        markup = document.source[inner.start : inner.end]
        entries.append(
            Entry(
                label=label,
                name="",
                group="",
                markup=markup,
                span=span,
                inner=inner,
                form="note",
                listed=False,
            )
        )
        uses.append(Use(label=label, span=span))
    return entries, uses


def keys(document: Document) -> tuple[int, ...]:
    """Where the text cites a work by its key."""
    return tuple(match.start() for match in _keys().finditer(document.source))


def task(document: Document, mark: Mark) -> bool:
    """Whether a mark is the box of a task: ``- [x]``."""
    source = document.source
    if source[mark.source.start : mark.source.end].strip("\\[] ").lower() not in ("", "x"):
        return False
    line = source.rfind("\n", 0, mark.source.start) + 1
    return _box().match(source, line, mark.source.start) is not None


def _spans(source: str) -> Iterator[tuple[int, int]]:
    position = 0
    while opening := _opening().search(source, position):
        position, depth = opening.end(), 1
        limit = min(len(source), position + _LONGEST)
        for bracket in _brackets().finditer(source, position, limit):
            if bracket[0][0] == "\n":
                break
            depth += {"[": 1, "]": -1}.get(bracket[0], 0)
            if not depth:
                position = bracket.end()
                yield opening.start(), position
                break
