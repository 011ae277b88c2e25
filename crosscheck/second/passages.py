"""The passages that a claim is asked about: the stretches of the sources that most likely speak of it, best first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from crosscheck.align.candidates import Source, sentences_for
from crosscheck.align.option import Option
from crosscheck.model.fact import Fact
from crosscheck.model.report import Judgement
from crosscheck.model.span import Span
from crosscheck.model.text import Sentence, Text
from crosscheck.pipeline import Prepared
from crosscheck.registry import kind

MOST = 6
# Characters that a passage is filled up to with the sentences around its own, and that it never goes beyond.
FILLED = 240
LONGEST = 400
# What a whole sentence, an option that rules found, and a value like the claim's tell beside the words of its clause.
_BY_SENTENCE = 0.5
_BY_OPTION = 1.0
_BY_VALUE = 0.5
# Evidence that a verdict rests on is always shown.
_RESTED_ON = 10.0
# Retrieved sentences of a source that tell what a question is worth: the best come first.
_FIRST = 8
# Sentences of all sources that are ranked to the end.
_FINAL = 24
# Values from here on are near enough to be mistaken for one another.
_NEAR = 0.8


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a source, from the beginning of a sentence to the end of one or, in a very long one, of a clause."""

    source: Source
    span: Span

    @property
    def text(self) -> Text:
        """The text that it is of."""
        return self.source.scene.text

    @property
    def words(self) -> str:
        """What stands there."""
        return self.text.document.text[self.span.start : self.span.end]

    @property
    def section(self) -> str:
        """The heading over it."""
        return self.text.block_of(self.text.sentence_at(self.span.start)).section


# What the words of a clause, or of a sentence, weigh in all, and each of them.
_Weighed = tuple[float, tuple[tuple[str, float], ...]]


class Shelf:
    """The passages for the claims of one entry; what several claims of a clause share is worked out once."""

    def __init__(self, bench: Prepared) -> None:
        self._bench = bench
        self._grams: dict[tuple[int, int], frozenset[str]] = {}
        self._claimed: tuple[Fact | None, Span] = (None, Span(0, 0))
        self._by_clause: dict[tuple[Span, int, int], float] = {}
        self._by_sentence: dict[tuple[int, int, int], float] = {}
        self._weighed: dict[Span | int, _Weighed] = {}

    def worth(self, claim: Fact, options: list[Option]) -> float:
        """How likely an answer is to change something: how alike the best sentence is, and how sure the best option."""
        alike = 0.0
        for number, source in enumerate(self._bench.sources):
            for sentence in sentences_for(claim, self._bench.entry, source, self._bench.weights)[:_FIRST]:
                alike = max(alike, self._clause_alike(claim, number, sentence))
        return alike + max((option.score for option in options), default=0.0)

    def passages(
        self, claim: Fact, options: list[Option], judgement: Judgement | None = None
    ) -> tuple[Passage, ...]:
        """Up to `MOST` passages for `claim`, best first, no stretch of text twice; what `judgement` rests on is among them."""
        found: list[Passage] = []
        for _, number, sentence_number in sorted(
            self._ranked(claim, options, judgement), key=lambda row: (-row[0], row[1], row[2])
        ):
            if len(found) == MOST:
                break
            source = self._bench.sources[number]
            sentence = source.scene.text.sentences[sentence_number]
            taken = [one.span for one in found if one.source is source]
            if not any(span.touches(sentence.span) for span in taken):
                found.append(Passage(source, _stretch(source.scene.text, sentence, taken)))
        return tuple(found)

    def _ranked(
        self, claim: Fact, options: list[Option], judgement: Judgement | None
    ) -> list[tuple[float, int, int]]:
        """The sentences that may speak of a claim, with their rank: the words of its sentence are asked of the best alone."""
        found = [
            row
            for number in range(len(self._bench.sources))
            for row in self._of(number, claim, options, judgement)
        ]
        best = sorted(found, key=lambda row: (-row[0], row[1], row[2]))[:_FINAL]
        return [
            (rank + _BY_SENTENCE * self._sentence_alike(claim, number, place), number, place)
            for rank, number, place in best
        ]

    def _of(
        self, number: int, claim: Fact, options: list[Option], judgement: Judgement | None
    ) -> Iterator[tuple[float, int, int]]:
        """The sentences of one source, ranked by the words of the claim's clause, by options and by values."""
        source = self._bench.sources[number]
        text = source.scene.text
        best: dict[int, float] = {}
        for option in options:
            if option.evidence.document is text.document:
                place = option.evidence.sentence
                best[place] = max(best.get(place, 0.0), option.score)
        for one in judgement.evidence if judgement else ():
            if one.evidence.document is text.document:
                best[one.evidence.sentence] = _RESTED_ON
        valued = frozenset(_valued(claim, source))
        retrieved = sentences_for(claim, self._bench.entry, source, self._bench.weights)
        for place in dict.fromkeys((*retrieved, *best, *sorted(valued))):
            span = text.sentences[place].span
            same = place in valued or text.folded.find(claim.folded, span.start, span.end) >= 0
            rank = self._clause_alike(claim, number, place) + _BY_OPTION * best.get(place, 0.0)
            yield rank + (_BY_VALUE if same else 0.0), number, place

    def _clause_alike(self, claim: Fact, number: int, sentence: int) -> float:
        """How much of the words of a claim's clause a sentence of a source has."""
        if self._claimed[0] is not claim:
            self._claimed = claim, self._bench.entry.words.clause_of(claim)
        clause = self._claimed[1]
        key = (clause, number, sentence)
        if key not in self._by_clause:
            if clause not in self._weighed:
                self._weighed[clause] = self._weigh(self._bench.entry.words.clause(clause))
            self._by_clause[key] = _share(self._weighed[clause], self._own(number, sentence))
        return self._by_clause[key]

    def _sentence_alike(self, claim: Fact, number: int, sentence: int) -> float:
        """How much of the words of a claim's sentence a sentence of a source has."""
        key = (claim.sentence, number, sentence)
        if key not in self._by_sentence:
            if claim.sentence not in self._weighed:
                self._weighed[claim.sentence] = self._weigh(self._bench.entry.words.sentence(claim.sentence))
            self._by_sentence[key] = _share(self._weighed[claim.sentence], self._own(number, sentence))
        return self._by_sentence[key]

    def _weigh(self, grams: tuple[str, ...]) -> _Weighed:
        each = tuple((gram, self._bench.weights.of(gram)) for gram in grams)
        return sum(weight for _, weight in each), each

    def _own(self, number: int, sentence: int) -> frozenset[str]:
        key = (number, sentence)
        if key not in self._grams:
            self._grams[key] = frozenset(self._bench.sources[number].scene.words.sentence(sentence))
        return self._grams[key]


