"""Two columns whose lines a PDF draws in turn, left and right: read one column after the other."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

Box = tuple[float, float, float, float]  # left, bottom, right, top
_LEAST = 5  # lines in each column
_MOST = 4000  # boxes of a page that are looked at


def reordered(text: Any) -> str | None:
    """The words of a page of two columns that are drawn line by line across both; None where all is in order.

    `text` is a text page of pypdfium2.  What reaches over both columns and stands above or below them stays there.
    """
    count = text.count_rects()
    if not 2 * _LEAST <= count <= _MOST:
        return None
    boxes = [text.get_rect(number) for number in range(count)]
    gutter = _gutter(boxes)
    if gutter is None:
        return None
    sides = [0 if box[2] <= gutter else 1 if box[0] >= gutter else -1 for box in boxes]
    alone = [side for side in sides if side >= 0]
    turns = sum(a != b for a, b in pairwise(alone))
    if turns <= max(3, len(alone) // 3):
        return None
    top = max(box[3] for box, side in zip(boxes, sides, strict=True) if side >= 0)
    parts: list[list[Box]] = [[], [], [], []]
    for box, side in zip(boxes, sides, strict=True):
        parts[side + 1 if side >= 0 else 0 if box[1] >= top - 2 else 3].append(box)
    return "\n".join(line for part in parts for line in _lines(text, part))


def _gutter(boxes: list[Box]) -> float | None:
    """Where a blank stripe parts two columns: hardly any box reaches over it, many stand at each side."""
    best: tuple[int, float] | None = None
    for x in sorted({round(box[0]) - 1.0 for box in boxes})[1:]:
        before = [box for box in boxes if box[2] <= x]
        behind = [box for box in boxes if box[0] >= x]
        over = len(boxes) - len(before) - len(behind)
        if over > 0.15 * len(boxes) or min(len(before), len(behind)) < _LEAST:
            continue
        wide = max(box[2] - box[0] for box in before), max(box[2] - box[0] for box in behind)
        if x - max(box[2] for box in before) > 4 and min(wide) > 0.5 * max(wide):
            best = min(best or (over, x), (over, x))
    return best[1] if best else None


def _lines(text: Any, boxes: list[Box]) -> list[str]:
    """The words of `boxes`, boxes of one height in one line, from the top down."""
    rows: list[list[Box]] = []
    for box in sorted(boxes, key=lambda box: (-box[3], box[0])):
        row = rows[-1] if rows else None
        if row and min(row[0][3], box[3]) - max(row[0][1], box[1]) > 0.5 * (box[3] - box[1]):
            row.append(box)
        else:
            rows.append([box])
    words = (
        "".join(text.get_text_bounded(*box).strip("\r\n") for box in sorted(row, key=lambda box: box[0]))
        for row in rows
    )
    return [line for line in words if line.strip()]
