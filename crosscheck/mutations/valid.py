"""Whether a change plants an error at all: 约60人 as 约61人, or another day where the source gives only the month, does not.

A value that only allows the source's, or a vague one, may allow it after the change too.  Such a change is dropped; a
change of a value that the source states exactly is never: whether it is noticed is what is measured.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from crosscheck import extract, recognise, registry
from crosscheck.model.document import Document
from crosscheck.model.fact import Fact
from crosscheck.model.report import Finding, Report
from crosscheck.model.span import Span
from crosscheck.model.values import Amount, PartialDate
from crosscheck.mutations.interface import Change
from crosscheck.mutations.plant import planted, reread
from crosscheck.text.sentences import split

# Kinds whose values can be vague.
_VAGUE = ("date", "quantity")


def _facts(document: Document) -> dict[Span, Fact]:
    """The dates and quantities of a document by place: they need no recogniser."""
    with recognise.limited_to(frozenset()):
        found = extract.facts(split(document))
    return {fact.span: fact for fact in found if fact.kind in _VAGUE}


@dataclass(slots=True)
class Validity:
    """Knows the values that the claims of a report rest on."""

    report: Report
    _sources: dict[str, dict[Span, Fact]] = field(default_factory=dict)

    @classmethod
    def of(cls, report: Report) -> Validity:
        """For the changes of the entry of `report`."""
        return cls(report)

    def is_error(self, change: Change) -> bool:
        """Whether what `change` puts there no longer allows what the source says."""
        findings = [f for f in self.report.findings if f.id in change.findings and f.kind in _VAGUE]
        if change.kind == "negation" or not findings:
            return True
        source, places = planted(self.report.entry, change.edits)
        document = reread(self.report.entry, source)
        facts = _facts(document)
        return all(self._contradicts(finding, document, places, facts) for finding in findings)

    def _contradicts(
        self, finding: Finding, document: Document, places: tuple[Span, ...], facts: dict[Span, Fact]
    ) -> bool:
        new = [
            fact
            for fact in facts.values()
            if fact.kind == finding.kind
            and any(document.origins.to_source(fact.span).touches(p) for p in places)
        ]
        compare = registry.kind(finding.kind).compare
        for evidence in finding.evidence[:1]:
            old = self._fact(evidence.place.document, evidence.place.clean)
            if old is None or old.kind != finding.kind:
                continue
            for fact in new:
                vague = finding.relation == "compatible" or _vague(fact) or _vague(old)
                if vague and compare(fact, old).holds:
                    return False
        return True

    def _fact(self, document: str, span: Span) -> Fact | None:
        if document not in self._sources:
            held = next(source for source in self.report.sources if source.id == document)
            self._sources[document] = _facts(held)
        return self._sources[document].get(span)


def _vague(fact: Fact) -> bool:
    value = fact.value
    if isinstance(value, Amount):
        return value.hedged or value.low != value.high
    return isinstance(value, PartialDate) and value.approximate
