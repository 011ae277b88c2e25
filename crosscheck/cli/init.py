"""``crosscheck init``: a first configuration."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import click

from crosscheck.cli._write import tell
from crosscheck.errors import UsageError
from crosscheck.options import FILES


@click.command("init", short_help="Write a first crosscheck.toml.")
@click.argument("folder", default=".")
def command(folder: str) -> None:
    """Write a crosscheck.toml with comments into FOLDER, never over one that is there."""
    target = Path(folder) / FILES[0]
    text = files("crosscheck.data").joinpath("crosscheck.init.toml").read_text(encoding="utf-8")
    try:
        with target.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise UsageError(str(target), "is there already; it was left as it is") from None
    except OSError as error:
        raise UsageError(str(target), f"cannot be written: {error.strerror}") from None
    tell(f"wrote {target}; set “entries” and “sources” in it, then run crosscheck check")
