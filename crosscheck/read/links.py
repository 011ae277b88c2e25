"""Links of the clean text, made from what a reader has just written."""

from __future__ import annotations

from crosscheck.model.document import Link
from crosscheck.model.span import Span
from crosscheck.read.wikilink import entity, named_part
from crosscheck.read.writer import Writer

_LONGEST = 2000  # characters; more is no text of a link, whatever its brackets say


def add_link(writer: Writer, begin: int, target: str, page: str, *, swallowed: bool = True) -> None:
    """Add the link whose text was written from clean offset `begin` on; it may have swallowed what follows its name."""
    if writer.length - begin > _LONGEST:
        return
    text = writer.since(begin)
    if not text.strip():
        return
    name = entity(page)
    length = named_part(text, name, swallowed) if page else len(text)
    writer.links.append(Link(span=Span(begin, begin + length), target=target, entity=name))
