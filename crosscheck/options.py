"""What a run is told: from crosscheck.toml or pyproject.toml, then from flags.  Validated once, then frozen.

``crosscheck/data/config.schema.json`` says the same to editors; a test holds the two together.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal, get_args

from crosscheck.errors import UsageError
from crosscheck.lexicon import Lexicon
from crosscheck.messages import LANGUAGES, Language

FailOn = Literal["conflict", "unsupported", "citation", "never"]
FAIL_ON: tuple[FailOn, ...] = get_args(FailOn)
Matching = Literal["all", "cited"]
MATCHING: tuple[Matching, ...] = get_args(Matching)
MarkPosition = Literal["before", "after"]
MARK_POSITIONS: tuple[MarkPosition, ...] = get_args(MarkPosition)
FILES = ("crosscheck.toml", "pyproject.toml")
MAX_BYTES = 64 * 1024 * 1024
# How many files may extend one another: more is a circle.
_DEPTH = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """An entry and the sources it is compared with, as paths from the working folder.

    In a configuration each may be a glob, and ``{stem}`` in a source stands for the entry's name without its endings.
    """

    entry: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """The settings in force.  `path` is the file they were read from, "" where there was none.

    `given` holds each key that the file sets, with its place; all other keys stand at their default.  `named` says by
    hand which file is which reference (``sources`` as a table): a path or glob, and labels or texts of references.
    """

    path: str = ""
    pairs: tuple[Pair, ...] = ()
    entries: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    named: tuple[tuple[str, tuple[str, ...]], ...] = ()
    match: Matching = "all"
    mark_position: MarkPosition | Literal[""] = ""
    source_dates: tuple[tuple[str, str], ...] = ()
    formats: tuple[tuple[str, str], ...] = ()
    language: Language = "en"
    fail_on: FailOn = "never"
    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    baseline: str = ""
    decisions: str = ""
    cache: str = ""
    max_bytes: int = MAX_BYTES
    lexicon: Lexicon = Lexicon()
    given: tuple[tuple[str, str], ...] = ()

    @property
    def root(self) -> Path:
        """The folder that names in a baseline and in decisions count from: the configuration's, else the working one."""
        return Path(self.path).resolve().parent if self.path else Path.cwd()

    def name_of(self, path: str) -> str:
        """`path` from `root`, with slashes: the name of a document that is the same on every machine."""
        return path if path == "-" else Path(os.path.relpath(path, self.root)).as_posix()

    def date_of(self, path: str) -> str | None:
        """The date that was set by hand for the document at `path`."""
        return dict(self.source_dates).get(path)


def find(start: Path) -> Path | None:
    """The configuration file that is in force in the folder `start`: the closest one, nothing is merged."""
    for folder in (start, *start.parents):
        for name in FILES:
            path = folder / name
            if path.is_file() and (name == FILES[0] or _section(path)):
                return path
    return None


def _section(path: Path) -> dict[str, Any]:
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(str(path), f"cannot be read: {error}") from None
    except tomllib.TOMLDecodeError as error:
        raise UsageError(str(path), f"is no TOML: {error}") from None
    if path.name == FILES[0]:
        return data
    section = data.get("tool", {}).get("crosscheck", {}) if isinstance(data.get("tool"), dict) else {}
    if path.name != FILES[1] and not section:
        return data
    return section if isinstance(section, dict) else {}


def load(path: Path | None, _depth: int = 0) -> Options:
    """The options that the file at `path` sets; the defaults where it is None.  UsageError where it is off.

    A file that ``extend`` names is read first; each key that this one sets takes the place of the other's.
    """
    if path is None:
        return Options()
    section = _section(path)
    values: dict[str, Any] = {}
    given: dict[str, str] = {}
    for key, value in section.items():
        if key not in KEYS:
            raise UsageError(at(path, key), f"unknown key “{key}”{_hint(key, tuple(KEYS))}")
        given[key] = at(path, key)
        if key != "extend":
            values[key.replace("-", "_")] = KEYS[key](path, key, value)
    if "sources" in section:
        values["named"] = _named(path, section["sources"])
    base = Options()
    if "extend" in section:
        if _depth >= _DEPTH:
            raise UsageError(at(path, "extend"), "the files extend one another in a circle")
        base = load(path.parent / _text(path, "extend", section["extend"]), _depth + 1)
    return replace(base, path=str(path), given=tuple({**dict(base.given), **given}.items()), **values)


