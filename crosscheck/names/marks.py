"""Pairs of marks: 《》, 〈〉 and “”, nested, with a hard end where one is never closed."""

from __future__ import annotations

import re
from collections.abc import Iterator

_CLOSING = {"《": "》", "〈": "〉", "“": "”", '"': '"'}


def pairs(folded: str, opening: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """The outermost stretches between `opening` and its closing mark, marks left out, in a block of the text.

    The third part says whether the mark was closed.  One that is not closed reaches to the next mark of its kind or
    to `end`; a text cut off in the middle of a title ends like this.
    """
    closing = _CLOSING[opening]
    depth = begin = 0
    for match in re.compile(f"[{opening}{closing}]").finditer(folded, start, end):
        place, character = match.start(), match[0]
        if character == closing and depth:
            depth -= 1
            if not depth:
                yield begin, place, True
        elif character == opening:
            if not depth:
                begin = place + 1
            depth += 1
    if depth and begin < end:
        yield begin, end, False
