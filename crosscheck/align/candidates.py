"""The facts of a source that may speak of a claim: by blocking key, and by the sentences that are alike."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from crosscheck.align.occurrences import occurrences
from crosscheck.align.sentence_index import SentenceIndex
from crosscheck.align.verbatim import Sentences, verbatim
from crosscheck.context.scene import Scene
from crosscheck.context.statements import statement
from crosscheck.context.text_grams import TextGrams
from crosscheck.model.fact import Fact
from crosscheck.model.span import Span
from crosscheck.registry import evidence_for, kind
from crosscheck.text.fold import fold
from crosscheck.text.grams import Weights

# The best sentences whose neighbours are asked too: what is said of one thing runs on.
_LEADING = 3
# Grams that a clause shares with a statement at least: a word of two characters is three.
_A_WORD = 2
# Sentences found by the claim's whole sentence, beside those found by its clause.
_BY_SENTENCE = 10


def index_of(words: TextGrams) -> SentenceIndex:
    """The index of a text's sentences."""
    return SentenceIndex(words.sentence(sentence.index) for sentence in words.text.sentences)


class Source:
    """One source, ready to be asked: its sentences by grams, its facts by blocking key and by sentence."""

    def __init__(self, scene: Scene, index: SentenceIndex) -> None:
        self.scene = scene
        self.index = index
        self.sentences = Sentences(scene.text)
        self.found: dict[
            tuple[Span, int], tuple[int, ...]
        ] = {}  # what `sentences_for` gave, by clause and sentence
        self._by_key: dict[str, list[Fact]] = defaultdict(list)
        self._by_sentence: dict[int, list[Fact]] = defaultdict(list)
        for fact in scene.facts:
            known = kind(fact.kind)
            if fact.rule in known.unspecific:
                continue
            self._by_sentence[fact.sentence].append(fact)
            for key in dict.fromkeys(known.keys(fact)):
                self._by_key[f"{fact.kind}/{key}"].append(fact)

    def near(self, claim: Fact, sentences: Iterable[int]) -> tuple[Fact, ...]:
        """The facts of the claim's kind that share a blocking key with it or stand in `sentences`."""
        names, keys = evidence_for(claim.kind), tuple(kind(claim.kind).keys(claim))
        found: dict[Fact, None] = {}
        for name in names:
            for key in keys:
                found.update(dict.fromkeys(self._by_key.get(f"{name}/{key}", ())))
        for number in sentences:
            found.update(
                dict.fromkeys(fact for fact in self._by_sentence.get(number, ()) if fact.kind in names)
            )
        return tuple(found)


def sentences_for(claim: Fact, entry: Scene, source: Source, weights: Weights) -> tuple[int, ...]:
    """The sentences of a source that may speak of a claim: by its clause, then by its whole sentence."""
    words = source.scene.words
    place = (entry.words.clause_of(claim), claim.sentence)
    if place in source.found:
        return source.found[place]
    clause = entry.words.clause(place[0])
    by_clause = source.index.search(clause, weights)
    by_sentence = source.index.search(entry.words.sentence(claim.sentence), weights, _BY_SENTENCE)
    beside = (words.neighbours(words.text.sentences[n]) for n in by_clause[:_LEADING])
    around = (sentence.index for pair in beside for sentence in pair if sentence is not None)
    source.found[place] = tuple(dict.fromkeys((*by_clause, *by_sentence, *around)))
    return source.found[place]


def candidates(claim: Fact, entry: Scene, source: Source, weights: Weights) -> tuple[Fact, ...]:
    """Every fact of a source that a claim is held against."""
    known = kind(claim.kind)
    numbers = sentences_for(claim, entry, source, weights)
    facts = (
        tuple(_clauses(claim, entry, source.scene, numbers)) if known.clauses else source.near(claim, numbers)
    )
    if known.worded:
        facts = (*facts, *occurrences(claim, source.scene, facts, fold(entry.text.document.title)))
    same = tuple(verbatim(claim, entry.text, source.scene.text, source.sentences))
    places = {fact.span for fact in same}
    return (*(fact for fact in facts if fact.span not in places), *same)


def _clauses(claim: Fact, entry: Scene, scene: Scene, numbers: tuple[int, ...]) -> Iterator[Fact]:
    """The clauses of some sentences that share a word with a claim, each as a fact."""
    wanted = frozenset(entry.words.clause(claim.span))
    for number in numbers:
        sentence = scene.text.sentences[number]
        for clause in sentence.clauses:
            if len(wanted.intersection(scene.words.clause(clause))) >= _A_WORD:
                yield statement(scene.text, clause, sentence)
