"""``crosscheck facts``: what was read out of one document."""

from __future__ import annotations

import click

from crosscheck.cli._color import in_color
from crosscheck.cli._options import configuration, output, settings
from crosscheck.cli._write import write
from crosscheck.errors import EmptyError

KINDS = ("date", "quantity", "person", "role", "place", "organisation", "title", "thing", "quote")


@click.command("facts", short_help="List the facts that are read out of one document.")
@click.argument("document")
@output("table", "json", "jsonl", "csv", default="table")
@click.option(
    "--kind", "wanted", type=click.Choice(KINDS), multiple=True, help="Only this kind (repeatable)."
)
@click.option(
    "--from", "form", metavar="FORMAT", envvar="CROSSCHECK_FROM", help="Read the file as this format."
)
@click.option("--date", metavar="DATE", help="The day the document was written, for 今年 and 昨日.")
@click.option("--explain", is_flag=True, help="Show the rule that found each fact, and what each kind is.")
@configuration
def command(
    document: str,
    output_format: str,
    output_file: str | None,
    wanted: tuple[str, ...],
    form: str | None,
    date: str | None,
    explain: bool,
    config: str | None,
    isolated: bool,
) -> int:
    """List the facts that are read out of DOCUMENT, with their places and values; - is standard input."""
    import crosscheck
    from crosscheck.lexicon import extended
    from crosscheck.render.facts import render

    options = settings(config, isolated)
    read = crosscheck.read(
        document, format=form, date=date or options.date_of(document), max_bytes=options.max_bytes
    )
    with extended(options.lexicon):
        found = [fact for fact in crosscheck.facts(read) if not wanted or fact.kind in wanted]
    if not found and not wanted:
        raise EmptyError(document, "no fact was read out of it")
    color = output_file in (None, "-") and in_color()
    write(render(read, found, output_format, explain=explain, color=color), output_file or "-")
    return 0
