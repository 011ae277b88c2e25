"""Cuts a clean text into sentences and clauses."""

from __future__ import annotations

import re

from crosscheck.model.document import Document
from crosscheck.model.span import Span
from crosscheck.model.text import Sentence, Text
from crosscheck.patterns import compiled

# A sentence ends after its mark and the closing quotes and brackets that follow it.
_SENTENCE = compiled(r"[。！？!?；;]+[”’」』）)》〉]*|…{2,}[”’」』）)》〉]*")
_CLAUSE = compiled(r"[，,：:](?!\d{3})|──|——|--")


def _pieces(folded: str, span: Span, mark: re.Pattern[str]) -> tuple[Span, ...]:
    found = []
    start = span.start
    for match in mark.finditer(folded, span.start, span.end):
        if folded[start : match.end()].strip():
            found.append(Span(start, match.end()))
            start = match.end()
    if start < span.end and folded[start : span.end].strip():
        found.append(Span(start, span.end))
    elif found:
        found[-1] = Span(found[-1].start, span.end)
    return tuple(found)


def split(document: Document) -> Text:
    """The sentences of every block, in order; a block without a mark is one sentence."""
    sentences: list[Sentence] = []
    for number, block in enumerate(document.blocks):
        for span in _pieces(document.folded, block.span, _SENTENCE):
            clauses = _pieces(document.folded, span, _CLAUSE)
            sentences.append(Sentence(index=len(sentences), span=span, clauses=clauses, block=number))
    return Text(document=document, sentences=tuple(sentences), starts=tuple(s.span.start for s in sentences))
