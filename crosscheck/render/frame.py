"""A place of a text with some context and a caret under its exact characters, for a terminal.

Both lines take at most `COLUMNS` columns: a line that is broken by the terminal has its carets under other words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from crosscheck.render._columns import cells

COLUMNS = 60
_INDENT = 4
_CUT = "…"
# Columns of the words themselves, and of what stands before them; what is left goes to what comes after.
_EXACT, _BEFORE = 36, 22


def frame(before: str, exact: str, after: str, paint: Callable[[str], str] = str) -> Iterator[str]:
    """The two lines; all three texts stand on one line already.  `paint` colours the carets."""
    shown = _middle(exact, _EXACT)
    head = _tail(before, _BEFORE)
    tail = _head(after, COLUMNS - _INDENT - cells(head) - cells(shown))
    yield f"{' ' * _INDENT}{head}{shown}{tail}".rstrip()
    yield f"{' ' * (_INDENT + cells(head))}{paint('^' * max(1, cells(shown)))}"


def _head(text: str, room: int) -> str:
    """As much of the beginning of `text` as `room` columns hold."""
    used = 0
    for at, char in enumerate(text):
        used += cells(char)
        if used > room:
            return text[:at]
    return text


def _tail(text: str, room: int) -> str:
    return _head(text[::-1], room)[::-1]


def _middle(text: str, room: int) -> str:
    """`text`, or its beginning and end where it is too long."""
    if cells(text) <= room:
        return text
    half = (room - cells(_CUT)) // 2
    return f"{_head(text, half)}{_CUT}{_tail(text, half)}"
