"""``crosscheck facts``: what was read out of one document."""

from __future__ import annotations

import click

from crosscheck.cli._color import color, colored
from crosscheck.cli._options import configuration, day, output, settings
from crosscheck.cli._write import spare, tell, write
from crosscheck.errors import EmptyError
from crosscheck.registry import kinds

KINDS = tuple(kind.name for kind in kinds() if not kind.clauses)


@click.command("facts", short_help="List the facts that are read out of one document.")
@click.argument("document")
@output("table", "json", "jsonl", "csv", default="table")
@click.option(
    "--kind", "wanted", type=click.Choice(KINDS), multiple=True, help="Only this kind (repeatable)."
)
@click.option(
    "--from", "form", metavar="FORMAT", envvar="CROSSCHECK_FROM", help="Read the file as this format."
)
@click.option(
    "--date", metavar="DATE", callback=day, help="The day the document was written, for 今年 and 昨日."
)
@click.option("--explain", is_flag=True, help="Show the rule that found each fact, and what each kind is.")
@color
@configuration
def command(
    document: str,
    output_format: str,
    output_file: str | None,
    wanted: tuple[str, ...],
    form: str | None,
    date: str | None,
    explain: bool,
    when: str,
    config: str | None,
    isolated: bool,
) -> int:
    """List the facts that are read out of DOCUMENT, with their places and values; - is standard input."""
    import crosscheck
    from crosscheck import recognise
    from crosscheck.lexicon import extended
    from crosscheck.messages import words
    from crosscheck.model.step import say
    from crosscheck.render.facts import render

    options = settings(config, isolated)
    spare(output_file, (options.path, document))
    read = crosscheck.read(
        document, format=form, date=date or options.date_of(document), max_bytes=options.max_bytes
    )
    with extended(options.lexicon):
        found = [fact for fact in crosscheck.facts(read) if not wanted or fact.kind in wanted]
    if not found and not wanted:
        raise EmptyError(document, "no fact was read out of it")
    if recognise.missed():
        tell(f"crosscheck: {words(say('notice.no-names'), options.language)}")
    shown = colored(when, output_file)
    write(render(read, found, output_format, explain=explain, color=shown), output_file or "-")
    return 0
