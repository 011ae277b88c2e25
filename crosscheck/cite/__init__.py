"""Citations: found, parsed, checked, and held against the sources.

Everything here is pure and offline.  `check` looks at one document; `against` at a document and the sources that
were handed in; `records` reads references; `bind` says which marks a claim carries; `match` which reference names
which source.  Nothing is imported before it is called.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

    from crosscheck.cite.interface import Check
    from crosscheck.cite.matching import Match
    from crosscheck.cite.record import Record
    from crosscheck.cite.settings import Settings
    from crosscheck.cite.standing import Standing
    from crosscheck.model.document import Document
    from crosscheck.model.fact import Fact
    from crosscheck.model.report import CitationProblem, Finding, Verdict
    from crosscheck.model.span import Span
    from crosscheck.model.text import Text

__all__ = [
    "against",
    "as_bibtex",
    "as_csl",
    "bind",
    "check",
    "checks",
    "match",
    "records",
    "rule",
    "speakers",
    "state_of",
    "verify",
]


def checks() -> tuple[Check, ...]:
    """Every rule on citations, by name."""
    from crosscheck.registry import scan

    return tuple(sorted(scan("crosscheck.cite.rules", "CHECKS"), key=lambda check: check.rule))


def rule(code: str) -> Check:
    """The rule called `code`; KeyError where there is none."""
    return {check.rule: check for check in checks()}[code]


def check(document: Document, settings: Settings | None = None) -> tuple[CitationProblem, ...]:
    """What is wrong with the citations of `document`, in order of place.

    Where a fault is sure to be mended by other text, that text is the problem's `fix`.
    """
    from crosscheck.cite.prepare import page_of
    from crosscheck.cite.problems import problems

    page = page_of(document, settings.mark_position if settings else "")
    return problems(document, ((c, fault) for c in checks() for fault in c.find(page)))


def against(
    document: Document, sources: tuple[Document, ...], settings: Settings | None = None
) -> tuple[CitationProblem, ...]:
    """What shows only with the sources at hand: sources that are not cited or not here, quotations that differ.

    In order of place.  The rules that need judged claims are told by `verify`, those that need speakers by `speakers`.
    """
    from crosscheck.cite.problems import problems
    from crosscheck.cite.sourcing import faults

    named = settings.named if settings else ()
    return problems(document, ((rule(name), fault) for name, fault in faults(document, sources, named)))


def speakers(
    document: Document, sources: tuple[Document, ...], claims: Iterable[Fact], evidence: Iterable[Fact]
) -> tuple[CitationProblem, ...]:
    """The quotations of `document` whose words the sources give to another person.

    `claims` are facts of `document`, `evidence` facts of `sources`; those of other kinds than quotations do not count.
    """
    from crosscheck.cite.problems import problems
    from crosscheck.cite.speaker import faults

    return problems(document, ((rule(name), fault) for name, fault in faults(claims, evidence, sources)))


def verify(
    document: Document,
    findings: tuple[Finding, ...],
    sources: tuple[Document, ...],
    settings: Settings | None = None,
) -> tuple[CitationProblem, ...]:
    """The judged claims of `document` that their own cited source, which is here, does not carry.

    A claim that cites a source which was not handed in is left alone.
    """
    from crosscheck.cite.problems import problems
    from crosscheck.cite.standing import faults

    found = match(document, sources, settings)
    return problems(document, ((rule(name), fault) for name, fault in faults(findings, found, sources)))


def state_of(
    labels: tuple[str, ...], verdict: Verdict, evidence: tuple[str, ...], found: tuple[Match, ...]
) -> Standing:
    """How a claim with the marks `labels` stands to its own citations; `evidence` are ids of sources, `found` from `match`."""
    from crosscheck.cite.standing import standing

    return standing(labels, verdict, evidence, found)


def records(document: Document) -> tuple[Record, ...]:
    """One record for each reference of `document`: those with marks, short citations, general ones, each in order of place.

    A label is the one that the document's marks have; the record of a short citation is that of the work it points to.
    """
    from crosscheck.cite.labelled import labelled
    from crosscheck.cite.prepare import page_of

    return labelled(page_of(document))


def bind(document: Document, text: Text) -> Callable[[Span], tuple[str, ...]]:
    """A function from a span of the clean text to the labels of the marks that it carries, nearest first."""
    from crosscheck.cite.binding import Marks

    return Marks(document, text).of


def match(
    document: Document, sources: tuple[Document, ...], settings: Settings | None = None
) -> tuple[Match, ...]:
    """Which reference of `document` names which source, in the order of `records`."""
    from crosscheck.cite.named import matched

    return matched(document, records(document), sources, settings.named if settings else ())


def as_csl(record: Record) -> dict[str, Any]:
    """`record` as an item of CSL-JSON."""
    from crosscheck.cite.export import csl

    return csl(record)


def as_bibtex(record: Record) -> str:
    """`record` as an entry of BibTeX."""
    from crosscheck.cite.export import bibtex

    return bibtex(record)
