"""A half-open stretch of code points."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """``start`` inclusive, ``end`` exclusive, in Unicode code points."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def within(self, other: Span) -> bool:
        """Whether all of this span lies inside `other`."""
        return other.start <= self.start and self.end <= other.end

    def touches(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end
