"""What the outputs for machines tell of: findings and citation problems as one list of issues."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from crosscheck.messages import Language, words
from crosscheck.model.document import Document
from crosscheck.model.report import CitationProblem, Finding, Report, Selector, Severity, Status
from crosscheck.render import _paths, _plain
from crosscheck.render._columns import Lines, Region, Unit

Level = Literal["error", "warning", "note", "none"]
Category = Literal["conflict", "unsupported", "agree", "citation"]

_LEVELS: dict[Severity, Level] = {"error": "error", "warning": "warning", "info": "note"}
RANK: dict[Level, int] = {"error": 0, "warning": 1, "note": 2, "none": 3}
_CATEGORIES: dict[Category, int] = {"conflict": 0, "citation": 1, "unsupported": 2, "agree": 3}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which issues an output has, besides conflicts and citation problems that are open.

    `unsupported` is the level of a claim that no source supports, None to leave it out; `agree` and `waived` say
    whether claims that agree and waived issues are there.
    """

    unsupported: Level | None = None
    agree: bool = False
    waived: bool = False


@dataclass(frozen=True)
class File:
    """A document and how outputs name it; its lines are found when they are first asked for."""

    document: Document
    path: str

    @cached_property
    def lines(self) -> Lines:
        """The lines of the document's file."""
        return Lines.of(self.document.source)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place in a file; `score` says how surely it speaks of the claim, 1 for the claim itself."""

    file: File = field(repr=False)
    place: Selector
    score: float = 1.0

    @property
    def path(self) -> str:
        """The file's path, with forward slashes."""
        return self.file.path

    @property
    def exact(self) -> str:
        """The words of the place on one line, as a reader sees them; as the file has them outside its clean text."""
        clean = self.place.clean
        return _plain.flat(self.file.document.text[clean.start : clean.end] or self.place.exact)

    @property
    def at(self) -> str:
        """``path:line:column``."""
        return f"{_plain.flat(self.path)}:{self.place.line}:{self.place.column}"

    def region(self, unit: Unit = "code-points") -> Region:
        """The place as lines and columns in `unit`."""
        return self.file.lines.region(self.place.start, self.place.end, unit)


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """One thing to tell of: `rule` names it (``date/conflict``, ``empty-reference``), `message` says why, on one line.

    `id` is that of the finding or citation problem, `related` the evidence, best first.  `fix` is text that mends
    the place, None where none is known.
    """

    id: str
    rule: str
    category: Category
    level: Level
    spot: Spot
    message: str
    related: tuple[Spot, ...] = ()
    status: Status = "open"
    section: str = ""
    fix: str | None = None

    @property
    def told(self) -> str:
        """The message with the place of the best evidence, for outputs that have no other room for it."""
        return f"{self.message} [{self.related[0].at}]" if self.related else self.message


def rule_of(finding: Finding) -> str:
    """The rule id of a finding, such as ``date/conflict``."""
    return f"{finding.kind}/{finding.verdict}"


def files(report: Report) -> dict[str, File]:
    """The documents of `report` by id."""
    return {document.id: File(document, _paths.relative(document.path)) for document in report.documents}


def issues(report: Report, language: Language, wanted: Wanted) -> tuple[Issue, ...]:
    """What `wanted` asks for of one report, in the order of the entry."""
    known = files(report)
    found = [_finding(f, known, language, wanted) for f in report.findings if _has(f, wanted)]
    found += [_problem(p, known, language) for p in report.citations if wanted.waived or p.status == "open"]
    return tuple(sorted(found, key=lambda issue: (issue.spot.place.start, _CATEGORIES[issue.category])))


def all_issues(reports: Iterable[Report], language: Language, wanted: Wanted) -> tuple[Issue, ...]:
    """The issues of every report, report by report."""
    return tuple(issue for report in reports for issue in issues(report, language, wanted))


def worst_first(found: Iterable[Issue]) -> tuple[Issue, ...]:
    """Errors before warnings before notes, conflicts before citations, then by path and place."""
    return tuple(sorted(found, key=_urgency))


def _urgency(issue: Issue) -> tuple[int, int, str, int, int, str]:
    place = issue.spot.place
    category = _CATEGORIES[issue.category]
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


def notices(report: Report) -> tuple[tuple[str, str], ...]:
    """What could not be read or checked, as pairs of path and message."""
    known = files(report)
    return tuple(
        (known[n.document].path if n.document in known else "", _plain.flat(n.message))
        for n in report.notices
    )


def _has(finding: Finding, wanted: Wanted) -> bool:
    if finding.status == "waived" and not wanted.waived:
        return False
    if finding.verdict == "agree":
        return wanted.agree
    return finding.verdict == "conflict" or wanted.unsupported is not None


def _finding(finding: Finding, known: dict[str, File], language: Language, wanted: Wanted) -> Issue:
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
        section=finding.section,
    )


def _problem(problem: CitationProblem, known: dict[str, File], language: Language) -> Issue:
    return Issue(
        id=problem.id,
        rule=problem.rule,
        category="citation",
        level=_LEVELS[problem.severity],
        spot=Spot(file=known[problem.place.document], place=problem.place),
        message=_plain.flat(words(problem.message, language)),
        status=problem.status,
        fix=dict(problem.message.args).get("fix"),
    )
