"""What a comparison found, ready to be written in any format."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from crosscheck.model.comparison import Relation
from crosscheck.model.document import Document, Notice
from crosscheck.model.fact import Fact, KindName
from crosscheck.model.span import Span
from crosscheck.model.step import Step

Verdict = Literal["agree", "conflict", "unsupported"]
Severity = Literal["error", "warning", "info"]
Status = Literal["open", "waived"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Selector:
    """A place in a document's file: what the JSON report calls a selector.

    `start` and `end` count code points of the file's text, `line` and `column` from 1; `exact`, `prefix` and
    `suffix` are the file's own text.  `clean` is the same place in the clean text of the document.
    """

    document: str
    exact: str
    prefix: str
    suffix: str
    start: int
    end: int
    line: int
    column: int
    value: str
    clean: Span


@dataclass(frozen=True, slots=True)
class Part:
    """What one feature of an alignment `adds` to the log-odds of its score, and the `value` that it was measured at."""

    name: str
    value: float
    adds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A place in a source that speaks of a claim, and how surely it does (0 to 1).

    `relation`, `needed` and `why` are as those of an alignment.
    """

    place: Selector
    score: float
    relation: Relation | None = None
    needed: float | None = 0.0
    why: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """A claim and one fact of a source that may speak of the same thing.

    `score` in 0..1 is how sure that is, `needed` the one from which it counts, None where nothing would do.
    `relation` says how the two values relate.  `why` holds every part of the score: together they add up to its log-odds,
    ``log(score / (1 - score))``.
    """

    claim: Fact
    evidence: Fact
    score: float
    relation: Relation | None = None
    needed: float | None = 0.0
    why: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Second:
    """What a second reader had to do with a verdict: its `model`, what the rules alone say (`verdict`) and what it answered.

    `quote` is what it quoted, None where it quoted nothing.
    """

    model: str
    verdict: Verdict
    answer: str
    quote: Selector | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """As `Second`, in a judgement: `quote` is the stretch of a source as a fact."""

    model: str
    verdict: Verdict
    answer: str
    quote: Fact | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A verdict on one claim with what it rests on.

    `relation` says how claim and evidence relate, None where there is no evidence.  `reasons` are the steps
    of the verdict, `notes` what an editor should know besides (another occasion).  `considered` are near
    misses, best first: what was looked at and not taken.  `revision` tells of a second reader, where one had a part in it.
    """

    verdict: Verdict
    relation: Relation | None
    evidence: tuple[Alignment, ...]
    score: float
    reasons: tuple[Step, ...]
    notes: tuple[Step, ...] = ()
    considered: tuple[Alignment, ...] = ()
    revision: Revision | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver:
    """Why a finding is waived: `decision`, by whom, on which day; all but the `reason` are "" where they are not known."""

    reason: str
    decision: str = ""
    by: str = ""
    on: str = ""

    def __str__(self) -> str:
        return f"{self.decision} by {self.by} on {self.on}: {self.reason}" if self.decision else self.reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A judged claim of the entry, with its places.

    `id` does not change when text elsewhere in the files changes.  `section` is the heading over the claim,
    `marks` the labels of the reference marks that the claim carries.  `waiver` says who waived it and why, None
    where it is open.  `new` tells whether it was not there in the baseline, None where there is none to tell by.
    `second` tells of a second reader, None where none had a part in the verdict.
    """

    id: str
    verdict: Verdict
    kind: KindName
    claim: Selector
    evidence: tuple[Evidence, ...]
    score: float
    reasons: tuple[Step, ...]
    notes: tuple[Step, ...] = ()
    relation: Relation | None = None
    section: str = ""
    marks: tuple[str, ...] = ()
    citation: str = ""
    considered: tuple[Evidence, ...] = ()
    status: Status = "open"
    waiver: Waiver | None = None
    new: bool | None = None
    second: Second | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CitationProblem:
    """Something that is wrong with a citation of the entry: `rule` is its name in the catalogue of checks.

    `fix` is text that mends the place where it stands instead of it; "" where none is certain.  `new` is as that of a
    finding.
    """

    id: str
    rule: str
    severity: Severity
    place: Selector
    message: Step
    fix: str = ""
    status: Status = "open"
    waiver: Waiver | None = None
    new: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Everything that one comparison found, findings in the order of the entry.

    `self_test` are rows of a name and a rate: how many planted errors of a kind are found; empty where none were planted.
    `wikitext` is a wiki with rows of a verdict and the text that its findings are copied as; empty for what is shipped.
    """

    documents: tuple[Document, ...] = field(repr=False)
    findings: tuple[Finding, ...]
    citations: tuple[CitationProblem, ...]
    notices: tuple[Notice, ...]
    version: str
    self_test: tuple[tuple[str, str], ...] = ()
    wikitext: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()

    @property
    def entry(self) -> Document:
        """The document that was checked."""
        return self.documents[0]

    @property
    def sources(self) -> tuple[Document, ...]:
        """The documents that it was checked against."""
        return self.documents[1:]

    def summary(self) -> dict[str, int]:
        """How many findings have each verdict, and how many citation problems there are."""
        counts = dict.fromkeys(("agree", "conflict", "unsupported"), 0)
        for finding in self.findings:
            counts[finding.verdict] += 1
        return {**counts, "citations": len(self.citations)}

    def to_dict(self) -> dict[str, object]:
        """The report as the JSON report has it (``crosscheck.report/1``)."""
        from crosscheck.render.json import as_dict

        return as_dict(self)
