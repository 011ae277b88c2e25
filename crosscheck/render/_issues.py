"""The findings and citation problems of reports as one list of issues, for the outputs for machines."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from crosscheck.messages import Language, told, words
from crosscheck.model.document import Notice
from crosscheck.model.report import CitationProblem, Finding, Report, Selector, Severity, Waiver
from crosscheck.model.span import Span
from crosscheck.render import _paths, _plain
from crosscheck.render._issue import CATEGORIES, RANK, File, Included, Issue, Level, Spot

# The rule of an entry that could not be checked at all.
UNREAD = "not-checked"

_LEVELS: dict[Severity, Level] = {"error": "error", "warning": "warning", "info": "note"}


def rule_of(finding: Finding) -> str:
    """The rule id of a finding, such as ``date/conflict``."""
    return f"{finding.kind}/{finding.verdict}"


def files(report: Report) -> dict[str, File]:
    """The documents of `report` by id."""
    return {document.id: File(document, _paths.relative(document.path)) for document in report.documents}


def issues(report: Report, language: Language, wanted: Included) -> tuple[Issue, ...]:
    """What `wanted` asks for of one report, in the order of the entry.

    An entry that could not be checked is an issue of its own, at the beginning of its file.
    """
    known = files(report)
    if unread(report):
        return tuple(_failure(notice, known, language) for notice in report.notices)
    found = [_finding(f, known, language, wanted) for f in report.findings if _has(f, wanted)]
    found += [
        _problem(p, known, language, wanted) for p in report.citations if wanted.waived or p.status == "open"
    ]
    return tuple(sorted(found, key=lambda issue: (issue.spot.place.start, CATEGORIES[issue.category])))


def all_issues(reports: Iterable[Report], language: Language, wanted: Included) -> tuple[Issue, ...]:
    """The issues of every report, report by report."""
    return tuple(issue for report in reports for issue in issues(report, language, wanted))


def worst_first(found: Iterable[Issue]) -> tuple[Issue, ...]:
    """Errors before warnings before notes, conflicts before citations, then by path and place."""
    return tuple(sorted(found, key=_urgency))


def _urgency(issue: Issue) -> tuple[int, int, str, int, int, str]:
    place = issue.spot.place
    category = CATEGORIES[issue.category]
    return RANK[issue.level], category, issue.spot.path, place.start, place.end, issue.rule


def fingerprints(found: Sequence[Issue]) -> Iterator[str]:
    """One fingerprint for each issue, in order, all different: path, rule and id, with an ordinal among equal ones.

    They hold no line: text that moves keeps its fingerprint.
    """
    counts: Counter[str] = Counter()
    for issue in found:
        identity = "\0".join((issue.spot.path, issue.rule, issue.id))
        counts[identity] += 1
        text = f"{identity}\0{counts[identity]}"
        yield hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def unread(report: Report) -> bool:
    """Whether nothing of the entry was read: its notices then tell why."""
    return not report.entry.text and not report.findings and bool(report.notices)


def notices(report: Report, language: Language) -> tuple[tuple[str, str], ...]:
    """What could not be read or checked, as pairs of path and message; none of an entry that is an issue itself."""
    if unread(report):
        return ()
    known = files(report)
    return tuple(
        (known[n.document].path if n.document in known else "", _plain.flat(told(n.message, language)))
        for n in report.notices
    )


def _failure(notice: Notice, known: dict[str, File], language: Language) -> Issue:
    file = known.get(notice.document) or next(iter(known.values()))
    start = Selector(
        document=file.document.id, exact="", prefix="", suffix="", start=0, end=0, line=1, column=1, value="",
        clean=Span(0, 0),
    )  # fmt: skip
    digest = hashlib.sha256(f"{file.path}\0{told(notice.message)}".encode("utf-8", "surrogatepass"))
    return Issue(
        id=digest.hexdigest()[:12],
        rule=UNREAD,
        category="failure",
        level="error",
        spot=Spot(file=file, place=start),
        message=_plain.flat(told(notice.message, language)),
    )


def _flat(waiver: Waiver | None) -> Waiver | None:
    if waiver is None:
        return None
    by, reason = _plain.flat(waiver.by), _plain.flat(waiver.reason)
    return replace(waiver, by=by, reason=reason) if by or reason else None


def _has(finding: Finding, wanted: Included) -> bool:
    if finding.status == "waived" and not wanted.waived:
        return False
    if finding.verdict == "agree":
        return wanted.agree
    return finding.verdict == "conflict" or wanted.unsupported is not None


def _finding(finding: Finding, known: dict[str, File], language: Language, wanted: Included) -> Issue:
    level: Level = {"conflict": "error", "agree": "none"}.get(finding.verdict, wanted.unsupported or "note")  # type: ignore[assignment]
    sentences = [_plain.flat(words(step, language)) for step in (*finding.reasons, *finding.notes)]
    return Issue(
        id=finding.id,
        rule=rule_of(finding),
        category=finding.verdict,
        level=level,
        spot=Spot(file=known[finding.claim.document], place=finding.claim),
        message=_plain.joined(sentences, language),
        related=tuple(
            Spot(file=known[evidence.place.document], place=evidence.place, score=evidence.score)
            for evidence in finding.evidence
        ),
        status=finding.status,
        waiver=_flat(finding.waiver),
        section=finding.section,
        second=finding.second,
    )


def _problem(problem: CitationProblem, known: dict[str, File], language: Language, wanted: Included) -> Issue:
    return Issue(
        id=problem.id,
        rule=problem.rule,
        category="citation",
        level=max(_LEVELS[problem.severity], wanted.citation, key=lambda level: RANK[level]),
        spot=Spot(file=known[problem.place.document], place=problem.place),
        message=_plain.flat(words(problem.message, language)),
        status=problem.status,
        waiver=_flat(problem.waiver),
        fix=dict(problem.message.args).get("fix"),
    )
