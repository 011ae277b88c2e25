"""The list of references of a wiki's page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crosscheck.model.document import Reference
from crosscheck.model.span import Span
from crosscheck.read.html_tokens import Element, Token

if TYPE_CHECKING:
    from crosscheck.read.html_write import Emitter


def write_references(emitter: Emitter, token: Token, element: Element) -> int:
    """A wiki's list of references: each item a reference, numbered from 1."""
    group = emitter.page.attribute(token, "data-mw-group")
    writer, count = emitter.writer, 0
    was, writer.apparatus = writer.apparatus, True
    for number in range(element.first + 1, element.last):
        item = emitter.page.elements.get(number)
        if item is None or item.name != "li":
            continue
        count += 1
        name = f"{group}/{count}" if group else str(count)
        inner = type(emitter)(writer, emitter.page, emitter.dropped)
        inner.kinds = [(item.last + 2, "reference", 0)]
        begin, marks = writer.length, len(writer.marks)
        for texts in range(number + 1, item.last):
            back = emitter.page.elements.get(texts)
            if back and "backlink" in back.words:
                emitter.dropped[texts] = back.last
        inner.write(number + 1, item.last)
        del writer.marks[marks:]
        end = emitter.page.tokens[min(item.last, len(emitter.page.tokens) - 1)].start
        span = Span(emitter.page.tokens[number].start, end)
        text = writer.since(begin).strip().removeprefix("^").strip()
        writer.references.append(Reference(label=name, text=text, source=span, form="list", group=group))
    writer.apparatus = was
    return element.last + 1
