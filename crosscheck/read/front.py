"""Front matter: the lines between ``---`` at the beginning of a Markdown file."""

from __future__ import annotations

import re

from crosscheck.patterns import compiled
from crosscheck.read.written_on import edtf

_FENCE = compiled(r"\ufeff?---[ \t]*(?:\r\n|\n|\r)")
_CLOSE = compiled(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_PAIR = compiled(r"^([A-Za-z][\w -]{0,40}?)[ \t]*[:：][ \t]*(.*?)[ \t\r]*$", re.MULTILINE)
# In this order: the day of writing goes before the day of a later change.
_DATES = (
    "date", "published", "publishdate", "pubdate", "datepublished", "created", "createdat", "publishedat",
    "updated", "lastmod", "modified",
)  # fmt: skip
_LONGEST = 20_000


def front_matter(source: str) -> tuple[int, dict[str, str]]:
    """Where the body begins, and the fields with their values, quotes removed; 0 and nothing where there is none."""
    opened = _FENCE.match(source)
    if not opened:
        return 0, {}
    closed = _CLOSE.search(source, opened.end(), opened.end() + _LONGEST)
    if not closed:
        return 0, {}
    fields: dict[str, str] = {}
    for match in _PAIR.finditer(source, opened.end(), closed.start()):
        key = re.sub(r"[ _-]", "", match.group(1)).lower()
        value = match.group(2).strip()
        if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
            value = value[1:-1]
        fields.setdefault(key, value)
    if not fields and source[opened.end() : closed.start()].strip():
        return 0, {}
    return closed.end(), fields


def written(fields: dict[str, str]) -> str | None:
    """The date that the fields give, as EDTF."""
    for key in _DATES:
        found = edtf(fields.get(key, ""))
        if found:
            return found
    return None
