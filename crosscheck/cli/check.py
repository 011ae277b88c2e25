"""``crosscheck check``: the gate."""

from __future__ import annotations

import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from crosscheck.cli import _gate, _second
from crosscheck.cli._baseline import marker, tell_earlier, write_baseline
from crosscheck.cli._color import color, colored
from crosscheck.cli._options import check_dates, configuration, dates
from crosscheck.cli._options import settings as configured
from crosscheck.cli._settings import in_force, shown
from crosscheck.cli._show import Format, difference, notes, rendered, statistics, write_pages
from crosscheck.cli._site import is_folder
from crosscheck.cli._write import spare, step_summary, tell, write
from crosscheck.options import FAIL_ON, Options


@click.command("check", short_help="Check a corpus: the gate in CI, with a memory.")
@click.argument("paths", nargs=-1)
@click.option(
    "--source",
    "sources",
    multiple=True,
    metavar="FILE",
    help="Hold PATHS against this source (repeatable, globs).",
)
@click.option(
    "--source-date",
    "day",
    multiple=True,
    metavar="FILE=DATE",
    callback=dates,
    help="The day a file was written.",
)
@_gate.rules
@click.option(
    "--fail-on",
    type=click.Choice(FAIL_ON),
    envvar="CROSSCHECK_FAIL_ON",
    help="Exit with 1 on new findings at or above this; conflict by default.",
)
@click.option(
    "--exit-zero", is_flag=True, envvar="CROSSCHECK_EXIT_ZERO", help="Exit with 0 whatever was found."
)
@click.option(
    "--since", metavar="REV", envvar="CROSSCHECK_SINCE", help="Only what changed since this revision of git."
)
@click.option(
    "--staged",
    is_flag=True,
    envvar="CROSSCHECK_STAGED",
    help="Only what is staged to be committed, as it is staged.",
)
@click.option(
    "--baseline",
    metavar="FILE",
    envvar="CROSSCHECK_BASELINE",
    help="Findings that are known: they do not fail.",
)
@click.option("--write-baseline", is_flag=True, help="Write what is found to the baseline and exit with 0.")
@click.option(
    "--decisions", metavar="FILE", envvar="CROSSCHECK_DECISIONS", help="What was decided on findings."
)
@click.option(
    "--show-waived",
    is_flag=True,
    envvar="CROSSCHECK_SHOW_WAIVED",
    help="Write findings that were waived to SARIF too, as suppressions.",
)
@click.option(
    "--allow-no-names",
    is_flag=True,
    envvar="CROSSCHECK_ALLOW_NO_NAMES",
    help="Pass where the recogniser of names cannot be loaded; else that exits with 3.",
)
@click.option("--diff", is_flag=True, help="Show only what is new (+) and what is resolved (-), a line each.")
@click.option(
    "--statistics",
    "counted",
    is_flag=True,
    envvar="CROSSCHECK_STATISTICS",
    help="Show how often each rule was broken.",
)
@click.option(
    "--show-settings", is_flag=True, help="Show what is in force and where it was set, and check nothing."
)
@click.option(
    "--output-format",
    type=Format(),
    default="text",
    show_default=True,
    envvar="CROSSCHECK_OUTPUT_FORMAT",
    help="text, concise, json, jsonl, sarif, github, gitlab, junit, rdjson, annotation, markdown ...",
)
@click.option(
    "-o",
    "--output-file",
    metavar="FILE",
    envvar="CROSSCHECK_OUTPUT_FILE",
    help="Where to write; - is standard output.",
)
@click.option(
    "--language",
    type=click.Choice(["en", "zh-Hans", "zh-Hant"]),
    envvar="CROSSCHECK_LANGUAGE",
    help="Of what is written.",
)
@click.option(
    "-j",
    "--jobs",
    type=click.IntRange(min=1),
    envvar="CROSSCHECK_JOBS",
    help="Processes side by side; by default as many as there are cores.",
)
@click.option(
    "--no-cache",
    is_flag=True,
    envvar="CROSSCHECK_NO_CACHE",
    help="Work everything out anew and keep nothing.",
)
@_second.flags
@click.option("-q", "--quiet", is_flag=True, envvar="CROSSCHECK_QUIET", help="No notes and no closing line.")
@click.option(
    "-v", "--verbose", is_flag=True, envvar="CROSSCHECK_VERBOSE", help="More notes, and how long it took."
)
@color
@configuration
@click.pass_context
def command(ctx: click.Context, /, config: str | None, isolated: bool, **flags: Any) -> int:
    """Check every entry of the configuration against its sources, or those that PATHS touch.

    Exits with 1 on new findings at or above --fail-on, with 2 on wrong usage, with 3 where something could not be
    checked, else with 0.
    """
    began = time.monotonic()
    options, origins = in_force(ctx, configured(config, isolated), flags)
    if flags["show_settings"]:
        write(shown(options, origins), flags["output_file"] or "-")
        return 0
    selected = _gate.selection(options)
    from crosscheck.gate.cache import Cache

    cache = Cache(_gate.cache_folder(options, not flags["no_cache"]))
    try:
        with tempfile.TemporaryDirectory(prefix="crosscheck-") as folder:
            return _run(options, selected, flags, cache, Path(folder))
    finally:
        cache.close()
        if flags["verbose"]:
            tell(f"{time.monotonic() - began:.1f} s")


