"""What a way of planting errors offers.  Add one by adding a file with a ``CHANGE``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from random import Random
from typing import Any

from crosscheck.model.report import Finding
from crosscheck.model.span import Span
from crosscheck.model.text import Text
from crosscheck.text.fold import fold

# Characters of the source on either side of an evidence that must not hold a name that is planted.
_REACH = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """`text` shall stand where `span` of the entry's clean text stands."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One planted error: its edits, and `where` in the clean text a reader has to be told of it.

    `findings` are the ids of the agreeing claims that it spoils.
    """

    kind: str
    findings: tuple[str, ...]
    edits: tuple[Edit, ...]
    where: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """An entry ready to be planted in: its text, what was found in it untouched, and the sources' folded texts by id."""

    text: Text
    findings: tuple[Finding, ...] = field(repr=False)
    sources: Mapping[str, str] = field(repr=False)

    def agreeing(self, *kinds: str) -> list[Finding]:
        """The claims of these kinds that agree, in the order of the entry; of all kinds where none is given."""
        return [
            f
            for f in self.findings
            if f.verdict == "agree" and (not kinds or f.kind in kinds) and not self._of_title(f.claim.clean)
        ]

    def _of_title(self, span: Span) -> bool:
        """Whether `span` is part of the document's title where that is written out: the title is no claim."""
        title = fold(self.text.document.title)
        words = self.folded(span)
        if words == title or words not in title:
            return False
        starts = range(max(0, span.end - len(title)), span.start + 1)
        return any(self.text.folded.startswith(title, start) for start in starts)

    def folded(self, span: Span) -> str:
        """The folded words at `span`."""
        return self.text.folded[span.start : span.end]

    def words(self, span: Span) -> str:
        """The words at `span` as the entry has them."""
        return self.text.document.text[span.start : span.end]

    def plain(self, span: Span) -> bool:
        """Whether the file has just the characters of `span` there: no mark-up, no line end between them."""
        document = self.text.document
        place = document.origins.to_source(span)
        return document.source[place.start : place.end] == document.text[span.start : span.end]

    def written(self, folded: str) -> str:
        """`folded` in the script of the entry."""
        if self.text.document.script != "Hant":
            return folded
        out: str = _traditional().convert(folded)
        return out if len(out) == len(folded) else folded

    def near_evidence(self, finding: Finding) -> str:
        """The folded words of the sources around what the claim rests on."""
        return "\n".join(
            self.sources[e.place.document][max(0, e.place.clean.start - _REACH) : e.place.clean.end + _REACH]
            for e in finding.evidence
        )

    def change(self, kind: str, finding: Finding, *edits: tuple[Span, str]) -> Change | None:
        """The change of one claim by `edits`, words in the entry's script, or None where the file cannot be changed there."""
        if not edits or not all(self.plain(span) and self.words(span) != new for span, new in edits):
            return None
        return Change(
            kind=kind,
            findings=(finding.id,),
            edits=tuple(Edit(span=span, text=new) for span, new in edits),
            where=tuple(span for span, _ in edits),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A way of planting errors: `plant` makes one of an agreeing claim of `kinds`, or None where it cannot."""

    name: str
    doc: str
    kinds: tuple[str, ...]
    plant: Callable[[Ground, Finding, Random], Change | None] = field(repr=False)


@cache
def _traditional() -> Any:
    import opencc

    return opencc.OpenCC("s2t")
