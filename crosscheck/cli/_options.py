"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

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
    return load(Path(config) if config else find(Path.cwd()))


def dates(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """``FILE=DATE`` options as pairs; a usage error where one is off."""
    found = []
    for value in values:
        path, mark, day = value.rpartition("=")
        if not mark or not path or not _is_date(day):
            raise click.BadParameter(f"“{value}” is no FILE=DATE with a date such as 1957-10-15", ctx, param)
        found.append((path, day))
    return tuple(found)


def _is_date(day: str) -> bool:
    from datetime import date

    parts = day.split("-")
    try:
        numbers = [int(part) for part in parts]
        date(*[*numbers, 1, 1][:3])
    except (ValueError, TypeError):
        return False
    return len(parts) <= 3 and len(parts[0]) == 4
