"""Headings of a wikitext: ``== words ==``."""

from __future__ import annotations

import re
from typing import NamedTuple

_OPENED = re.compile(r"={1,6}")
_LINE = re.compile(r"[^\r\n]*+")


class Heading(NamedTuple):
    """A heading: how many signs stand at each side, the span of its words, where its line ends."""

    level: int
    start: int
    stop: int
    end: int


def heading(source: str, position: int, end: int) -> Heading | None:
    """The heading that is the line at `position`; blanks and a comment may follow it."""
    opened = _OPENED.match(source, position, end)
    found = _LINE.match(source, position, end) if opened else None
    if opened is None or found is None:
        return None
    line = found.group().rstrip(" \t")
    if line.endswith("-->") and "<!--" in line:
        line = line[: line.index("<!--")].rstrip(" \t")
    level = len(line) - len(line.rstrip("="))
    words = line[level : len(line) - level].rstrip(" \t")
    lead = len(words) - len(words.lstrip(" \t"))
    if not 1 <= level <= len(opened.group()) or lead == len(words):
        return None
    return Heading(level, position + level + lead, position + level + len(words), found.end())
