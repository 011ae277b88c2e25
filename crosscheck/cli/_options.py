"""Options that several commands share."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

import click

from crosscheck.errors import UsageError
from crosscheck.option_values import is_day
from crosscheck.options import Options, find, load

F = TypeVar("F", bound=Callable[..., Any])


def configuration(function: F) -> F:
    """``--config FILE`` and ``--isolated``."""
    function = click.option(
        "--config", "config", metavar="FILE", envvar="CROSSCHECK_CONFIG", help="Configuration file to use."
    )(function)
    return click.option(
        "--isolated", is_flag=True, envvar="CROSSCHECK_ISOLATED", help="Use no configuration file."
    )(function)


def output(*formats: str, default: str) -> Callable[[F], F]:
    """``--output-format`` and ``-o``."""

    def decorate(function: F) -> F:
        function = click.option(
            "-o", "--output-file", metavar="FILE", envvar="CROSSCHECK_OUTPUT_FILE",
            help="Where to write; - is standard output.",
        )(function)  # fmt: skip
        return click.option(
            "--output-format", type=click.Choice(formats), default=default, show_default=True,
            envvar="CROSSCHECK_OUTPUT_FORMAT", help="What to write.",
        )(function)  # fmt: skip

    return decorate


def settings(config: str | None, isolated: bool) -> Options:
    """The options of the configuration file in force."""
    if isolated:
        return Options()
    options = load(Path(config) if config else find(Path.cwd()))
    for path, _ in options.source_dates:
        if path != "-" and not Path(path).exists():
            place = dict(options.given).get("source-dates", options.path)
            raise UsageError(place, f"“{path}” of “source-dates” matches no file")
    return options


def day(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """A date; a usage error where it is none."""
    if value is not None and not is_day(value):
        raise click.BadParameter(f"“{value}” is no date such as 1957-10-15", ctx, param)
    return value


def dates(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """``FILE=DATE`` options as pairs; a usage error where one is off."""
    found = []
    for value in values:
        path, mark, day = value.rpartition("=")
        if not mark or not path or not is_day(day):
            raise click.BadParameter(f"“{value}” is no FILE=DATE with a date such as 1957-10-15", ctx, param)
        found.append((path, day))
    return tuple(found)


def check_dates(days: tuple[tuple[str, str], ...], files: Iterable[str]) -> None:
    """UsageError where one of `days` is told of a file that is none of `files`: it would count for nothing."""
    known = {os.path.realpath(path) for path in files}
    for path, _ in days:
        if os.path.realpath(path) not in known:
            raise UsageError("--source-date", f"“{path}” is none of the files that are compared")
