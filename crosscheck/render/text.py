"""The report for a terminal: each finding with a caret under the exact characters, conflicts first."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence

from crosscheck.messages import Language, told, words
from crosscheck.model.document import Document
from crosscheck.model.report import Finding, Report, Selector
from crosscheck.model.step import say
from crosscheck.render.frame import frame
from crosscheck.render.interface import OutputFormat

ORDER = ("conflict", "unsupported", "agree")
_WIDTH = 24  # code points of context on either side


def _flat(text: str) -> str:
    """`text` on one line, without what a terminal would obey; one code point for one."""
    return "".join(
        " " if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp") else char for char in text
    )


# Conflicts red, what needs a look yellow, what agrees green, citations blue.
_COLORS = {"conflict": "31", "unsupported": "33", "agree": "32", "citation": "34"}


def _painter(color: bool) -> Callable[[str, str], str]:
    return (lambda text, kind: f"\x1b[{_COLORS[kind]}m{text}\x1b[0m") if color else (lambda text, _: text)


def _frame(place: Selector, document: Document, paint: Callable[[str], str]) -> Iterator[str]:
    """The place with some context, as a reader sees it; as it stands in the file where it is no place of the text."""
    if len(place.clean):
        text, start, end = document.text, place.clean.start, place.clean.end
        pieces = text[max(0, start - _WIDTH) : start], text[start:end], text[end : end + _WIDTH]
    else:
        pieces = place.prefix[-_WIDTH:], place.exact, place.suffix[:_WIDTH]
    before, exact, after = (_flat(piece) for piece in pieces)
    yield from frame(before, exact, after, paint)


def _lines(
    finding: Finding, documents: dict[str, Document], language: Language, paint: Callable[[str, str], str]
) -> Iterator[str]:
    claim = finding.claim

    def own(text: str) -> str:
        return paint(text, finding.verdict)

    yield f"{_at(claim, documents)}: {own(finding.verdict)} {finding.kind} [{finding.id}]"
    yield from _frame(claim, documents[claim.document], own)
    for evidence in finding.evidence[:1]:
        place = evidence.place
        yield f"  {_at(place, documents)}: {place.value} ({evidence.score:.2f})"
        yield from _frame(place, documents[place.document], own)
    if finding.second:
        told = say("second.mark", model=_flat(finding.second.model), verdict=finding.second.verdict)
        yield f"  {words(told, language)}"
    for step in (*finding.reasons, *finding.notes):
        yield f"  {words(step, language)}"
    yield ""


def _at(place: Selector, documents: dict[str, Document]) -> str:
    return f"{_flat(documents[place.document].path)}:{place.line}:{place.column}"


def _text(report: Report, language: Language, paint: Callable[[str, str], str]) -> str:
    documents = {document.id: document for document in report.documents}
    out: list[str] = []
    for verdict in ORDER:
        for finding in report.findings:
            if finding.verdict == verdict:
                out.extend(_lines(finding, documents, language, paint))
    for problem in report.citations:
        place = problem.place
        out.append(f"{_at(place, documents)}: {paint(problem.severity, 'citation')} {problem.rule}")
        frame = _frame(place, documents[place.document], lambda text: paint(text, "citation"))
        out.extend([*frame, f"  {words(problem.message, language)}"])
        out.extend([f"  fix: {_flat(problem.fix)}", ""] if problem.fix else [""])
    for notice in report.notices:
        out.append(f"{_flat(documents[notice.document].path)}: {_flat(told(notice.message, language))}")
    out.append(words(say("outputs.counts", **report.summary()), language))
    return "\n".join(out) + "\n"


def _render(report: Report, language: Language) -> str:
    return _text(report, language, _painter(False))


def _colored(report: Report, language: Language) -> str:
    return _text(report, language, _painter(True))


def _many(reports: Sequence[Report], language: Language) -> str:
    return "".join(_render(report, language) for report in reports)


FORMAT = OutputFormat(name="text", suffix=".txt", render=_render, many=_many, colored=_colored)
