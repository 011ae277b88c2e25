"""``crosscheck report``: the main job."""

from __future__ import annotations

from pathlib import Path

import click

from crosscheck import registry
from crosscheck.cli._options import configuration, dates, output, settings
from crosscheck.cli._site import is_folder, write_site
from crosscheck.cli._write import write
from crosscheck.errors import EmptyError, UsageError
from crosscheck.messages import Language
from crosscheck.model.report import Report
from crosscheck.options import FAIL_ON, Options, Pair

# Named here and not looked up: a report is written without loading the outputs that it does not need.
FORMATS = (
    "html", "json", "text", "concise", "jsonl", "markdown", "sarif", "github", "gitlab", "junit", "rdjson", "annotation",
)  # fmt: skip


@click.command("report", short_help="Compare an entry with its sources and write a report.")
@click.argument("entry", required=False)
@click.argument("sources", nargs=-1)
@output(*FORMATS, default="html")
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
@click.option("-q", "--quiet", is_flag=True, envvar="CROSSCHECK_QUIET", help="No closing line.")
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
    quiet: bool,
    config: str | None,
    isolated: bool,
) -> int:
    """Compare ENTRY with each SOURCE and write what agrees, conflicts and is unsupported.

    Without arguments the pairs of the configuration are compared.  A report goes to the folder reports/ unless
    --output-file says otherwise; several as HTML get a page each and an index over them.
    """
    options = settings(config, isolated)
    pairs = _pairs(entry, sources, options)
    if output_format == "html" and (is_folder(output_file) or (len(pairs) > 1 and not output_file)):
        made = tuple(
            compare(pair, options, form=form, days=(*options.source_dates, *day), max_bytes=max_bytes)
            for pair in pairs
        )
        index, *_ = write_site(made, output_file or "reports", language or options.language)
        if not quiet:
            click.echo("\n".join([*(_closing(report, "-") for report in made), f"wrote {index}"]), err=True)
        return 0 if exit_zero else max(fails(report, fail_on or options.fail_on) for report in made)
    if len(pairs) > 1 and output_file:
        raise UsageError("--output-file", f"one file cannot hold the {len(pairs)} pairs of {options.path}")
    worst = 0
    for pair in pairs:
        report = compare(pair, options, form=form, days=(*options.source_dates, *day), max_bytes=max_bytes)
        target = output_file or str(Path("reports") / f"{_stem(pair.entry)}{_suffix(output_format)}")
        write(registry.output_format(output_format).render(report, language or options.language), target)
        if not quiet:
            click.echo(_closing(report, target), err=True)
        worst = max(worst, fails(report, fail_on or options.fail_on))
    return 0 if exit_zero else worst


def _pairs(entry: str | None, sources: tuple[str, ...], options: Options) -> tuple[Pair, ...]:
    from crosscheck.read import expand

    if entry is None:
        if options.pairs:
            return options.pairs
        raise UsageError("", "name an entry and its sources, or set “pairs” in crosscheck.toml")
    if not sources:
        raise UsageError(entry, "wants at least one source to be compared with")
    return (Pair(entry=entry, sources=expand(sources)),)


def compare(
    pair: Pair,
    options: Options,
    *,
    form: str | None,
    days: tuple[tuple[str, str], ...],
    max_bytes: int | None,
) -> Report:
    """Read a pair and check it; InputError where nothing can be checked."""
    from crosscheck.lexicon import extended
    from crosscheck.pipeline import check
    from crosscheck.read import read

    known = dict(days)
    limit = max_bytes or options.max_bytes
    entry = read(pair.entry, role="entry", format=form, date=known.get(pair.entry), max_bytes=limit)
    sources = [read(path, format=form, date=known.get(path), max_bytes=limit) for path in pair.sources]
    with extended(options.lexicon):
        report = check(entry, sources)
    if not report.findings:
        raise EmptyError(pair.entry, "no claim was read out of it")
    return report


def fails(report: Report, on: str) -> int:
    """1 where `report` holds an open finding at or above the level `on`, else 0."""
    wanted = {"conflict": {"conflict"}, "unsupported": {"conflict", "unsupported"}}.get(on, set())
    if any(finding.verdict in wanted and finding.status == "open" for finding in report.findings):
        return 1
    return int(on == "citation" and any(problem.severity == "error" for problem in report.citations))


def _stem(path: str) -> str:
    return "stdin" if path == "-" else Path(path).name.split(".")[0] or "report"


def _suffix(name: str) -> str:
    return str(registry.output_format(name).suffix)


def _closing(report: Report, target: str) -> str:
    counts = report.summary()
    where = "" if target == "-" else f"; wrote {target}"
    return (
        f"{counts['conflict']} conflict, {counts['unsupported']} unsupported, {counts['agree']} agree, "
        f"{counts['citations']} citation problems; {len(report.findings)} claims against "
        f"{len(report.sources)} source{'s' if len(report.sources) != 1 else ''}{where}"
    )
