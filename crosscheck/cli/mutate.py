"""``crosscheck mutate``: how much of what is wrong is found, on one's own texts."""

from __future__ import annotations

import os

import click

from crosscheck.cli._options import check_dates, configuration, dates, output, settings
from crosscheck.cli._write import spare, write
from crosscheck.errors import EmptyError, UsageError
from crosscheck.messages import Language
from crosscheck.options import dated


@click.command("mutate", short_help="Plant errors into an entry and count how many are found.")
@click.argument("entry")
@click.argument("sources", nargs=-1)
@output("text", "json", default="text")
@click.option(
    "--seed", type=int, default=0, show_default=True, envvar="CROSSCHECK_SEED", help="What is planted."
)
@click.option(
    "--per-kind",
    type=click.IntRange(min=1),
    default=5,
    show_default=True,
    envvar="CROSSCHECK_PER_KIND",
    help="At most so many of each kind of error.",
)
@click.option(
    "--from", "form", metavar="FORMAT", envvar="CROSSCHECK_FROM", help="Read every file as this format."
)
@click.option(
    "--source-date",
    "day",
    multiple=True,
    metavar="FILE=DATE",
    callback=dates,
    help="The day a file was written.",
)
@click.option(
    "--language",
    type=click.Choice(["en", "zh-Hans", "zh-Hant"]),
    envvar="CROSSCHECK_LANGUAGE",
    help="Of the table.",
)
@configuration
def command(
    entry: str,
    sources: tuple[str, ...],
    output_format: str,
    output_file: str | None,
    seed: int,
    per_kind: int,
    form: str | None,
    day: tuple[tuple[str, str], ...],
    language: Language | None,
    config: str | None,
    isolated: bool,
) -> int:
    """Plant errors into what agrees in ENTRY, check it against each SOURCE, and count how many are found.

    No file is changed.  The same seed plants the same errors.
    """
    from crosscheck.mutate import mutate
    from crosscheck.read import expand, read
    from crosscheck.render.mutation import render

    options = settings(config, isolated)
    if not sources:
        raise UsageError(entry, "wants at least one source to be compared with")
    check_dates(day, (entry, *expand(sources)))
    known = dated((*options.source_dates, *day))
    spare(output_file, (options.path, entry, *expand(sources)))
    limit = options.max_bytes
    document = read(
        entry, role="entry", format=form, date=known.get(os.path.realpath(entry)), max_bytes=limit
    )
    held = [
        read(path, format=form, date=known.get(os.path.realpath(path)), max_bytes=limit)
        for path in expand(sources)
    ]
    mutation = mutate(document, held, seed=seed, per_kind=per_kind)
    if not mutation.trials:
        raise EmptyError(entry, "nothing in it agrees with a source, so no error can be planted")
    write(render(mutation, output_format, language or options.language), output_file or "-")
    return 0
