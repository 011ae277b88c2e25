"""The findings and citation problems of a report as one list: what a gate lets pass, knows or waives."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from crosscheck.gate.rules import Level
from crosscheck.model.report import CitationProblem, Finding, Report, Selector


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """Something to answer for.  `document` and `source` are names from the root, `source` "" without evidence.

    `minor` tells a note on a citation that never fails a run.
    """

    id: str
    rule: str
    level: Level
    document: str
    claim: Selector
    source: str = ""
    evidence: Selector | None = None
    minor: bool = False


def items(report: Report, name_of: Callable[[str], str]) -> Iterator[Item]:
    """What `report` holds against its entry, findings first; claims that agree are none."""
    names = {document.id: name_of(document.path) for document in report.documents}
    for finding in report.findings:
        if finding.verdict != "agree":
            yield _of_finding(finding, finding.verdict, names)
    for problem in report.citations:
        yield _of_problem(problem, names)


def _of_finding(finding: Finding, level: Level, names: dict[str, str]) -> Item:
    evidence = finding.evidence[0].place if finding.evidence else None
    return Item(
        id=finding.id,
        rule=f"{finding.kind}/{finding.verdict}",
        level=level,
        document=names[finding.claim.document],
        claim=finding.claim,
        source=names[evidence.document] if evidence else "",
        evidence=evidence,
    )


def _of_problem(problem: CitationProblem, names: dict[str, str]) -> Item:
    return Item(
        id=problem.id,
        rule=problem.rule,
        level="citation",
        document=names[problem.place.document],
        claim=problem.place,
        minor=problem.severity == "info",
    )
