"""The features of an option: each a row with its name, what it tells, and how it is measured.

The surroundings of the two facts tell most, then how telling the value is by itself, then how the alignments of all claims fit
together.  The values themselves take no part in finding an option: they are compared apart.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from crosscheck.align.surroundings import NEAR, Context
from crosscheck.context.frame import Frame
from crosscheck.kind import Kind
from crosscheck.model.comparison import Comparison
from crosscheck.model.fact import Fact

# What a lasting fact has of one occasion on days near one another, and what another has of two occasions.
_LASTS, _NEAR_APART = 0.6, 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A claim and a fact of a source, seen by themselves: `rare` is 1 where the value stands once in the source, less where often."""

    claim: Fact
    evidence: Fact
    kind: Kind
    comparison: Comparison
    context: Context
    mine: Frame
    theirs: Frame
    rare: float = 1.0

    @property
    def verbatim(self) -> float:
        """1 where the whole sentence of the claim stands in the source, 0 else."""
        return float(self.evidence.rule == "verbatim")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """How an alignment fits with all others; see the features of these names."""

    first: bool
    wanted: bool
    company: float = 0.0
    astray: float = 0.0


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Feature(Generic[T]):
    """`name` is what the weights know it by, `doc` what it tells; `measure` gives its value.

    `around` says that it is told by the surroundings alone, whatever the values are.
    """

    name: str
    doc: str
    measure: Callable[[T], float]
    around: bool = False


def same(pair: Pair) -> float:
    """How far both are of one occasion: what lasts is so on days near one another."""
    occasion = pair.context.occasion
    return _LASTS if pair.kind.lasts and occasion == NEAR else max(0.0, occasion)


def apart(pair: Pair) -> float:
    """How far they are of two occasions: days near one another count little, and nothing for what lasts."""
    occasion = pair.context.occasion
    return _NEAR_APART * (not pair.kind.lasts) if occasion == NEAR else max(0.0, -occasion)


def stance(pair: Pair) -> float:
    """In how many ways the two clauses are put differently: one denied, one planned."""
    mine, theirs = pair.mine, pair.theirs
    return float(mine.planned != theirs.planned) + float(mine.negated != theirs.negated)


OF_PAIRS: tuple[Feature[Pair], ...] = (
    Feature("bias", "where a score begins, before anything is known", lambda pair: 1.0),
    Feature(
        "coverage",
        "what share of the claim's words stands around the evidence",
        lambda pair: pair.context.coverage,
        around=True,
    ),
    Feature(
        "reverse",
        "what share of the evidence's words stands around the claim",
        lambda pair: pair.context.reverse,
        around=True,
    ),
    Feature("mass", "how much they share in all", lambda pair: pair.context.mass, around=True),
    Feature("same", "whether both are of one occasion", same, around=True),
    Feature("apart", "whether they are of two occasions", apart, around=True),
    Feature(
        "telling",
        "how telling the value is by itself",
        lambda pair: pair.kind.telling(pair.claim.value, pair.evidence.value),
    ),
    Feature(
        "coarse",
        "how much coarser the source is",
        lambda pair: pair.kind.coarse(pair.claim.value, pair.evidence.value),
    ),
    Feature(
        "heads",
        "how alike the things are that are counted or named",
        lambda pair: pair.kind.heads(pair.claim.value, pair.evidence.value),
        around=True,
    ),
    Feature("nearness", "how near the two values are", lambda pair: pair.comparison.nearness),
    Feature("stance", "whether only one of them is planned or denied", stance),
    Feature(
        "act",
        "whether both clauses tell of the same act, or of different ones",
        lambda pair: pair.context.act,
        around=True,
    ),
    Feature("rare", "whether the value stands once in the source, or often", lambda pair: pair.rare),
    Feature("anchor", "whether one name stands beside both", lambda pair: pair.context.anchor, around=True),
    Feature(
        "local",
        "how alike the words right before and after are",
        lambda pair: pair.context.local,
        around=True,
    ),
    Feature(
        "verbatim",
        "whether the claim's whole sentence stands in the source word for word",
        lambda pair: pair.verbatim,
    ),
    Feature(
        "slot",
        "whether both fill one slot that holds one value (born, length, killed), or two",
        lambda pair: pair.context.slot,
        around=True,
    ),
)

OF_FITS: tuple[Feature[Fit], ...] = (
    Feature("first", "whether the claim has no better evidence", lambda fit: float(fit.first)),
    Feature("wanted", "whether the evidence has no better claim", lambda fit: float(fit.wanted)),
    Feature(
        "company",
        "how surely the claims beside it find their evidence in the same place",
        lambda fit: fit.company,
    ),
    Feature("astray", "how surely they find it elsewhere", lambda fit: fit.astray),
)

FEATURES: tuple[Feature[Pair] | Feature[Fit], ...] = (*OF_PAIRS, *OF_FITS)
NAMES: tuple[str, ...] = tuple(feature.name for feature in FEATURES)
# The places of the features that the surroundings tell.
SURROUNDINGS: tuple[int, ...] = tuple(index for index, feature in enumerate(FEATURES) if feature.around)


def of_pair(pair: Pair) -> tuple[float, ...]:
    """The features of a pair by itself, in order."""
    return tuple([feature.measure(pair) for feature in OF_PAIRS])


def of_fit(fit: Fit) -> tuple[float, ...]:
    """The features of how it fits with the others, in order; they follow those of the pair."""
    return tuple([feature.measure(fit) for feature in OF_FITS])
