"""The JSON report, ``crosscheck.report/1``: the contract with everyone who reads crosscheck by machine."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from crosscheck.messages import Language, told, words
from crosscheck.model.document import Document
from crosscheck.model.report import CitationProblem, Evidence, Finding, Report, Second, Selector
from crosscheck.render.interface import OutputFormat

SCHEMA = "crosscheck.report/1"
MANY = "crosscheck.reports/1"
# What is needed where no score would do.
NOTHING = 1.01


def _document(document: Document) -> dict[str, Any]:
    return {
        "id": document.id,
        "path": document.path,
        "role": document.role,
        "title": document.title,
        "sha256": document.sha256,
        "media_type": document.media_type,
        "script": document.script,
        **({"date": document.date} if document.date else {}),
    }


def _place(place: Selector) -> dict[str, Any]:
    return {
        "document": place.document,
        "exact": place.exact,
        "prefix": place.prefix,
        "suffix": place.suffix,
        "start": place.start,
        "end": place.end,
        "line": place.line,
        "column": place.column,
        "value": place.value,
    }


def _evidence(evidence: Evidence) -> dict[str, Any]:
    found = {**_place(evidence.place), "score": evidence.score}
    if evidence.why:
        found |= {
            "relation": evidence.relation,
            "needed": NOTHING if evidence.needed is None else evidence.needed,
            "why": {part.name: part.adds for part in evidence.why},
            "measured": {part.name: part.value for part in evidence.why},
        }
    return found


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "id": finding.id,
        "verdict": finding.verdict,
        "kind": finding.kind,
        "relation": finding.relation,
        "section": finding.section,
        "claim": _place(finding.claim),
        "evidence": [_evidence(evidence) for evidence in finding.evidence],
        "score": finding.score,
        "reasons": [words(step) for step in (*finding.reasons, *finding.notes)],
        "notes": [words(step) for step in finding.notes],
        "marks": list(finding.marks),
        "citation": finding.citation,
        "considered": [_evidence(evidence) for evidence in finding.considered],
        "status": finding.status,
        **({"waiver": str(finding.waiver)} if finding.waiver else {}),
        **({"new": finding.new} if finding.new is not None else {}),
        **({"second_reader": _second(finding.second)} if finding.second else {}),
    }


def _second(second: Second) -> dict[str, Any]:
    found: dict[str, Any] = {"model": second.model, "verdict": second.verdict, "answer": second.answer}
    return {**found, "quote": _place(second.quote)} if second.quote else found


def _problem(problem: CitationProblem) -> dict[str, Any]:
    place = _place(problem.place)
    del place["value"]
    return {
        "id": problem.id,
        "rule": problem.rule,
        "severity": problem.severity,
        **place,
        "message": words(problem.message),
        **({"fix": problem.fix} if problem.fix else {}),
        "status": problem.status,
        **({"waiver": str(problem.waiver)} if problem.waiver else {}),
        **({"new": problem.new} if problem.new is not None else {}),
    }


def as_dict(report: Report) -> dict[str, object]:
    """The report as plain data, keys in a fixed order."""
    return {
        "schema": SCHEMA,
        "tool": {"name": "crosscheck", "version": report.version},
        "documents": [_document(document) for document in report.documents],
        "summary": report.summary(),
        "findings": [_finding(finding) for finding in report.findings],
        "citations": [_problem(problem) for problem in report.citations],
        "notices": [{"document": n.document, "message": told(n.message)} for n in report.notices],
        **({"self_test": [list(row) for row in report.self_test]} if report.self_test else {}),
    }


def as_one(reports: Iterable[Report]) -> dict[str, object]:
    """Many reports as plain data (``crosscheck.reports/1``)."""
    return {"schema": MANY, "reports": [as_dict(report) for report in reports]}


def dump(data: object) -> str:
    """`data` as JSON text, the one way that crosscheck writes it."""
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _render(report: Report, language: Language) -> str:
    return dump(as_dict(report))


def _many(reports: Sequence[Report], _: Language) -> str:
    return dump(as_one(reports))


FORMAT = OutputFormat(name="json", suffix=".json", render=_render, many=_many, whole=True)
