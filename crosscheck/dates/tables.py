"""The time in tables: a row has its own, and what stands above the table gives it to all rows."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from crosscheck.dates.moment import TimeFrame
from crosscheck.dates.point import Token
from crosscheck.model.document import Document
from crosscheck.model.values import PartialDate
from crosscheck.patterns import compiled

_YEAR = compiled(r"(?<!\d)(1\d{3}|20\d{2}) ?年?(?!\d)")


@dataclass(slots=True)
class Tables:
    """The time in force in the fields, cells and captions of a document; `start` is the one where it begins."""

    document: Document
    start: TimeFrame
    _rows: dict[int, tuple[int, int]] | None = None
    _frames: dict[int, TimeFrame] = field(default_factory=dict)
    _told: set[int] = field(default_factory=set)

    def base(self, number: int, running: TimeFrame, above: TimeFrame | None) -> TimeFrame:
        """What the dates of block `number` count from: those before it in its row, its column's head, the caption, the heading `above`."""
        block = self.document.blocks[number]
        if block.kind == "field":
            return replace(self.start, year=None, recent=None)
        if block.kind == "caption":
            return running
        if self._rows is None:
            self._rows = rows(self.document)
        table, row = self._rows.get(number, (number, -1))
        known = self._frames.get(row)
        if known is None:
            known = self._frames.get(table - 1) or above or self.start
            if table in self._told:  # the rows of this table have their own years
                known = replace(known, year=None, recent=None, month=None, day=None, head=None)
        years = set(_YEAR.findall(block.label))
        return replace(known, year=int(years.pop())) if len(years) == 1 else known

    def keep(self, number: int, after: TimeFrame, found: list[tuple[Token, PartialDate]]) -> None:
        """Note that block `number` with the dates `found` leaves the frame `after`."""
        if self.document.blocks[number].kind == "cell":
            table, row = (self._rows or {}).get(number, (-1, -1))
            if any(token.start.year is not None for token, _ in found):
                self._told.add(table)
            if row >= 0:
                self._frames[row] = after
        elif any(token.start.year is not None for token, _ in found):
            self._frames[number] = after


def rows(document: Document) -> dict[int, tuple[int, int]]:
    """For each cell of a table's body the number of its table's first block and of its row's.

    A row begins with a cell that no column names, or where the columns come round again: empty cells leave no block.
    """
    out: dict[int, tuple[int, int]] = {}
    table = row = column = -1
    heads: list[str] = []
    for number, block in enumerate(document.blocks):
        if block.kind != "cell":
            table = -1
            continue
        if table < 0:
            table, row, column, heads = number, -1, -1, []
        if not block.label:
            words = document.text[block.span.start : block.span.end]
            if row < 0:
                heads.append(words)
            else:
                row, column = number, -1
                out[number] = (table, row)
            continue
        if block.label not in heads:
            heads.append(block.label)
        at = heads.index(block.label)
        if row < 0 or at <= column:
            row = number
        column = at
        out[number] = (table, row)
    return out
