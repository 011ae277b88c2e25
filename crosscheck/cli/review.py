"""``crosscheck review``: decides on findings, one key each."""

from __future__ import annotations

import getpass
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from crosscheck.cli import _gate, _second
from crosscheck.cli._options import configuration
from crosscheck.cli._options import settings as configured
from crosscheck.cli._show import failures
from crosscheck.cli._walk import Walk
from crosscheck.cli._write import spare, tell
from crosscheck.gate.decisions import FILE, Choice, amend, load
from crosscheck.gate.items import Item
from crosscheck.gate.waive import Held
from crosscheck.messages import Language, words
from crosscheck.model.step import say

KEYS: dict[str, Choice] = {"a": "accepted", "f": "false-positive", "w": "wont-fix", "d": "deferred"}


@click.command("review", short_help="Walk through open findings and decide on each.")
@click.argument("paths", nargs=-1)
@click.option(
    "--source",
    "sources",
    multiple=True,
    metavar="FILE",
    help="Hold PATHS against this source (repeatable, globs).",
)
@_gate.rules
@click.option(
    "--language",
    type=click.Choice(["en", "zh-Hans", "zh-Hant"]),
    envvar="CROSSCHECK_LANGUAGE",
    help="Of what is asked and told.",
)
@click.option("--decisions", metavar="FILE", envvar="CROSSCHECK_DECISIONS", help="The file to write.")
@click.option(
    "--by", metavar="NAME", envvar="CROSSCHECK_BY", help="Who decides; the name that git knows by default."
)
@click.option("--expires", metavar="DATE", help="The last day on which what is decided now counts.")
@click.option(
    "--import",
    "taken",
    metavar="FILE",
    help="Take decisions from another file or from Web Annotations, and ask nothing.",
)
@click.option(
    "--no-cache",
    is_flag=True,
    envvar="CROSSCHECK_NO_CACHE",
    help="Work everything out anew and keep nothing.",
)
@configuration
def command(config: str | None, isolated: bool, **flags: Any) -> int:
    """Walk through the open findings and write what is decided on each, at once, to the decisions file.

    Each decision wants a reason. Quit at any time; nothing that was decided is lost.
    """
    from crosscheck.gate import checking, corpus
    from crosscheck.gate.cache import Cache

    options = _gate.with_rules(configured(config, isolated), flags)
    options = _second.replayed(_gate.with_flags(options, language=flags["language"]))
    target = _gate.beside(options, flags["decisions"] or options.decisions, FILE)
    known = load(target)
    today = _gate.today()
    wanted = checking.Task(
        options=options,
        pairs=corpus.plan(options, flags["paths"], flags["sources"]),
        selection=_gate.selection(options),
        decisions=known,
        today=today,
        processes=_gate.cores(),
    )
    spare(target, (options.path, *(path for pair in wanted.pairs for path in (pair.entry, *pair.sources))))
    cache = Cache(_gate.cache_folder(options, not flags["no_cache"]))
    with tempfile.TemporaryDirectory(prefix="crosscheck-") as folder, _gate.progress(False) as seen:
        outcome = checking.go(wanted, cache, Path(folder), seen)
    cache.close()
    failures(outcome, options.language)
    walk = Walk(target, _by(flags["by"]), today, _day(flags["expires"]), options.language)
    if flags["taken"]:
        decided = tuple(held.item for held in outcome.held if held.item is not None)
        _import(walk, flags["taken"], (*outcome.open, *decided), options.name_of)
    else:
        _ask(walk, outcome)
    return 3 if outcome.failures else 0


def _name() -> str:
    from crosscheck.gate import git

    try:
        return git.author(Path.cwd()) or getpass.getuser()
    except (OSError, KeyError):
        return ""


def _by(given: str | None) -> str:
    """Who decides; UsageError where nobody can be told: a decision is somebody's."""
    name = " ".join((given or _name()).split())
    if not name:
        raise click.BadParameter("name who decides", param_hint="--by")
    return name


