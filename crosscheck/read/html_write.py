"""Writes the elements of a page as blocks of text."""

from __future__ import annotations

import re
from html import unescape
from itertools import islice

from crosscheck.model.document import BlockKind
from crosscheck.read.html_elements import VOID, Element, HtmlPage
from crosscheck.read.html_notes import Notes
from crosscheck.read.html_references import Targets, bibliography, write_apart, write_note, write_references
from crosscheck.read.html_rows import Rows
from crosscheck.read.html_shapes import (
    BLOCKS,
    CAPTION,
    INLINE,
    KINDS,
    SMALL,
    alternative,
    headlike,
    layout,
)
from crosscheck.read.html_tokens import TEXT
from crosscheck.read.html_words import write_lines, write_words
from crosscheck.read.labels import label
from crosscheck.read.links import add_link
from crosscheck.read.sections import APPARATUS, WITHIN, role
from crosscheck.read.wikilink import namespace, page_of
from crosscheck.read.writer import Writer, raised


class Emitter:
    """Writes tokens of a page, those of `dropped` elements left out; `listed` inside an item of a list of references."""

    def __init__(
        self, writer: Writer, page: HtmlPage, dropped: dict[int, int], notes: Notes | None = None
    ) -> None:
        self.writer, self.page, self.source = writer, page, page.source
        self.dropped = dropped
        self.notes = notes or Notes()
        self.told: set[int] = set()
        self.label = ""
        self.rows = Rows(writer, page, dropped)
        self.kinds: list[tuple[int, BlockKind, int]] = []
        self.links: list[tuple[int, int, str, str]] = []
        self.heading: tuple[int, int] | None = None
        self.targets = Targets(page.source)
        self.open = False
        self.listed = False
        self.part_level = 0

    def write(self, first: int, last: int) -> None:
        """Write the tokens from number `first` up to `last`, exclusive."""
        names, number = self.page.names, first
        while number < last:
            if self.kinds or self.links:
                self._leave(number)
            name = names[number]
            if name == TEXT:
                self._text(number)
            elif name[0] == "/":
                self._end(name[1:])
            elif number in self.notes.bodies:
                if self.open and self.page.elements[number].name in INLINE:
                    number = self._later(number)
                    continue
                self._close()
                number = write_note(self, number)
                continue
            elif number in self.dropped:
                number = max(number + 1, self.dropped[number])
                continue
            else:
                number = self._start(name, number)
                continue
            number += 1
        self._leave(last + 1)
        self._close()

    def again(self) -> Emitter:
        """A writer on the same text of what stands in the same place."""
        inner = Emitter(self.writer, self.page, self.dropped, self.notes)
        inner.told, inner.listed = self.told, self.listed
        return inner

    def inside(self, last: int, kind: BlockKind, dropped: dict[int, int], label: str = "") -> Emitter:
        """A writer on the same text of what ends with token `last` and is one block of `kind`."""
        inner = Emitter(self.writer, self.page, dropped)
        inner.kinds, inner.listed, inner.label = [(last + 2, kind, 0)], True, label
        return inner

    def _later(self, number: int) -> int:
        """Leave a note in the line for the end, with a mark where it stands; the number of the token to go on with."""
        last, name = self.notes.bodies[number]
        self._mark(name, self.page.elements[number])
        return last + 1

    def _kind(self) -> tuple[BlockKind, int]:
        return self.kinds[-1][1:] if self.kinds else ("paragraph", 0)

    def _ensure(self) -> None:
        if self.open:
            return
        kind, level = self._kind()
        if self.rows.field is not None and kind in ("cell", "item"):
            begin, end = self.rows.field
            self.writer.open("field", label=unescape(self.source[begin:end]).strip())
            self.writer.run(begin, end)
            self.writer.put("：", end, end + 1)
        else:
            self.writer.open(kind, level=level, label=self.rows.head if kind == "cell" else self.label)
        self.open = True

    def _close(self) -> None:
        if self.open:
            if self.heading is not None:
                self._headed()
            self.open = False
        self.writer.close()

    def _headed(self) -> None:
        level, begin = self.heading or (0, 0)
        self.heading = None
        writer = self.writer
        words = writer.since(begin).strip()
        part = role(words)
        if part not in WITHIN or not writer.apparatus or level <= self.part_level:
            writer.apparatus, self.part_level = part in APPARATUS, level
        writer.section = words

    def _start(self, name: str, number: int) -> int:
        """Handle a start tag; the number of the token to go on with."""
        element = self.page.elements[number]
        if name in ("a", "sup") and (called := self.notes.called_in(element)):
            for found in called:
                self._mark(found, element)
            return element.last + 1
        if name == "a":
            return self._link(element)
        if name == "br":
            self._break(number)
        elif name == "sup":
            return self._raised(element)
        elif name == "img" and not self.open:
            self._alternative(number)
        elif name == "pre" and all(n == TEXT for n in islice(self.page.names, number + 1, element.last)):
            self._close()
            write_lines(self.writer, self.page, element)
            return element.last + 1
        elif name in BLOCKS:
            self._close()
            if name == "ol" and not self.listed and "references" in element.words.split():
                return write_references(self, element)
            if bibliography(self.page, element) and not self.writer.apparatus:
                return write_apart(self, element)
            self._enter(name, element)
        return number + 1

    def _enter(self, name: str, element: Element) -> None:
        kind = None if self.label else KINDS.get(name)  # all blocks of a note are notes
        level = int(name[1]) if kind == "heading" else 0
        if kind is None and not self.label and element.words and CAPTION.search(element.words):
            kind = "caption"
        if name == "tr":
            self.rows.begin(element)
        elif kind == "cell":
            self.rows.cell(name, element)
            if layout(self.page, element):
                kind = "paragraph"
        elif not self.label and name in ("p", "div") and headlike(self.page, element):
            kind, level = "heading", 3
        if kind is not None:
            self.kinds.append((element.last, kind, level))
        if kind == "heading":
            self.heading = (level, self.writer.length)

    def _leave(self, number: int) -> None:
        while self.kinds and self.kinds[-1][0] <= number:
            self._close()
            self.kinds.pop()
        while self.links and self.links[-1][0] <= number:
            _, begin, target, page = self.links.pop()
            add_link(self.writer, begin, target, page)

    def _end(self, name: str) -> None:
        if name in BLOCKS and name not in VOID:
            self._close()
            if name == "tr":
                self.rows.field = None
            elif name == "table":
                self.rows.close()

    def _break(self, number: int) -> None:
        if self._kind()[0] == "heading" or (
            self.rows.field is None and self.writer.last() in ("，", "、", ",")
        ):
            self.writer.pause(self.page.starts[number], self.page.ends[number], " ")
        else:
            self._close()

    def _alternative(self, number: int) -> None:
        if span := alternative(self.page, number):
            self.writer.open("caption")
            self.writer.run(*span)

    def _mark(self, name: str, element: Element) -> None:
        ends = self.page.ends
        end = ends[min(element.last, len(ends) - 1)]
        self.writer.mark(name, self.page.starts[element.first], end)

    def _raised(self, element: Element) -> int:
        """A superscript: a reference mark, or digits raised."""
        if element.last - element.first > SMALL:
            return element.first + 1
        words = self.page.text(element).strip()
        inner = re.findall(r"[\[［〔]([^\[\]［］〔〕]{1,30})[\]］〕]", words)
        if "reference" in element.words or inner:
            for name in filter(None, (label(part) for part in inner or [words])):
                self._mark(name, element)
            return element.last + 1
        found = label(words)
        if found and self.writer.follows_word() and self.open:
            self._mark(found, element)
            return element.last + 1
        texts = self.page.texts(element.first, element.last)
        if len(texts) == 1 and raised(words) != words:
            self._ensure()
            self.writer.put(raised(words), self.page.starts[texts[0]], self.page.ends[texts[0]])
            return element.last + 1
        return element.first + 1

    def _link(self, element: Element) -> int:
        number = element.first
        target = self.page.attribute(number, "href")
        if target.startswith("#") or "#cite_note" in target or "#_ftn" in target:
            words = self.page.text(element).strip() if element.last - number <= SMALL else ""
            found = (
                label(words.strip("[]［］〔〕()"))
                if words and (words[0] in "[［〔(" or self.writer.follows_word())
                else None
            )
            if found and self.open:
                self._mark(found, element)
                return element.last + 1
        elif target and element.last > number + 1:
            page = page_of(target)
            if namespace(page) != "file":
                self._ensure()
                self.links.append((element.last, self.writer.length, target, page))
        return number + 1

    def _text(self, number: int) -> None:
        page = self.page
        start, end = page.starts[number], page.ends[number]
        if not self.open:
            if page.weights[number] == page.weights[number + 1]:
                return
            start = end - len(self.source[start:end].lstrip())
            self._ensure()
        write_words(self.writer, start, end)
