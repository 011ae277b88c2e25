"""The list of references of a wiki's page, and notes wherever they stand."""

from __future__ import annotations

import re
from typing import Protocol
from urllib.parse import unquote

from crosscheck.model.document import BlockKind, Mark, Reference
from crosscheck.model.span import Span
from crosscheck.read.html_elements import Element, HtmlPage
from crosscheck.read.html_notes import Notes
from crosscheck.read.html_tokens import TEXT
from crosscheck.read.writer import Writer

_NUMBER = re.compile(r"[\[［〔(（]?(?:\d{1,3}|[①-⑳*†‡])[\]］〕)）.、]\s*+|\^\s*+")
_TARGET = re.compile(r"""href\s*=\s*["'][^"'#]*#([^"']+)""")


_BIBLIOGRAPHY = re.compile(
    r"(?<![\w-])(?:references?-?(?:list|section)?|ref-?list|(?:doc-)?bibliography|works-cited|citation-list)(?![\w-])"
)
# What holds more of a page than this is no list of references, whatever it is called.
_SHARE = 0.5


def bibliography(page: HtmlPage, element: Element) -> bool:
    """Whether an element is called a list of references, and is not most of its page."""
    if element.name not in ("div", "section", "ul", "ol", "dl", "aside") or not element.words:
        return False
    return bool(_BIBLIOGRAPHY.search(element.words)) and page.weight(element) < _SHARE * page.weights[-1]


def write_apart(emitter: Emitter, element: Element) -> int:
    """Write an element as apparatus of its page; the number of the token to go on with."""
    writer = emitter.writer
    inner = emitter.again()
    section, writer.apparatus = writer.section, True
    inner.write(element.first + 1, element.last)
    writer.apparatus, writer.section = False, section
    return element.last + 1


class Targets:
    """The labels of marks by the item of a list that each links to."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.labels: dict[str, str] = {}
        self.seen = 0

    def of(self, marks: list[Mark]) -> dict[str, str]:
        """The labels of all marks so far; each mark is looked at once."""
        for mark in marks[self.seen :]:
            for target in _TARGET.findall(self.source[mark.source.start : mark.source.end]):
                self.labels[unquote(target)] = mark.label
        self.seen = len(marks)
        return self.labels


class Emitter(Protocol):
    """What writes the tokens of a page: these functions ask it for a writer of what stands inside a reference."""

    writer: Writer
    page: HtmlPage
    dropped: dict[int, int]
    notes: Notes
    targets: Targets
    told: set[int]

    def write(self, first: int, last: int) -> None:
        """Write the tokens from number `first` up to `last`, exclusive."""

    def again(self) -> Emitter:
        """A writer on the same text of what stands in the same place."""

    def inside(self, last: int, kind: BlockKind, dropped: dict[int, int], label: str = "") -> Emitter:
        """A writer on the same text of what ends with token `last` and is one block of `kind`."""


def write_references(emitter: Emitter, element: Element) -> int:
    """A wiki's list of references: each item a reference under the label of the marks that link to it.

    An item that no mark links to has its number, counted from 1, and the group of the list.  A list inside an
    item belongs to its words.
    """
    page, writer, count, reached = emitter.page, emitter.writer, 0, 0
    labels = emitter.targets.of(writer.marks)
    group = page.attribute(element.first, "data-mw-group")
    was, writer.apparatus = writer.apparatus, True
    for item in page.inside(element, "li"):
        if item.first < reached:
            continue
        reached = item.last
        count += 1
        name = f"{group}/{count}" if group else str(count)
        name = labels.get(unquote(page.attribute(item.first, "id")), name)
        for number in range(item.first + 1, item.last):
            back = page.elements.get(number)
            if back and "backlink" in back.words:
                emitter.dropped[number] = back.last
        inner = emitter.inside(item.last, "reference", emitter.dropped)
        begin, marks = writer.length, len(writer.marks)
        inner.write(item.first + 1, item.last)
        del writer.marks[marks:]
        span = Span(page.starts[item.first], page.starts[min(item.last, len(page) - 1)])
        text = writer.since(begin).strip().removeprefix("^").strip()
        writer.references.append(Reference(label=name, text=text, source=span, form="list", group=group))
    writer.apparatus = was
    return element.last + 1


def write_note(emitter: Emitter, first: int) -> int:
    """The note that begins at token `first`, as a block of its own; the number of the token to go on with."""
    page, writer = emitter.page, emitter.writer
    last, label = emitter.notes.bodies[first]
    emitter.told.add(first)
    inner = emitter.inside(last, "note", emitter.dropped | emitter.notes.backs, label)
    begin, marks = writer.length, len(writer.marks)
    inner.write(first + (page.names[first] != TEXT), last)
    del writer.marks[marks:]
    text = _NUMBER.sub("", writer.since(begin).strip(), count=1)
    span = Span(page.starts[first], page.starts[min(last, len(page) - 1)])
    writer.references.append(Reference(label=label, text=text, source=span, form="note"))
    return last + (last < len(page) and page.names[last][:1] == "/")


def write_rest(emitter: Emitter) -> None:
    """The notes that stand outside of what was written and that marks in it call for."""
    called = {mark.label for mark in emitter.writer.marks}
    for first, (_, label) in sorted(emitter.notes.bodies.items()):
        if first not in emitter.told and (label in called or not called):
            write_note(emitter, first)
