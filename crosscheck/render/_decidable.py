"""What a decision that is taken in the page says of its finding, so that it is found again wherever it is read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from crosscheck.patterns import compiled
from crosscheck.render._view import ranked

if TYPE_CHECKING:
    from crosscheck.model.report import Report, Selector
    from crosscheck.render._view import ReportPage

Place = tuple[int, int, str, str, str, str]
Target = tuple[str, str, Place, Place | None]

LONGEST = 4000
# Outside the letters that every browser keeps as they are; written as escapes, they reach the export unchanged.
_ODD = compiled("[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def targets(report: Report, view: ReportPage) -> dict[str, Target]:
    """Rule, id, claim and best evidence of all that can be decided on, by its anchor in the page.

    A place is the number of its document, its start in the file, the file's own words there, before and after, and the
    value that was read there.
    A claim that agrees needs no decision; what has no words in the file could not be found again, and what is past all
    reading would be copied into the page once more.
    """
    number = {document.id: at for at, document in enumerate(report.documents)}

    def place(at: Selector) -> Place:
        return number[at.document], at.start, at.exact, at.prefix, at.suffix, at.value

    found: dict[str, Target] = {}
    for finding, card in zip(report.findings, view.cards, strict=True):
        best = finding.evidence[0].place if finding.evidence else None
        if finding.verdict != "agree" and all(len(at.exact) <= LONGEST for at in (finding.claim, best) if at):
            evidence = place(best) if best else None
            rule = f"{finding.kind}/{finding.verdict}"
            found[card.anchor] = rule, finding.id, place(finding.claim), evidence
    for problem, shown in zip(ranked(report), view.problems, strict=True):
        if 0 < len(problem.place.exact) <= LONGEST:
            found[shown.anchor] = problem.rule, problem.id, place(problem.place), None
    return found


def as_json(found: dict[str, Target]) -> str:
    """`found` as JSON in which every character that a page cannot show is an escape."""
    text = json.dumps(found, ensure_ascii=False, separators=(",", ":"))
    return _ODD.sub(lambda match: f"\\u{ord(match[0]):04x}", text) if _ODD.search(text) else text
