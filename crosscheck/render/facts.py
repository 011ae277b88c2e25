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


# Colours of a terminal (SGR), one a kind; a kind without one stays plain.
_COLOR = {
    "date": "36", "quantity": "33", "person": "32", "role": "92", "place": "34", "organisation": "94", "title": "35", "thing": "96", "quote": "95",
}  # fmt: skip


def render(
    document: Document, facts: Iterable[Fact], form: str, *, explain: bool = False, color: bool = False
) -> str:
    """The facts as text in the format `form`: json, jsonl, csv or table.

    `explain` adds to the table the rule that found each fact, and a line on each kind; `color` colours it by kind.
    """
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
    return _table(found, explain, color) + (_legend(found, color) if explain else "")


def _table(found: list[dict[str, Any]], explain: bool, color: bool) -> str:
    rows = []
    for fact in found:
        row = [
            f"{fact['line']}:{fact['column']}",
            fact["kind"],
            " ".join(fact["exact"].split()),
            fact["value"],
        ]
        rows.append([*row, fact["rule"]] if explain else row)
    limits = (9, 12, 44, 44) if explain else (9, 12, 44)
    widths = [
        min(max((cells(row[column]) for row in rows), default=0), limit)
        for column, limit in enumerate(limits)
    ]
    lines = []
    for row in rows:
        padded = [pad(cell, width) for cell, width in zip(row, widths, strict=False)]
        if color:
            padded[1:3] = [_colored(cell, row[1]) for cell in padded[1:3]]
        lines.append("  ".join([*padded, *row[len(widths) :]]).rstrip())
    return "".join(f"{line}\n" for line in lines)


def _legend(found: list[dict[str, Any]], color: bool) -> str:
    """What each kind of the table is, by the first line of its page."""
    from crosscheck.registry import kinds

    named = {fact["kind"] for fact in found}
    shown = [kind for kind in kinds() if kind.name in named]
    lines = [(pad(kind.name, 12), kind.name, kind.doc.strip().splitlines()[0]) for kind in shown]
    return "\n" + "".join(f"{_colored(name, kind) if color else name}  {doc}\n" for name, kind, doc in lines)


def _colored(text: str, kind: str) -> str:
    return f"\x1b[{_COLOR[kind]}m{text}\x1b[0m" if kind in _COLOR else text


def cells(text: str) -> int:
    """How many cells of a terminal `text` takes: Han characters take two, variation selectors none."""
    return _columns.cells(text)


def pad(text: str, width: int) -> str:
    """`text` filled with blanks to `width` cells."""
    return text + " " * max(0, width - cells(text))
