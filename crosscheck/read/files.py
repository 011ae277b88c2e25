"""From the names on a command line to the bytes of files."""

from __future__ import annotations

import glob
import os
import sys
from collections.abc import Iterable
from pathlib import Path

from crosscheck.errors import EmptyError, TooLargeError, UndecodableError, UnreadableError
from crosscheck.model.step import as_is, joined, say

_CHUNK = 1 << 20


def _size(number: int) -> str:
    return f"{number / (1 << 20):.0f} MiB" if number >= 1 << 20 else f"{number} bytes"


def _limited(place: str, data: bytes, limit: int) -> bytes:
    if len(data) > limit:
        raise TooLargeError(place, say("notice.too-large", limit=_size(limit)))
    return data


def _unpacked(place: str, data: bytes, limit: int) -> bytes:
    import gzip
    import io
    import zlib

    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as packed:
            return _limited(place, packed.read(limit + 1), limit)
    except (OSError, EOFError, zlib.error) as error:
        raise UndecodableError(place, say("notice.gzip-broken", error=error)) from error


def load(place: str, limit: int) -> tuple[bytes, str]:
    """The bytes of the file at `place` and the name that tells their format; a gzip file is opened.

    Reads no more than `limit` bytes, packed or not.
    """
    try:
        if place == "-":
            data = sys.stdin.buffer.read(limit + 1)
        else:
            path = Path(place)
            if path.is_dir():
                raise UnreadableError(place, say("notice.folder"))
            with path.open("rb") as file:
                data = file.read(limit + 1)
    except FileNotFoundError as error:
        why = say("notice.none-matches") if glob.has_magic(place) else say("notice.missing")
        raise UnreadableError(place, why) from error
    except PermissionError as error:
        raise UnreadableError(place, say("notice.forbidden")) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UnreadableError(place, joined(say("notice.failed"), as_is(reason))) from error
    data = _limited(place, data, limit)
    name = "" if place == "-" else Path(place).name
    if data.startswith(b"\x1f\x8b"):
        data = _unpacked(place, data, limit)
        name = name.removesuffix(".gz")
    if not data:
        raise EmptyError(place, say("notice.empty"))
    return data, name


def _hidden(path: Path, root: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(root).parts)


def expand(paths: Iterable[str]) -> tuple[str, ...]:
    """`paths` with folders and globs replaced by the files in them, sorted, hidden ones left out; each file once.

    A path that is neither is kept as it is, also where no such file exists; a glob or folder without a file in it
    raises `UnreadableError`.
    """
    found: dict[str, None] = {}
    for path in paths:
        try:
            matches = _matches(path)
        except OSError as error:
            forbidden = isinstance(error, PermissionError)
            failed = joined(say("notice.failed"), as_is(str(error.strerror)))
            raise UnreadableError(path, say("notice.forbidden") if forbidden else failed) from None
        if not matches:
            empty = Path(path).is_dir()
            raise UnreadableError(path, say("notice.none-in-folder") if empty else say("notice.none-matches"))
        found.update(dict.fromkeys(matches))
    return tuple(found)


def _matches(path: str) -> list[str]:
    """The files that `path` names."""
    place = Path(path)
    if path == "-":
        return [path]
    if place.is_dir():
        next(place.iterdir(), None)  # a folder that may not be read looks empty to what follows
        return _each_once(str(p) for p in place.rglob("*") if p.is_file() and not _hidden(p, place))
    if not place.exists() and glob.has_magic(path):
        return _each_once(p for p in glob.glob(path, recursive=True) if Path(p).is_file())  # noqa: PTH207
    return [path]


def _each_once(paths: Iterable[str]) -> list[str]:
    """`paths` in order, of several ways to one file the shortest: folders that are linked in a circle lead to many."""
    found: dict[str, str] = {}
    for path in sorted(paths, key=lambda path: (len(path), path)):
        found.setdefault(os.path.realpath(path), path)
    return sorted(found.values())
