"""What a run is told: from crosscheck.toml or pyproject.toml, then from flags.  Validated once, then frozen.

``crosscheck/data/config.schema.json`` says the same to editors; a test holds the two together.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal, get_args

from crosscheck import copied_as
from crosscheck.errors import UsageError
from crosscheck.lexicon import Lexicon
from crosscheck.messages import LANGUAGES, Language
from crosscheck.option_values import (
    Pair,
    at,
    hint,
    one_of,
    read_dates,
    read_file,
    read_flag,
    read_formats,
    read_lexicon,
    read_named,
    read_pairs,
    read_paths,
    read_per_file,
    read_size,
    read_sources,
    read_templates,
    read_text,
    read_texts,
)
from crosscheck.reader_settings import SecondReader, read_second_reader

__all__ = [
    "FAIL_ON",
    "FILES",
    "KEYS",
    "MARK_POSITIONS",
    "MATCHING",
    "FailOn",
    "MarkPosition",
    "Matching",
    "Options",
    "Pair",
    "find",
    "load",
]

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
class Options:
    """The settings in force.  `path` is the file they were read from, "" where there was none.

    `given` holds each key that the file sets, with its place; all other keys stand at their default.  `named` says by
    hand which file is which reference (``sources`` as a table): a path or glob, and labels or texts of references.
    `templates` are those of every wiki that is known, `wiki` names the one that findings are copied for.
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
    show_waived: bool = False
    allow_no_names: bool = False
    wiki: str = copied_as.WIKI
    templates: copied_as.Templates = field(default_factory=copied_as.shipped)
    lexicon: Lexicon = field(default_factory=Lexicon)
    second_reader: SecondReader = field(default_factory=SecondReader)
    given: tuple[tuple[str, str], ...] = ()

    @property
    def root(self) -> Path:
        """The folder that names in a baseline and in decisions count from: the configuration's, else the working one."""
        return Path(self.path).resolve().parent if self.path else Path.cwd()

    def name_of(self, path: str) -> str:
        """`path` from `root`, with slashes: the name of a document that is the same on every machine."""
        return path if path == "-" else Path(os.path.relpath(path, self.root)).as_posix()

    def judging(self) -> Options:
        """These options with only what a verdict depends on: all that is told of files, rules and memory at its default."""
        return replace(
            self, path="", pairs=(), entries=(), sources=(), match="all", source_dates=(), formats=(), language="en",
            fail_on="never", select=(), extend_select=(), ignore=(), per_file_ignores=(), baseline="", decisions="",
            cache="", show_waived=False, wiki="", templates=(), given=(),
            second_reader=self.second_reader.judging(),
        )  # fmt: skip

    @property
    def wikitext(self) -> copied_as.Templates:
        """The templates of the one wiki that findings are copied for."""
        return tuple(row for row in self.templates if row[0] == self.wiki)

    def date_of(self, path: str) -> str | None:
        """The date that was set by hand for the document at `path`."""
        return dated(self.source_dates).get(os.path.realpath(path))


def dated(days: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Days by path, whichever way a path was written; of two for one path the later one counts."""
    return {os.path.realpath(path): day for path, day in days}


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
    except RecursionError:
        raise UsageError(str(path), "is nested too deep") from None
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
            raise UsageError(at(path, key), f"unknown key “{key}”{hint(key, tuple(KEYS))}")
        given[key] = at(path, key)
        if key != "extend":
            values[key.replace("-", "_")] = KEYS[key](path, key, value)
    if "sources" in section:
        values["named"] = read_named(path, section["sources"])
    base = Options()
    if "extend" in section:
        if _depth >= _DEPTH:
            raise UsageError(at(path, "extend"), "the files extend one another in a circle")
        base = load(path.parent / read_text(path, "extend", section["extend"]), _depth + 1)
    made = replace(base, path=str(path), given=tuple({**dict(base.given), **given}.items()), **values)
    wikis = tuple(wiki for wiki, _ in made.templates)
    if made.wiki not in wikis:
        place = dict(made.given).get("wiki", str(path))
        raise UsageError(
            place, f"there are no “templates” for the wiki “{made.wiki}”{hint(made.wiki, wikis)}"
        )
    return made


# Every key of a configuration with what reads it, in the order in which --show-settings prints them.
KEYS: dict[str, Callable[[Path, str, Any], Any]] = {
    "extend": read_text,
    "pairs": read_pairs,
    "entries": read_paths,
    "sources": read_sources,
    "match": one_of(MATCHING),
    "mark-position": one_of(MARK_POSITIONS),
    "source-dates": read_dates,
    "formats": read_formats,
    "language": one_of(LANGUAGES),
    "fail-on": one_of(FAIL_ON),
    "select": read_texts,
    "extend-select": read_texts,
    "ignore": read_texts,
    "per-file-ignores": read_per_file,
    "baseline": read_file,
    "decisions": read_file,
    "show-waived": read_flag,
    "allow-no-names": read_flag,
    "cache": read_file,
    "max-bytes": read_size,
    "wiki": read_text,
    "templates": read_templates,
    "lexicon": read_lexicon,
    "second-reader": read_second_reader,
}
