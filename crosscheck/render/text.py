"""The report for a terminal: each finding with a caret under the exact characters, conflicts first."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from crosscheck.messages import Language, words
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


def _frame(place: Selector) -> Iterator[str]:
    before, exact, after = _flat(place.prefix[-_WIDTH:]), _flat(place.exact), _flat(place.suffix[:_WIDTH])
    yield f"    {before}{exact}{after}".rstrip()
    yield f"    {' ' * cells(before)}{'^' * max(1, cells(exact))}"


def _lines(finding: Finding, paths: dict[str, str], language: Language) -> Iterator[str]:
    claim = finding.claim
    yield f"{paths[claim.document]}:{claim.line}:{claim.column}: {finding.verdict} {finding.kind} [{finding.id}]"
    yield from _frame(claim)
    for evidence in finding.evidence[:1]:
        place = evidence.place
        yield f"  {paths[place.document]}:{place.line}:{place.column}: {place.value} ({evidence.score:.2f})"
        yield from _frame(place)
    for step in (*finding.reasons, *finding.notes):
        yield f"  {words(step, language)}"
    yield ""


def _render(report: Report, language: Language) -> str:
    paths = {document.id: document.path for document in report.documents}
    out: list[str] = []
    for verdict in ORDER:
        for finding in report.findings:
            if finding.verdict == verdict:
                out.extend(_lines(finding, paths, language))
    for problem in report.citations:
        place = problem.place
        out.append(f"{paths[place.document]}:{place.line}:{place.column}: {problem.severity} {problem.rule}")
        out.extend([*_frame(place), f"  {words(problem.message, language)}", ""])
    for notice in report.notices:
        out.append(f"{paths[notice.document]}: {notice.message}")
    counts = report.summary()
    out.append(
        f"{counts['conflict']} conflict, {counts['unsupported']} unsupported, {counts['agree']} agree, "
        f"{counts['citations']} citation problems"
    )
    return "\n".join(out) + "\n"


FORMAT = OutputFormat(name="text", suffix=".txt", render=_render)