def _hint(key: str, known: tuple[str, ...]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(key, known, 1)
    return f"; did you mean “{near[0]}”?" if near else f"; known are {', '.join(sorted(known))}"


def at(path: Path, key: str) -> str:
    """``FILE:LINE`` of `key` in the configuration file, or the file alone."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        names = line.split("=")[0].strip(" []\"'").split(".")
        if names[-1] == key or (names[0] == key and len(names) > 1) or f"{key} =" in line.split("#")[0]:
            return f"{path}:{number}"
    return str(path)


def _relative(path: Path, name: str) -> str:
    full = path.parent / name
    return os.path.relpath(full) if not Path(name).is_absolute() else str(full)


def _pairs(path: Path, key: str, value: Any) -> tuple[Pair, ...]:
    pairs = []
    for item in value if isinstance(value, list) else [value]:
        unknown = (
            [name for name in item if name not in ("entry", "sources")] if isinstance(item, dict) else []
        )
        if unknown:
            raise UsageError(
                at(path, unknown[0]),
                f"unknown key “{unknown[0]}” of “pairs”{_hint(unknown[0], ('entry', 'sources'))}",
            )
        good = isinstance(item, dict) and set(item) == {"entry", "sources"} and isinstance(item["entry"], str)
        sources = item["sources"] if good else None
        if not isinstance(sources, list) or not sources or not all(isinstance(s, str) for s in sources):
            raise UsageError(
                at(path, key), 'each of “pairs” wants entry = "path" and sources = ["path", ...]'
            )
        pairs.append(
            Pair(entry=_relative(path, item["entry"]), sources=tuple(_relative(path, s) for s in sources))
        )
    return tuple(pairs)


def _paths(path: Path, key: str, value: Any) -> tuple[str, ...]:
    return tuple(_relative(path, name) for name in _texts(path, key, value))


def _sources(path: Path, key: str, value: Any) -> tuple[str, ...]:
    """Paths, as a list or as the keys of a table that says which reference each file is."""
    return _paths(path, key, list(value) if isinstance(value, dict) else value)


def _named(path: Path, value: Any) -> tuple[tuple[str, tuple[str, ...]], ...]:
    if not isinstance(value, dict):
        return ()
    texts = {name: [told] if isinstance(told, str) else told for name, told in value.items()}
    return tuple((_relative(path, name), _texts(path, "sources", told)) for name, told in texts.items())


def _texts(path: Path, key: str, value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
        raise UsageError(at(path, key), f'“{key}” wants a list of texts: ["...", ...]')
    return tuple(value)


def _text(path: Path, key: str, value: Any) -> str:
    if not isinstance(value, str) or not value:
        raise UsageError(at(path, key), f'“{key}” wants a text: "..."')
    return value


def _file(path: Path, key: str, value: Any) -> str:
    return _relative(path, _text(path, key, value))


def _dates(path: Path, key: str, value: Any) -> tuple[tuple[str, str], ...]:
    if not isinstance(value, dict):
        raise UsageError(at(path, key), f'“{key}” wants a table of path = "date"')
    return tuple((_relative(path, name), str(day)) for name, day in sorted(value.items()))


def _formats(path: Path, key: str, value: Any) -> tuple[tuple[str, str], ...]:
    if not isinstance(value, dict) or not all(isinstance(form, str) for form in value.values()):
        raise UsageError(at(path, key), f'“{key}” wants a table of "glob" = "format"')
    return tuple(value.items())


def _per_file(path: Path, key: str, value: Any) -> tuple[tuple[str, tuple[str, ...]], ...]:
    if not isinstance(value, dict):
        raise UsageError(at(path, key), f'“{key}” wants a table of "glob" = ["rule", ...]')
    return tuple((pattern, _texts(path, key, rules)) for pattern, rules in value.items())


_NAMES = ("persons", "places", "organisations", "offices", "aliases")


def _lexicon(path: Path, key: str, value: Any) -> Lexicon:
    """The user's own words: lists of names, and groups of names that are one."""
    if not isinstance(value, dict):
        raise UsageError(at(path, key), f"“{key}” wants a table of lists: {', '.join(_NAMES)}")
    for name in value:
        if name not in _NAMES:
            raise UsageError(at(path, name), f"unknown key “{name}” of “{key}”{_hint(name, _NAMES)}")
    groups = value.get("aliases", [])
    if not isinstance(groups, list):
        raise UsageError(at(path, "aliases"), '“aliases” wants a list of groups: [["...", "..."], ...]')
    aliases = tuple(_texts(path, "aliases", group) for group in groups)
    words = {name: _texts(path, name, value[name]) for name in _NAMES[:-1] if name in value}
    return Lexicon(aliases=aliases, **words)


def _one_of(choices: tuple[str, ...]) -> Callable[[Path, str, Any], Any]:
    def check(path: Path, key: str, value: Any) -> Any:
        if value not in choices:
            raise UsageError(at(path, key), f"“{key}” is one of {', '.join(choices)}")
        return value

    return check


def _size(path: Path, key: str, value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value <= 0:
        raise UsageError(at(path, key), f"“{key}” is a number above 0")
    return value


# Every key of a configuration with what reads it, in the order in which --show-settings prints them.
KEYS: dict[str, Callable[[Path, str, Any], Any]] = {
    "extend": _text,
    "pairs": _pairs,
    "entries": _paths,
    "sources": _sources,
    "match": _one_of(MATCHING),
    "mark-position": _one_of(MARK_POSITIONS),
    "source-dates": _dates,
    "formats": _formats,
    "language": _one_of(LANGUAGES),
    "fail-on": _one_of(FAIL_ON),
    "select": _texts,
    "extend-select": _texts,
    "ignore": _texts,
    "per-file-ignores": _per_file,
    "baseline": _file,
    "decisions": _file,
    "cache": _file,
    "max-bytes": _size,
    "lexicon": _lexicon,
}
