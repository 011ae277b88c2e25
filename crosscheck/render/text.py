"""The report for a terminal: each finding with a caret under the exact characters, conflicts first."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from crosscheck.messages import Language, words
from crosscheck.model.document import Document
from crosscheck.model.report import Finding, Report, Selector
from crosscheck.render.facts import cells
from crosscheck.render.interface import OutputFormat

ORDER = ("conflict", "unsupported", "agree")
_WIDTH = 24  # code points of context on either side


def _flat(text: str) -> str:
    """`text` on one line, without what a terminal would obey; one code point for one."""
    return "".join(
        " " if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp") else char for char in text
    )


def _frame(place: Selector, document: Document) -> Iterator[str]:
    """The place with some context, as a reader sees it; as it stands in the file where it is no place of the text."""
    if len(place.clean):
        text, start, end = document.text, place.clean.start, place.clean.end
        pieces = text[max(0, start - _WIDTH) : start], text[start:end], text[end : end + _WIDTH]
    else:
        pieces = place.prefix[-_WIDTH:], place.exact, place.suffix[:_WIDTH]
    before, exact, after = (_flat(piece) for piece in pieces)
    yield f"    {before}{exact}{after}".rstrip()
    yield f"    {' ' * cells(before)}{'^' * max(1, cells(exact))}"


def _lines(finding: Finding, documents: dict[str, Document], language: Language) -> Iterator[str]:
    claim = finding.claim
    yield f"{documents[claim.document].path}:{claim.line}:{claim.column}: {finding.verdict} {finding.kind} [{finding.id}]"
    yield from _frame(claim, documents[claim.document])
    for evidence in finding.evidence[:1]:
        place = evidence.place
        yield f"  {documents[place.document].path}:{place.line}:{place.column}: {place.value} ({evidence.score:.2f})"
        yield from _frame(place, documents[place.document])
    for step in (*finding.reasons, *finding.notes):
        yield f"  {words(step, language)}"
    yield ""


def _render(report: Report, language: Language) -> str:
    documents = {document.id: document for document in report.documents}
    out: list[str] = []
    for verdict in ORDER:
        for finding in report.findings:
            if finding.verdict == verdict:
                out.extend(_lines(finding, documents, language))
    for problem in report.citations:
        place = problem.place
        out.append(
            f"{documents[place.document].path}:{place.line}:{place.column}: {problem.severity} {problem.rule}"
        )
        out.extend([*_frame(place, documents[place.document]), f"  {words(problem.message, language)}"])
        out.extend([f"  fix: {_flat(problem.fix)}", ""] if problem.fix else [""])
    for notice in report.notices:
        out.append(f"{documents[notice.document].path}: {notice.message}")
    counts = report.summary()
    out.append(
        f"{counts['conflict']} conflict, {counts['unsupported']} unsupported, {counts['agree']} agree, "
        f"{counts['citations']} citation problems"
    )
    return "\n".join(out) + "\n"


FORMAT = OutputFormat(name="text", suffix=".txt", render=_render)
