"""Writes a clean text piece by piece and keeps where each piece came from."""

from __future__ import annotations

from typing import NamedTuple

from crosscheck.model.document import Block, BlockKind
from crosscheck.model.origins import Origins, Written
from crosscheck.model.span import Span


class Opened(NamedTuple):
    """A block that has begun at clean offset `start`."""

    kind: BlockKind
    start: int
    level: int
    label: str
    row: int
    row_head: str
    section: str
    apparatus: bool


class TextBuilder:
    """A clean text under construction; a reader's tool, thrown away once the text is made.

    ``length`` is the clean offset that the next piece will have.
    """

    def __init__(self, source: str) -> None:
        self.source = source
        self.length = 0
        self.section = ""
        self.apparatus = False
        self._pieces: list[str] = []
        self._runs: list[Written] = []
        self._blocks: list[Block] = []
        self._open: Opened | None = None

    def keep(self, start: int, end: int) -> None:
        """Append the source from `start` to `end` as it is."""
        if start < end:
            self._append(self.source[start:end], start, 1)

    def put(self, text: str, start: int, end: int) -> None:
        """Append `text` that stands for the source from `start` to `end` (an entity, a template).

        One code point for one keeps its own place; otherwise each code point of `text` stands for the whole stretch.
        """
        if not text:
            return
        if len(text) == end - start:
            self._append(text, start, 1)
            return
        for character in text:
            self._append(character, start, end - start)

    def _append(self, text: str, source: int, width: int) -> None:
        """Append `text`, each code point of which stands for `width` of the source, from `source` on."""
        self._pieces.append(text)
        self._runs.append(Written(self.length, source, len(text), width))
        self.length += len(text)

    def open(
        self, kind: BlockKind, *, level: int = 0, label: str = "", row: int = 0, row_head: str = ""
    ) -> None:
        """Begin a block; one that is open is closed first.

        It belongs to the section, and is apparatus or not, as told before it begins: what comes next changes nothing
        of it.  A heading alone is told while it is open: it is of the section that it begins.
        """
        if self._open is not None:
            self.close()
        self._open = Opened(kind, self.length, level, label, row, row_head, self.section, self.apparatus)

    def close(self) -> None:
        """End the open block, if there is one; an empty one leaves no trace, another gets its line end."""
        if self._open is None:
            return
        opened, length = self._open, self.length
        self._open = None
        if opened.start == length:
            return
        own = opened.kind == "heading"
        self._blocks.append(
            Block(
                kind=opened.kind,
                span=Span(opened.start, length),
                level=opened.level,
                section=self.section if own else opened.section,
                label=opened.label,
                apparatus=self.apparatus if own else opened.apparatus,
                row=opened.row,
                row_head=opened.row_head,
            )
        )
        _, source, count, width = self._runs[-1]
        self._pieces.append("\n")
        self._runs.append(Written(length, source + count * width, 1, 0))
        self.length = length + 1

    def finish(self) -> tuple[str, Origins, tuple[Block, ...]]:
        """The clean text, its origins and its blocks, in order."""
        self.close()
        return "".join(self._pieces), Origins.of(self._runs), tuple(self._blocks)
