"""The data of the report's page, worked out so that the templates only loop."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from crosscheck import messages
from crosscheck.messages import Language
from crosscheck.model.document import Document, Notice
from crosscheck.model.report import CitationProblem, Evidence, Finding, Report, Selector, Verdict
from crosscheck.model.span import Span
from crosscheck.model.step import Step
from crosscheck.patterns import compiled
from crosscheck.render._diff import difference
from crosscheck.render._passages import Anchor, Group, passages
from crosscheck.render._quotes import NEAR, Quote, Quoter, clipped, language_of
from crosscheck.render._strip import Strip, strip

VERDICTS: tuple[Verdict, ...] = ("conflict", "unsupported", "agree")
_NAMES = frozenset({"person", "place", "organisation"})
_GRAVE = {"error": 0, "warning": 1, "info": 2}
_ANCHOR = compiled(r"[A-Za-z0-9][A-Za-z0-9_.-]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence of a reason, and its number in the page's table of steps."""

    number: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A finding as it is shown; `anchor` is its place in the page, `section` the number of its heading."""

    index: int
    anchor: str
    verdict: Verdict
    kind: str
    status: str
    score: str
    relation: str
    section: int
    heading: str
    marks: tuple[str, ...]
    claim: Quote
    evidence: tuple[Quote, ...]
    considered: tuple[Quote, ...]
    sources: tuple[str, ...]
    reasons: tuple[Sentence, ...]
    notes: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Heap:
    """All findings of one verdict."""

    verdict: Verdict
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """A citation problem as it is shown."""

    anchor: str
    rule: str
    severity: str
    status: str
    message: Sentence
    quote: Quote


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A document as it is shown; `found` is how many findings speak of it."""

    id: str
    title: str
    path: str
    language: str
    script: str
    date: str
    sha256: str
    found: int
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Everything that the templates show, in the order in which they show it."""

    title: str
    version: str
    entry: Paper
    sources: tuple[Paper, ...]
    heaps: tuple[Heap, ...]
    cards: tuple[Card, ...]
    problems: tuple[Problem, ...]
    notices: tuple[Notice, ...]
    kinds: tuple[str, ...]
    sections: tuple[str, ...]
    strip: Strip
    steps: tuple[Step, ...]


class _Steps:
    """Numbers the steps of a page, each once."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.numbers: dict[Step, int] = {}

    def sentence(self, step: Step) -> Sentence:
        step = Step(step.key, tuple((name, clipped(value)) for name, value in step.args))
        number = self.numbers.setdefault(step, len(self.numbers))
        return Sentence(number=number, text=messages.words(step, self.language))

    def sentences(self, steps: Iterable[Step]) -> tuple[Sentence, ...]:
        return tuple(self.sentence(step) for step in steps)


def anchors(findings: tuple[Finding, ...]) -> tuple[str, ...]:
    """The name of each finding in the page: its id where that can stand in an address, else its number."""
    return tuple(
        f"f-{finding.id}" if _ANCHOR.fullmatch(finding.id) else f"f-n{number}"
        for number, finding in enumerate(findings, 1)
    )


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
    whole = finding.kind in _NAMES and claim not in other and other not in claim
    names = ((Span(0, len(claim)),), (Span(0, len(other)),)) if whole else ((), ())
    found = difference(claim, other, names)
    return found.claim, found.evidence


def _card(
    index: int, finding: Finding, anchor: str, quoters: dict[str, Quoter], steps: _Steps, section: int
) -> Card:
    marked: tuple[Span, ...] = ()
    shown = []
    for evidence in finding.evidence:
        left, right = _differences(finding, evidence, quoters)
        marked = marked or left
        shown.append(quoters[evidence.place.document].quote(evidence.place, right))
    return Card(
        index=index,
        anchor=anchor,
        verdict=finding.verdict,
        kind=finding.kind,
        status=finding.status,
        score=f"{finding.score:.2f}",
        relation=finding.relation or "",
        section=section,
        heading=finding.section,
        marks=finding.marks,
        claim=quoters[finding.claim.document].quote(finding.claim, marked),
        evidence=tuple(shown),
        considered=tuple(quoters[e.place.document].quote(e.place, reach=NEAR) for e in finding.considered),
        sources=tuple(dict.fromkeys(e.place.document for e in finding.evidence)),
        reasons=steps.sentences(finding.reasons),
        notes=steps.sentences(finding.notes),
    )


def _problem(number: int, problem: CitationProblem, quoters: dict[str, Quoter], steps: _Steps) -> Problem:
    return Problem(
        anchor=f"c-{number}",
        rule=problem.rule,
        severity=problem.severity,
        status=problem.status,
        message=steps.sentence(problem.message),
        quote=quoters[problem.place.document].quote(problem.place),
    )


def _anchors_in(document: Document, report: Report) -> list[Anchor]:
    """Where findings speak of `document`: their claims in the entry, their evidence in a source."""
    found = []
    for index, finding in enumerate(report.findings):
        places: list[Selector] = [finding.claim, *(evidence.place for evidence in finding.evidence)]
        spans = dict.fromkeys(p.clean for p in places if p.document == document.id and len(p.clean))
        found += [Anchor(span=span, finding=index, verdict=finding.verdict) for span in spans]
    return found


def _paper(document: Document, report: Report) -> Paper:
    found = _anchors_in(document, report)
    return Paper(
        id=document.id,
        title=document.title,
        path=document.path,
        language=language_of(document),
        script=document.script,
        date=document.date or "",
        sha256=document.sha256,
        found=len({anchor.finding for anchor in found}),
        groups=passages(document, found),
    )


def page(report: Report, language: Language) -> Page:
    """The page of `report`, its reasons in `language`."""
    quoters = {document.id: Quoter.of(document) for document in report.documents}
    steps = _Steps(language)
    sections = tuple(dict.fromkeys(finding.section for finding in report.findings))
    number = {section: at for at, section in enumerate(sections)}
    cards = tuple(
        _card(index, finding, anchor, quoters, steps, number[finding.section])
        for index, (finding, anchor) in enumerate(zip(report.findings, anchors(report.findings), strict=True))
    )
    return Page(
        title=report.entry.title,
        version=report.version,
        entry=_paper(report.entry, report),
        sources=tuple(_paper(source, report) for source in report.sources),
        heaps=tuple(
            Heap(verdict=verdict, cards=tuple(card for card in cards if card.verdict == verdict))
            for verdict in VERDICTS
        ),
        cards=cards,
        problems=tuple(
            _problem(number, problem, quoters, steps)
            for number, problem in enumerate(sorted(report.citations, key=lambda p: _GRAVE[p.severity]), 1)
        ),
        notices=report.notices,
        kinds=tuple(sorted({finding.kind for finding in report.findings})),
        sections=sections,
        strip=strip(report),
        steps=tuple(steps.numbers),
    )
