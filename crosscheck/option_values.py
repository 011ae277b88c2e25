"""Reads the values of a configuration: each takes the file, the key and what TOML gave, and raises a UsageError with its place."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from crosscheck import copied_as
from crosscheck.errors import UsageError
from crosscheck.lexicon import Lexicon


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """An entry and the sources it is compared with, as paths from the working folder.

    In a configuration each may be a glob, and ``{stem}`` in a source stands for the entry's name without its endings.
    """

    entry: str
    sources: tuple[str, ...]


def hint(key: str, known: tuple[str, ...]) -> str:
    """The nearest of `known`, or all of them, for the end of an error."""
    from difflib import get_close_matches

    near = get_close_matches(key, known, 1)
    return f"; did you mean “{near[0]}”?" if near else f"; known are {', '.join(sorted(known))}"


def at(path: Path, key: str) -> str:
    """``FILE:LINE`` of `key` in the configuration file, or the file alone."""
    own = re.compile(rf"""(?<![\w-])["']?{re.escape(key)}["']?\s*[=.\]]""")
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if own.search(line.split("#")[0]):
            return f"{path}:{number}"
    return str(path)


def relative(path: Path, name: str) -> str:
    """`name`, which counts from the configuration at `path`, from the working folder."""
    full = path.parent / name
    return os.path.relpath(full) if not Path(name).is_absolute() else str(full)


def read_pairs(path: Path, key: str, value: Any) -> tuple[Pair, ...]:
    """Entries with their sources."""
    pairs = []
    for item in value if isinstance(value, list) else [value]:
        unknown = (
            [name for name in item if name not in ("entry", "sources")] if isinstance(item, dict) else []
        )
        if unknown:
            raise UsageError(
                at(path, unknown[0]),
                f"unknown key “{unknown[0]}” of “pairs”{hint(unknown[0], ('entry', 'sources'))}",
            )
        good = isinstance(item, dict) and set(item) == {"entry", "sources"} and isinstance(item["entry"], str)
        sources = item["sources"] if good else None
        if not isinstance(sources, list) or not sources or not all(isinstance(s, str) for s in sources):
            raise UsageError(
                at(path, key), 'each of “pairs” wants entry = "path" and sources = ["path", ...]'
            )
        pairs.append(
            Pair(entry=relative(path, item["entry"]), sources=tuple(relative(path, s) for s in sources))
        )
    return tuple(pairs)


def read_paths(path: Path, key: str, value: Any) -> tuple[str, ...]:
    """A list of paths or globs."""
    return tuple(relative(path, name) for name in read_texts(path, key, value))


def read_sources(path: Path, key: str, value: Any) -> tuple[str, ...]:
    """Paths, as a list or as the keys of a table that says which reference each file is."""
    return read_paths(path, key, list(value) if isinstance(value, dict) else value)


def read_named(path: Path, value: Any) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Which reference each file is, where ``sources`` is a table."""
    if not isinstance(value, dict):
        return ()
    texts = {name: [told] if isinstance(told, str) else told for name, told in value.items()}
    return tuple((relative(path, name), read_texts(path, "sources", told)) for name, told in texts.items())


def read_texts(path: Path, key: str, value: Any) -> tuple[str, ...]:
    """A list of texts, none of them empty."""
    if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
        raise UsageError(at(path, key), f'“{key}” wants a list of texts: ["...", ...]')
    return tuple(value)


def read_text(path: Path, key: str, value: Any) -> str:
    """A text that is not empty."""
    if not isinstance(value, str) or not value:
        raise UsageError(at(path, key), f'“{key}” wants a text: "..."')
    return value


def read_file(path: Path, key: str, value: Any) -> str:
    """A path."""
    return relative(path, read_text(path, key, value))


def read_dates(path: Path, key: str, value: Any) -> tuple[tuple[str, str], ...]:
    """Paths with days, which TOML may give as its own dates."""
    if not isinstance(value, dict):
        raise UsageError(at(path, key), f'“{key}” wants a table of path = "date"')
    for name, day in value.items():
        if type(day) is not date and not (isinstance(day, str) and is_day(day)):
            raise UsageError(
                at(path, name), f"“{day}” of “{name}” is no date such as 1957-10-15, 1957-10 or 1957"
            )
    return tuple((relative(path, name), str(day)) for name, day in sorted(value.items()))


def is_day(text: str) -> bool:
    """Whether `text` is a day, a month or a year of the calendar, such as 1957-10-15, 1957-10 and 1957."""
    if not re.fullmatch(r"\d{4}(-\d\d){0,2}", text, re.ASCII):
        return False
    try:
        date(*[*map(int, text.split("-")), 1, 1][:3])
    except ValueError:
        return False
    return True


def read_formats(path: Path, key: str, value: Any) -> tuple[tuple[str, str], ...]:
    """Globs with formats."""
    if not isinstance(value, dict) or not all(isinstance(form, str) for form in value.values()):
        raise UsageError(at(path, key), f'“{key}” wants a table of "glob" = "format"')
    return tuple(value.items())


def read_per_file(path: Path, key: str, value: Any) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Globs with rules."""
    if not isinstance(value, dict):
        raise UsageError(at(path, key), f'“{key}” wants a table of "glob" = ["rule", ...]')
    return tuple((pattern, read_texts(path, key, rules)) for pattern, rules in value.items())


_NAMES = ("persons", "places", "organisations", "offices", "aliases")


def read_lexicon(path: Path, key: str, value: Any) -> Lexicon:
    """The user's own words: lists of names, and groups of names that are one."""
    if not isinstance(value, dict):
        raise UsageError(at(path, key), f"“{key}” wants a table of lists: {', '.join(_NAMES)}")
    for name in value:
        if name not in _NAMES:
            raise UsageError(at(path, name), f"unknown key “{name}” of “{key}”{hint(name, _NAMES)}")
    groups = value.get("aliases", [])
    if not isinstance(groups, list):
        raise UsageError(at(path, "aliases"), '“aliases” wants a list of groups: [["...", "..."], ...]')
    aliases = tuple(read_texts(path, "aliases", group) for group in groups)
    words = {name: read_texts(path, name, value[name]) for name in _NAMES[:-1] if name in value}
    return Lexicon(aliases=aliases, **words)


def read_templates(path: Path, key: str, value: Any) -> copied_as.Templates:
    """What a finding is copied as, by wiki and verdict, over what is shipped."""
    if not isinstance(value, dict) or not all(isinstance(forms, dict) for forms in value.values()):
        raise UsageError(at(path, key), f"“{key}” wants a table for each wiki: [{key}.zhwiki]")
    for forms in value.values():
        for verdict, text in forms.items():
            if verdict not in copied_as.VERDICTS:
                near = hint(verdict, copied_as.VERDICTS)
                raise UsageError(at(path, verdict), f"unknown key “{verdict}” of “{key}”{near}")
            for name in copied_as.unknown_places(read_text(path, verdict, text)):
                near = hint(name, copied_as.PLACES)
                raise UsageError(at(path, verdict), f"nothing is called {{{name}}} in “{key}”{near}")
    own = tuple((wiki, tuple(forms.items())) for wiki, forms in value.items())
    return copied_as.over(copied_as.shipped(), own)


def one_of(choices: tuple[str, ...]) -> Callable[[Path, str, Any], Any]:
    """A reader that takes only `choices`."""

    def check(path: Path, key: str, value: Any) -> Any:
        if value not in choices:
            raise UsageError(at(path, key), f"“{key}” is one of {', '.join(choices)}")
        return value

    return check


def read_flag(path: Path, key: str, value: Any) -> bool:
    """True or false."""
    if not isinstance(value, bool):
        raise UsageError(at(path, key), f"“{key}” is true or false")
    return value


def read_size(path: Path, key: str, value: Any) -> int:
    """A whole number above 0."""
    if not isinstance(value, int) or isinstance(value, bool) or value <= 0:
        raise UsageError(at(path, key), f"“{key}” is a number above 0")
    return value
