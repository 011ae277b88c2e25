"""The command line: parse, call, render, exit.  Each command is a file, loaded when it is called."""

from __future__ import annotations

import importlib
import io
import os
import sys
from pathlib import Path
from typing import Any

import click

from crosscheck import __version__
from crosscheck.cli._write import tell
from crosscheck.gate import process

# Command: the first line of its help, so that `crosscheck --help` loads none of them.
COMMANDS = {
    "report": "Compare an entry with its sources and write a report.",
    "check": "Check a corpus: the gate in CI, with a memory.",
    "review": "Walk through open findings and decide on each.",
    "serve": "Show the report of a corpus live in a browser.",
    "explain": "Show how a finding came about, or what a rule means.",
    "rule": "List the rules, or show one.",
    "cite": "Show the citations of a document: what is wrong, and as records.",
    "second-reader": "Show or prune the kept answers of a second reader.",
    "mutate": "Plant errors into an entry and count how many are found.",
    "facts": "List the facts that are read out of one document.",
    "init": "Write a first crosscheck.toml.",
    "schema": "Print the JSON Schema of the report.",
}


class Commands(click.Group):
    """A group whose commands are modules of this package."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands, in the order of `COMMANDS`."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command called `cmd_name`, or None."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(
            f"crosscheck.cli.{cmd_name.replace('-', '_')}"
        ).command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without loading them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        """As click does, with the nearest known name where there is no such command."""
        from difflib import get_close_matches

        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            near = get_close_matches(args[0], COMMANDS, 1)
            hint = f" Did you mean “{near[0]}”?" if near else ""
            ctx.fail(f"No such command “{args[0]}”.{hint}")
        return super().resolve_command(ctx, args)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="crosscheck")
def group() -> None:
    """Compare a Chinese entry with its sources: what agrees, what conflicts, what nothing supports."""


def run() -> int:
    """Run the command line; the exit code.  Raises what crosscheck refuses, and KeyboardInterrupt where it is stopped."""
    _open_streams()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    process.seldom()
    if sys.argv[1:2] == ["report"]:
        from crosscheck import recognise

        recognise.ahead()
    try:
        code = group.main(standalone_mode=False)
    except click.ClickException as error:
        tell(_shown(error))
        return error.exit_code
    except click.exceptions.Abort:
        raise KeyboardInterrupt from None
    return code if isinstance(code, int) else 0


def _open_streams() -> None:
    """Put something in the place of streams that were closed by who called, so that no file that is opened takes it.

    There is nothing in standard input then, and nobody reads standard error; standard output stays None: an output that
    is lost has to be told of.
    """
    missing = [stream is None for stream in (sys.stdin, sys.stdout, sys.stderr)]
    if any(missing):
        while (handle := os.open(os.devnull, os.O_RDWR)) <= 2:
            pass
        os.close(handle)
    if missing[0]:
        sys.stdin = Path(os.devnull).open(encoding="utf-8")  # noqa: SIM115
    if missing[2]:
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115


def _shown(error: click.ClickException) -> str:
    """What click says of wrong usage."""
    with io.StringIO() as page:
        error.show(page)
        return page.getvalue().rstrip("\n")
