"""What a claim can be held against: every fact of the sources that may speak of the same thing, with what speaks for it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from crosscheck.align.features import Pair, of_pair
from crosscheck.align.model import Model, Question
from crosscheck.align.rival import rival
from crosscheck.align.surroundings import Context, Surroundings
from crosscheck.align.vetoes import Candidate, barred
from crosscheck.context.frame import Frame
from crosscheck.kind import Kind
from crosscheck.model.comparison import Comparison
from crosscheck.model.fact import Fact
from crosscheck.model.report import Part
from crosscheck.model.step import say
from crosscheck.model.values import PartialDate
from crosscheck.registry import kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """A claim, a fact of a source, how their values relate, and the chance that they speak of the same thing.

    `score` is the chance that the evidence carries the claim where the values hold, that it contradicts the claim
    where they differ: the answer of `model` to the `question` for these `features`, of the pair alone until `together` adds how
    it fits.  `rival` is another person of whom the source says there what the entry says of this one.
    """

    claim: Fact
    evidence: Fact
    kind: Kind
    comparison: Comparison
    context: Context
    mine: Frame
    theirs: Frame
    features: tuple[float, ...]
    question: Question
    score: float = 0.0
    model: Model | None = None
    rival: Fact | None = None

    def parts(self) -> tuple[Part, ...]:
        """What each feature adds to the log-odds of the score; nothing before it is scored."""
        return self.model.parts(self.question, self.kind.group, self.features) if self.model else ()


def options(claim: Fact, facts: Iterable[Fact], surroundings: Surroundings) -> list[Option]:
    """Every option of `claim` among `facts`, without scores yet; other values only where they can be held against it."""
    known = kind(claim.kind)
    candidates = [Candidate(claim, fact, known, _compared(claim, fact, known)) for fact in facts]
    rare = 1 / max(1, sum(candidate.comparison.holds for candidate in candidates))
    return [_option(one, surroundings, rare) for one in candidates if not barred(one, surroundings)]


def _option(candidate: Candidate, surroundings: Surroundings, rare: float) -> Option:
    claim, evidence = candidate.claim, candidate.evidence
    pair = Pair(
        claim=claim,
        evidence=evidence,
        kind=candidate.kind,
        comparison=candidate.comparison,
        context=surroundings.context(claim, evidence),
        mine=surroundings.frame("entry", claim),
        theirs=surroundings.frame("source", evidence),
        rare=rare,
    )
    return Option(
        claim=claim,
        evidence=evidence,
        kind=pair.kind,
        comparison=pair.comparison,
        context=pair.context,
        mine=pair.mine,
        theirs=pair.theirs,
        features=of_pair(pair),
        question="support" if pair.comparison.holds else "conflict",
        rival=rival(claim, evidence, surroundings) if pair.kind.rivals else None,
    )


def _compared(claim: Fact, evidence: Fact, known: Kind) -> Comparison:
    if evidence.rule == "verbatim":
        return Comparison(relation="identical", steps=(say("judge.verbatim"),), nearness=1.0)
    return related(claim, evidence, known.compare(claim, evidence))


def related(claim: Fact, evidence: Fact, comparison: Comparison) -> Comparison:
    """How the values relate, once a year that was only assumed is not held against a date."""
    assumed = year_assumed(claim, evidence) if comparison.relation == "different" else ""
    if assumed == "same":
        return Comparison(relation="compatible", steps=(say("date.year-assumed"),), nearness=1.0)
    return Comparison(relation="incomparable", steps=comparison.steps) if assumed else comparison


def year_assumed(claim: Fact, evidence: Fact) -> str:
    """What a year that one of two different dates takes from its context comes to.

    "same" where the rest of the two is the same (the year alone differs), "other" where the rest differs as well,
    "" where no year is assumed or both have one.
    """
    one, other = claim.value, evidence.value
    if not (isinstance(one, PartialDate) and isinstance(other, PartialDate)):
        return ""
    if one.edtf[:4] == other.edtf[:4] or "year-from-context" not in (*one.steps, *other.steps):
        return ""
    mine, theirs = claim.folded.removesuffix("日"), evidence.folded.removesuffix("日")
    rest = min(len(one.edtf), len(other.edtf))
    alike = mine.endswith(theirs) or theirs.endswith(mine)
    return "same" if alike or (rest >= len("1957-10") and one.edtf[4:rest] == other.edtf[4:rest]) else "other"
