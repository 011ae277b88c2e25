"""A document cut into sentences and clauses: what the finders of facts look at."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from crosscheck.model.document import Block, Document
from crosscheck.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence, its clauses in order (they cover it without gap) and the block it stands in."""

    index: int
    span: Span
    clauses: tuple[Span, ...]
    block: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A document with its sentences, in order; every code point that is no white space lies in one of them."""

    document: Document
    sentences: tuple[Sentence, ...] = field(repr=False)
    starts: tuple[int, ...] = field(repr=False)

    @property
    def folded(self) -> str:
        """The folded text of the document."""
        return self.document.folded

    def sentence_at(self, position: int) -> Sentence:
        """The sentence that `position` lies in, or the last one that begins before it."""
        return self.sentences[max(0, bisect_right(self.starts, position) - 1)]

    def clause_at(self, position: int) -> Span:
        """The clause that `position` lies in."""
        sentence = self.sentence_at(position)
        for clause in sentence.clauses:
            if position < clause.end:
                return clause
        return sentence.clauses[-1]

    def block_of(self, sentence: Sentence) -> Block:
        """The block that a sentence stands in."""
        return self.document.blocks[sentence.block]
