"""The data of the report's page, worked out so that the templates only loop."""

from __future__ import annotations

from dataclasses import dataclass

from crosscheck.messages import Language
from crosscheck.model.document import Document, Notice
from crosscheck.model.report import CitationProblem, Finding, Report, Selector, Verdict
from crosscheck.model.step import Step, say
from crosscheck.patterns import compiled
from crosscheck.render._cards import Card, Problem, Steps, card, point, problem
from crosscheck.render._notices import NoticeText, notice_text
from crosscheck.render._passages import Anchor, Group, Point, passages
from crosscheck.render._quotes import Quoter, language_of
from crosscheck.render._strip import Strip, strip

VERDICTS: tuple[Verdict, ...] = ("conflict", "unsupported", "agree")
# More statements than this that no source says stand folded: names, dates and numbers come first.
FOLDED = 4
_GRAVE = {"error": 0, "warning": 1, "info": 2}
_ANCHOR = compiled(r"[A-Za-z0-9][A-Za-z0-9_.-]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictGroup:
    """All findings of one verdict; `rest` are statements that no source says, where there are many of them."""

    verdict: Verdict
    cards: tuple[Card, ...]
    rest: tuple[Card, ...] = ()

    @property
    def count(self) -> int:
        """How many findings there are in all."""
        return len(self.cards) + len(self.rest)


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
class ReportPage:
    """Everything that the templates show, in the order in which they show it.

    `known` says that a baseline tells what is new, `second` that a second reader had a part in some verdict.
    """

    title: str
    version: str
    entry: Paper
    sources: tuple[Paper, ...]
    groups: tuple[VerdictGroup, ...]
    cards: tuple[Card, ...]
    problems: tuple[Problem, ...]
    notices: tuple[NoticeText, ...]
    kinds: tuple[str, ...]
    rules: tuple[str, ...]
    sections: tuple[str, ...]
    strip: Strip
    steps: tuple[Step, ...]
    self_test: tuple[tuple[str, str], ...]
    known: bool
    second: bool = False


def anchors(findings: tuple[Finding, ...]) -> tuple[str, ...]:
    """The name of each finding in the page: its id where that can stand in an address, else its number."""
    return tuple(
        f"f-{finding.id}" if _ANCHOR.fullmatch(finding.id) else f"f-n{number}"
        for number, finding in enumerate(findings, 1)
    )


def ranked(report: Report) -> tuple[CitationProblem, ...]:
    """The citation problems in the order of the page: the gravest first."""
    return tuple(sorted(report.citations, key=lambda problem: _GRAVE[problem.severity]))


def _anchors_in(document: Document, report: Report) -> list[Anchor]:
    """Where findings speak of `document`: their claims in the entry, their evidence in a source."""
    found = []
    for index, finding in enumerate(report.findings):
        places: list[Selector] = [finding.claim, *(evidence.place for evidence in finding.evidence)]
        quote = finding.second.quote if finding.second else None
        if quote and not any(p.document == quote.document and p.clean.touches(quote.clean) for p in places):
            places.append(quote)
        spans = dict.fromkeys(p.clean for p in places if p.document == document.id and len(p.clean))
        found += [Anchor(span=span, finding=index, verdict=finding.verdict) for span in spans]
    return found


def _group(verdict: Verdict, cards: tuple[Card, ...]) -> VerdictGroup:
    mine = tuple(card for card in cards if card.verdict == verdict)
    rest = tuple(card for card in mine if card.kind == "statement" and not card.evidence)
    if verdict != "unsupported" or len(rest) <= FOLDED or len(rest) == len(mine):
        return VerdictGroup(verdict=verdict, cards=mine)
    folded = frozenset(card.index for card in rest)
    return VerdictGroup(
        verdict=verdict, cards=tuple(card for card in mine if card.index not in folded), rest=rest
    )


def _paper(document: Document, report: Report, points: tuple[Point, ...] = ()) -> Paper:
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
        groups=passages(document, found, points),
    )


def _notices(report: Report, steps: Steps) -> tuple[NoticeText, ...]:
    """What was not read or checked: first the claims whose own source was not there."""
    unseen = sum(finding.citation == "source-not-supplied" for finding in report.findings)
    first = Notice(document="", message=(say("notice.cited-unseen", count=unseen),))
    told = (first, *report.notices) if unseen else report.notices
    return tuple(notice_text(notice, steps) for notice in told)


def page(report: Report, language: Language) -> ReportPage:
    """The page of `report`, its reasons in `language`."""
    quoters = {document.id: Quoter.of(document) for document in report.documents}
    steps = Steps(language)
    sections = tuple(dict.fromkeys(finding.section for finding in report.findings))
    number = {section: at for at, section in enumerate(sections)}
    cards = tuple(
        card(index, finding, anchor, quoters, steps, number[finding.section])
        for index, (finding, anchor) in enumerate(zip(report.findings, anchors(report.findings), strict=True))
    )
    found = tuple(enumerate(ranked(report), 1))
    points = {number: point(report.entry, number, one) for number, one in found}
    return ReportPage(
        title=report.entry.title,
        version=report.version,
        entry=_paper(report.entry, report, tuple(at for at in points.values() if at)),
        sources=tuple(_paper(source, report) for source in report.sources),
        groups=tuple(_group(verdict, cards) for verdict in VERDICTS),
        cards=cards,
        problems=tuple(
            problem(number, one, quoters, steps, points[number] is not None) for number, one in found
        ),
        notices=_notices(report, steps),
        kinds=tuple(sorted({finding.kind for finding in report.findings})),
        rules=tuple(sorted({problem.rule for problem in report.citations})),
        sections=sections,
        strip=strip(report),
        steps=tuple(steps.numbers),
        self_test=report.self_test,
        known=any(card.new for card in cards) or any(one.new is not None for one in report.citations),
        second=any(card.second for card in cards),
    )
