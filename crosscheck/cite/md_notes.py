"""What of Markdown's marks are none of the page's own: keys of a bibliography, boxes of tasks."""

from __future__ import annotations

from functools import cache
from re import Pattern

from crosscheck.model.document import Document, Mark
from crosscheck.patterns import compiled


@cache
def _box() -> Pattern[str]:
    return compiled(r"[ \t>]*+(?:[-*+]|\d{1,3}[.)])[ \t]++$")


def keys(document: Document) -> tuple[int, ...]:
    """Where the text cites a work by its key: the works stand in a file of their own."""
    return tuple(mark.source.start for mark in document.marks if mark.label.startswith("@"))


def task(document: Document, mark: Mark) -> bool:
    """Whether a mark is the box of a task: ``- [x]``."""
    source = document.source
    if source[mark.source.start : mark.source.end].strip("\\[] ").lower() not in ("", "x"):
        return False
    line = source.rfind("\n", 0, mark.source.start) + 1
    return _box().match(source, line, mark.source.start) is not None
