"""The lines of a Markdown file, what blocks are made of them, and its tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from crosscheck.patterns import compiled

PieceKind = Literal[
    "heading", "paragraph", "item", "ordered", "bracketed", "footnote", "cell", "html", "verbatim"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A block: its text from `start` to `end`; `whole` is where its marker begins and `marker` where that ends.

    `label` is the number of an item or note, or the head of a cell's column; `row` is the number of a cell's row in
    its table, 0 for that of the heads; `tail` says that only numbered items
    follow up to the end of the file.
    """

    kind: PieceKind
    start: int
    end: int
    whole: int = 0
    marker: int = 0
    level: int = 0
    label: str = ""
    row: int = 0
    tail: bool = False


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int


_LINE = compiled(r"[^\n\r]*(?:\r\n|\n|\r|$)")
_DELIMITER = compiled(r"[ \t]*+\|?+[ \t]*+:?+-++:?+[ \t]*+(?:\|[ \t]*+:?+-++:?+[ \t]*+)*+\|?+[ \t]*+$")
_COLUMNS = compiled(r"[ \t]*-{2,}(?:[ \t]+-{2,})+[ \t]*$")
_GAPPED = compiled(r"\S+(?: \S+)*")
_CELL = compiled(r"(?:\\.|[^|\\])+")


class Tables:
    """The lines of a source from `body` on, read from `at` on, and the rows of tables among them."""

    def __init__(self, source: str, body: int) -> None:
        self.source = source
        self.lines = [
            _Line(match.start(), match.start() + len(match.group().rstrip("\r\n")))
            for match in _LINE.finditer(source, body)
            if match.group()
        ]
        self.at = 0

    def _match(self, pattern: re.Pattern[str], number: int) -> re.Match[str] | None:
        line = self.lines[number]
        return pattern.match(self.source, line.start, line.end)

    def _blank(self, number: int) -> bool:
        line = self.lines[number]
        return not self.source[line.start : line.end].strip()

    def _trim(self, start: int, end: int) -> tuple[int, int]:
        text = self.source[start:end]
        return start + len(text) - len(text.lstrip()), max(start, end - len(text) + len(text.rstrip()))

    def _gapped(self, number: int) -> bool:
        """Whether a line is a dash for each column of a table."""
        return bool(self._match(_COLUMNS, number))

    def _table(self) -> bool:
        line, rule = self.lines[self.at], self.lines[self.at + 1]
        return (
            self.source.find("|", line.start, line.end) >= 0
            and self.source.find("-", rule.start, rule.end) >= 0
            and self.source.find("|", rule.start, rule.end) >= 0
            and bool(_DELIMITER.match(self.source, rule.start, rule.end))
        )

    def _cells(self, number: int) -> list[tuple[int, int]]:
        start, end = self._trim(self.lines[number].start, self.lines[number].end)
        start += self.source.startswith("|", start)
        if end > start and self.source[end - 1] == "|":
            end -= 1
        return [self._trim(*match.span()) for match in _CELL.finditer(self.source, start, end)]

    def _rows(self) -> Iterator[Piece]:
        heads = [self.source[start:end] for start, end in self._cells(self.at)]
        for start, end in self._cells(self.at):
            yield Piece(kind="cell", start=start, end=end)
        self.at += 2
        row = 0
        while (
            self.at < len(self.lines)
            and "|" in self.source[self.lines[self.at].start : self.lines[self.at].end]
        ):
            row += 1
            for column, (start, end) in enumerate(self._cells(self.at)):
                head = heads[column] if column < len(heads) else ""
                yield Piece(kind="cell", start=start, end=end, label=head, row=row)
            self.at += 1

    def _gapped_rows(self) -> Iterator[Piece]:
        """A table whose columns are parted by blanks, under a line of dashes for each column."""
        heads: list[str] = []
        row = 0
        while self.at < len(self.lines) and not self._blank(self.at):
            line = self.lines[self.at]
            self.at += 1
            if (
                _COLUMNS.match(self.source, line.start, line.end)
                or self.source[line.start : line.end].strip("- ") == ""
            ):
                continue
            cells = [match.span() for match in _GAPPED.finditer(self.source, line.start, line.end)]
            named = len(heads) == len(cells)
            row += bool(heads)
            for column, (start, end) in enumerate(cells):
                label = heads[column] if named else ""
                yield Piece(kind="cell", start=start, end=end, label=label, row=row)
            if not heads and self.at < len(self.lines) and self._match(_COLUMNS, self.at):
                heads = [self.source[start:end] for start, end in cells]
