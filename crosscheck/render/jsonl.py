"""The JSON report as lines (``crosscheck.report-lines/1``): one record a line, for streams and large corpora.

For each entry a line of type ``report`` with tool, documents and summary, then its findings, citations and notices;
each line names its entry, so that it stands by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from crosscheck.messages import Language
from crosscheck.model.report import Report
from crosscheck.render._issue import Included
from crosscheck.render._plain import dump_line
from crosscheck.render.interface import OutputFormat
from crosscheck.render.json import as_dict

WANTED = Included(unsupported="note", agree=True, waived=True)
SCHEMA = "crosscheck.report-lines/1"
_TYPES = {"findings": "finding", "citations": "citation", "notices": "notice"}


def _has(record: dict[str, Any], wanted: Included) -> bool:
    verdict = record.get("verdict")
    if record.get("status") == "waived" and not wanted.waived:
        return False
    return {"agree": wanted.agree, "unsupported": wanted.unsupported is not None}.get(str(verdict), True)


def _records(report: Report, wanted: Included) -> Iterator[dict[str, Any]]:
    data: dict[str, Any] = as_dict(report)
    entry = report.entry.path
    head = {key: data[key] for key in ("tool", "documents", "summary")}
    yield {"type": "report", "schema": SCHEMA, "entry": entry, **head}
    for key, name in _TYPES.items():
        for record in data[key]:
            if _has(record, wanted):
                yield {"type": name, "entry": entry, **record}


def render_many(reports: Sequence[Report], language: Language = "en", wanted: Included = WANTED) -> str:
    """The records of every report, waived ones and claims that agree too; words in English, as in the JSON report."""
    return "".join(dump_line(record) for report in reports for record in _records(report, wanted))


def render(report: Report, language: Language = "en") -> str:
    """The records of one report."""
    return render_many((report,), language)


FORMAT = OutputFormat(name="jsonl", suffix=".jsonl", render=render, many=render_many, whole=True)
