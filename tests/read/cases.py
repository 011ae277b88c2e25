"""The case folders ``tests/read/<format>/<case>/``: an input and what is to be read out of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from crosscheck.model.document import Document
from crosscheck.read import read

HERE = Path(__file__).parent


def cases() -> list[Path]:
    """The input files, in order."""
    return sorted(HERE.glob("*/*/input.*"))


def shown(document: Document) -> dict[str, Any]:
    """What of a document a person checks: blocks as ``kind label: text``, marks with the words before them ..."""
    text = document.text

    def place(mark: Any) -> str:
        return f"{text[max(0, mark.at - 4) : mark.at]}|{text[mark.at : mark.at + 1].strip()}"

    return {
        "title": document.title,
        "date": document.date,
        "media_type": document.media_type,
        "script": document.script,
        "blocks": [
            f"{'(' if block.apparatus else ''}{block.kind}{block.level or ''}{' ' + block.label if block.label else ''}"
            f"{')' if block.apparatus else ''}: {text[block.span.start : block.span.end]}"
            for block in document.blocks
        ],
        "marks": [f"{mark.label} at {place(mark)}" for mark in document.marks],
        "references": [
            f"{r.form} {r.label}: {r.text} <- {document.source[r.source.start : r.source.end]}"
            for r in document.references
        ],
        "links": [
            f"{text[link.span.start : link.span.end]} -> {link.entity or link.target}"
            for link in document.links
        ],
        "variants": [list(words) for words in document.variants],
    }


def outline(path: Path) -> dict[str, Any]:
    """What is read out of the file at `path`."""
    return shown(read(path))
