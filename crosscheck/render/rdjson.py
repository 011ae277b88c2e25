"""The Diagnostic Format of reviewdog: columns count bytes of UTF-8, from 1, the end is not in the range."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from crosscheck.messages import Language
from crosscheck.model.report import Report
from crosscheck.render._issue import Included, Issue, Level
from crosscheck.render._issues import all_issues
from crosscheck.render._plain import dump
from crosscheck.render.interface import OutputFormat

WANTED = Included()

_SEVERITIES: dict[Level, str] = {"error": "ERROR", "warning": "WARNING", "note": "INFO", "none": "INFO"}


def _range(issue: Issue) -> dict[str, Any]:
    region = issue.spot.region("utf-8")
    return {
        "start": {"line": region.start.line, "column": region.start.column},
        "end": {"line": region.end.line, "column": region.end.column},
    }


def _diagnostic(issue: Issue) -> dict[str, Any]:
    place = _range(issue)
    found = {
        "message": issue.told or issue.rule,
        "location": {"path": issue.spot.path, "range": place},
        "severity": _SEVERITIES[issue.level],
        "code": {"value": issue.rule},
    }
    return found if issue.fix is None else {**found, "suggestions": [{"range": place, "text": issue.fix}]}


def render_many(reports: Sequence[Report], language: Language = "en", wanted: Included = WANTED) -> str:
    """One ``DiagnosticResult`` for all reports, in the order of the entries; a known fix is a suggestion."""
    found = all_issues(reports, language, wanted)
    return dump({"source": {"name": "crosscheck"}, "diagnostics": [_diagnostic(issue) for issue in found]})


def render(report: Report, language: Language = "en") -> str:
    """The result of one report."""
    return render_many((report,), language)


FORMAT = OutputFormat(name="rdjson", suffix=".rdjson", render=render, many=render_many)
