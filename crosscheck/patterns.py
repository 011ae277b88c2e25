"""Large regular expressions built from the lexicon, compiled once for all runs.

Compiling takes a fifth of a short run.  `compiled` takes the program of an expression from a file in the user's cache
folder; `keep` writes what was compiled anew.  A program depends on the expression, its flags and the version of the
engine, and on nothing else.  Where the file, or the engine's door for programs, is not there, all is as with
``re.compile``.
"""

from __future__ import annotations

import hashlib
import marshal
import os
import re
import sys
from array import array
from functools import cache
from pathlib import Path
from typing import Any

# Flags, the words of the program, the number of groups, the groups by name, the names by group.
_Program = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
_Key = tuple[str, int]
_MOST = 1000  # kept programs; beyond it the file is begun anew
_DIGEST = 32
_fresh: dict[_Key, _Program] = {}


@cache
def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """What ``re.compile`` gives for the same arguments."""
    known = _kept().get((pattern, int(flags)))
    try:
        if known is None:
            known = _program(pattern, int(flags))
            _fresh[pattern, int(flags)] = known
        return _revived(pattern, known)
    except (ImportError, AttributeError, TypeError, ValueError, RuntimeError, OverflowError):
        _fresh.pop((pattern, int(flags)), None)
        return re.compile(pattern, flags)


def keep() -> None:
    """Write the programs made since the start beside those kept before; silently none where that cannot be."""
    path = _path()
    if not _fresh or path is None:
        return
    every = _fresh if len(_kept()) + len(_fresh) > _MOST else _kept() | _fresh
    body = marshal.dumps(every)
    own = path.with_suffix(f".{os.getpid()}")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        own.write_bytes(hashlib.sha256(body).digest() + body)
        own.replace(path)
    except OSError:
        own.unlink(missing_ok=True)
    _fresh.clear()


@cache
def _kept() -> dict[_Key, _Program]:
    """The programs in the file; one that is broken counts as empty."""
    path = _path()
    try:
        data = path.read_bytes() if path else b""
    except OSError:
        return {}
    body = data[_DIGEST:]
    if not body or hashlib.sha256(body).digest() != data[:_DIGEST]:
        return {}
    found: dict[_Key, _Program] = marshal.loads(body)
    return found


@cache
def _path() -> Path | None:
    if os.environ.get("CROSSCHECK_NO_CACHE"):
        return None
    base = os.environ.get("CROSSCHECK_CACHE_DIR") or os.environ.get("XDG_CACHE_HOME")
    try:
        folder = Path(base) if base else Path.home() / ".cache"
        version = f"{sys.implementation.cache_tag}-{_engine().MAGIC}"
    except (ImportError, AttributeError, RuntimeError):
        return None
    return folder / "crosscheck" / "patterns" / f"{version}.programs"


@cache
def _engine() -> Any:
    import _sre  # type: ignore[import-not-found]

    return _sre


def _program(pattern: str, flags: int) -> _Program:
    """The program of an expression, made as ``re.compile`` makes it; ``re.error`` where it is none."""
    from re import _compiler, _parser  # type: ignore[attr-defined]

    parsed = _parser.parse(pattern, flags)
    words = array("I", _compiler._code(parsed, flags)).tobytes()
    state = parsed.state
    names: list[str | None] = [None] * state.groups
    for name, number in state.groupdict.items():
        names[number] = name
    return flags | state.flags, words, state.groups - 1, dict(state.groupdict), tuple(names)


def _revived(pattern: str, program: _Program) -> re.Pattern[str]:
    flags, words, groups, numbers, names = program
    found: re.Pattern[str] = _engine().compile(
        pattern, flags, array("I", words).tolist(), groups, numbers, names
    )
    return found
