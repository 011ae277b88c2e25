"""The rows of a table of HTML under way: which cell has which head, and which row is a field."""

from __future__ import annotations

from crosscheck.read.grid import Grid
from crosscheck.read.html_elements import Element, HtmlPage
from crosscheck.read.html_shapes import SMALL, heads_of, labelled, spans_of
from crosscheck.read.writer import Writer


class Rows:
    """Where one is in a table: `head` of the cell under way, and the label of a row that is a `field`.

    What the label of a field takes up is added to `dropped`.
    """

    def __init__(self, writer: Writer, page: HtmlPage, dropped: dict[int, int]) -> None:
        self.writer, self.page, self.dropped = writer, page, dropped
        self.head = ""
        self.field: tuple[int, int] | None = None
        self.grid: Grid | None = None
        self.heads = False  # the row under way is one of heads

    def begin(self, element: Element) -> None:
        """Begin the row that `element` is."""
        first = self.grid is None
        grid = self.grid = self.grid or Grid()
        self.heads = heads_of(self.page, element, first=first)
        found = None if self.heads or grid.heads else labelled(self.page, element)
        self.field = found[0] if found else None
        if found:
            self.dropped[found[1].first] = found[1].last
        self.writer.begin_row(grid.next_row())

    def cell(self, name: str, cell: Element) -> None:
        """Begin a cell."""
        if self.grid is None:
            return
        own = self.heads or name == "th"
        self.head = "" if own else self.grid.heads.get(self.grid.place(), "")
        across, down = spans_of(self.page, cell)
        words = ""
        if (self.heads or down > 1) and cell.last - cell.first <= SMALL:
            words = " ".join(self.page.text(cell).split())
        self.grid.fill(words, across=across, down=down, head=self.heads)

    def close(self) -> None:
        """End the table."""
        self.grid, self.head = None, ""
        self.writer.end_rows()
