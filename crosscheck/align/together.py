"""Which claim an evidence belongs to: alignments seen together, not one by one.

Two claims should not rest on one evidence when each has its own, and a value is held against a claim most surely
where it is what the source says of just that: where neither has a better partner.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from crosscheck.align.features import Fit, of_fit
from crosscheck.align.model import Model, shipped
from crosscheck.align.option import Option
from crosscheck.model.fact import Fact
from crosscheck.model.span import Span

# How much a claim's company counts in the same sentence and in the ones beside it.
_CROWD = 40  # more claims on either side of one are a list, and tell nothing of it
_BESIDE = ((0, 1.0), (-1, 0.5), (1, 0.5))


# A document, a kind and the span of a fact.
Place = tuple[str, str, Span]


def _place(fact: Fact) -> Place:
    return fact.document.id, fact.kind, fact.span


def together(held: Sequence[Sequence[Option]], model: Model | None = None) -> list[list[Option]]:
    """The options of every claim with their scores, best first.

    The last features say whether an evidence is the best partner of the claim, the claim the best partner of the
    evidence, and how surely the other claims of its sentence find their evidence in the same place of the source
    (`company`) or elsewhere (`astray`).
    """
    model = model or shipped()
    held = list(held)
    alike = [[model.likeness(o.kind.group, o.features) for o in options] for options in held]
    partners: dict[Place, float] = {}
    for options, values in zip(held, alike, strict=True):
        for option, mine in zip(options, values, strict=True):
            key = _place(option.evidence)
            partners[key] = max(partners.get(key, mine), mine)
    fits = [_fits(options, values, partners) for options, values in zip(held, alike, strict=True)]
    found = [_carried(options, own, model) for options, own in zip(held, fits, strict=True)]
    beside: dict[int, list[_Carried]] = defaultdict(list)
    for options, carried in zip(held, found, strict=True):
        if options and not options[0].kind.clauses:
            beside[options[0].claim.sentence].append(carried)
    for company in beside.values():
        if len(company) > 2 * _CROWD:
            company.sort(key=lambda carried: carried.claim.start)
    scored: list[list[Option]] = []
    for number, own in enumerate(fits):
        options, held[number] = held[number], ()  # an option weighs a kilobyte: the scored need not stay
        company = beside[options[0].claim.sentence] if options else []
        fitting = (
            _scored(option, _in_company(option, fit, _nearest(company, option)), model)
            for option, fit in zip(options, own, strict=True)
        )
        scored.append(sorted(fitting, key=_rank))
    return scored


def _nearest(beside: list[_Carried], option: Option) -> list[_Carried]:
    """The other claims of the sentence; of a long list those around the claim."""
    if len(beside) <= 2 * _CROWD:
        return beside
    at = bisect_left(beside, option.claim.span.start, key=lambda carried: carried.claim.start)
    return beside[max(0, at - _CROWD) : at + _CROWD + 1]


def _rank(option: Option) -> tuple[float, str, Span]:
    return -option.score, option.evidence.document.id, option.evidence.span


def _fits(options: Sequence[Option], alike: list[float], partners: dict[Place, float]) -> list[Fit]:
    """How each option fits as far as its claim and its evidence tell."""
    best = max(alike, default=0.0)
    return [
        Fit(first=mine >= best, wanted=mine >= partners[_place(option.evidence)])
        for option, mine in zip(options, alike, strict=True)
    ]


def _scored(option: Option, fit: Fit, model: Model) -> Option:
    features = (*option.features, *of_fit(fit))
    score = round(model.chance(option.question, option.kind.group, features), 3)
    return replace(option, features=features, score=score, model=model)


@dataclass(frozen=True, slots=True)
class _Carried:
    """Where one claim finds its support: for each sentence of a source the best chance, with the evidence's place."""

    claim: Span
    places: dict[tuple[str, int], tuple[float, Span]]
    best: float


def _carried(options: Sequence[Option], fits: list[Fit], model: Model) -> _Carried:
    places: dict[tuple[str, int], tuple[float, Span]] = {}
    for option, fit in zip(options, fits, strict=True):
        if option.comparison.holds:
            key = (option.evidence.document.id, option.evidence.sentence)
            score = round(model.chance_alone(option.kind.group, (*option.features, *of_fit(fit))), 3)
            if score > places.get(key, (0.0,))[0]:
                places[key] = (score, option.evidence.span)
    claim = options[0].claim.span if options else Span(0, 0)
    return _Carried(claim, places, max((score for score, _ in places.values()), default=0.0))


def _in_company(option: Option, fit: Fit, beside: list[_Carried]) -> Fit:
    """How an option fits once the other claims of the sentence are heard."""
    alone, astray = 1.0, 0.0
    place, span = option.evidence.document.id, option.evidence.span
    for other in beside:
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
    return replace(fit, company=company, astray=max(0.0, astray - company))
