"""Chinese knowledge, read from ``crosscheck/data/zh/*.tsv``.

A table begins with ``#`` lines that give its source and licence, then a header, then rows.  Columns ``hans`` and
``hant`` hold the word in both scripts; everything is matched on folded text, where the two are one.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from types import MappingProxyType

Row = MappingProxyType[str, str]


@cache
def table(name: str) -> tuple[Row, ...]:
    """The rows of table `name`, in order, each a mapping of column to text ("" where a row is short)."""
    lines = files("crosscheck.data.zh").joinpath(f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]
    header = rows[0]
    return tuple(
        MappingProxyType(dict(zip(header, row + [""] * len(header), strict=False))) for row in rows[1:]
    )


@cache
def words(name: str, **where: str) -> tuple[str, ...]:
    """The words of column ``hans`` whose other columns are as `where` says, longest first."""
    found = {
        row["hans"] for row in table(name) if all(row[column] == value for column, value in where.items())
    }
    return tuple(sorted(found, key=lambda word: (-len(word), word)))


def either(entries: tuple[str, ...]) -> str:
    """A regular expression for any of `entries`, the longest first."""
    return "|".join(re.escape(word) for word in sorted(entries, key=lambda word: (-len(word), word)))
