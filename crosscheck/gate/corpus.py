"""Which entries are checked against which sources."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable
from fnmatch import fnmatchcase
from pathlib import Path

from crosscheck.errors import UnreadableError, UsageError
from crosscheck.options import Options, Pair
from crosscheck.read.files import expand


def plan(options: Options, paths: Iterable[str] = (), sources: tuple[str, ...] = ()) -> tuple[Pair, ...]:
    """The pairs of files to check, each entry once, in order of entry.

    Without `paths` they are those of the configuration.  With `paths` (files and folders) they are the pairs whose
    entry or one of whose sources lies in them; a file that stands in no pair is an entry to be held against `sources`
    or the ``sources`` of the configuration.  UsageError where a path leads to nothing that could be checked.
    """
    known = _configured(options)
    wanted = tuple(paths)
    if not wanted:
        if not known:
            raise UsageError(
                options.path, "names no entries to check: set “pairs” or “entries” in crosscheck.toml"
            )
        return _sorted(known)
    loose = expand(sources) if sources else _expanded(options.sources) if options.sources else ()
    chosen: dict[str, tuple[str, ...]] = {}
    for path in wanted:
        found = {} if sources else _touching(known, path)
        if not found:
            found = _as_entries(path, loose, folder=Path(path).is_dir())
        chosen.update(found)
    return _sorted(chosen)


def _sorted(pairs: dict[str, tuple[str, ...]]) -> tuple[Pair, ...]:
    return tuple(Pair(entry=entry, sources=pairs[entry]) for entry in sorted(pairs))


def _configured(options: Options) -> dict[str, tuple[str, ...]]:
    """Entry to sources, the sources of several pairs with one entry put together."""
    found: dict[str, dict[str, None]] = {}
    for pair in _pairs(options):
        for entry in _expanded((pair.entry,)):
            files = [file for pattern in _patterns(pair, entry) for file in _found(pattern) if file != entry]
            found.setdefault(entry, {}).update(dict.fromkeys(files))
    return {entry: tuple(files) for entry, files in found.items()}


def _pairs(options: Options) -> tuple[Pair, ...]:
    if options.entries and not options.sources:
        raise UsageError(options.path, "sets “entries” without “sources” to hold them against")
    loose = (Pair(entry=entry, sources=options.sources) for entry in options.entries)
    return (*options.pairs, *loose)


def _patterns(pair: Pair, entry: str) -> list[str]:
    return [name.replace("{stem}", glob.escape(stem(entry))) for name in pair.sources]


def once(options: Options, entry: str, gone: Iterable[str]) -> tuple[str, ...]:
    """Those of the files `gone`, which are no more, that the globs of the configuration would hold `entry` against."""
    patterns = [
        os.path.normpath(pattern)
        for pair in _pairs(options)
        if entry in _expanded((pair.entry,))
        for pattern in _patterns(pair, entry)
    ]
    paths = dict.fromkeys(os.path.relpath(path) for path in gone)
    # To fnmatch a star crosses folders already; ``**/`` may also stand for no folder at all.
    patterns += [pattern.replace("**/", "") for pattern in patterns if "**/" in pattern]
    return tuple(path for path in paths if any(fnmatchcase(path, pattern) for pattern in patterns))


def _expanded(patterns: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(os.path.normpath(path) if path != "-" else path for path in expand(patterns)))


def _found(pattern: str) -> tuple[str, ...]:
    """The files of `pattern`; itself where it matches none: that is told of the entry, and the others are checked."""
    try:
        return _expanded((pattern,))
    except UnreadableError:
        if Path(pattern).is_dir():
            raise
        return (os.path.normpath(pattern),)


def stem(path: str) -> str:
    """The name of a file without its endings: ``treaty`` of ``entries/treaty.zh-Hans.md``."""
    return Path(path).name.split(".")[0]


def _touching(known: dict[str, tuple[str, ...]], path: str) -> dict[str, tuple[str, ...]]:
    place = os.path.normpath(path)

    def inside(file: str) -> bool:
        return file == place or Path(os.path.relpath(file)).is_relative_to(os.path.relpath(place))

    entries = {entry: files for entry, files in known.items() if inside(entry)}
    return entries or {entry: files for entry, files in known.items() if any(inside(file) for file in files)}


def _as_entries(path: str, sources: tuple[str, ...], *, folder: bool) -> dict[str, tuple[str, ...]]:
    if not sources:
        if not Path(path).exists() and path != "-":
            raise UnreadableError(path, "there is no such file")
        raise UsageError(path, "is neither an entry nor a source of the configuration; name its --source")
    files = [file for file in (_expanded((path,)) if folder else (path,)) if file not in sources]
    if not files:
        raise UsageError(path, "holds no entry: all of it are sources")
    return dict.fromkeys(files, sources)


def affected(pairs: Iterable[Pair], changed: Iterable[str]) -> tuple[Pair, ...]:
    """The pairs whose entry or one of whose sources is among the `changed` files."""
    names = {os.path.realpath(path) for path in changed}
    return tuple(
        pair for pair in pairs if any(os.path.realpath(file) in names for file in (pair.entry, *pair.sources))
    )
