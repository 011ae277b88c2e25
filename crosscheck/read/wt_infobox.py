"""Fields of infoboxes and of tables that list them: ``质量 = 22.5吨`` reads ``质量：22.5吨``."""

from __future__ import annotations

import re

from crosscheck.model.document import BlockKind
from crosscheck.read.columns import heads_by_words
from crosscheck.read.grid import Grid
from crosscheck.read.wt_inline import Text
from crosscheck.read.wt_table import Cell, outside, rows
from crosscheck.read.wt_template import Template, field_role, template, trim

_BULLETS = re.compile(r"(?:^|(?<=[=|])|(?<=[=|][ \t]))[ \t]*+[*#]++[ \t]*+([^\n]+)", re.MULTILINE)
_MARK = re.compile(r"[ \t]*+[*#:;]++")
_IMAGE_NAME = re.compile(r"[^\n|]{1,200}\.(?:jpe?g|png|svg|gif|webp|tiff?|ogg|ogv|webm|pdf)$", re.IGNORECASE)


class Fields:
    """Writes fields with the writer of running text `text`."""

    def __init__(self, text: Text) -> None:
        self.text, self.writer, self.nest, self.source = text, text.writer, text.nest, text.source

    def infobox(self, found: Template) -> None:
        """Write the named arguments of a template as fields, those that only draw it left out."""
        self.writer.close()
        for argument in found.arguments:
            start, end = argument.value
            words = self.source[start:end]
            kind = field_role(argument.key)
            if not words or argument.key.isdecimal() or _IMAGE_NAME.match(words):
                continue
            if parts := self._boxes(start, end):
                for part in parts:
                    self.infobox(part)
            elif kind == "drawn":
                continue
            elif kind == "caption":
                self.writer.open("caption")
                self.text.write(start, end)
                self.writer.close()
            else:
                self._field(argument.name, start, end)

    def _boxes(self, start: int, end: int) -> list[Template]:
        """The infoboxes of which a stretch is made; none where there is anything else in it."""
        found: list[Template] = []
        while start < end:
            start, end = trim(self.source, start, end)
            close = self.nest.pairs.get(start, 0) if self.source.startswith("{{", start) else 0
            if not start < close <= end:
                return []
            found.append(template(self.nest, start, close))
            start = close
        return found if all(one.boxed for one in found) else []

    def _field(self, name: tuple[int, int], start: int, end: int) -> None:
        """A field, a block for each of its values: parts at line breaks and bullets."""
        label = self.source[slice(*name)].strip()
        for begin, stop in self._values(start, end):
            self.writer.open("field", label=label)
            before, links = self.writer.length, len(self.writer.links)
            self.writer.keep(*name)
            self.writer.put("：", *self._equals(name[1]))
            written = self.writer.length
            self.text.write(begin, stop)
            if not self.writer.since(written).strip():
                self._undo(before, links)
            self.writer.close()

    def _equals(self, position: int) -> tuple[int, int]:
        at = self.source.find("=", position, position + 200)
        return (at, at + 1) if at >= 0 else (position, position + 1)

    def _undo(self, length: int, links: int) -> None:
        self.writer.cut(length)
        del self.writer.links[links:]

    def _values(self, start: int, end: int) -> list[tuple[int, int]]:
        found: list[tuple[int, int]] = []
        if self.source.startswith("{{", start) and self.nest.pairs.get(start) == end:
            inner = template(self.nest, start, end)
            if inner.prints == "list":
                return [argument.value for argument in inner.unnamed if argument.value[0] < argument.value[1]]
            if "list" in inner.name and inner.prints == "1" and inner.unnamed:
                start, end = inner.unnamed[0].value
        for begin, stop in self.nest.split_breaks(start, end):
            bullets = [m.span(1) for m in _BULLETS.finditer(self.source, begin, stop)]
            found += bullets or [(begin, stop)]
        return [part for part in (trim(self.source, *p) for p in found) if part[0] < part[1]]

    def row(self, name: int, name_end: int, start: int, end: int) -> None:
        """Write a row of a head and a cell as a field."""
        self.writer.open(
            "field", label=re.sub(r"'{2,}|\[\[(?:[^|\[\]]*+\|)?|\]\]", "", self.source[name:name_end]).strip()
        )
        before, links = self.writer.length, len(self.writer.links)
        self.text.write(name, name_end)
        self.writer.put("：", name_end, name_end + 1)
        written = self.writer.length
        self.text.write(start, end)
        if not self.writer.since(written).strip():
            self._undo(before, links)
        self.writer.close()

    def table(self, start: int, close: int) -> None:
        """Write a table: rows of a head and a cell as fields where no column has a head, else cells with those heads."""
        self.writer.close()
        for begin, stop in outside(self.nest, start, close):
            found_box = template(self.nest, begin, stop)
            if found_box.boxed:
                self.infobox(found_box)
        grid = Grid()
        found = rows(self.nest, start, close)
        top = next((n for n, row in enumerate(found) if not row[0].caption), -1)
        for number, row in enumerate(found):
            body = [cell for cell in row if not cell.caption]
            heads = len(body) > 1 and (
                all(cell.head for cell in body) or (number == top and self._headlike(body, len(found) - top))
            )
            alone = len(row) == 2 and row[0].head and not row[1].head and row[0].end - row[0].start <= 80
            if alone and not grid.heads:
                self.row(row[0].start, row[0].end, row[1].start, row[1].end)
                continue
            self.writer.begin_row(grid.next_row())
            for cell in row:
                self._cell(cell, grid, heads)
        self.writer.end_rows()

    def _cell(self, cell: Cell, grid: Grid, heads: bool) -> None:
        kind: BlockKind = "caption" if cell.caption else "cell"
        label = "" if cell.head or cell.caption or heads else grid.heads.get(grid.place(), "")
        written: list[str] = []
        for start, end in self._lines(cell.start, cell.end):
            self.writer.open(kind, label=label)
            begin = self.writer.length
            self.text.write(start, end)
            if cell.down > 1 or heads:
                written.append(self.writer.since(begin).strip())
            self.writer.close()
        if not cell.caption:
            words = " ".join(filter(None, written))
            grid.fill(words, across=cell.across, down=cell.down, head=heads)

    def _lines(self, start: int, end: int) -> list[tuple[int, int]]:
        """The lines of a cell, each of which the page shows as one; marks of lists left out."""
        found: list[tuple[int, int]] = []
        while start < end:
            stop = self.nest.line_end(start, end)
            mark = _MARK.match(self.source, start, stop)
            part = trim(self.source, mark.end() if mark else start, stop)
            if part[0] < part[1]:
                found.append(part)
            start = max(stop + 1, start + 1)
        return found

    def _headlike(self, cells: list[Cell], count: int) -> bool:
        """Whether the first of `count` rows holds the heads of its columns though nothing marks them: all bold, or known words."""
        words = [self.source[cell.start : cell.end] for cell in cells]
        if count < 2 or not all(words):
            return False
        return all(w.startswith("'''") and w.endswith("'''") for w in words) or heads_by_words(words)
