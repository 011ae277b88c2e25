"""The command: ``python -m crosscheck``, and what the installed ``crosscheck`` calls.

Whatever happens, it ends with one line at most and with a code that means it: 1 is for findings alone.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import NoReturn

STOPPED = 130
FAULT = 3


def main() -> NoReturn:
    """Run the command line and exit with its code."""
    try:
        code = _run()
        _flush()
    except BaseException as error:
        code = _explained(error)
        with suppress(Exception):
            _flush()
    sys.exit(code)


def _run() -> int:
    from crosscheck.cli import run

    return run()


def _flush() -> None:
    """Write out what is left, here, where a fault can still be told."""
    from crosscheck.cli._write import flush

    flush()


def _explained(error: BaseException) -> int:
    """The exit code for `error`, after a line on it; with CROSSCHECK_TRACEBACK set, where it came from."""
    if isinstance(error, SystemExit):  # a reader of the help that has gone
        return error.code if isinstance(error.code, int) and error.code != 1 else 0
    if isinstance(error, KeyboardInterrupt):
        return _told("stopped", STOPPED)
    from crosscheck.errors import CrosscheckError

    if isinstance(error, CrosscheckError):
        return _told(str(error), error.code)
    if os.environ.get("CROSSCHECK_TRACEBACK"):
        import traceback

        traceback.print_exception(error)
    if isinstance(error, MemoryError):
        return _told("out of memory", FAULT)
    reason = f"{type(error).__name__}: {error}"[:500]
    return _told(f"this is a fault of crosscheck: {reason} (CROSSCHECK_TRACEBACK=1 shows where)", FAULT)


def _told(reason: str, code: int) -> int:
    line = "".join(char if char.isprintable() else " " for char in " ".join(reason.split()))
    with suppress(OSError, ValueError, AttributeError):
        sys.stderr.write(f"crosscheck: {line}\n")
        sys.stderr.flush()
    return code


if __name__ == "__main__":
    main()
