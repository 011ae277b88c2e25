"""The lines of a text, and how wide they are on a screen."""

from __future__ import annotations

from typing import NamedTuple

from crosscheck.patterns import compiled

# Two cells on a screen: East Asian Width W, F and A, in ranges.
_NARROW = compiled(
    "[^\u00b7\u00d7\u0370-\u04ff\u1100-\u115f\u2010-\u203b\u2100-\u27bf\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff"
    "\ufe10-\ufe6f\uff00-\uff60\uffe0-\uffe6\U0001f300-\U0001faff\U00020000-\U0003fffd]+"
)
# Lines end at LF, CR or both, and where a page does; U+0085, U+2028 and U+2029 are blanks.
_LINE = compiled(r"[^\n\r\x0b\x0c]+")


class Line(NamedTuple):
    """A line that is not blank, without the white space at its ends; widths in cells, `blanks` before it."""

    start: int
    end: int
    indent: int
    width: int
    blanks: int


def width(text: str) -> int:
    """How many cells `text` takes on a screen: a Han character takes two."""
    return 2 * len(text) - sum(map(len, _NARROW.findall(text)))


def lines(text: str, start: int = 0, end: int | None = None) -> tuple[Line, ...]:
    """The lines of `text` between `start` and `end` that hold more than white space."""
    found: list[Line] = []
    stop = len(text) if end is None else end
    breaks = start
    for match in _LINE.finditer(text, start, stop):
        body = match.group()
        stripped = body.strip()
        if not stripped:
            continue
        lead = len(body) - len(body.lstrip())
        first = match.start() + lead
        breaks_before = text.count("\n", breaks, first) or text.count("\r", breaks, first)
        found.append(
            Line(
                first,
                first + len(stripped),
                width(body[:lead].expandtabs(4)) if lead else 0,
                width(stripped),
                max(0, breaks_before - 1) if found else 0,
            )
        )
        breaks = match.end()
    return tuple(found)
