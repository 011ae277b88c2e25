"""Output files: written whole or not at all."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from crosscheck.errors import OutputError


def write(text: str, target: str) -> None:
    """Write `text` as UTF-8 to the file `target`, or to standard output where it is ``-``.

    A lone surrogate is written as a question mark.  The file is replaced in one step; OutputError leaves it as it was.
    """
    data = text.encode("utf-8", errors="replace")
    if target == "-":
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    path = Path(target)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_dir():
            raise IsADirectoryError("is a folder")
        if path.exists() and not path.is_file():  # a device or a pipe is written to, never replaced
            path.write_bytes(data)
            return
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        raise OutputError(target, f"cannot be written: {error.strerror or error}") from None
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).chmod(_mode(path))
        Path(name).replace(path)
    except OSError as error:
        Path(name).unlink(missing_ok=True)
        raise OutputError(target, f"cannot be written: {error.strerror or error}") from None


def _mode(path: Path) -> int:
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
