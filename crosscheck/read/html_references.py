"""The list of references of a wiki's page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from crosscheck.model.document import Reference
from crosscheck.model.span import Span
from crosscheck.read.html_tokens import Element, Token

if TYPE_CHECKING:
    from crosscheck.read.html_write import Emitter


_TARGET = re.compile(r"""href\s*=\s*["'][^"'#]*#([^"']+)""")


def _labels(emitter: Emitter) -> dict[str, str]:
    """The labels of the marks so far by the item that each links to."""
    source = emitter.source
    return {
        unquote(target): mark.label
        for mark in emitter.writer.marks
        for target in _TARGET.findall(source[mark.source.start : mark.source.end])
    }


def write_references(emitter: Emitter, token: Token, element: Element) -> int:
    """A wiki's list of references: each item a reference under the label of the marks that link to it.

    An item that no mark links to has its number, counted from 1, and the group of the list.
    """
    labels = _labels(emitter)
    group = emitter.page.attribute(token, "data-mw-group")
    writer, count = emitter.writer, 0
    was, writer.apparatus = writer.apparatus, True
    for number in range(element.first + 1, element.last):
        item = emitter.page.elements.get(number)
        if item is None or item.name != "li":
            continue
        count += 1
        name = f"{group}/{count}" if group else str(count)
        name = labels.get(unquote(emitter.page.attribute(emitter.page.tokens[number], "id")), name)
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
