"""What two wordings, titles or quotations, say by themselves on whether they fill the same slot."""

from __future__ import annotations

from collections.abc import Iterator

from crosscheck.model.fact import Fact
from crosscheck.model.values import Value

_END = 4  # characters of either end that are a key
_FULL = 8  # from this length on a wording is as telling as can be


def keys(fact: Fact) -> Iterator[str]:
    """The first and the last characters."""
    words = str(fact.value)
    yield f"w{words[:_END]}"
    yield f"w{words[-_END:]}"


def telling(one: Value, other: Value) -> float:
    """How much it says that two wordings hold: the longer, the more."""
    return min(1.0, len(str(one)) / _FULL)
