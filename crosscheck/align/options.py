"""What a claim can be held against: every fact of the sources that may speak of the same thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from crosscheck.align.candidates import SentenceIndex
from crosscheck.align.chance import CONFLICT, GROUP
from crosscheck.align.score import NEAR, Context, Scorer
from crosscheck.align.slot import coarse, heads, telling, year_assumed
from crosscheck.model.comparison import Comparison
from crosscheck.model.fact import Fact
from crosscheck.model.step import say
from crosscheck.model.values import Amount, Name, Office, PartialDate, Wording
from crosscheck.names import same
from crosscheck.patterns import compiled
from crosscheck.registry import kind
from crosscheck.subject import UNSPECIFIC, Frame, Scene, outcome, wished
from crosscheck.text.grams import Weights

# Kinds whose facts can stand for one another: a ministry is a place where something is signed.
SIBLINGS: dict[str, tuple[str, ...]] = {
    "place": ("place", "organisation"),
    "organisation": ("organisation", "place", "thing"),
    "title": ("title", "quote", "thing"),
    "thing": ("thing", "title", "organisation", "place", "quote"),
    "quote": ("quote", "title"),
}


# The best sentences whose neighbours are asked too: what is said of one thing runs on.
_LEADING = 3
# What share of a claim's clause another person's clause has to say, and how much more than the evidence's own.
_SAYS_IT, _SAYS_MORE = 0.4, 0.3
# The person took part as well; a sentence of more facts than this is a list.
_TOO = compiled(r"[也亦还均都]|一[起同道]|共同")
_CROWD = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """A claim, a fact of a source, how their values relate, and the chance that they speak of the same thing.

    `score` is the chance that the evidence carries the claim where the values hold, that it contradicts the
    claim where they differ.  `rival` is another person of whom the source says there what the entry says of this one.
    """

    claim: Fact
    evidence: Fact
    comparison: Comparison
    context: Context
    mine: Frame
    theirs: Frame
    features: tuple[float, ...]
    score: float = 0.0
    rival: Fact | None = None


def features(
    claim: Fact, evidence: Fact, comparison: Comparison, context: Context, apart: float, rare: float
) -> tuple[float, ...]:
    """The features of an option by itself, in the order of ``chance.FEATURES``; ``assign`` adds the last four."""
    return (
        1.0,
        context.coverage,
        context.reverse,
        context.mass,
        _same(claim, context.occasion),
        max(0.0, -context.occasion) if context.occasion != NEAR else 0.3 * (claim.kind != "role"),
        telling(claim.value, evidence.value),
        coarse(claim.value, evidence.value),
        heads(claim.value, evidence.value),
        comparison.nearness,
        apart,
        context.act,
        rare,
        context.anchor,
        context.local,
    )


def _same(claim: Fact, occasion: float) -> float:
    """How far two facts are of one occasion: an office lasts, so days near one another are one for it."""
    return 0.6 if claim.kind == "role" and occasion == NEAR else max(0.0, occasion)


def key_of(fact: Fact) -> Iterator[str]:
    """The typed keys that two facts with the same value share."""
    value = fact.value
    if isinstance(value, PartialDate) and value.first is not None and value.last is not None:
        if value.last - value.first <= 31:
            yield f"d{value.first // 16}"
            yield f"d{value.last // 16}"
    elif isinstance(value, Amount):
        yield f"q{value.dimension}:{value.stated * value.factor}"
        if len(value.head) >= 3:
            yield f"h{value.head[-4:]}"
    elif isinstance(value, Name):
        yield f"n{value.canonical}"
    elif isinstance(value, Office):
        for holder in value.holders:
            yield f"o{holder}"
    elif isinstance(value, Wording):
        yield f"w{value.folded[:4]}"
        yield f"w{value.folded[-4:]}"


@dataclass(slots=True)
class Shelf:
    """One source, ready to be asked: its sentences by grams, its facts by typed key and by sentence."""

    scene: Scene
    index: SentenceIndex
    _by_key: dict[str, list[Fact]] = field(default_factory=lambda: defaultdict(list))
    _by_sentence: dict[int, list[Fact]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def of(cls, scene: Scene) -> Shelf:
        """The shelf of a source, without facts yet."""
        return cls(scene, SentenceIndex(scene.sentence(s.index) for s in scene.text.sentences))

    def fill(self, facts: tuple[Fact, ...]) -> None:
        """Set the facts of the source."""
        self.scene.fill(facts)
        for fact in facts:
            if fact.rule in UNSPECIFIC:
                continue
            self._by_sentence[fact.sentence].append(fact)
            for key in dict.fromkeys(key_of(fact)):
                self._by_key[f"{fact.kind}/{key}"].append(fact)

    def near(self, claim: Fact, sentences: Iterable[int]) -> tuple[Fact, ...]:
        """The facts of the claim's kind that share a typed key with it or stand in `sentences`."""
        kinds = SIBLINGS.get(claim.kind, (claim.kind,))
        found: dict[Fact, None] = {}
        for name in kinds:
            for key in key_of(claim):
                found.update(dict.fromkeys(self._by_key.get(f"{name}/{key}", ())))
        for number in sentences:
            found.update(
                dict.fromkeys(fact for fact in self._by_sentence.get(number, ()) if fact.kind in kinds)
            )
        return tuple(found)


