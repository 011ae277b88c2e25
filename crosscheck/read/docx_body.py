"""DOCX: paragraphs, tables and notes in the order of the body.

Read straight out of the XML: its notes and its order are not offered by the library at hand, and it starts in a
twentieth of the time.  Places are places in the text of the paragraphs, a line end between two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from xml.etree.ElementTree import Element

from crosscheck.errors import UndecodableError
from crosscheck.model.document import BlockKind, Reference
from crosscheck.model.span import Span
from crosscheck.model.step import say
from crosscheck.read.columns import heads_by_words
from crosscheck.read.grid import span_of
from crosscheck.read.interface import Draft
from crosscheck.read.labels import label
from crosscheck.read.sections import APPARATUS, WITHIN, role
from crosscheck.read.writer import Writer, raised
from crosscheck.read.written_on import stated
from crosscheck.read.zip_members import Zipped, local

_LEVEL = re.compile(r"(?:heading|标题|標題)\s*(\d)", re.IGNORECASE)
_SKIPPED = frozenset(("del", "moveFrom", "Fallback", "instrText", "delText", "pPr", "rPr", "fldData"))


@dataclass
class _Paragraph:
    """A paragraph before it is written: its text, what stands at which place in it."""

    kind: BlockKind = "paragraph"
    level: int = 0
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    note: str = ""
    place: tuple[int, int, int] = (0, 0, 0)  # table, row and column, counted from 1
    raised: list[tuple[int, int]] = field(default_factory=list)
    marks: list[tuple[int, str]] = field(default_factory=list)

    @cached_property
    def text(self) -> str:
        """All of its text; to be asked for when it is complete."""
        return "".join(self.pieces)


def _value(element: Element | None) -> str:
    if element is None:
        return ""
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == "val"), "")


def _child(element: Element, *names: str) -> Element | None:
    for name in names:
        found = next((child for child in element if local(child) == name), None)
        if found is None:
            return None
        element = found
    return element


class _Body:
    def __init__(self, styles: dict[str, str]) -> None:
        self.styles = styles
        self.found: list[_Paragraph] = []
        self.tables = 0

    def walk(self, element: Element, kind: BlockKind = "paragraph", note: str = "") -> None:
        """Gather the paragraphs below `element`, in order."""
        stack: list[Iterator[Element]] = [iter(element)]
        kinds = [kind]
        places = [[0, 0, 0]]  # one list for each table, which its rows and cells move on
        while stack:
            child = next(stack[-1], None)
            if child is None:
                stack.pop()
                kinds.pop()
                places.pop()
                continue
            name = local(child)
            if name == "p":
                self._paragraph(child, kinds[-1], note, places[-1])
            elif name not in _SKIPPED and name != "sectPr":
                stack.append(iter(child))
                kinds.append("cell" if name == "tc" else kinds[-1])
                places.append(self._place(child, name, places[-1]))

    def _place(self, element: Element, name: str, place: list[int]) -> list[int]:
        if name == "tbl":
            self.tables += 1
            return [self.tables, 0, 0]
        if name == "tr":
            place[1], place[2] = place[1] + 1, 0
        elif name == "tc":
            place[2] += span_of(_value(_child(element, "tcPr", "gridSpan")))
        return place

    def _paragraph(self, element: Element, kind: BlockKind, note: str, place: list[int]) -> None:
        style = self.styles.get(_value(_child(element, "pPr", "pStyle")), "")
        outline = _value(_child(element, "pPr", "outlineLvl"))
        match = _LEVEL.match(style)
        paragraph = _Paragraph(kind=kind, note=note)
        if kind == "cell":
            paragraph.place = (place[0], place[1], place[2])
        if kind == "paragraph":
            if match or style.lower() in ("title", "标题") or (outline.isdecimal() and int(outline) < 6):
                paragraph.kind = "heading"
                paragraph.level = (
                    int(match.group(1)) if match else int(outline) + 1 if outline.isdecimal() else 1
                )
            elif "caption" in style.lower() or "题注" in style:
                paragraph.kind = "caption"
            elif _child(element, "pPr", "numPr") is not None or style.lower().startswith("list"):
                paragraph.kind = "item"
        self._runs(element, paragraph)
        self.found.append(paragraph)

    def _runs(self, element: Element, paragraph: _Paragraph) -> None:
        stack: list[tuple[Element, bool]] = [(child, False) for child in reversed(element)]
        while stack:
            child, high = stack.pop()
            name = local(child)
            if name in _SKIPPED or name == "txbxContent":
                continue
            if name in ("t", "tab", "br", "cr", "noBreakHyphen"):
                text = {"t": child.text or "", "tab": "\t", "noBreakHyphen": "-"}.get(name, " ")
                if high:
                    paragraph.raised.append((paragraph.length, paragraph.length + len(text)))
                paragraph.pieces.append(text.replace("\n", " ").replace("\r", " "))
                paragraph.length += len(text)
            elif name in ("footnoteReference", "endnoteReference"):
                number = next((v for k, v in child.attrib.items() if k.rpartition("}")[2] == "id"), "")
                paragraph.marks.append((paragraph.length, f"{name[:-9]}/{number}"))
            else:
                if name == "r":
                    high = _value(_child(child, "rPr", "vertAlign")) == "superscript"
                stack.extend((inner, high) for inner in reversed(child))


def _styles(root: Element | None) -> dict[str, str]:
    out: dict[str, str] = {}
    for style in root if root is not None else ():
        if local(style) == "style":
            number = next((v for k, v in style.attrib.items() if k.rpartition("}")[2] == "styleId"), "")
            out[number] = _value(_child(style, "name"))
    return out


def _gather(file: Zipped, path: str) -> list[_Paragraph]:
    root = file.xml("word/document.xml")
    if root is None:
        raise UndecodableError(path, say("notice.no-docx"))
    body = _Body(_styles(file.xml("word/styles.xml")))
    body.walk(root)
    numbers: dict[str, str] = {}
    for paragraph in body.found:
        for number, (_, key) in enumerate(paragraph.marks):
            numbers.setdefault(key, str(len(numbers) + 1))
            paragraph.marks[number] = (paragraph.marks[number][0], numbers[key])
    for kind in ("footnote", "endnote"):
        notes = file.xml(f"word/{kind}s.xml")
        for note in notes if notes is not None else ():
            key = f"{kind}/{next((v for k, v in note.attrib.items() if k.rpartition('}')[2] == 'id'), '')}"
            if key in numbers:
                body.walk(note, "note", numbers[key])
    return [paragraph for paragraph in body.found if paragraph.text.strip()]


def _heads(found: list[_Paragraph]) -> dict[tuple[int, int], str]:
    """The words at the head of the columns of tables, by table and column."""
    first: dict[int, dict[int, str]] = {}
    for paragraph in found:
        table, row, column = paragraph.place
        if row == 1:
            cells = first.setdefault(table, {})
            cells[column] = cells.get(column, "") + paragraph.text.strip()
    return {
        (table, column): words
        for table, cells in first.items()
        if heads_by_words(list(cells.values()))
        for column, words in cells.items()
    }


def _write(writer: Writer, paragraph: _Paragraph, start: int) -> None:
    end = start + len(paragraph.text)
    position = start + len(paragraph.text) - len(paragraph.text.lstrip())
    events = sorted(
        [(start + at, start + at, name) for at, name in paragraph.marks]
        + [(start + begin, start + stop, "") for begin, stop in paragraph.raised]
    )
    for begin, stop, name in events:
        writer.run(position, begin)
        position = max(position, stop)
        words = writer.source[begin:stop]
        found = name or (label(words.strip("[]()")) if writer.follows_word() else None)
        if found:
            writer.mark(found, begin, stop)
        elif begin < stop:
            writer.put(raised(words), begin, stop)
    writer.run(position, max(position, start + len(writer.source[start:end].rstrip())))


def read(data: bytes, path: str) -> Draft:
    """The draft of a DOCX; the title is its first heading."""
    found = _gather(Zipped(data, path), path)
    writer = Writer("\n".join(paragraph.text for paragraph in found))
    start, title, level = 0, "", 0
    heads, at = _heads(found), (0, 0)
    for paragraph in found:
        words = paragraph.text.strip()
        if paragraph.kind == "heading":
            part = role(words)
            if part not in WITHIN or not writer.apparatus or paragraph.level <= level:
                writer.close()
                level, writer.apparatus = paragraph.level, part in APPARATUS
            writer.section = words
            title = title or words
        table, row, column = paragraph.place
        if (table, row) != at:
            writer.close()
            at = (table, row)
            if table:
                writer.begin_row()
            else:
                writer.end_rows()
        head = heads.get((table, column), "") if row > 1 else ""
        writer.open(paragraph.kind, level=paragraph.level, label=head or paragraph.note)
        _write(writer, paragraph, start)
        if paragraph.note:
            span = Span(start, start + len(paragraph.text))
            writer.references.append(Reference(label=paragraph.note, text=words, source=span, form="note"))
        start += len(paragraph.text) + 1
    writer.close()
    return writer.draft(
        title=title or (found[0].text.strip()[:60] if found else ""), date=stated(writer.source)
    )
