"""The facts of one document: as JSON (``crosscheck.facts/1``), as lines of JSON, as CSV, or as a table."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from typing import Any

from crosscheck.model.document import Document
from crosscheck.model.fact import Fact
from crosscheck.places import Places
from crosscheck.render import _columns
from crosscheck.render.json import dump

SCHEMA = "crosscheck.facts/1"


def records(document: Document, facts: Iterable[Fact]) -> list[dict[str, Any]]:
    """Each fact as plain data: kind, exact, start, end, line, column, value, rule."""
    places = Places.of(document)
    found = []
    for fact in facts:
        place = places.select(fact.span, str(fact.value))
        found.append(
            {
                "kind": fact.kind,
                "exact": place.exact,
                "start": place.start,
                "end": place.end,
                "line": place.line,
                "column": place.column,
                "value": place.value,
                "rule": fact.rule,
            }
        )
    return found


def render(document: Document, facts: Iterable[Fact], form: str) -> str:
    """The facts as text in the format `form`: json, jsonl, csv or table."""
    found = records(document, facts)
    if form == "json":
        head = {
            "id": document.id,
            "path": document.path,
            "title": document.title,
            "sha256": document.sha256,
            "media_type": document.media_type,
            "script": document.script,
        }
        return dump({"schema": SCHEMA, "document": head, "facts": found})
    if form == "jsonl":
        return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in found)
    if form == "csv":
        out = io.StringIO()
        writer = csv.DictWriter(out, ["kind", "exact", "value", "start", "end", "line", "column", "rule"])
        writer.writeheader()
        writer.writerows(found)
        return out.getvalue()
    return _table(found)


def _table(found: list[dict[str, Any]]) -> str:
    rows = [
        (f"{f['line']}:{f['column']}", f["kind"], " ".join(f["exact"].split()), f["value"]) for f in found
    ]
    widths = [max((cells(row[i]) for row in rows), default=0) for i in range(3)]
    widths = [min(width, limit) for width, limit in zip(widths, (9, 12, 44), strict=True)]
    lines = ["  ".join([*(pad(row[i], widths[i]) for i in range(3)), row[3]]).rstrip() for row in rows]
    return "".join(f"{line}\n" for line in lines)


def cells(text: str) -> int:
    """How many cells of a terminal `text` takes: Han characters take two, variation selectors none."""
    return _columns.cells(text)


def pad(text: str, width: int) -> str:
    """`text` filled with blanks to `width` cells."""
    return text + " " * max(0, width - cells(text))
