"""``crosscheck schema``: the contract with machines."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import click

from crosscheck.cli._write import write

# What there is a schema of, and the schemas that it refers to.
NAMES: dict[str, tuple[str, ...]] = {
    "report": (),
    "reports": ("report",),
    "report-lines": ("report",),
    "config": (),
}


@click.command("schema", short_help="Print the JSON Schema of the report.")
@click.argument("name", type=click.Choice(list(NAMES)), default="report")
def command(name: str) -> None:
    """Print the JSON Schema of what `crosscheck report --output-format json` writes, or of NAME.

    reports: what `crosscheck check --output-format json` writes on several entries; report-lines: a line of
    --output-format jsonl; config: crosscheck.toml. Each stands by itself: what it refers to is in it.
    """
    write(text(name), "-")


def text(name: str) -> str:
    """The schema called `name`, with the schemas that it refers to under ``$defs``."""
    whole = _read(name)
    if not NAMES[name]:
        return whole
    data: dict[str, Any] = json.loads(whole)
    data["$defs"] = {other: json.loads(_read(other)) for other in NAMES[name]}
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _read(name: str) -> str:
    return files("crosscheck.data").joinpath(f"{name}.schema.json").read_text(encoding="utf-8")
