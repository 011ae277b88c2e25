"""The name that was probably meant."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(name: str, known: Iterable[str]) -> str:
    """The one of `known` that is like `name` (at least four fifths, the first of equals), "" where none is."""
    from rapidfuzz import fuzz

    folded = name.lower().replace("_", "-").replace(" ", "-")
    best, score = "", 0.0
    for candidate in known:
        likeness = max(
            fuzz.ratio(folded, candidate), fuzz.ratio("".join(sorted(folded)), "".join(sorted(candidate))) - 8
        )
        if likeness > score:
            best, score = candidate, likeness
    return best if score >= 80 else ""
