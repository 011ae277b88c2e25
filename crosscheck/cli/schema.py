"""``crosscheck schema``: the contract with machines."""

from __future__ import annotations

from importlib.resources import files

import click

from crosscheck.cli._write import write


@click.command("schema", short_help="Print the JSON Schema of the report.")
def command() -> None:
    """Print the JSON Schema of what `crosscheck report --output-format json` writes."""
    write(files("crosscheck.data").joinpath("report.schema.json").read_text(encoding="utf-8"), "-")
