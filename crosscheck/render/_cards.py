"""Findings and citation problems as the page shows them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace

from crosscheck import messages
from crosscheck.messages import Language
from crosscheck.model.document import Document
from crosscheck.model.report import CitationProblem, Evidence, Finding, Verdict, Waiver
from crosscheck.model.span import Span
from crosscheck.model.step import Step
from crosscheck.registry import kind
from crosscheck.render._diff import difference
from crosscheck.render._passages import Point
from crosscheck.render._quotes import NEAR, Quote, Quoter, clipped
from crosscheck.render._why import why


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence of a reason, and its number in the page's table of steps."""

    number: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What a second reader had to do with a finding: its `model`, the `verdict` of the rules alone, and what it quoted."""

    model: str
    verdict: Verdict
    answer: str
    quote: Quote | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A finding as it is shown; `anchor` is its place in the page, `section` the number of its heading.

    `new` is ``yes``, ``no`` or "" where no baseline tells.
    """

    index: int
    anchor: str
    verdict: Verdict
    kind: str
    status: str
    waiver: Waiver | None
    new: str
    score: str
    relation: str
    citation: str
    section: int
    heading: str
    marks: tuple[str, ...]
    claim: Quote
    evidence: tuple[Quote, ...]
    considered: tuple[Quote, ...]
    sources: tuple[str, ...]
    reasons: tuple[Sentence, ...]
    notes: tuple[Sentence, ...]
    second: Read | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """A citation problem as it is shown; `text` is its place in the reading view, "" where it has none there."""

    number: int
    anchor: str
    rule: str
    severity: str
    status: str
    waiver: Waiver | None
    new: str
    message: Sentence
    quote: Quote | None
    fix: str
    text: str


class Steps:
    """Numbers the steps of a page, each once."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.numbers: dict[Step, int] = {}

    def sentence(self, step: Step) -> Sentence:
        """`step` in words."""
        step = Step(step.key, tuple((name, clipped(value)) for name, value in step.args))
        number = self.numbers.setdefault(step, len(self.numbers))
        return Sentence(number=number, text=messages.words(step, self.language))

    def sentences(self, steps: Iterable[Step]) -> tuple[Sentence, ...]:
        """Each of `steps` in words."""
        return tuple(self.sentence(step) for step in steps)


def _differences(
    finding: Finding, evidence: Evidence, quoters: dict[str, Quoter]
) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The spans that differ, counted from the start of the claim and of the evidence."""
    sides = []
    for place_ in (finding.claim, evidence.place):
        folded = quoters[place_.document].document.folded[place_.clean.start : place_.clean.end]
        if not folded:
            return (), ()
        sides.append(folded)
    claim, other = sides
    whole = kind(finding.kind).names and claim not in other and other not in claim
    names = ((Span(0, len(claim)),), (Span(0, len(other)),)) if whole else ((), ())
    found = difference(claim, other, names)
    return found.claim, found.evidence


def card(
    index: int, finding: Finding, anchor: str, quoters: dict[str, Quoter], steps: Steps, section: int
) -> Card:
    """`finding` as it is shown under `anchor`."""
    marked: tuple[Span, ...] = ()
    shown = []
    for evidence in finding.evidence:
        left, right = _differences(finding, evidence, quoters)
        marked = marked or left
        quote = quoters[evidence.place.document].quote(evidence.place, right)
        shown.append(replace(quote, why=why(evidence)))
    return Card(
        index=index,
        anchor=anchor,
        verdict=finding.verdict,
        kind=finding.kind,
        status=finding.status,
        waiver=_waiver(finding),
        new=_new(finding),
        score=f"{finding.score:.2f}",
        relation=finding.relation or "",
        citation=finding.citation,
        section=section,
        heading=finding.section,
        marks=finding.marks,
        claim=quoters[finding.claim.document].quote(finding.claim, marked),
        evidence=tuple(shown),
        considered=tuple(
            replace(quoters[e.place.document].quote(e.place, reach=NEAR), why=why(e))
            for e in finding.considered
        ),
        sources=tuple(dict.fromkeys(e.place.document for e in finding.evidence)),
        reasons=steps.sentences(finding.reasons),
        notes=steps.sentences(finding.notes),
        second=_read(finding, quoters),
    )


def _read(finding: Finding, quoters: dict[str, Quoter]) -> Read | None:
    told = finding.second
    if told is None:
        return None
    quote = quoters[told.quote.document].quote(told.quote, reach=NEAR) if told.quote else None
    return Read(model=clipped(told.model), verdict=told.verdict, answer=told.answer, quote=quote)


def problem(
    number: int, found: CitationProblem, quoters: dict[str, Quoter], steps: Steps, shown: bool
) -> Problem:
    """`found` as it is shown; `shown` says whether it is marked in the reading view too."""
    return Problem(
        number=number,
        anchor=f"c-{number}",
        rule=found.rule,
        severity=found.severity,
        status=found.status,
        waiver=_waiver(found),
        new=_new(found),
        message=steps.sentence(found.message),
        quote=quoters[found.place.document].quote(found.place) if found.place.exact else None,
        fix=clipped(found.fix),
        text=f"p-{number}" if shown else "",
    )


def _waiver(found: Finding | CitationProblem) -> Waiver | None:
    if found.status != "waived":
        return None
    known = found.waiver or Waiver(reason="")
    return replace(known, reason=clipped(known.reason), by=clipped(known.by))


def _new(found: Finding | CitationProblem) -> str:
    return "" if found.new is None else "yes" if found.new else "no"


def point(document: Document, number: int, found: CitationProblem) -> Point | None:
    """Where problem `number` is marked in the clean text: after its place, None where it has none in the file."""
    place = found.place
    if place.document != document.id or not place.exact or not document.origins.runs:
        return None
    if len(place.clean):
        return Point(place.clean.end, number)
    runs = sorted(document.origins.runs, key=lambda run: run.source)
    index = bisect_right(runs, place.end - 1, key=lambda run: run.source) - 1
    run = runs[max(0, index)]
    before = 0 if index < 0 else run.length if not run.width else -(-(place.end - run.source) // run.width)
    return Point(run.clean + min(run.length, before), number)
