"""What passes: findings that are new, known, waived or resolved, and whether a run fails."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from crosscheck.gate.baseline import Baseline, Fingerprint, known_as
from crosscheck.gate.items import Item, items
from crosscheck.gate.rules import LEVELS, Selection
from crosscheck.gate.waive import Held
from crosscheck.model.report import Report
from crosscheck.options import FailOn


@dataclass(frozen=True, slots=True, kw_only=True)
class Sifted:
    """A report after the gate: `report` holds what agrees, what is waived and what is new, nothing else.

    `open` is everything wanted that is not waived, new or known.
    """

    report: Report
    new: tuple[Item, ...]
    open: tuple[Item, ...]
    waived: tuple[Held, ...]
    resolved: tuple[Fingerprint, ...]

    @property
    def known(self) -> int:
        """How many findings are open and were there before."""
        return len(self.open) - len(self.new)


def sift(
    report: Report,
    *,
    selection: Selection,
    name_of: Callable[[str], str],
    baseline: Baseline,
    held: Iterable[Held] = (),
    touched: Callable[[Item], bool] = lambda _: True,
) -> Sifted:
    """Tell what of `report` is new.

    A finding is known as often as `baseline` counts it; `touched` says of any other whether the edit at hand can have
    brought it about.  Waived findings stay, marked.
    """
    wanted = [
        item for item in items(report, name_of) if selection.wants(item.rule, item.level, item.document)
    ]
    waived = {(held.item.rule, held.item.id): held for held in held if held.item and held.state == "active"}
    open_ = [item for item in wanted if (item.rule, item.id) not in waived]
    left = Counter(baseline.counts)
    new = []
    for item in open_:
        if not _taken(left, item) and touched(item):
            new.append(item)
    for item in wanted:
        if (item.rule, item.id) in waived:
            _taken(left, item)
    name = name_of(report.entry.path)
    return Sifted(
        report=_shown(report, {(item.rule, item.id) for item in new}, wanted, waived),
        new=tuple(new),
        open=tuple(open_),
        waived=tuple(
            waived[item.rule, item.id] for item in wanted if (item.rule, item.id) in waived
        ),
        resolved=tuple(
            sorted(
                (known for known, number in left.items() if known.document == name for _ in range(number)), key=str
            )
        ),
    )  # fmt: skip


def _taken(left: Counter[Fingerprint], item: Item) -> bool:
    """Take `item` out of what is `left` of a baseline; whether it was there."""
    known = next((known for known in known_as(item) if left[known] > 0), None)
    if known is not None:
        left[known] -= 1
    return known is not None


def _shown(
    report: Report, new: set[tuple[str, str]], wanted: list[Item], waived: dict[tuple[str, str], Held]
) -> Report:
    kept = {(item.rule, item.id) for item in wanted}
    findings = []
    for finding in report.findings:
        key = f"{finding.kind}/{finding.verdict}", finding.id
        if finding.verdict == "agree" or key in new:
            findings.append(finding)
        elif key in waived and key in kept:
            findings.append(replace(finding, status="waived", waiver=waived[key].decision.waiver))
    problems = []
    for problem in report.citations:
        key = problem.rule, problem.id
        if key in new:
            problems.append(problem)
        elif key in waived and key in kept:
            problems.append(replace(problem, status="waived", waiver=waived[key].decision.waiver))
    return replace(report, findings=tuple(findings), citations=tuple(problems))


def without_agreement(report: Report) -> Report:
    """`report` with only what needs an answer, for formats that list faults."""
    return replace(report, findings=tuple(f for f in report.findings if f.verdict != "agree"))


def only_open(report: Report) -> Report:
    """`report` without what was waived."""
    return replace(
        report,
        findings=tuple(finding for finding in report.findings if finding.status == "open"),
        citations=tuple(problem for problem in report.citations if problem.status == "open"),
    )


def failing(found: Iterable[Item], on: FailOn) -> bool:
    """Whether one of `found` is at or above `on`: conflict, unsupported, citation, in this order; notes never are."""
    if on == "never":
        return False
    levels = LEVELS[: LEVELS.index(on) + 1]
    return any(item.level in levels and not item.minor for item in found)
