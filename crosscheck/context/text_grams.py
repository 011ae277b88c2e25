"""A text as grams: what each of its clauses and sentences says, whatever facts are read in it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from crosscheck.context.labels import Labels
from crosscheck.model.document import Block
from crosscheck.model.fact import Fact
from crosscheck.model.span import Span
from crosscheck.model.text import Sentence, Text
from crosscheck.patterns import compiled
from crosscheck.registry import kind
from crosscheck.text.fold import fold
from crosscheck.text.grams import conceptual, grams, substance

# A clause with less substance than this beside the fact does not say what the fact is of.
_ENOUGH = 5
# How many clauses are looked at for one that says more.
_REACH = 24
_NUMERALS = compiled(r"[0-9０-９〇零一二三四五六七八九十百千万亿两几年月日]")


class TextGrams:
    """The grams of a text's clauses, sentences and headings, each worked out once.

    `masked` is the folded text with numerals blanked, of the same length: values are no words.
    """

    def __init__(self, text: Text) -> None:
        self.text = text
        self.masked = _NUMERALS.sub(" ", text.folded)
        self._labels = Labels(text.document.blocks, self.masked)
        self._clauses: dict[Span, tuple[str, ...]] = {}
        self._sentences: dict[int, tuple[str, ...]] = {}
        self._headings: dict[str, tuple[str, ...]] = {}
        self._around: dict[tuple[str, Span], Span] = {}
        self._labelled: dict[int, tuple[str, ...]] = {}

    def clause(self, span: Span) -> tuple[str, ...]:
        """The grams of a clause."""
        if span not in self._clauses:
            self._clauses[span] = grams(conceptual(self.masked[span.start : span.end]))
        return self._clauses[span]

    def sentence(self, index: int) -> tuple[str, ...]:
        """The grams of a sentence, with those of the label of its block."""
        if index not in self._sentences:
            sentence = self.text.sentences[index]
            own = grams(conceptual(self.masked[sentence.span.start : sentence.span.end]))
            label = self.label(sentence.block)
            self._sentences[index] = tuple(dict.fromkeys((*own, *label))) if label else own
        return self._sentences[index]

    def label(self, number: int) -> tuple[str, ...]:
        """The grams of what a block's label stands for: how running text says it of a field, the row of a cell."""
        if number not in self._labelled:
            words = self._labels.words(number)
            self._labelled[number] = grams(conceptual(words)) if words else ()
        return self._labelled[number]

    def heading(self, block: Block) -> tuple[str, ...]:
        """The grams of what a block stands under: the document's title and its section's heading."""
        words = f"{self.text.document.title} {block.section}"
        if words not in self._headings:
            self._headings[words] = grams(conceptual(_NUMERALS.sub(" ", fold(words))))
        return self._headings[words]

    def without(self, clause: Span, hole: Span) -> tuple[str, ...]:
        """The grams of a clause but for what stands in `hole`."""
        if not hole.touches(clause):
            return self.clause(clause)
        left = self.masked[clause.start : max(clause.start, hole.start)]
        right = self.masked[min(clause.end, hole.end) : clause.end]
        return grams(conceptual(f"{left} {right}"))

    def clause_of(self, fact: Fact) -> Span:
        """The clause that a fact stands in: several where it runs over their bounds or says nothing else.

        A date that is a clause of its own (``9月7日，``) belongs to the clause after it.
        """
        key = (fact.kind, fact.span)
        if key not in self._around:
            self._around[key] = self._clause_around(fact)
        return self._around[key]

    def _clause_around(self, fact: Fact) -> Span:
        sentence = self.text.sentences[fact.sentence]
        first, last = _touched(sentence.clauses, fact.span)
        if last < first:
            return sentence.span
        whole = kind(fact.kind).clauses
        widest = last - first + _REACH
        while (
            not whole
            and last - first < widest
            and (
                substance(
                    self.without(Span(sentence.clauses[first].start, sentence.clauses[last].end), fact.span)
                )
                < _ENOUGH
            )
        ):
            if last + 1 < len(sentence.clauses):
                last += 1
            elif first:
                first -= 1
            else:
                break
        return Span(sentence.clauses[first].start, sentence.clauses[last].end)

    def neighbours(self, sentence: Sentence) -> tuple[Sentence | None, Sentence | None]:
        """The sentences before and after in the same block."""
        all_of = self.text.sentences
        before = all_of[sentence.index - 1] if sentence.index else None
        after = all_of[sentence.index + 1] if sentence.index + 1 < len(all_of) else None
        return (
            before if before and before.block == sentence.block else None,
            after if after and after.block == sentence.block else None,
        )


def _touched(clauses: Sequence[Span], span: Span) -> tuple[int, int]:
    """The first and the last of `clauses`, which stand in order, that `span` touches; the last before the first where none is."""
    first = bisect_right(clauses, span.start, key=lambda clause: clause.end)
    return first, bisect_left(clauses, span.end, key=lambda clause: clause.start) - 1
