"""Clauses that hold no typed fact: claims all the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from crosscheck import lexicon
from crosscheck.model.fact import Fact
from crosscheck.model.span import Span
from crosscheck.model.text import Sentence, Text
from crosscheck.model.values import Wording
from crosscheck.patterns import compiled
from crosscheck.text.grams import conceptual, grams, substance

CLAIMING = frozenset({"paragraph", "item", "cell", "field", "caption"})
# A clause with fewer grams says nothing that could be checked (因此，).
_ENOUGH = 5
_EDGES = " ，。、；：！？,.;:!?“”()（）\n"


def claiming(text: Text, sentence: Sentence) -> bool:
    """Whether a sentence makes claims: running text, lists, tables and fields, no apparatus."""
    block = text.block_of(sentence)
    return block.kind in CLAIMING and not block.apparatus


@cache
def _lead() -> re.Pattern[str]:
    return compiled(f"(?:{lexicon.either(lexicon.words('stance', stance='lead'))})")


def trimmed(folded: str, span: Span) -> Span:
    """`span` without the punctuation and blanks at its ends, and without a word that only joins it to the text (并, 包括)."""
    start, end = span.start, span.end
    while start < end and folded[start] in _EDGES:
        start += 1
    lead = _lead().match(folded, start, end)
    if lead:
        start = lead.end()
    while end > start and folded[end - 1] in _EDGES:
        end -= 1
    return Span(start, end)


def statements(text: Text, facts: tuple[Fact, ...]) -> Iterator[Fact]:
    """A fact of kind ``statement`` for every claiming clause without a typed one; a field is one clause."""
    taken: dict[int, list[Span]] = {}
    for fact in facts:
        taken.setdefault(fact.sentence, []).append(fact.span)
    for sentence in text.sentences:
        if not claiming(text, sentence):
            continue
        field = text.block_of(sentence).kind == "field"
        for clause in (sentence.span,) if field else sentence.clauses:
            if any(span.touches(clause) for span in taken.get(sentence.index, ())):
                continue
            span = trimmed(text.folded, clause)
            if substance(grams(conceptual(text.folded[span.start : span.end]))) >= _ENOUGH:
                yield statement(text, span, sentence)


def statement(text: Text, span: Span, sentence: Sentence) -> Fact:
    """The clause at `span` as a fact."""
    return Fact(
        kind="statement",
        span=span,
        rule="clause",
        value=Wording(folded=" ".join(text.folded[span.start : span.end].split())),
        sentence=sentence.index,
        document=text.document,
    )
