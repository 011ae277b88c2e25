"""What was seen in a document, and what it means."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from crosscheck.model.document import Document
from crosscheck.model.span import Span
from crosscheck.model.values import Value

KindName = Literal[
    "date", "quantity", "person", "role", "place", "organisation", "title", "thing", "quote", "statement"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Something seen: `rule` is the name of the rule that found it, `data` what it needs to become a fact.

    `span` is in the clean text.  Where two mentions overlap, the one with the higher `rank` stands, then the
    longer, then the earlier.
    """

    kind: KindName
    span: Span
    rule: str
    rank: int = 0
    data: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A mention with its value.  `sentence` is the index of the sentence it stands in."""

    kind: KindName
    span: Span
    rule: str
    value: Value
    sentence: int
    document: Document = field(repr=False, compare=False)

    @property
    def text(self) -> str:
        """The words of the clean text."""
        return self.document.text[self.span.start : self.span.end]

    @property
    def line(self) -> str:
        """The words of the clean text on one line."""
        return " ".join(self.text.split())

    @property
    def folded(self) -> str:
        """The words of the folded text."""
        return self.document.folded[self.span.start : self.span.end]

    def to_dict(self) -> dict[str, Any]:
        """The fact as plain data, places in the file: kind, exact, start, end, line, column, value, rule."""
        from crosscheck.render.facts import records

        return records(self.document, [self])[0]
