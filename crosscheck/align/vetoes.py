"""What bars a fact from being held against a claim, however alike their surroundings are: each a row with its reason."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from crosscheck.align.surroundings import Surroundings
from crosscheck.align.witness import bears
from crosscheck.context.modality import came_of
from crosscheck.kind import Kind
from crosscheck.model.comparison import Comparison
from crosscheck.model.fact import Fact
from crosscheck.names import same

# How many facts on either side of one may stand side by side with it: more are a list, whose far end says nothing of it.
_REACH = 16


@dataclass(frozen=True, slots=True)
class Candidate:
    """A claim, a fact that may speak of the same thing, and how their values relate."""

    claim: Fact
    evidence: Fact
    kind: Kind
    comparison: Comparison


@dataclass(frozen=True, slots=True)
class Veto:
    """`bars` says whether the rule named `name` keeps a candidate away; `doc` says why it should."""

    name: str
    doc: str
    bars: Callable[[Candidate, Surroundings], bool]


def _difference(one: Candidate, around: Surroundings) -> bool:
    return around.entry.measured_against(one.claim) != around.source.measured_against(one.evidence)


def _of_a_work(one: Candidate, around: Surroundings) -> bool:
    return one.evidence.rule != "verbatim" and not bears(
        one.claim, around.entry.text, one.evidence, around.source.text
    )


def _of_others(one: Candidate, around: Surroundings) -> bool:
    if not one.kind.names or one.kind.rivals:
        return False
    mine, theirs = around.entry.held_in(one.claim), around.source.held_in(one.evidence)
    return bool(mine and theirs) and not any(same(a, b).holds for a in mine for b in theirs)


def _listed(one: Candidate, around: Surroundings) -> bool:
    return one.kind.names and (around.source.listed(one.evidence) or around.entry.listed(one.claim))


def _parallel(one: Candidate, around: Surroundings) -> bool:
    claim, evidence, coarse = one.claim, one.evidence, one.kind.coarse
    beside_claim = (fact for fact in around.entry.near(claim, _REACH) if fact.kind == claim.kind)
    beside_evidence = (fact for fact in around.source.near(evidence, _REACH) if fact.kind == evidence.kind)
    return any(
        around.holds(fact, evidence) and not coarse(evidence.value, fact.value) for fact in beside_claim
    ) or any(
        around.holds(claim, fact)
        and not coarse(claim.value, fact.value)
        and not _came_of(evidence, fact, around)
        for fact in beside_evidence
    )


def _came_of(evidence: Fact, planned: Fact, around: Surroundings) -> bool:
    """Whether a source tells one value as planned and the other, behind it, as what became of it: then they are of one thing."""
    between = around.source.text.folded[planned.span.end : evidence.span.start]
    return bool(between) and came_of(around.frame("source", planned), between)


# Whatever the values are.
ALWAYS = (
    Veto(
        "difference", "one is the difference to something else (比他小十八岁), the other is not", _difference
    ),
    Veto("works", "an item of a list of works bears on its own work alone", _of_a_work),
)
# Values that hold.
OF_EQUALS = (
    Veto(
        "of-others",
        "the two names stand in offices of two persons (总理甲 of the body, 主席乙 of it): nothing is said of the body itself",
        _of_others,
    ),
)
# Values that differ: what keeps one from contradicting the other.
OF_OTHERS = (
    Veto(
        "incomparable",
        "the values say nothing of one another",
        lambda one, around: one.comparison.relation == "incomparable",
    ),
    Veto(
        "another-kind",
        "facts of two kinds can stand for one another, and contradict nothing",
        lambda one, around: one.evidence.kind != one.claim.kind,
    ),
    Veto(
        "never-contradicts",
        "another value of this kind contradicts nothing",
        lambda one, around: not one.kind.contradicts,
    ),
    Veto(
        "no-rule-read-it",
        "the words only stand there, no rule read a fact",
        lambda one, around: one.evidence.rule == "occurrence",
    ),
    Veto(
        "qualifies",
        "the date only qualifies something (1986年的《收获》)",
        lambda one, around: around.source.qualifies(one.evidence) and not around.source.lives(one.evidence),
    ),
    Veto(
        "other-name",
        "one stands in brackets as another name of what stands before them",
        lambda one, around: (
            one.kind.names and (around.source.bracketed(one.evidence) or around.entry.bracketed(one.claim))
        ),
    ),
    Veto(
        "another-slot",
        "the words beside them name two slots (遇难, 受伤; 主桥全长, 引桥全长)",
        lambda one, around: around.slot(one.claim, one.evidence) < 0,
    ),
    Veto("listed", "one is of a list: lists compare as sets, not member by member", _listed),
    Veto("parallel", "both values stand side by side in one of the texts: they are of two things", _parallel),
)


def barred(one: Candidate, around: Surroundings) -> str:
    """The name of the rule that bars a candidate, "" where none does."""
    rows = (*ALWAYS, *(OF_EQUALS if one.comparison.holds else OF_OTHERS))
    return next((veto.name for veto in rows if veto.bars(one, around)), "")
