"""Which claim an evidence belongs to: alignments seen together, not one by one.

Two claims should not rest on one evidence when each has its own, and a value is held against a claim most surely
where it is what the source says of just that: where neither has a better partner.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace

from crosscheck.align.chance import FEATURES, GROUP, SUPPORT, chance
from crosscheck.align.options import Option
from crosscheck.model.fact import Fact
from crosscheck.model.span import Span

# Features that tell of the surroundings alone, whatever the values are.
_CONTEXT = tuple(
    FEATURES.index(name)
    for name in ("coverage", "reverse", "mass", "same", "apart", "heads", "act", "anchor", "local")
)

# How much a claim's company counts in the same sentence and in the ones beside it.
_BESIDE = ((0, 1.0), (-1, 0.5), (1, 0.5))


def likeness(option: Option) -> float:
    """How alike the surroundings of an option are, on the scale of its group's weights for support."""
    weights = SUPPORT[GROUP[option.claim.kind]]
    return sum(weights[index] * option.features[index] for index in _CONTEXT)


def assign(held: list[list[Option]]) -> list[list[Option]]:
    """The options of every claim with their chances, best first.

    The last four features say whether an evidence is the best partner of the claim, the claim the best partner of the
    evidence, and how surely the other claims of its sentence find their evidence in the same place of the source
    (`company`) or elsewhere (`astray`).
    """
    partners: dict[tuple[str, Fact], float] = {}
    alike = [list(map(likeness, options)) for options in held]
    for options, values in zip(held, alike, strict=True):
        for option, mine in zip(options, values, strict=True):
            key = (option.evidence.document.id, option.evidence)
            partners[key] = max(partners.get(key, -99.0), mine)
    alone = [_settled(options, values, partners) for options, values in zip(held, alike, strict=True)]
    found = [_carried(options) for options in alone]
    together: dict[int, list[int]] = defaultdict(list)
    for number, options in enumerate(alone):
        if options and options[0].claim.kind != "statement":
            together[options[0].claim.sentence].append(number)
    return [
        sorted(
            (_in_company(option, [found[n] for n in together[option.claim.sentence]]) for option in options),
            key=_rank,
        )
        for options in alone
    ]


def _rank(option: Option) -> tuple[float, str, Span]:
    return -option.score, option.evidence.document.id, option.evidence.span


def _settled(
    options: list[Option], alike: list[float], partners: dict[tuple[str, Fact], float]
) -> list[Option]:
    """The options with their chances as far as each claim tells by itself."""
    best = max(alike, default=0.0)
    found = []
    for option, mine in zip(options, alike, strict=True):
        first = float(mine >= best)
        wanted = float(mine >= partners[option.evidence.document.id, option.evidence])
        found.append(_scored(option, (*option.features, first, wanted, 0.0, 0.0)))
    return found


def _scored(option: Option, features: tuple[float, ...]) -> Option:
    question = "support" if option.comparison.holds else "conflict"
    score = round(chance(question, GROUP[option.claim.kind], features), 3)
    return replace(option, features=features, score=score)


@dataclass(frozen=True, slots=True)
class _Carried:
    """Where one claim finds its support: for each sentence of a source the best chance, with the evidence's place."""

    claim: Span
    places: dict[tuple[str, int], tuple[float, Span]]
    best: float


def _carried(options: list[Option]) -> _Carried:
    places: dict[tuple[str, int], tuple[float, Span]] = {}
    for option in options:
        if option.comparison.holds:
            key = (option.evidence.document.id, option.evidence.sentence)
            if option.score > places.get(key, (0.0,))[0]:
                places[key] = (option.score, option.evidence.span)
    claim = options[0].claim.span if options else Span(0, 0)
    return _Carried(claim, places, max((score for score, _ in places.values()), default=0.0))


def _in_company(option: Option, together: list[_Carried]) -> Option:
    """The option with its chance once the other claims of the sentence are heard."""
    alone, astray = 1.0, 0.0
    place, span = option.evidence.document.id, option.evidence.span
    for other in together:
        if not other.best or other.claim.touches(option.claim.span):
            continue
        here = 0.0
        for step, share in _BESIDE:
            score, at = other.places.get((place, option.evidence.sentence + step), (0.0, span))
            if not at.touches(span):
                here = max(here, share * score)
        alone *= 1 - here
        astray = max(astray, other.best - here)
    company = 1 - alone
    if not company and not astray:
        return option
    return _scored(option, (*option.features[:-2], company, max(0.0, astray - company)))
