"""Keeps what was worked out for the last few texts: several kinds ask the same of the same text."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from crosscheck import recognise
from crosscheck.model.text import Text

T = TypeVar("T")
_KEPT = 6


def remembered(work: Callable[[Text], T]) -> Callable[[Text], T]:
    """`work`, not repeated for a text (the same object) and a limit of the recogniser that it has just seen."""
    kept: list[tuple[Text, frozenset[int] | None, T]] = []

    @wraps(work)
    def asked(text: Text) -> T:
        limit = recognise.limit()
        for known, under, answer in kept:
            if known is text and under == limit:
                return answer
        answer = work(text)
        kept.append((text, limit, answer))
        del kept[:-_KEPT]
        return answer

    return asked
