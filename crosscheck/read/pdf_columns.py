"""Columns whose lines a PDF draws in turn, from left to right: read one column after the other."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate, pairwise
from typing import Any

Box = tuple[float, float, float, float]  # left, bottom, right, top
_LEAST = 5  # lines in each column
_MOST = 4000  # boxes of a page that are looked at
# Running text fills its lines: half of a column's are so wide, as a share of its widest; the cells of a table are not.
_FULL = 0.7
_LEAST_WIDTH = 6.0  # of a column, in heights of its boxes


def reordered(text: Any) -> str | None:
    """The words of a page of several columns that are drawn line by line across all; None where all is in order.

    `text` is a text page of pypdfium2.  What reaches over columns and stands above or below them stays there.
    """
    count = text.count_rects()
    if not 2 * _LEAST <= count <= _MOST:
        return None
    boxes = [text.get_rect(number) for number in range(count)]
    gutters = _gutters(boxes)
    if not gutters:
        return None
    sides = [_side(box, gutters) for box in boxes]
    alone = [side for side in sides if side >= 0]
    turns = sum(a != b for a, b in pairwise(alone))
    if turns <= max(3, len(alone) // 3):
        return None
    top = max(box[3] for box, side in zip(boxes, sides, strict=True) if side >= 0)
    above, below = 0, len(gutters) + 2
    parts: list[list[Box]] = [[] for _ in range(below + 1)]
    for box, side in zip(boxes, sides, strict=True):
        parts[side + 1 if side >= 0 else above if box[1] >= top - 2 else below].append(box)
    columns = [_rows(part) for part in parts]
    if not all(map(_running, columns[1:below])):
        return None
    lines = (
        "".join(text.get_text_bounded(*box).strip("\r\n") for box in row) for rows in columns for row in rows
    )
    return "\n".join(line for line in lines if line.strip())


def _side(box: Box, gutters: list[float]) -> int:
    """The column that a box stands in, counted from 0; -1 where it reaches over a gutter."""
    side = bisect_right(gutters, box[0])
    return side if side == bisect_left(gutters, box[2]) else -1


def _gutters(boxes: list[Box]) -> list[float]:
    """Where blank stripes part columns, from left to right."""
    x = _gutter(boxes)
    if x is None:
        return []
    left, right = [box for box in boxes if box[2] <= x], [box for box in boxes if box[0] >= x]
    return [*_gutters(left), x, *_gutters(right)]


def _gutter(boxes: list[Box]) -> float | None:
    """Where a blank stripe parts two columns: hardly any box reaches over it, many stand at each side."""
    ending, beginning = sorted(boxes, key=lambda box: box[2]), sorted(boxes, key=lambda box: -box[0])
    ends, begins = [box[2] for box in ending], [-box[0] for box in beginning]
    widest_before = list(accumulate((box[2] - box[0] for box in ending), max))
    widest_behind = list(accumulate((box[2] - box[0] for box in beginning), max))
    best: tuple[int, float] | None = None
    for x in sorted({round(box[0]) - 1.0 for box in boxes})[1:]:
        before, behind = bisect_right(ends, x), bisect_right(begins, -x)
        over = len(boxes) - before - behind
        if over > 0.15 * len(boxes) or min(before, behind) < _LEAST:
            continue
        wide = widest_before[before - 1], widest_behind[behind - 1]
        if x - ends[before - 1] > 4 and min(wide) > 0.5 * max(wide):
            best = min(best or (over, x), (over, x))
    return best[1] if best else None


def _rows(boxes: list[Box]) -> list[list[Box]]:
    """`boxes` from the top down, those of one height in one row, from left to right."""
    rows: list[list[Box]] = []
    for box in sorted(boxes, key=lambda box: (-box[3], box[0])):
        row = rows[-1] if rows else None
        if row and min(row[0][3], box[3]) - max(row[0][1], box[1]) > 0.5 * (box[3] - box[1]):
            row.append(box)
        else:
            rows.append([box])
    return [sorted(row, key=lambda box: box[0]) for row in rows]


def _running(rows: list[list[Box]]) -> bool:
    """Whether the rows of a column are lines of running text."""
    widths = sorted(max(box[2] for box in row) - row[0][0] for row in rows)
    heights = sorted(row[0][3] - row[0][1] for row in rows)
    middle = len(rows) // 2
    return widths[middle] >= _FULL * widths[-1] and widths[-1] >= _LEAST_WIDTH * heights[middle]
