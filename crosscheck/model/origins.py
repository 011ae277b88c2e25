"""Where each code point of a clean text stands in the file it came from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from crosscheck.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """`length` clean code points from `clean` on; the n-th stands at ``source + n * width``.

    ``width`` is how many code points of the source each one stands for: 1 for text that was kept, 5 for
    the ``&`` read out of ``&amp;``, 0 for a line end that the reader put in between two blocks.
    """

    clean: int
    source: int
    length: int
    width: int


class Written(NamedTuple):
    """A run while its text is being written: there are more of them than runs, and a tuple is made faster."""

    clean: int
    source: int
    length: int
    width: int


@dataclass(frozen=True, slots=True)
class Origins:
    """The map from a clean text to its source text, as runs in the order of the clean text.

    Runs are contiguous in the clean text and start at 0.
    """

    runs: tuple[Run, ...]
    starts: tuple[int, ...]

    @classmethod
    def of(cls, runs: Iterable[Run | Written]) -> Origins:
        """Origins over `runs`, neighbours that continue one another joined."""
        joined: list[Run] = []
        begin, source, length, width = 0, 0, 0, 0  # the run under way
        for run in runs:
            if width == run.width == 1 and source + length == run.source:
                length += run.length
            elif run.length:
                if length:
                    joined.append(Run(clean=begin, source=source, length=length, width=width))
                begin, source, length, width = run.clean, run.source, run.length, run.width
        if length:
            joined.append(Run(clean=begin, source=source, length=length, width=width))
        return cls(tuple(joined), tuple(run.clean for run in joined))

    def _run(self, position: int) -> Run:
        if not self.runs:
            raise IndexError("an empty text has no places")
        return self.runs[bisect_right(self.starts, position) - 1]

    def place(self, position: int) -> Span:
        """The span of the source that the clean code point at `position` stands for."""
        run = self._run(position)
        start = run.source + (position - run.clean) * run.width
        return Span(start, start + run.width)

    def to_source(self, span: Span) -> Span:
        """The span of the source from the first to the last code point of `span`, what lies between included."""
        if span.start >= span.end:
            start = self.place(span.start).start if self.runs else 0
            return Span(start, start)
        return Span(self.place(span.start).start, self.place(span.end - 1).end)
