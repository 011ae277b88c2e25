"""Finds the next token of a markup in text that is mostly none, several times as fast as one search for any token."""

from __future__ import annotations

import re


def seek(
    first: re.Pattern[str], tokens: re.Pattern[str], source: str, position: int, end: int
) -> re.Match[str] | None:
    """The next match of `tokens` at or after `position`; `first` matches what each of them begins with."""
    while at := first.search(source, position, end):
        match = tokens.match(source, at.start(), end)
        if match:
            return match
        position = at.end()
    return None
