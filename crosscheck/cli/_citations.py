"""The citations of one document as `crosscheck cite` writes them."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from crosscheck.cite.record import Record
from crosscheck.messages import Language, words
from crosscheck.model.document import Document
from crosscheck.model.report import CitationProblem


def as_text(
    document: Document, problems: tuple[CitationProblem, ...], records: tuple[Record, ...], language: Language
) -> str:
    """A line for each problem, with the text that mends it where one is certain, then one for each record."""
    lines = []
    for problem in problems:
        place = f"{document.path}:{problem.place.line}:{problem.place.column}"
        lines.append(f"{place}: {problem.severity} {problem.rule}: {words(problem.message, language)}")
        if problem.fix:
            lines.append(f"    fix: {' '.join(problem.fix.split())}")
    lines += [_record(record) for record in records]
    lines.append(f"{len(problems)} problems, {len(records)} references")
    return "".join(f"{line}\n" for line in lines)


def _record(record: Record) -> str:
    names = "、".join(record.authors or record.editors)
    parts = (
        names,
        record.title or record.url,
        record.container,
        record.publisher,
        record.date or record.year,
    )
    said = ", ".join(part for part in parts if part)
    return f"[{record.label}] {record.type or record.form}: {said or '-'}"


def as_json(
    document: Document,
    problems: tuple[CitationProblem, ...],
    records: tuple[Record, ...],
    links: dict[str, Any] | None = None,
) -> str:
    """The problems and records as ``crosscheck.citations/1``; `links` says what came of visits to addresses."""
    data = {
        "schema": "crosscheck.citations/1",
        "document": {"path": document.path, "title": document.title, "sha256": document.sha256},
        "problems": [_problem(problem) for problem in problems],
        "records": [_fields(record) for record in records],
        **({"links": links} if links is not None else {}),
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _problem(problem: CitationProblem) -> dict[str, Any]:
    place = problem.place
    return {
        "id": problem.id,
        "rule": problem.rule,
        "severity": problem.severity,
        "exact": place.exact,
        "start": place.start,
        "end": place.end,
        "line": place.line,
        "column": place.column,
        "message": words(problem.message),
        **({"fix": problem.fix} if problem.fix else {}),
    }


def _fields(record: Record) -> dict[str, Any]:
    kept = {
        name: value for name, value in asdict(record).items() if value and name not in ("span", "identifiers")
    }
    return {
        **kept,
        "start": record.span.start,
        "end": record.span.end,
        "identifiers": dict(record.identifiers),
    }
