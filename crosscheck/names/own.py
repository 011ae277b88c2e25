"""The user's own names, folded, where they stand in a text, and which of them are one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from crosscheck import lexicon
from crosscheck.lexicon import Lexicon, either
from crosscheck.text.fold import fold


@lru_cache(maxsize=4)
def _folded(own: Lexicon) -> Lexicon:
    return Lexicon(
        persons=tuple(map(fold, own.persons)),
        places=tuple(map(fold, own.places)),
        organisations=tuple(map(fold, own.organisations)),
        offices=tuple(map(fold, own.offices)),
        aliases=tuple(tuple(map(fold, group)) for group in own.aliases),
    )


def own() -> Lexicon:
    """The user's words in force, each folded."""
    return _folded(lexicon.own())


def found(folded: str, names: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Where any of `names` stands in a text, the longest first."""
    if names:
        for match in re.finditer(either(names), folded):
            yield match.span()


def one_by_lexicon(one: str, other: str) -> bool:
    """Whether the user says that two folded names are one."""
    return any(one in group and other in group for group in own().aliases)
