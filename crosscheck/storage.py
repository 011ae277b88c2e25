"""Files that several programs write: each is replaced whole, and who changes one holds it against the others meanwhile.

A lock belongs to a process and ends with it, however it ends; nothing is left behind that would have to be cleared away.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from crosscheck.errors import OutputError


@contextmanager
def locked(target: str) -> Iterator[None]:
    """Within the block nobody else who asks for it changes `target`, or another file of its folder; waits for them.

    OutputError where the folder cannot be made or be locked.  Not to be entered twice.
    """
    folder = Path(os.path.realpath(target)).parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle = _hold(folder)
    except OSError as error:
        raise OutputError(target, f"cannot be locked: {error.strerror or error}") from None
    try:
        yield
    finally:
        os.close(handle)


if sys.platform == "win32":

    def _hold(folder: Path) -> int:
        """An open file that is locked until it is closed."""
        import msvcrt

        handle = os.open(folder / ".crosscheck.lock", os.O_RDWR | os.O_CREAT)
        while True:
            with suppress(OSError):  # it gives up after ten seconds
                msvcrt.locking(handle, msvcrt.LK_LOCK, 1)
                return handle

else:

    def _hold(folder: Path) -> int:
        """The open folder, locked until it is closed: so no file of its own is needed."""
        import fcntl

        handle = os.open(folder, os.O_RDONLY)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX)
        except OSError:
            os.close(handle)
            raise
        return handle


def replace(target: str, data: bytes) -> None:
    """Put `data` in the place of the file `target`, in one step and on the disk; OutputError leaves it as it was.

    What a link leads to is replaced, not the link; a device or a pipe is written to.
    """
    path = Path(target)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_dir():
            raise IsADirectoryError("is a folder")
        if path.exists() and not path.is_file():
            path.write_bytes(data)
            return
        path = Path(os.path.realpath(path))
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:100]}.")
    except OSError as error:
        raise OutputError(target, f"cannot be written: {error.strerror or error}") from None
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(_mode(path))
        Path(name).replace(path)
    except OSError as error:
        Path(name).unlink(missing_ok=True)
        raise OutputError(target, f"cannot be written: {error.strerror or error}") from None
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _mode(path: Path) -> int:
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
