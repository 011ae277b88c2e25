"""``crosscheck report``: the main job."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import cast

import click

from crosscheck import registry
from crosscheck.cli import _second
from crosscheck.cli._color import color, colored
from crosscheck.cli._compare import compare
from crosscheck.cli._options import check_dates, configuration, dates, settings
from crosscheck.cli._show import Format
from crosscheck.cli._site import is_folder, write_site
from crosscheck.cli._write import spare, step_summary, tell, write
from crosscheck.errors import UsageError
from crosscheck.messages import Language, words
from crosscheck.model.report import Report
from crosscheck.model.step import say
from crosscheck.options import FAIL_ON, FailOn, Options, Pair


@click.command("report", short_help="Compare an entry with its sources and write a report.")
@click.argument("entry", required=False)
@click.argument("sources", nargs=-1)
@click.option(
    "-o",
    "--output-file",
    metavar="FILE",
    envvar="CROSSCHECK_OUTPUT_FILE",
    help="Where to write; - is standard output.",
)
@click.option(
    "--output-format",
    type=Format(),
    default="html",
    show_default=True,
    envvar="CROSSCHECK_OUTPUT_FORMAT",
    help="html, text, concise, json, jsonl, sarif, github, gitlab, junit, rdjson, annotation, markdown ...",
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
    help="Of the report.",
)
@click.option(
    "--fail-on", type=click.Choice(FAIL_ON), envvar="CROSSCHECK_FAIL_ON", help="Exit with 1 on such findings."
)
@click.option(
    "--exit-zero", is_flag=True, envvar="CROSSCHECK_EXIT_ZERO", help="Exit with 0 whatever was found."
)
@click.option(
    "--max-bytes",
    type=click.IntRange(min=1),
    envvar="CROSSCHECK_MAX_BYTES",
    help="Refuse files over this size.",
)
@click.option(
    "--self-test",
    is_flag=True,
    envvar="CROSSCHECK_SELF_TEST",
    help="Plant errors, and tell in the report how many were found.",
)
@_second.flags
@click.option("-q", "--quiet", is_flag=True, envvar="CROSSCHECK_QUIET", help="No closing line.")
@color
@configuration
def command(
    entry: str | None,
    sources: tuple[str, ...],
    output_format: str,
    output_file: str | None,
    form: str | None,
    day: tuple[tuple[str, str], ...],
    language: Language | None,
    fail_on: str | None,
    exit_zero: bool,
    max_bytes: int | None,
    self_test: bool,
    second: str | None,
    ask_batch: str | None,
    answers: str | None,
    quiet: bool,
    when: str,
    config: str | None,
    isolated: bool,
) -> int:
    """Compare ENTRY with each SOURCE and write what agrees, conflicts and is unsupported.

    Without arguments the pairs of the configuration are compared.  A report goes to the folder reports/ unless
    --output-file says otherwise; several as HTML get a page each and an index over them.
    """
    options = settings(config, isolated)
    pairs = _pairs(entry, sources, options)
    on = cast(FailOn, fail_on or options.fail_on)
    spoken = language or options.language
    planted: Language | None = spoken if self_test else None
    read = (options.path, *(path for pair in pairs for path in (pair.entry, *pair.sources)))
    check_dates(day, read)
    days = (*options.source_dates, *day)
    reading = replace(options, source_dates=days, max_bytes=max_bytes or options.max_bytes)
    reading = _second.prepared(
        reading, pairs, mode=second, batch=ask_batch, answers=answers, quiet=quiet, form=form
    )
    options = replace(options, second_reader=reading.second_reader)
    if output_format == "html" and (is_folder(output_file) or (len(pairs) > 1 and not output_file)):
        made = tuple(
            compare(
                pair,
                options,
                form=form,
                days=days,
                max_bytes=max_bytes,
                self_test=planted,
                quiet=quiet,
                language=spoken,
            )
            for pair in pairs
        )
        index, *_ = write_site(made, output_file or "reports", spoken, inputs=read)
        if not quiet:
            wrote = words(say("outputs.wrote-index", path=index), spoken)
            tell("\n".join([*(_closing(report, "-", spoken) for report in made), wrote]))
        return 0 if exit_zero else max(fails(report, on) for report in made)
    targets = {
        pair: output_file or str(Path("reports") / f"{_stem(pair.entry)}{_suffix(output_format)}")
        for pair in pairs
    }
    if len(pairs) > 1 and output_file:
        raise UsageError("--output-file", f"one file cannot hold the {len(pairs)} pairs of {options.path}")
    worst = 0
    for target in targets.values():
        spare(target, read)
    for pair in pairs:
        report = compare(
            pair,
            options,
            form=form,
            days=days,
            max_bytes=max_bytes,
            self_test=planted,
            quiet=quiet,
            language=spoken,
        )
        target = targets[pair]
        if output_format == "github":
            step_summary(registry.output_format("markdown").render(report, spoken))
        if output_format == "html" and target != "-":
            _write_pages(report, target, spoken, read)
        else:
            shown = registry.output_format(output_format)
            paint = shown.colored if colored(when, target) else None
            write((paint or shown.render)(report, spoken), target)
        if not quiet:
            tell(_closing(report, target, spoken))
        worst = max(worst, fails(report, on))
    return 0 if exit_zero else worst


def _write_pages(report: Report, target: str, language: Language, read: tuple[str, ...]) -> None:
    """Write the page of `report` to `target`; one that is past the size of a page in parts beside it, as in a corpus."""
    from crosscheck.render.html import render
    from crosscheck.render.site import part_name, split

    parts = {part_name(target, number): part for number, part in enumerate(split(report), 1)}
    for name in parts:
        spare(name, read)
    for name, part in parts.items():
        write(render(part, language), name)


def _pairs(entry: str | None, sources: tuple[str, ...], options: Options) -> tuple[Pair, ...]:
    from crosscheck.gate.corpus import plan
    from crosscheck.read import expand

    if entry is None:
        if options.pairs or options.entries:
            return plan(options)
        raise UsageError("", "name an entry and its sources, or set “pairs” in crosscheck.toml")
    if not sources:
        raise UsageError(entry, "wants at least one source to be compared with")
    return (Pair(entry=entry, sources=expand(sources)),)


def fails(report: Report, on: FailOn) -> int:
    """1 where `report` holds a finding at or above the level `on`, else 0."""
    from crosscheck.gate.items import items
    from crosscheck.gate.sift import failing

    return int(failing(items(report, str), on))


def _stem(path: str) -> str:
    return "stdin" if path == "-" else Path(path).name.split(".")[0] or "report"


def _suffix(name: str) -> str:
    return str(registry.output_format(name).suffix)


def _closing(report: Report, target: str, language: Language) -> str:
    number = len(report.sources)
    sources = words(say("outputs.source" if number == 1 else "outputs.sources", count=number), language)
    where = "" if target == "-" else words(say("outputs.wrote", path=target), language)
    counts = words(say("outputs.counts", **report.summary()), language)
    told = say("outputs.closing", counts=counts, claims=len(report.findings), sources=sources, where=where)
    return words(told, language)