def _valued(claim: Fact, source: Source) -> Iterator[int]:
    """The sentences with a value that is the claim's; a date is looked for with those that may be mistaken for it."""
    known = kind(claim.kind)
    if not known.of_an_act:
        yield from (fact.sentence for fact in source.near(claim, ()))
        return
    for fact in source.scene.facts:
        if fact.kind == claim.kind:
            compared = known.compare(claim, fact)
            if compared.holds or (compared.relation == "different" and compared.nearness >= _NEAR):
                yield fact.sentence


def _share(wanted: _Weighed, own: frozenset[str]) -> float:
    """How much of what some grams weigh is among `own`."""
    all_, each = wanted
    return sum([weight for gram, weight in each if gram in own]) / all_ if all_ else 0.0


def _stretch(text: Text, sentence: Sentence, taken: list[Span]) -> Span:
    """A sentence with those around it in its block, as far as `FILLED` goes; a very long one is cut at the end of a clause."""
    span = sentence.span
    if len(span) > LONGEST:
        ends = [clause.end for clause in sentence.clauses if clause.end - span.start <= LONGEST]
        return Span(span.start, ends[-1] if ends else span.start + LONGEST)
    for step in (-1, 1, -2, 2):
        number = sentence.index + step
        if not 0 <= number < len(text.sentences):
            continue
        other = text.sentences[number]
        wide = Span(min(span.start, other.span.start), max(span.end, other.span.end))
        free = not any(one.touches(other.span) for one in taken)
        if (
            other.block == sentence.block
            and free
            and len(wide) <= FILLED
            and _adjoining(text, span, other.span)
        ):
            span = wide
    return span


def _adjoining(text: Text, one: Span, other: Span) -> bool:
    """Whether nothing but white space lies between two stretches."""
    first, last = sorted((one, other))
    return not text.document.text[first.end : last.start].strip()
