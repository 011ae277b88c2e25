"""What the recogniser saw, asked by place; and which places of a text are taken."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from crosscheck.recognise import Entity


class Seen:
    """The entities of a text, in order, none overlapping another; a question costs a look-up, not a walk."""

    def __init__(self, entities: tuple[Entity, ...]) -> None:
        self.entities = entities
        self._starts = [entity.start for entity in entities]

    def touching(self, start: int, end: int) -> Iterator[Entity]:
        """The entities that share a character with the stretch from `start` to `end`, in order."""
        place = max(0, bisect_right(self._starts, start) - 1)
        while place < len(self.entities) and self.entities[place].start < end:
            if self.entities[place].end > start:
                yield self.entities[place]
            place += 1

    def covered(self, start: int, end: int) -> bool:
        """Whether one place or organisation covers all of the stretch."""
        return any(
            e.kind in ("LOC", "ORG") and e.start <= start and end <= e.end for e in self.touching(start, end)
        )


class Taken:
    """The stretches of a text that have been given away; a tool for one pass, thrown away after it."""

    def __init__(self, length: int) -> None:
        self._marks = bytearray(length + 1)

    def free(self, start: int, end: int) -> bool:
        """Whether no character from `start` to `end` is taken."""
        return self._marks.find(1, start, end) < 0

    def take(self, start: int, end: int) -> None:
        """Give the stretch away."""
        self._marks[start:end] = b"\x01" * (end - start)
