"""Paths of documents as outputs write them."""

from __future__ import annotations

import os
import re
from pathlib import Path, PurePosixPath
from urllib.parse import quote

_WINDOWS = re.compile(r"[A-Za-z]:[\\/]|\\\\")
_SAFE = "/~!$&'()*+,;=@"


def relative(path: str) -> str:
    """`path` with forward slashes, from the working folder on where it lies in it; standard input is ``stdin``."""
    if path in ("-", ""):
        return "stdin"
    if os.sep == "\\" or _WINDOWS.match(path):
        path = path.replace("\\", "/")
    if path.startswith("/") or _WINDOWS.match(path):
        here = _here()
        inside = path.removeprefix(here)
        path = inside if here and inside != path else path
    return str(PurePosixPath(path))


def _here() -> str:
    """The working folder with forward slashes and one at its end; "" where there is none any more."""
    try:
        return f"{Path.cwd().as_posix().rstrip('/')}/"
    except OSError:
        return ""


def _bytes(path: str) -> bytes:
    """The bytes of a file name: those that were no UTF-8 as the system gave them."""
    try:
        return path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return path.encode("utf-8", "replace")


def uri(path: str) -> str:
    """What `relative` gave as a URI reference (RFC 3986), percent-encoded; an absolute one as a ``file:`` URI."""
    quoted = quote(_bytes(path), safe=_SAFE)
    if path.startswith("//"):
        return f"file:{quoted}"
    if path.startswith("/"):
        return f"file://{quoted}"
    if _WINDOWS.match(path):
        return f"file:///{path[0]}:{quoted[4:]}"
    return quoted


def path_of(reference: str) -> str:
    """The path that `uri` made `reference` of."""
    from urllib.parse import unquote_to_bytes

    quoted = re.sub(r"^file://(?:localhost)?(?=/)", "", reference)
    path = unquote_to_bytes(quoted).decode("utf-8", "surrogateescape")
    return path[1:] if re.match(r"/[A-Za-z]:/", path) else path