def _run(options: Options, selected: Any, flags: dict[str, Any], cache: Any, folder: Path) -> int:
    from crosscheck.gate import baseline, checking, corpus, decisions
    from crosscheck.gate.lifted import decided as decided_by

    pairs = corpus.plan(options, flags["paths"], flags["sources"])
    read = (options.path, *(path for pair in pairs for path in (pair.entry, *pair.sources)))
    check_dates(flags["day"], read)
    target = _gate.beside(options, options.baseline, baseline.FILE) if flags["write_baseline"] else ""
    options = _second.prepared(
        options, pairs, mode=flags["second"], batch=flags["ask_batch"], answers=flags["answers"], quiet=flags["quiet"], replays=True,
    )  # fmt: skip
    decided_in = _gate.beside(options, options.decisions, decisions.FILE)
    spare(target, (*read, decided_in))
    spare(flags["output_file"], (*read, decided_in, options.baseline))
    known = baseline.Baseline()
    if options.baseline and not flags["write_baseline"]:
        known = baseline.load(options.baseline)
        tell_earlier("gate.earlier-baseline", options.baseline, known.earlier, options, flags)
    change = _change(flags)
    decided, lifted = decided_by(decided_in, change)
    earlier = sum(1 for decision in decided if decision.version < decisions.VERSION)
    tell_earlier("gate.earlier-decisions", decided_in, earlier, options, flags)
    wanted = checking.Task(
        options=options,
        pairs=pairs,
        selection=selected,
        baseline=known,
        decisions=decided,
        change=change,
        lifted=lifted,
        today=_gate.today(),
        processes=flags["jobs"] or _gate.cores(),
    )
    with _gate.progress(flags["quiet"]) as seen:
        outcome = checking.go(wanted, cache, folder, seen)
    notes(outcome, options.language, quiet=flags["quiet"])
    if flags["write_baseline"]:
        return write_baseline(outcome, options, flags)
    if flags["output_format"] == "html" and is_folder(flags["output_file"]) and not flags["diff"]:
        if not options.baseline:
            write_pages(outcome, flags["output_file"], options, cache, inputs=read)
        else:
            # The pages show what is known too, marked: the answers are there already.
            whole = checking.go(replace(wanted, baseline=baseline.Baseline()), cache, folder)
            mark = marker(whole, known, options, selected)
            write_pages(whole, flags["output_file"], options, cache, mark, inputs=read)
        return _close(outcome, options, flags)
    if flags["output_format"] == "github":
        step_summary(rendered(outcome, "markdown", options, cache))
    text = (
        difference(outcome)
        if flags["diff"]
        else rendered(
            outcome,
            flags["output_format"],
            options,
            cache,
            color=colored(flags["when"], flags["output_file"]),
        )
    )
    write(text + (statistics(outcome) if flags["counted"] else ""), flags["output_file"] or "-")
    return _close(outcome, options, flags)


def _change(flags: dict[str, Any]) -> Any:
    from crosscheck.gate import git

    if flags["since"] and flags["staged"]:
        raise click.UsageError("--since and --staged exclude each other")
    if not flags["since"] and not flags["staged"]:
        return None
    return git.change(Path.cwd(), since=flags["since"] or "", staged=flags["staged"])


def _close(outcome: Any, options: Options, flags: dict[str, Any]) -> int:
    from crosscheck.gate.sift import failing

    sys.stdout.flush()
    if not flags["quiet"]:
        tell(outcome.closing(options.language))
    if failing(outcome.new, options.fail_on) and not flags["exit_zero"]:
        return 1
    return 3 if outcome.failures else 0
