"""What several test modules need."""

from __future__ import annotations

from crosscheck.model.document import Document
from crosscheck.model.text import Text
from crosscheck.read.assemble import assemble
from crosscheck.read.interface import Draft
from crosscheck.text.builder import TextBuilder
from crosscheck.text.sentences import split


def plain(text: str, date: str | None = None) -> Document:
    """A document of `text` as it stands, one paragraph a line."""
    builder = TextBuilder(text)
    start = 0
    for line in text.splitlines(keepends=True):
        body = line.rstrip("\n")
        if body.strip():
            builder.open("paragraph")
            builder.keep(start, start + len(body))
        start += len(line)
    clean, origins, blocks = builder.finish()
    draft = Draft(source=text, text=clean, origins=origins, blocks=blocks, date=date)
    return assemble(draft, path="test.txt", role="source", media_type="text/plain", data=text.encode())


def text_of(text: str, date: str | None = None) -> Text:
    """`text` cut into sentences."""
    return split(plain(text, date))
