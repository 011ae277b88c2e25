"""The columns of a table under way: which one a cell stands in where others reach over several columns or rows."""

from __future__ import annotations

from dataclasses import dataclass, field

_WIDEST = 1000  # columns; a cell that claims more is no cell of a table that people read


@dataclass(slots=True)
class Grid:
    """A table row by row: `heads` are the words at the head of each column."""

    heads: dict[int, str] = field(default_factory=dict)
    column: int = 0
    _held: dict[int, tuple[int, str]] = field(default_factory=dict)  # column -> rows still covered, words

    def next_row(self) -> str:
        """Begin a row; the words of the cell above that reaches down into its first column, "" without one."""
        self.column = 0
        self._held = {column: (left - 1, words) for column, (left, words) in self._held.items() if left > 1}
        return self._held[0][1] if 0 in self._held else ""

    def place(self) -> int:
        """The column of the next cell."""
        while self.column in self._held and self.column < _WIDEST:
            self.column += 1
        return self.column

    def fill(self, words: str, *, across: int = 1, down: int = 1, head: bool = False) -> None:
        """Put a cell into the next column: `across` columns wide, `down` rows high, the `head` of them or not."""
        first = self.place()
        for column in range(first, min(first + max(1, across), _WIDEST)):
            if down > 1:
                self._held[column] = (down, words)
            if head and words:
                self.heads[column] = words
        self.column = first + max(1, across)


def span_of(words: str) -> int:
    """The number that ``rowspan`` or ``colspan`` gives, 1 where it gives none."""
    plain = words.strip().strip("\"'")
    return int(plain) if plain.isascii() and plain.isdecimal() and 0 < int(plain[:6]) < 1000 else 1
