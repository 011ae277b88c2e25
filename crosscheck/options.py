"""What a run is told: from crosscheck.toml or pyproject.toml, then from flags.  Validated once, then frozen."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Literal, get_args

from crosscheck.errors import UsageError
from crosscheck.messages import LANGUAGES, Language

FailOn = Literal["conflict", "unsupported", "citation", "never"]
FAIL_ON: tuple[FailOn, ...] = get_args(FailOn)
FILES = ("crosscheck.toml", "pyproject.toml")
MAX_BYTES = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """An entry and the sources it is compared with, as paths from the working folder."""

    entry: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """The settings in force.  `path` is the file they were read from, "" where there was none."""

    path: str = ""
    pairs: tuple[Pair, ...] = ()
    source_dates: tuple[tuple[str, str], ...] = ()
    language: Language = "en"
    fail_on: FailOn = "never"
    max_bytes: int = MAX_BYTES

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
    section = data.get("tool", {}).get("crosscheck", {})
    return section if isinstance(section, dict) else {}


def load(path: Path | None) -> Options:
    """The options that the file at `path` sets; the defaults where it is None.  UsageError where it is off."""
    if path is None:
        return Options()
    section = _section(path)
    known = {
        "pairs": _pairs,
        "source-dates": _dates,
        "language": _language,
        "fail-on": _fail_on,
        "max-bytes": _size,
    }
    values: dict[str, Any] = {}
    for key, value in section.items():
        if key not in known:
            near = get_close_matches(key, known, 1)
            hint = f"; did you mean “{near[0]}”?" if near else f"; known are {', '.join(sorted(known))}"
            raise UsageError(_at(path, key), f"unknown key “{key}”{hint}")
        values[key.replace("-", "_")] = known[key](path, key, value)
    return Options(path=str(path), **values)


def _at(path: Path, key: str) -> str:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.split("=")[0].strip(" []\"'").split(".")[-1] == key:
            return f"{path}:{number}"
    return str(path)


def _relative(path: Path, name: str) -> str:
    full = path.parent / name
    try:
        return str(full.relative_to(Path.cwd()))
    except ValueError:
        return str(full)


def _pairs(path: Path, key: str, value: Any) -> tuple[Pair, ...]:
    pairs = []
    for item in value if isinstance(value, list) else [value]:
        good = isinstance(item, dict) and set(item) == {"entry", "sources"} and isinstance(item["entry"], str)
        sources = item["sources"] if good else None
        if not isinstance(sources, list) or not sources or not all(isinstance(s, str) for s in sources):
            raise UsageError(
                _at(path, key), 'each of “pairs” wants entry = "path" and sources = ["path", ...]'
            )
        pairs.append(
            Pair(entry=_relative(path, item["entry"]), sources=tuple(_relative(path, s) for s in sources))
        )
    return tuple(pairs)


def _dates(path: Path, key: str, value: Any) -> tuple[tuple[str, str], ...]:
    if not isinstance(value, dict):
        raise UsageError(_at(path, key), '“source-dates” wants a table of path = "date"')
    return tuple((_relative(path, name), str(day)) for name, day in sorted(value.items()))


def _language(path: Path, key: str, value: Any) -> Language:
    if value not in LANGUAGES:
        raise UsageError(_at(path, key), f"“language” is one of {', '.join(LANGUAGES)}")
    return value  # type: ignore[no-any-return]


def _fail_on(path: Path, key: str, value: Any) -> FailOn:
    if value not in FAIL_ON:
        raise UsageError(_at(path, key), f"“fail-on” is one of {', '.join(FAIL_ON)}")
    return value  # type: ignore[no-any-return]


def _size(path: Path, key: str, value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value <= 0:
        raise UsageError(_at(path, key), "“max-bytes” is a number above 0")
    return value
