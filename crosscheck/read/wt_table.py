"""The rows and cells of a table in wikitext."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from crosscheck.read.grid import span_of
from crosscheck.read.wt_nest import Nest
from crosscheck.read.wt_template import trim

_ATTRIBUTES = re.compile(r"""[^|=\[\]{}\n]*+=[^|\[\]{}\n]*+\|(?!\|)""")
_OUTSIDE = re.compile(r"(?P<cell>(?<=[\r\n])[ \t]*+(?:\|[-+]?|!))|\{\{|\[\[|\{\||-\{|<!--|<[A-Za-z]+")
_SPANS = re.compile(r"""\b(colspan|rowspan)\s*+=\s*+(["']?\d{1,4})""", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: the span of its text; a head or the table's caption; how many columns and rows it covers."""

    start: int
    end: int
    head: bool = False
    caption: bool = False
    across: int = 1
    down: int = 1


def _cell(nest: Nest, start: int, end: int, head: bool, caption: bool = False) -> Cell:
    match = _ATTRIBUTES.match(nest.source, start, end)
    given = {name.lower(): span_of(value) for name, value in _SPANS.findall(match.group())} if match else {}
    return Cell(
        *trim(nest.source, match.end() if match else start, end),
        head,
        caption,
        given.get("colspan", 1),
        given.get("rowspan", 1),
    )


def rows(nest: Nest, start: int, close: int) -> list[list[Cell]]:
    """The cells of each row of the table from `start` to `close`, empty ones left in."""
    source = nest.source
    out: list[list[Cell]] = [[]]
    position = nest.line_end(start + 2, close - 2)
    pending: tuple[int, bool] | None = None

    def flush(end: int) -> None:
        nonlocal pending
        if pending is None:
            return
        begin, head = pending
        pending = None
        parts = [
            piece
            for part in nest.split(begin, end, "||")
            for piece in (nest.split(*part, "!!") if head else [part])
        ]
        out[-1].extend(_cell(nest, *part, head) for part in parts)

    while position < close - 2:
        match = re.compile(r"[\r\n]+[ \t]*").match(source, position, close - 2)
        begin = match.end() if match else position
        if begin >= close - 2:
            break
        stop = nest.line_end(begin, close - 2)
        if source.startswith("|-", begin) or source.startswith("|+", begin):
            flush(position)
            if source[begin + 1] == "-":
                out.append([])
            else:
                out.append([_cell(nest, begin + 2, stop, False, True)])
                out.append([])
        elif source[begin : begin + 1] in ("|", "!"):
            flush(position)
            pending = (begin + 1, source[begin] == "!")
        position = max(stop, position + 1)
    flush(close - 2)
    return [row for row in out if row]


def outside(nest: Nest, start: int, close: int) -> Iterator[tuple[int, int]]:
    """The templates that stand in the table from `start` to `close` outside of its cells: those that print whole rows.

    They stand on the line that opens the table, or on lines of their own before the first cell of a row.
    """
    source, position, stop = nest.source, start + 2, close - 2
    open_row = True
    while match := _OUTSIDE.search(source, position, stop):
        begin = match.start()
        position = nest.pairs.get(begin, match.end())
        if match["cell"]:
            open_row = match["cell"].endswith("-")
        elif match.group() == "{{" and open_row and begin < position <= stop:
            yield begin, position
        position = max(position, match.end())