def _day(text: str | None) -> str:
    from datetime import date

    try:
        return date.fromisoformat(text).isoformat() if text else ""
    except ValueError:
        raise click.BadParameter(f"“{text}” is no date such as 2027-01-31", param_hint="--expires") from None


def _import(walk: Walk, path: str, items: tuple[Item, ...], name_of: Any) -> None:
    from crosscheck.cli import _imported as imported

    made, mute = imported.read(path, items, name_of=name_of, by=walk.by, on=walk.on)
    new, _ = amend(walk.target, add=made)
    without = words(say("review.mute", count=mute), walk.language) if mute else ""
    tell(words(say("review.taken", count=len(new), path=walk.target, mute=without), walk.language))


def _ask(walk: Walk, outcome: Any) -> None:
    items = outcome.open
    shown = {
        (item.document, item.id, item.rule): "\n".join(
            _frame(item, _reasons(entry.sifted.report, item, walk.language))
        )
        for entry in outcome.entries
        if entry.sifted
        for item in entry.sifted.open
    }
    at = 0
    while at <= len(items):
        if at == len(items):
            click.echo("\n" + words(say("review.last"), walk.language))
            at = walk.undo(at) if _key() == "u" else sys.maxsize
            continue
        item = items[at]
        click.echo(f"\n{at + 1}/{len(items)}  {shown[item.document, item.id, item.rule]}")
        click.echo(words(say("review.menu"), walk.language))
        at = _step(walk, at, item, outcome.held)
    told = say("review.closing", count=len(items), decided=walk.decided(), path=walk.target)
    tell(words(told, walk.language))


def _step(walk: Walk, at: int, item: Item, held: tuple[Held, ...]) -> int:
    """Act on one key; where to go on, past the end to stop."""
    key = _key()
    if key in KEYS:
        reason = _reason(walk.language)
        if not reason:
            click.echo(words(say("review.no-reason"), walk.language))
            return at
        worn = tuple(one.decision for one in held if one.item is not None and one.item == item)
        walk.decide(at, item, KEYS[key], reason, worn)
        return at + 1
    if key == "s":
        walk.skip(at)
        return at + 1
    if key == "u":
        return walk.undo(at)
    if key in ("q", "", "\x03", "\x04"):
        return sys.maxsize
    return at


def _key() -> str:
    """One key of a terminal, or the first character of a line; "" at the end of the input."""
    if sys.stdin.isatty():
        return click.getchar().lower()
    line = sys.stdin.readline()
    return line.strip()[:1].lower() or ("?" if line else "")


def _reason(language: Language) -> str:
    if sys.stdin.isatty():
        return str(
            click.prompt(words(say("review.reason"), language), default="", show_default=False)
        ).strip()
    return sys.stdin.readline().strip()


def _reasons(report: Any, item: Item, language: Language) -> tuple[str, ...]:
    for finding in report.findings:
        if finding.id == item.id:
            return tuple(words(step, language) for step in (*finding.reasons, *finding.notes))
    return tuple(words(problem.message, language) for problem in report.citations if problem.id == item.id)


def _frame(item: Item, reasons: tuple[str, ...]) -> Iterator[str]:
    from crosscheck.render.frame import frame

    def place(path: str, selector: Any) -> Iterator[str]:
        before, exact, after = (
            "".join(char if char.isprintable() else " " for char in text)
            for text in (selector.prefix[-24:], selector.exact, selector.suffix[:24])
        )
        yield f"{path}:{selector.line}:{selector.column}"
        yield from frame(before, exact, after)

    first, *rest = place(item.document, item.claim)
    yield f"{first}: {item.rule} [{item.id}]"
    yield from rest
    if item.evidence:
        yield from (f"  {line}" for line in place(item.source, item.evidence))
    yield from (f"  {reason}" for reason in reasons)
