"""One run: some changes planted together, the entry checked, each change looked for at its place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from crosscheck.model.document import Document
from crosscheck.model.report import Finding, Report
from crosscheck.model.span import Span
from crosscheck.model.text import Text
from crosscheck.mutations.interface import Change, Edit
from crosscheck.mutations.plant import moved, planted, reread
from crosscheck.mutations.records import Alarm, Outcome, Trial
from crosscheck.places import Places
from crosscheck.text.sentences import split


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What one run showed; see `records.Mutation` for the counts."""

    trials: tuple[Trial, ...]
    watched: int
    lost: int
    alarms: tuple[Alarm, ...]


@dataclass(slots=True)
class _Pair:
    """The report on the untouched entry and that on the changed one, with the way from the places of one to the other."""

    base: Report
    text: Text
    report: Report
    edits: tuple[Edit, ...]

    def now(self, span: Span) -> Span:
        """A span of the untouched clean text as a place in the changed file."""
        place = self.base.entry.origins.to_source(span)
        return Span(
            moved(self.base.entry, self.edits, place.start), moved(self.base.entry, self.edits, place.end)
        )

    def worse(self, spans: Iterable[Span]) -> Outcome | None:
        """The gravest verdict that claims at `spans` have now more often than before; None where there is none."""
        held = tuple(spans)
        before = _verdicts(self.base.findings, [self.base.entry.origins.to_source(span) for span in held])
        after = _verdicts(self.report.findings, [self.now(span) for span in held])
        if any(after[key] > before[key] for key in after if key[1] == "conflict"):
            return "conflict"
        if any(after[key] > before[key] for key in after if key[1] == "unsupported"):
            return "unsupported"
        return None

    def outcome(self, change: Change) -> Outcome:
        """What came of a change."""
        at = self.worse(change.where)
        if at is not None:
            return at
        sentences = [self.text.sentence_at(span.start).span for span in change.where]
        if self.worse(sentences) is not None:
            return "nearby"
        after = _verdicts(self.report.findings, [self.now(span) for span in change.where])
        return "agrees" if any(verdict == "agree" for _, verdict in after) else "unread"


def _verdicts(findings: Iterable[Finding], places: list[Span]) -> Counter[tuple[str, str]]:
    """How many findings over some places of the file there are, by kind and verdict."""
    return Counter(
        (finding.kind, finding.verdict)
        for finding in findings
        if any(Span(finding.claim.start, finding.claim.end).touches(place) for place in places)
    )


def run_of(
    base: Report,
    changes: list[Change],
    checker: Callable[[Document, Iterable[Document]], Report],
    sources: tuple[Document, ...],
    number: int,
    places: Places,
) -> Run:
    """Plant `changes` and check; `places` are those of the untouched entry."""
    edits = tuple(sorted((edit for change in changes for edit in change.edits), key=lambda edit: edit.span))
    source, _ = planted(base.entry, edits)
    report = checker(reread(base.entry, source), sources)
    pair = _Pair(base, split(base.entry), report, edits)
    watched, lost, alarms = _untouched(pair, changes, number)
    trials = tuple(_trial(pair, change, number, places) for change in changes)
    return Run(trials=trials, watched=watched, lost=lost, alarms=alarms)


def _trial(pair: _Pair, change: Change, number: int, places: Places) -> Trial:
    entry = pair.base.entry
    first = change.edits[0].span
    sentence = pair.text.sentence_at(first.start).span
    return Trial(
        kind=change.kind,
        run=number,
        place=places.select(first, entry.folded[first.start : first.end]),
        before=" / ".join(entry.text[edit.span.start : edit.span.end] for edit in change.edits),
        after=" / ".join(edit.text for edit in change.edits),
        sentence=" ".join(entry.text[sentence.start : sentence.end].split()),
        outcome=pair.outcome(change),
    )


def _untouched(pair: _Pair, changes: list[Change], number: int) -> tuple[int, int, tuple[Alarm, ...]]:
    """The agreeing claims that no change touches: how many, how many were lost, which became conflicts.

    A claim that reads another value now (同年 after a changed year, an office whose holder was changed) is touched, and so is
    every claim of a sentence with a planted negation: how far that reaches is not told by commas.
    """
    spoilt = [
        pair.text.sentence_at(span.start).span if change.kind == "negation" else span
        for change in changes
        for span in change.where
    ]
    found = {(f.kind, f.claim.start, f.claim.end): f for f in pair.report.findings}
    watched = lost = 0
    alarms = []
    for finding in pair.base.findings:
        clean = finding.claim.clean
        if finding.verdict != "agree" or any(clean.touches(span) for span in spoilt):
            continue
        place = pair.now(clean)
        now = found.get((finding.kind, place.start, place.end))
        if now is not None and now.claim.value != finding.claim.value:
            continue
        watched += 1
        lost += now is None or now.verdict == "unsupported"
        if now is not None and now.verdict == "conflict":
            evidence = now.evidence[0].place.exact if now.evidence else ""
            alarms.append(Alarm(run=number, claim=finding.claim, evidence=evidence))
    return watched, lost, tuple(alarms)