def sentences_for(claim: Fact, entry: Scene, shelf: Shelf, weights: Weights) -> tuple[int, ...]:
    """The sentences of a source that may speak of a claim: by its clause, then by its whole sentence."""
    clause = entry.clause(entry.clause_of(claim))
    by_clause = shelf.index.search(clause, weights)
    by_sentence = shelf.index.search(entry.sentence(claim.sentence), weights, 10)
    beside = (shelf.scene.neighbours(shelf.scene.text.sentences[n]) for n in by_clause[:_LEADING])
    around = (sentence.index for pair in beside for sentence in pair if sentence is not None)
    return tuple(dict.fromkeys((*by_clause, *by_sentence, *around)))


def options(claim: Fact, facts: Iterable[Fact], scorer: Scorer) -> list[Option]:
    """Every option of `claim` among `facts`, without chances yet; other values only where they can be held against it."""
    group = GROUP[claim.kind]
    compare = kind(claim.kind).compare
    compared = [(fact, _related(claim, fact, compare(claim, fact))) for fact in facts]
    rare = 1 / max(1, sum(comparison.holds for _, comparison in compared))
    found = []
    for fact, comparison in compared:
        if scorer.entry.measured_against(claim) != scorer.source.measured_against(fact):
            continue
        if comparison.holds and group == "place" and _of_others(claim, fact, scorer):
            continue
        if not comparison.holds and (
            comparison.relation == "incomparable"
            or fact.kind != claim.kind
            or group not in CONFLICT
            or fact.rule == "occurrence"
            or scorer.source.qualifies(fact)
            or (group == "place" and (scorer.source.listed(fact) or scorer.entry.listed(claim)))
            or _parallel(claim, fact, scorer)
        ):
            continue
        context = scorer.context(claim, fact)
        mine, theirs = scorer.frame("entry", claim), scorer.frame("source", fact)
        vector = features(claim, fact, comparison, context, stance(mine, theirs), rare)
        found.append(
            Option(
                claim=claim,
                evidence=fact,
                comparison=comparison,
                context=context,
                mine=mine,
                theirs=theirs,
                features=vector,
                rival=_rival(claim, fact, scorer) if group == "person" else None,
            )
        )
    return found


def _rival(claim: Fact, evidence: Fact, scorer: Scorer) -> Fact | None:
    """Another person whose clause, beside that of the evidence, says what the claim's does: 审判长是甲，陪席的是乙."""
    compare = kind("person").compare
    here = scorer.source.clause_of(evidence)
    if _TOO.search(scorer.source.text.folded, here.start, here.end):
        return None
    beside = scorer.source.beside(evidence)
    if len(beside) > _CROWD:
        return None
    said = scorer.clause_share(claim, evidence)
    named = [fact for fact in (claim, *scorer.entry.beside(claim)) if fact.kind == "person"]
    found = None
    for other in beside:
        if other.kind != "person" or scorer.source.clause_of(other).touches(here):
            continue
        if any(fact.kind == "quote" and fact.span.touches(other.span) for fact in beside):
            continue  # he is spoken of, not told of
        share = scorer.clause_share(claim, other)
        if share >= max(_SAYS_IT, said + _SAYS_MORE) and not any(
            compare(fact, other).holds for fact in named
        ):
            found, said = other, share
    return found


def _related(claim: Fact, evidence: Fact, comparison: Comparison) -> Comparison:
    """How the values relate, once a year that was only assumed is not held against a date."""
    assumed = year_assumed(claim, evidence) if comparison.relation == "different" else ""
    if assumed == "same":
        return Comparison(relation="compatible", steps=(say("date.year-assumed"),), nearness=1.0)
    return Comparison(relation="incomparable", steps=comparison.steps) if assumed else comparison


def stance(mine: Frame, theirs: Frame) -> float:
    """In how many ways two clauses are put differently: one denied, one planned."""
    return float(mine.planned != theirs.planned) + float(mine.negated != theirs.negated)


def _parallel(claim: Fact, evidence: Fact, scorer: Scorer) -> bool:
    """Whether both values stand side by side in one of the texts: then they are two values of two things."""
    beside_claim = (fact for fact in scorer.entry.beside(claim) if fact.kind == claim.kind)
    beside_evidence = (fact for fact in scorer.source.beside(evidence) if fact.kind == evidence.kind)
    return any(
        scorer.holds(fact, evidence) and not coarse(evidence.value, fact.value) for fact in beside_claim
    ) or any(
        scorer.holds(claim, fact)
        and not coarse(claim.value, fact.value)
        and not _came_of(evidence, fact, scorer)
        for fact in beside_evidence
    )


def _of_others(claim: Fact, evidence: Fact, scorer: Scorer) -> bool:
    """Whether two names stand in the offices of two persons (总理甲 of the body, 主席乙 of it): nothing is said of the body itself."""
    mine, theirs = scorer.entry.held_in(claim), scorer.source.held_in(evidence)
    return bool(mine and theirs) and not any(same(one, other).holds for one in mine for other in theirs)


def _came_of(evidence: Fact, planned: Fact, scorer: Scorer) -> bool:
    """Whether a source tells one value as planned and the other, behind it, as what became of it: then they are of one thing."""
    between = scorer.source.text.folded[planned.span.end : evidence.span.start]
    theirs = scorer.frame("source", planned)
    return bool(between) and outcome(between) and (theirs.planned or wished(theirs.words))
