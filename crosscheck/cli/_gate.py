"""What `check`, `review` and `explain` share: settings in force, the cache, progress, and a run of the gate."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import click

from crosscheck.cli._write import printable
from crosscheck.gate.rules import Selection
from crosscheck.messages import Language, words
from crosscheck.model.step import say
from crosscheck.options import Options

F = TypeVar("F", bound=Callable[..., Any])


def rules(function: F) -> F:
    """``--select``, ``--extend-select``, ``--ignore`` and ``--per-file-ignores``."""
    for name, text in (
        ("--per-file-ignores", "GLOB:RULE: no such findings in these files (repeatable)."),
        ("--ignore", "No findings of this rule: date, date/conflict, empty-reference ... (repeatable)."),
        ("--extend-select", "This rule besides those selected (repeatable)."),
        ("--select", "Findings of this rule only (repeatable)."),
    ):
        function = click.option(
            name, multiple=True, metavar="RULE", envvar=f"CROSSCHECK_{name[2:].upper().replace('-', '_')}", help=text
        )(function)  # fmt: skip
    return function


def with_rules(options: Options, flags: dict[str, Any]) -> Options:
    """`options` with the rules that flags name: they take the place of the configuration's, those that extend come on top."""
    return with_flags(
        options,
        select=_split(flags["select"]),
        extend_select=(*options.extend_select, *_split(flags["extend_select"])),
        ignore=_split(flags["ignore"]),
        per_file_ignores=_per_file(flags["per_file_ignores"]),
    )


def selection(options: Options) -> Selection:
    """The rules in force; UsageError where one is named that there is not."""
    made = Selection(
        select=(*options.select, *options.extend_select) if options.select else (),
        ignore=options.ignore,
        per_file=options.per_file_ignores,
    )
    if options.select or options.extend_select or options.ignore or options.per_file_ignores:
        replace(made, select=(*options.select, *options.extend_select)).check(options.path)
    return made


def _split(values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(part for value in values for part in value.replace(",", " ").split())


def _per_file(values: tuple[str, ...]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    found = []
    for value in values:
        pattern, colon, rule = value.rpartition(":")
        if not colon or not pattern or not rule:
            raise click.BadParameter(f"“{value}” is no GLOB:RULE", param_hint="--per-file-ignores")
        found.append((pattern, _split((rule,))))
    return tuple(found)


def cache_folder(options: Options, use: bool) -> Path | None:
    """Where answers are kept: beside the configuration, unless it names a place or none is wanted."""
    from crosscheck.gate.cache import FOLDER

    if not use:
        return None
    return Path(options.cache) if options.cache else options.root / FOLDER


def beside(options: Options, set_: str, name: str) -> str:
    """The path of a file that is kept beside the configuration: `set_` where it is set, else `name` there."""
    return set_ or os.path.relpath(options.root / name)


def with_baseline(options: Options) -> Options:
    """`options` with the baseline that stands beside the configuration, where none is named and one is there."""
    from crosscheck.gate.baseline import FILE

    there = beside(options, options.baseline, FILE)
    return with_flags(options, baseline=there if Path(there).is_file() else "")


def cores() -> int:
    """How many processes can run side by side."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def today() -> str:
    """The day on which decisions are held valid: the clock's, or CROSSCHECK_TODAY."""
    from datetime import date

    day = os.environ.get("CROSSCHECK_TODAY", "")
    try:
        return (date.fromisoformat(day) if day else date.today()).isoformat()
    except ValueError:
        raise click.BadParameter(f"“{day}” is no date", param_hint="CROSSCHECK_TODAY") from None


# A run that takes no longer than this, in seconds, says nothing while it lasts.
PATIENCE = 2.0


def _watched(quiet: bool) -> bool:
    """Whether somebody looks at standard error while a command runs: at a terminal, not in CI."""
    if quiet or os.environ.get("CI") or os.environ.get("TERM") == "dumb":
        return False
    return sys.stderr.isatty()


@contextmanager
def working(quiet: bool, path: str, language: Language) -> Iterator[None]:
    """Within the block a line on standard error tells what is compared and for how long, from `PATIENCE` on."""
    if not _watched(quiet):
        yield
        return
    done = threading.Event()

    def tell() -> None:
        seconds = PATIENCE
        while not done.wait(PATIENCE if seconds == PATIENCE else 1.0):
            told = words(say("outputs.working", path=path, seconds=round(seconds)), language)
            _line(f"\r\x1b[K{printable(told)}")
            seconds += 1.0

    thread = threading.Thread(target=tell, daemon=True)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()
        _line("\r\x1b[K")


def _line(text: str) -> None:
    with suppress(OSError, ValueError):
        sys.stderr.write(text)
        sys.stderr.flush()


@contextmanager
def progress(quiet: bool) -> Iterator[Callable[[int, int, str], None]]:
    """A line on standard error that counts entries: on a terminal, not in CI, and gone in the end."""
    if not _watched(quiet):
        yield lambda _number, _all, _path: None
        return

    def tell(number: int, all_: int, path: str) -> None:
        _line(f"\r\x1b[K{number}/{all_} {printable(path)}")

    try:
        yield tell
    finally:
        _line("\r\x1b[K")


def with_flags(options: Options, **flags: Any) -> Options:
    """`options` with the flags that were given in the place of what the configuration says."""
    return replace(options, **{name: value for name, value in flags.items() if value})
