"""SARIF 2.1.0, for code scanning: one run with the results of every entry, columns in code points."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from crosscheck.messages import Language
from crosscheck.model.report import Report, Waiver
from crosscheck.render._columns import Region
from crosscheck.render._issue import File, Included, Issue
from crosscheck.render._issues import all_issues, files, fingerprints, notices, unread, worst_first
from crosscheck.render._paths import uri
from crosscheck.render._plain import dump, flat
from crosscheck.render._rules import Rule, rule
from crosscheck.render.interface import OutputFormat

WANTED = Included(unsupported="note")
SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
# Code scanning refuses a run with more.
MOST = 25_000
# Longer descriptions of rules are refused too.
_LONGEST = 1000

_ROOT = "SRCROOT"


def _text(words: str) -> dict[str, str]:
    """`words` as a message in which nothing reads as a link."""
    return {"text": (words.replace("[", r"\[") if "](" in words else words) or "-"}


def _link(words: str, target: int) -> str:
    """A link to the related location `target`."""
    return " [" + re.sub(r"([\[\]\\])", r"\\\1", flat(words)) + f"]({target})"


def _artifact(path: str) -> dict[str, Any]:
    address = uri(path)
    return {"uri": address} if address.startswith("file:") else {"uri": address, "uriBaseId": _ROOT}


def _region(region: Region, exact: str = "") -> dict[str, Any]:
    found: dict[str, Any] = {
        "startLine": region.start.line,
        "startColumn": region.start.column,
        "endLine": region.end.line,
        "endColumn": region.end.column,
    }
    return {**found, "snippet": {"text": exact}} if exact else found


def _location(spot: Any) -> dict[str, Any]:
    return {
        "physicalLocation": {
            "artifactLocation": _artifact(spot.path),
            "region": _region(spot.region(), spot.place.exact),
        }
    }


def _related(issue: Issue) -> list[dict[str, Any]]:
    return [
        {"id": number, **_location(spot), "message": _text(f"{spot.exact} ({spot.score:.2f})")}
        for number, spot in enumerate(issue.related, 1)
    ]


def _fix(issue: Issue) -> list[dict[str, Any]]:
    replacement = {
        "deletedRegion": _region(issue.spot.region()),
        "insertedContent": {"text": issue.fix or ""},
    }
    change = {"artifactLocation": _artifact(issue.spot.path), "replacements": [replacement]}
    return [{"description": _text(issue.message), "artifactChanges": [change]}]


def _result(issue: Issue, fingerprint: str, index: int, waived: bool) -> dict[str, Any]:
    evidence = _link(issue.related[0].path, 1) if issue.related else ""
    found: dict[str, Any] = {
        "ruleId": issue.rule,
        "ruleIndex": index,
        "kind": "pass" if issue.level == "none" else "fail",
        "level": issue.level,
        "message": {"text": _text(issue.message)["text"] + evidence},
        "locations": [_location(issue.spot)],
        # Code scanning knows a result by the first of the two only.
        "partialFingerprints": {"primaryLocationLineHash": f"{fingerprint}:1", "crosscheckId/v1": issue.id},
        "properties": {"id": issue.id, "value": issue.spot.place.value, "section": issue.section},
    }
    if issue.related:
        found["relatedLocations"] = _related(issue)
        found["properties"]["score"] = max(spot.score for spot in issue.related)
    if issue.second:
        told = issue.second
        found["properties"]["secondReader"] = {
            "model": told.model,
            "verdict": told.verdict,
            "answer": told.answer,
            **({"quote": told.quote.exact} if told.quote else {}),
        }
    if issue.fix is not None:
        found["fixes"] = _fix(issue)
    if waived:  # all results have the property, or none
        found["suppressions"] = [_suppression(issue.waiver)] if issue.status == "waived" else []
    return found


def _suppression(waiver: Waiver | None) -> dict[str, Any]:
    """Accepted, with the reason; who decided what on which day are its properties."""
    found: dict[str, Any] = {"kind": "external", "status": "accepted"}
    if waiver is None:
        return found
    who = {"decision": waiver.decision, "by": waiver.by, "on": waiver.on}
    return {**found, "justification": waiver.reason, **({"properties": who} if waiver.decision else {})}


def _rule(known: Rule) -> dict[str, Any]:
    return {
        "id": known.id,
        "name": known.name,
        "shortDescription": _text(known.summary[:_LONGEST]),
        "fullDescription": _text(known.description[:_LONGEST]),
        "help": {"text": known.plain.strip(), "markdown": known.help.strip()},
        "defaultConfiguration": {"level": known.level},
        "properties": {"tags": list(known.tags), "precision": "medium" if "claim" in known.tags else "high"},
    }


def _notifications(reports: Sequence[Report], language: Language, cut: int) -> list[dict[str, Any]]:
    found: dict[tuple[str, str], None] = {
        pair: None for report in reports for pair in notices(report, language)
    }
    out: list[dict[str, Any]] = []
    for path, message in found:
        place = [{"physicalLocation": {"artifactLocation": _artifact(path)}}] if path else []
        out.append({"level": "warning", "message": _text(message), **({"locations": place} if place else {})})
    if cut:
        out.append({"level": "warning", "message": {"text": f"{cut} results were left out: at most {MOST}."}})
    return out


def _artifacts(reports: Sequence[Report]) -> list[dict[str, Any]]:
    known: dict[str, File] = {}
    for report in reports:
        for file in files(report).values():
            known.setdefault(file.path, file)
    return [
        {
            "location": _artifact(path),
            "mimeType": file.document.media_type,
            "hashes": {"sha-256": file.document.sha256},
            **({"roles": ["analysisTarget"]} if file.document.role == "entry" else {}),
        }
        for path, file in known.items()
    ]


def _kept(found: tuple[Issue, ...]) -> tuple[Issue, ...]:
    """The worst `MOST` of them, in the order that they had."""
    if len(found) <= MOST:
        return found
    kept = Counter(map(id, worst_first(found)[:MOST]))
    return tuple(issue for issue in found if id(issue) in kept)


def _run(reports: Sequence[Report], language: Language, wanted: Included) -> dict[str, Any]:
    found = all_issues(reports, language, wanted)
    kept = _kept(found)
    codes = sorted({issue.rule for issue in kept})
    index = {code: number for number, code in enumerate(codes)}
    driver = {"name": "crosscheck", "rules": [_rule(rule(code)) for code in codes]}
    version = reports[0].version if reports else ""
    return {
        "tool": {"driver": {**driver, **({"version": version} if version else {})}},
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The folder that crosscheck was run in."}}},
        "invocations": [
            {
                "executionSuccessful": not any(map(unread, reports)),
                "toolExecutionNotifications": _notifications(reports, language, len(found) - len(kept)),
            }
        ],
        "artifacts": _artifacts(reports),
        "results": [
            _result(issue, mark, index[issue.rule], wanted.waived)
            for issue, mark in zip(kept, fingerprints(kept), strict=True)
        ],
    }


def render_many(reports: Sequence[Report], language: Language = "en", wanted: Included = WANTED) -> str:
    """The log, results in the order of the entries, evidence as related locations, at most `MOST` results.

    Waived results are left out, since code scanning opens suppressed ones again; asked for, they carry
    ``suppressions``.
    """
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(reports, language, wanted)]}
    return dump(log)


def render(report: Report, language: Language = "en") -> str:
    """The log of one report."""
    return render_many((report,), language)


def _suppressing(reports: Sequence[Report], language: Language) -> str:
    return render_many(reports, language, replace(WANTED, waived=True))


FORMAT = OutputFormat(
    name="sarif", suffix=".sarif", render=render, many=render_many, suppressing=_suppressing
)
