"""What of a report a baseline knows: every finding stays, marked as new or known."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from crosscheck.gate.baseline import Baseline
from crosscheck.gate.rules import Selection
from crosscheck.gate.sift import sift
from crosscheck.gate.waive import Held
from crosscheck.model.report import Report


def marked(
    report: Report,
    *,
    baseline: Baseline,
    selection: Selection,
    name_of: Callable[[str], str],
    held: Iterable[Held] = (),
) -> tuple[Report, int]:
    """`report` with `new` set on each open finding that needs an answer, and how many that `baseline` knows are gone.

    `report` must hold everything that was wanted: what a run without a baseline gives.
    """
    held = tuple(held)
    sifted = sift(report, selection=selection, name_of=name_of, baseline=baseline, held=held)
    new = {(item.rule, item.id) for item in sifted.new}
    known = {(item.rule, item.id) for item in sifted.open}
    findings = []
    for finding in report.findings:
        key = f"{finding.kind}/{finding.verdict}", finding.id
        findings.append(replace(finding, new=key in new) if key in known else finding)
    citations = []
    for problem in report.citations:
        key = problem.rule, problem.id
        citations.append(replace(problem, new=key in new) if key in known else problem)
    made = replace(report, findings=tuple(findings), citations=tuple(citations))
    return made, len(sifted.resolved)
