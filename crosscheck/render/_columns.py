"""Lines and columns of a file in the unit that a consumer counts in."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal

Unit = Literal["code-points", "utf-16", "utf-8", "cells"]

_TAB = 8
_LINE_END = re.compile(r"\r\n|\r|\n")
# Nothing but letters and Han characters of the basic plane: each takes what its kind takes.
_ASCII = re.compile(r"[ -~]*")
_HAN = re.compile(r"[\u3001-\u303e\u3400-\u4dbf\u4e00-\u9fff\uff01-\uff60]*")


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A line and a column of it, both from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Region:
    """From `start` on, up to and without `end`."""

    start: Position
    end: Position


def _cell(char: str) -> int:
    """The cells of one character: a variation selector or an accent takes none, a Han character two."""
    if char >= " " and unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def cells(text: str) -> int:
    """How many cells of a terminal `text` takes; a tab takes one here, its place in a line is not known."""
    if _ASCII.fullmatch(text):
        return len(text)
    if _HAN.fullmatch(text):
        return 2 * len(text)
    return sum(map(_cell, text))


def size(text: str, unit: Unit) -> int:
    """How long `text` is in `unit`; a lone surrogate counts as the U+FFFD that is written for it."""
    if unit == "code-points":
        return len(text)
    if unit == "utf-16":
        return len(text) + sum(char > "\uffff" for char in text)
    if unit == "utf-8":
        return len(text.encode("utf-8", "surrogatepass"))
    used = 0
    for piece in re.split("(\t)", text):
        used = (used // _TAB + 1) * _TAB if piece == "\t" else used + cells(piece)
    return used


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a file's text; a line ends with LF, CR LF or CR."""

    source: str
    starts: tuple[int, ...]

    @classmethod
    def of(cls, source: str) -> Lines:
        """The lines of `source`."""
        return cls(source, (0, *(match.end() for match in _LINE_END.finditer(source))))

    def position(self, offset: int, unit: Unit = "code-points") -> Position:
        """Where the code point at `offset` stands; ``len(source)`` is just past the last one."""
        line = bisect_right(self.starts, offset)
        start = self.starts[line - 1]
        before = offset - start if unit == "code-points" else size(self.source[start:offset], unit)
        return Position(line, before + 1)

    def region(self, start: int, end: int, unit: Unit = "code-points") -> Region:
        """The region from offset `start` to offset `end`, which is not in it."""
        return Region(self.position(start, unit), self.position(end, unit))
