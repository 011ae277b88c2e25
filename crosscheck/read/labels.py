"""What a word in square brackets is: the label of a reference mark, an editor's tag, or text."""

from __future__ import annotations

from functools import cache

from crosscheck.lexicon import table
from crosscheck.patterns import compiled

_NUMBER = compiled(r"(?:([^\W\d_]{1,12})[ 　.]?)?(\d{1,3})$")


@cache
def _words(role: str) -> frozenset[str]:
    return frozenset(
        word for row in table("marks") if row["role"] == role for word in (row["hans"], row["hant"])
    )


@cache
def groups() -> tuple[str, ...]:
    """The words that a numbered note may have before its number (``注``, ``備註``), long ones first; no single letters."""
    words = (word for word in _words("group") if len(word) > 1 or not word.isascii())
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


def label(words: str) -> str | None:
    """The label that ``[words]`` carries (``3``, ``註/1``, ``a``), "" for an editor's tag, None for text."""
    inner = words.strip()
    match = _NUMBER.match(inner)
    if match:
        group, number = match.groups()
        if not group:
            return number
        return f"{group}/{number}" if group.lower() in _words("group") else None
    if len(inner) == 1 and inner.isascii() and inner.islower():
        return inner
    return "" if inner.lower() in _words("tag") else None
