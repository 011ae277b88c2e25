"""What the weights are fitted to: options with the answer that the gold gives.

For ``support``: a value that holds and lies on the gold evidence of an agreement is one; one of a claim that does not agree is
none; the rest of an agreeing claim is left out, since it may be as good.  For ``conflict`` likewise with values that
differ; the claims that no gold conflict touches are examples as well, at half the weight, since every conflict is in the gold.
A name answers for a gold claim of another sort of name where none of its own is read.  Pairs that were written for the purpose, whose
conflicts are planted and near, count half as much as real ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

import crosscheck
from crosscheck import pipeline
from crosscheck.align.model import Model, Question
from crosscheck.align.option import Option
from crosscheck.align.together import together
from crosscheck.model.document import Document
from crosscheck.model.fact import Fact
from training.gold import Judged, files, is_real, judged, neighbours, overlap, place

_TOP = 12  # options of a claim that are examples, for each question: the rest is easy
_NONE_EACH, _NONE_WEIGHT = 3, 0.5
_UNSURE = 0.4
_WRITTEN = 0.5
_WANTED = {"support": "agree", "conflict": "conflict"}


@dataclass(frozen=True, slots=True)
class Example:
    """The features of an option with the answer to its question, 1 or 0, and how much it counts."""

    question: Question
    group: str
    features: tuple[float, ...]
    answer: float
    weight: float


@dataclass(frozen=True, slots=True)
class Read:
    """A pair, read once: its options by themselves, which no weight has a part in, and its gold."""

    name: str
    documents: tuple[Document, ...]
    claims: tuple[Fact, ...]
    options: list[list[Option]]
    gold: tuple[Judged, ...]

    @property
    def real(self) -> bool:
        """Whether its texts were written by people who knew nothing of it."""
        return is_real(self.name)


def read(name: str, pair: Path) -> Read:
    """The pair at `pair`."""
    entry, sources = files(pair)
    prepared = pipeline.prepare(
        crosscheck.read(entry, role="entry"), [crosscheck.read(path) for path in sources]
    )
    documents = prepared.documents
    gold = tuple(judged(pair, documents[0], documents[1:]))
    return Read(name, documents, prepared.claims, pipeline.pairs(prepared), gold)


def examples(pair: Read, model: Model) -> list[Example]:
    """The examples of a pair; `model` ranks the options and says how those of one sentence fit together."""
    held = dict(zip(pair.claims, together(pair.options, model), strict=True))
    entry = pair.documents[0]
    found: list[Example] = []
    answered: set[Fact] = set()
    for item in pair.gold:
        same = [claim for claim in pair.claims if claim.kind in (item.kind, *neighbours(item.kind))]
        shares = [(overlap(item.where, place(entry, claim)), claim) for claim in same]
        share, claim = max(
            shares,
            key=lambda found: (found[0] > 0 and found[1].kind == item.kind, found[0]),
            default=(0.0, None),
        )
        if claim is not None and share > 0:
            answered.add(claim)
            found.extend(_answered(held[claim], item, pair.documents))
    contradicted = [item.where for item in pair.gold if "conflict" in (item.verdict, item.also)]
    for claim in pair.claims:
        where = place(entry, claim)
        if claim not in answered and not any(overlap(where, other) > 0 for other in contradicted):
            found.extend(_uncontradicted(held[claim]))
    return found if pair.real else [replace(one, weight=one.weight * _WRITTEN) for one in found]


def _answered(options: Iterable[Option], gold: Judged, documents: tuple[Document, ...]) -> Iterator[Example]:
    left = dict.fromkeys(_WANTED, _TOP)
    source = next(document for document in documents if document.id == gold.source)
    for option in options:
        question = option.question
        if not left[question]:
            continue
        left[question] -= 1
        on_target = (
            gold.target is not None
            and option.evidence.document.id == source.id
            and overlap(place(source, option.evidence), gold.target) > 0
        )
        right = gold.verdict == _WANTED[question]
        if right and not on_target:
            continue
        weight = 1.0 if gold.sure else _UNSURE
        yield Example(question, option.kind.group, option.features, float(right), weight)


def _uncontradicted(options: Iterable[Option]) -> Iterator[Example]:
    """The likeliest contradictions of a claim that nothing contradicts, each as an example of none."""
    differing = (option for option in options if option.question == "conflict")
    for option in islice(differing, _NONE_EACH):
        yield Example("conflict", option.kind.group, option.features, 0.0, _NONE_WEIGHT)
