"""Where a place of an older text stands in the text of today, told by the difference of the two.

Lines are compared, so that a whole text takes no longer than its changed lines want.  All texts here are folded.
"""

from __future__ import annotations

from functools import lru_cache

from crosscheck.gate import anchor
from crosscheck.model.span import Span

# Texts with more lines are not compared: where all of 2,000 differ it takes some seconds, and four times as many for twice.
LINES = 2000
_NEVER = 1e9  # seconds: a comparison that ended by the clock would not be the same everywhere

_Diffs = tuple[tuple[int, str], ...]


def follow(old: str, new: str, place: Span, prefix: str, suffix: str) -> Span | None:
    """The span of `new` that was `place` in `old`, with `prefix` before and `suffix` after it.

    Where its line is as it was, that is exact; else it is looked for in what its line became.  None where the line is
    gone, or the texts are too long to be compared.
    """
    if max(old.count("\n"), new.count("\n")) >= LINES:
        return None
    diffs = _difference(old, new)
    start, last = _moved(diffs, place.start), _moved(diffs, place.end - 1)
    line = Span(old.rfind("\n", 0, place.start) + 1, (old + "\n").index("\n", place.end) + 1)
    exact = old[place.start : place.end]
    low, high = _moved(diffs, line.start), _moved(diffs, line.end - 1) + 1
    if new[low:high].rstrip("\n") == old[line.start : line.end].rstrip("\n"):
        return Span(start, last + 1)
    low, high = _moved(diffs, line.start), _moved(diffs, min(line.end, len(old)))
    found = anchor.find(new[low:high], exact, prefix, suffix, -1)
    return Span(low + found.start, low + found.end) if found else None


def _moved(diffs: _Diffs, place: int) -> int:
    from diff_match_patch import diff_match_patch

    index: int = diff_match_patch().diff_xIndex(list(diffs), place)
    return index


@lru_cache(maxsize=8)
def _difference(old: str, new: str) -> _Diffs:
    """The difference of two texts by whole lines."""
    from diff_match_patch import diff_match_patch

    matcher = diff_match_patch()
    matcher.Diff_Timeout = _NEVER
    first, second, lines = matcher.diff_linesToChars(old, new)
    diffs = matcher.diff_main(first, second, False)
    matcher.diff_charsToLines(diffs, lines)
    return tuple(diffs)
