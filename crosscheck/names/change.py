"""Two wordings that are one but for a single change: the same words before it and after it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Change:
    """What two wordings share before (`head`) and after (`tail`) all that differs, and how long that is in each."""

    head: int
    tail: int
    mine: int
    theirs: int


def change(one: str, other: str) -> Change:
    """The frame of two wordings; head and tail never overlap."""
    shorter = min(len(one), len(other))
    head = 0
    while head < shorter and one[head] == other[head]:
        head += 1
    tail = 0
    while tail < shorter - head and one[-1 - tail] == other[-1 - tail]:
        tail += 1
    return Change(head, tail, len(one) - head - tail, len(other) - head - tail)


def substituted(one: str, other: str) -> bool:
    """Whether one short stretch was put in the place of another inside a longer wording (银杏类 / 苏铁类).

    Both sides of the change hold two characters or more of the frame, and the frame at least five and three quarters of
    the shorter wording: 中国哲学史 and 中国文学史 are two titles, not one with a slip.
    """
    found = change(one, other)
    shared = found.head + found.tail
    return (
        found.head >= 2
        and found.tail >= 2
        and 1 <= max(found.mine, found.theirs) <= 3
        and shared >= 5
        and 4 * shared >= 3 * min(len(one), len(other))
    )
