"""Places of the clean text as places in the file."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from crosscheck.model.document import Document
from crosscheck.model.report import Selector
from crosscheck.model.span import Span

CONTEXT = 32


@dataclass(frozen=True, slots=True)
class Places:
    """Finds lines and columns in one document's file."""

    document: Document
    lines: tuple[int, ...]

    @classmethod
    def of(cls, document: Document) -> Places:
        """The places of `document`; a line ends with LF, CR LF or CR."""
        source = document.source
        starts = [0, *(match.end() for match in re.finditer(r"\r\n|\r|\n", source))]
        return cls(document, tuple(starts))

    def line_column(self, offset: int) -> tuple[int, int]:
        """Line and column of a source offset, both from 1."""
        line = bisect_right(self.lines, offset)
        return line, offset - self.lines[line - 1] + 1

    def select(self, span: Span, value: str) -> Selector:
        """The selector of a span of the clean text."""
        return self.at(self.document.origins.to_source(span), value, span)

    def at(self, source: Span, value: str, clean: Span | None = None) -> Selector:
        """The selector of a span of the file itself."""
        text = self.document.source
        line, column = self.line_column(source.start)
        return Selector(
            document=self.document.id,
            exact=text[source.start : source.end],
            prefix=text[max(0, source.start - CONTEXT) : source.start],
            suffix=text[source.end : source.end + CONTEXT],
            start=source.start,
            end=source.end,
            line=line,
            column=column,
            value=value,
            clean=clean or Span(0, 0),
        )
