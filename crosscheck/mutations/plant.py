"""Writes changes into the text of a file, through the origins of its clean text."""

from __future__ import annotations

from collections.abc import Iterable

from crosscheck.model.document import Document
from crosscheck.model.span import Span
from crosscheck.mutations.interface import Edit
from crosscheck.read import read_text


def planted(entry: Document, edits: Iterable[Edit]) -> tuple[str, tuple[Span, ...]]:
    """The text of the entry's file with `edits` made, and where each stands in it, in the order of the text.

    Edits do not touch one another.
    """
    ordered = sorted(edits, key=lambda edit: edit.span)
    pieces: list[str] = []
    places: list[Span] = []
    position = length = 0
    for edit in ordered:
        old = entry.origins.to_source(edit.span)
        pieces += (entry.source[position : old.start], edit.text)
        length += old.start - position
        places.append(Span(length, length + len(edit.text)))
        length += len(edit.text)
        position = old.end
    pieces.append(entry.source[position:])
    return "".join(pieces), tuple(places)


def moved(entry: Document, edits: Iterable[Edit], place: int) -> int:
    """Where an offset of the entry's file stands once `edits` are made; inside one, as far from its start as before."""
    shift = 0
    for edit in edits:
        old = entry.origins.to_source(edit.span)
        if old.end <= place:
            shift += len(edit.text) - len(old)
    return place + shift


def reread(entry: Document, source: str) -> Document:
    """The entry as it reads with another text of its file."""
    return read_text(source, name=entry.path, media_type=entry.media_type, date=entry.date, role="entry")
