"""Whether an output is coloured: what the user says, the environment, the terminal, in this order."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])


def color(function: F) -> F:
    """``--color``."""
    return click.option(
        "--color",
        "when",
        type=click.Choice(["auto", "always", "never"]),
        default="auto",
        envvar="CROSSCHECK_COLOR",
        help="Whether standard output is coloured; auto asks NO_COLOR, FORCE_COLOR and the terminal.",
    )(function)


def colored(when: str, target: str | None) -> bool:
    """Whether what is written to `target` is coloured, as ``--color`` was given: files never are."""
    if target not in (None, "-"):
        return False
    return in_color() if when == "auto" else when == "always"


def in_color(environment: Mapping[str, str] | None = None, terminal: bool | None = None) -> bool:
    """Whether standard output takes colours.

    ``NO_COLOR`` (set and not empty) turns them off, ``FORCE_COLOR`` (the same, not 0) on; else they are on where
    standard output is a terminal whose ``TERM`` is not ``dumb``.
    """
    told = os.environ if environment is None else environment
    if told.get("NO_COLOR"):
        return False
    if told.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    shown = sys.stdout is not None and sys.stdout.isatty() if terminal is None else terminal
    return shown and told.get("TERM") != "dumb"
