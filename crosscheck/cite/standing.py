"""Whether a judged claim is carried by the sources that it cites itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from crosscheck.cite.interface import Fault
from crosscheck.cite.matching import Match
from crosscheck.model.document import Document
from crosscheck.model.report import Finding, Verdict
from crosscheck.model.span import Span
from crosscheck.model.step import say

Standing = Literal[
    "carried", "contradicted", "failed-verification", "misattributed", "source-not-supplied", "uncited"
]


def standing(
    labels: tuple[str, ...], verdict: Verdict, evidence: tuple[str, ...], found: tuple[Match, ...]
) -> Standing:
    """How a claim with the marks `labels` stands to its own citations.

    `evidence` are the ids of the sources that its verdict rests on, `found` which reference names which source.
    A claim of which one cited source was not handed in is never said to fail: that source may carry it.
    """
    if not labels:
        return "uncited"
    here = {match.label: match.source for match in found}
    cited = {here[label] for label in labels if label in here}
    if verdict != "unsupported" and cited.intersection(evidence):
        return "carried" if verdict == "agree" else "contradicted"
    if any(label not in here for label in labels):
        return "source-not-supplied"
    return "misattributed" if verdict == "agree" else "failed-verification"


def faults(
    findings: tuple[Finding, ...], found: tuple[Match, ...], sources: tuple[Document, ...]
) -> Iterator[tuple[str, Fault]]:
    """The claims that fail, or are misattributed, by their own marks."""
    titles = {source.id: source.title for source in sources}
    for finding in findings:
        evidence = tuple(dict.fromkeys(item.place.document for item in finding.evidence))
        place = Span(finding.claim.start, finding.claim.end)
        state = standing(finding.marks, finding.verdict, evidence, found)
        if state == "failed-verification" and finding.verdict == "unsupported":
            yield state, Fault(place, say("cite.failed-verification"))
        elif state == "misattributed" and evidence:
            yield state, Fault(place, say("cite.misattributed", title=titles.get(evidence[0], evidence[0])))
