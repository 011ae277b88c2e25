"""``crosscheck rule``: the rules by their codes."""

from __future__ import annotations

import json

import click

from crosscheck.cli._write import write
from crosscheck.gate.rules import Rule, rule, rules


@click.command("rule", short_help="List the rules, or show one.")
@click.argument("code", required=False)
@click.option(
    "--output-format",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    envvar="CROSSCHECK_OUTPUT_FORMAT",
    help="What to write.",
)
def command(code: str | None, output_format: str) -> None:
    """List every rule with its level, or show what CODE means, with an example and what others call it."""
    chosen = (rule(code),) if code else rules()
    if output_format == "json":
        rows = [
            {"code": one.code, "level": one.level, "severity": one.severity, "doc": one.doc} for one in chosen
        ]
        write(json.dumps(rows, ensure_ascii=False, indent=1) + "\n", "-")
    else:
        write(page(chosen[0]) if code else "".join(map(_row, chosen)), "-")


def _row(one: Rule) -> str:
    return f"{one.code:36} {one.level:12} {one.severity:8} {one.summary}\n"


def page(one: Rule) -> str:
    """The page of a rule for a terminal."""
    return f"{one.code} ({one.level}, {one.severity})\n\n{one.doc.rstrip()}\n"
