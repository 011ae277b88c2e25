"""Which claim an evidence belongs to: alignments seen together, not one by one.

Two claims should not rest on one evidence when each has its own, and a value is held against a claim most surely
where it is what the source says of just that: where neither has a better partner.
"""

from __future__ import annotations

from dataclasses import replace

from crosscheck.align.chance import FEATURES, GROUP, SUPPORT, chance
from crosscheck.align.options import Option
from crosscheck.model.fact import Fact

# Features that tell of the surroundings alone, whatever the values are.
_CONTEXT = tuple(
    FEATURES.index(name)
    for name in ("coverage", "reverse", "mass", "same", "apart", "heads", "act", "anchor", "local")
)


def likeness(option: Option) -> float:
    """How alike the surroundings of an option are, on the scale of its group's weights for support."""
    weights = SUPPORT[GROUP[option.claim.kind]]
    return sum(weights[index] * option.features[index] for index in _CONTEXT)


def assign(held: list[list[Option]]) -> list[list[Option]]:
    """The options of every claim with their chances, best first.

    The last two features say whether an evidence is the best partner of the claim, and the claim the best partner
    of the evidence.
    """
    partners: dict[tuple[str, Fact], float] = {}
    alike = [list(map(likeness, options)) for options in held]
    for options, values in zip(held, alike, strict=True):
        for option, mine in zip(options, values, strict=True):
            key = (option.evidence.document.id, option.evidence)
            partners[key] = max(partners.get(key, -99.0), mine)
    return [_settled(options, values, partners) for options, values in zip(held, alike, strict=True)]


def _settled(
    options: list[Option], alike: list[float], partners: dict[tuple[str, Fact], float]
) -> list[Option]:
    best = max(alike, default=0.0)
    found = []
    for option, mine in zip(options, alike, strict=True):
        first = float(mine >= best)
        wanted = float(mine >= partners[option.evidence.document.id, option.evidence])
        features = (*option.features, first, wanted)
        question = "support" if option.comparison.holds else "conflict"
        score = round(chance(question, GROUP[option.claim.kind], features), 3)
        found.append(replace(option, features=features, score=score))
    return sorted(
        found, key=lambda option: (-option.score, option.evidence.document.id, option.evidence.span)
    )
