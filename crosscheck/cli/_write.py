"""Output files: written whole or not at all, and never over what is read."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from crosscheck import storage
from crosscheck.errors import OutputError, UsageError


def write(text: str, target: str) -> None:
    """Write `text` as UTF-8 to the file `target`, or to standard output where it is ``-``.

    A lone surrogate is written as a question mark.  The file is replaced in one step; OutputError leaves it as it was.
    A reader of standard output that has gone is no fault: what was found decides on the exit code all the same.
    """
    data = text.encode("utf-8", errors="replace")
    if target != "-":
        storage.replace(target, data)
        return
    if sys.stdout is None:
        raise OutputError("standard output", "is closed")
    _push(data)


def _push(data: bytes) -> None:
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        _into_nothing()
    except (OSError, ValueError) as error:
        _into_nothing()
        reason = getattr(error, "strerror", None) or str(error)
        raise OutputError("standard output", f"cannot be written: {reason}") from None


def tell(text: str) -> None:
    """A line on standard error, without what a terminal would act on; where nobody can read it, nothing is lost."""
    with suppress(OSError, ValueError, AttributeError):
        sys.stderr.write(f"{printable(text)}\n")
        sys.stderr.flush()


def printable(text: str) -> str:
    """`text` with a replacement for each character that a terminal could act on; ends of lines stay."""
    return (
        text
        if text.isprintable()
        else "".join(char if char.isprintable() or char == "\n" else "\ufffd" for char in text)
    )


def flush() -> None:
    """Write out what is left of standard output; as `write` where that cannot be."""
    if sys.stdout is not None:
        _push(b"")


def step_summary(text: str) -> None:
    """Add `text` to the summary of a step of GitHub Actions, in the file that the service names; nothing elsewhere."""
    place = os.environ.get("GITHUB_STEP_SUMMARY", "")
    if not place:
        return
    try:
        with Path(place).open("a", encoding="utf-8", errors="replace") as file:
            file.write(text)
    except OSError as error:
        tell(f"crosscheck: {place}: the summary of the step cannot be written: {error.strerror}")


def _into_nothing() -> None:
    """Let standard output lead nowhere, so that the end of the process does not stumble over what is left in it."""
    with suppress(OSError, ValueError):
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, sys.stdout.fileno())
        os.close(nothing)


def spare(target: str | None, inputs: Iterable[str]) -> None:
    """UsageError where `target` is one of the files `inputs`, by whatever name: what is read is never written over."""
    if not target or target == "-":
        return
    for path in inputs:
        if path and path != "-" and _same(target, path):
            raise UsageError(
                target, f"is {'read' if path == target else f'{path}, which is read'}; it was left as it was"
            )


def _same(one: str, other: str) -> bool:
    """Whether both names lead to one file.  A device that both read and write is none to be spared."""
    with suppress(OSError, ValueError):
        return Path(one).is_file() and Path(one).samefile(other)
    return False
