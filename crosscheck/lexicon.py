"""Chinese knowledge, read from ``crosscheck/data/zh/*.tsv``.

A table begins with ``#`` lines that give its source and licence, then a header, then rows.  Columns ``hans`` and
``hant`` hold the word in both scripts; everything is matched on folded text, where the two are one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

Row = MappingProxyType[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Words of a user's own, in either script: names, last words of offices, and groups of names that are one."""

    persons: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    aliases: tuple[tuple[str, ...], ...] = ()


_NONE = Lexicon()
_own: ContextVar[Lexicon] = ContextVar("own_lexicon", default=_NONE)


@contextmanager
def extended(lexicon: Lexicon) -> Iterator[None]:
    """Within the block the finders of names know the words of `lexicon` too; blocks do not add up."""
    token = _own.set(lexicon)
    try:
        yield
    finally:
        _own.reset(token)


def own() -> Lexicon:
    """The user's own words that are in force, none outside `extended`."""
    return _own.get()


@cache
def table(name: str) -> tuple[Row, ...]:
    """The rows of table `name`, in order, each a mapping of column to text ("" where a row is short)."""
    lines = files("crosscheck.data.zh").joinpath(f"{name}.tsv").read_text(encoding="utf-8").split("\n")
    header, *rows = [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]
    width = len(header)
    return tuple(
        MappingProxyType(dict(zip(header, row if len(row) >= width else row + [""] * width, strict=False)))
        for row in rows
    )


@cache
def words(name: str, **where: str) -> tuple[str, ...]:
    """The words of column ``hans`` whose other columns are as `where` says, longest first."""
    rows = table(name)
    for column, value in where.items():
        rows = tuple(row for row in rows if row[column] == value)
    return tuple(sorted({row["hans"] for row in rows}, key=lambda word: (-len(word), word)))


def either(entries: tuple[str, ...]) -> str:
    """A regular expression for any of `entries`, the longest first."""
    ordered = sorted(entries, key=lambda word: (-len(word), word))
    together = "".join(ordered)
    if re.escape(together) != together:
        ordered = list(map(re.escape, ordered))
    return "|".join(ordered)
