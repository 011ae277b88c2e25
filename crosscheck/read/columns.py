"""Heads of columns that nothing marks as such: told by their words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from crosscheck.lexicon import table
from crosscheck.patterns import compiled

_LONGEST = 12
_PLAIN = compiled(r"'{2,}|\[\[(?:[^|\[\]]{0,80}\|)?|\]\]|<[^<>]{0,80}>|\s")
_NO_HEAD = compiled(r"[\d。，；]")


@cache
def _heads() -> frozenset[str]:
    return frozenset(word for row in table("column_heads") for word in (row["hans"], row["hant"]))


def heads_by_words(cells: Sequence[str]) -> bool:
    """Whether the first row of a table is one of heads: two at least, all short words without figures, two known or half."""
    if len(cells) < 2:
        return False
    words = [re.sub(r"[（(].*", "", _PLAIN.sub("", cell)) for cell in cells]
    if any(not word or len(word) > _LONGEST or _NO_HEAD.search(word) for word in words):
        return False
    known = sum(word in _heads() for word in words)
    return known >= 2 or known * 2 >= len(words)
