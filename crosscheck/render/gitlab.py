"""The Code Quality report of GitLab: one array of issues in the form of Code Climate."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from crosscheck.messages import Language
from crosscheck.model.report import Report
from crosscheck.render._columns import Position
from crosscheck.render._issue import Included, Issue, Level
from crosscheck.render._issues import all_issues, fingerprints
from crosscheck.render._plain import dump
from crosscheck.render.interface import OutputFormat

WANTED = Included()

_SEVERITIES: dict[Level, str] = {"error": "major", "warning": "minor", "note": "info", "none": "info"}


def _position(position: Position) -> dict[str, int]:
    return {"line": position.line, "column": position.column}


def _issue(issue: Issue, fingerprint: str) -> dict[str, Any]:
    region = issue.spot.region()
    return {
        "type": "issue",
        "check_name": issue.rule,
        "description": issue.told,
        "categories": ["Bug Risk"],
        "severity": _SEVERITIES[issue.level],
        "fingerprint": fingerprint,
        "location": {
            "path": issue.spot.path,
            # Older services read `lines`, newer ones `positions`.
            "lines": {"begin": region.start.line, "end": region.end.line},
            "positions": {"begin": _position(region.start), "end": _position(region.end)},
        },
    }


def render_many(reports: Sequence[Report], language: Language = "en", wanted: Included = WANTED) -> str:
    """The array, in the order of the entries; every fingerprint is there once, since the service drops a second one."""
    found = all_issues(reports, language, wanted)
    return dump([_issue(issue, mark) for issue, mark in zip(found, fingerprints(found), strict=True)])


def render(report: Report, language: Language = "en") -> str:
    """The array of one report."""
    return render_many((report,), language)


FORMAT = OutputFormat(name="gitlab", suffix=".gitlab.json", render=render, many=render_many)
