"""The words and parameter names that citations are read with, out of the tables in ``data/zh``."""

from __future__ import annotations

import re
from functools import cache

from crosscheck.lexicon import table
from crosscheck.patterns import compiled


@cache
def _number() -> re.Pattern[str]:
    return compiled(r"\d+")


@cache
def words_of(role: str) -> frozenset[str]:
    """The words of `role` in ``cite_words``, in Simplified characters and as the table has them in Traditional."""
    rows = [row for row in table("cite_words") if row["role"] == role]
    return frozenset(row[column] for row in rows for column in ("hans", "hant"))


@cache
def longest_first(role: str) -> tuple[str, ...]:
    """The words of `role`, the longest first."""
    return tuple(sorted(words_of(role), key=lambda word: (-len(word), word)))


@cache
def template_types() -> dict[str, tuple[str, bool]]:
    """Every citation template: its type, and whether it has parameters that the tables do not know."""
    found = {}
    for row in table("cite_templates"):
        for column in ("hans", "hant"):
            found[row[column]] = (row["type"], bool(row["open"]))
    return found


@cache
def citation(name: str) -> tuple[str, str, bool] | None:
    """The citation template that `name` stands for: its own name, type, and whether it has parameters beyond the tables.

    Names that differ in blanks and hyphens are one; one that begins like a citation (cite xyz, 引用xyz) is a citation of
    no type, its own parameters its own affair.  None for every other name.
    """
    known, compact = template_types(), _compact()
    own = _aliases().get(name, name)
    own = own if own in known else compact.get(_joined(name), "")
    if own:
        return (own, *known[own])
    begins = name.startswith(("cite ", "cite-", "citation ", "citation/", "vcite ", "引用", "cite:"))
    return (name, "", True) if begins else None


@cache
def _aliases() -> dict[str, str]:
    return {row[column]: row["template"] for row in table("cite_aliases") for column in ("hans", "hant")}


@cache
def _compact() -> dict[str, str]:
    names = {name: name for name in template_types()} | _aliases()
    return {_joined(name): own for name, own in names.items()}


def _joined(name: str) -> str:
    return name.replace(" ", "").replace("-", "").replace("_", "")


@cache
def notes_by(does: str) -> dict[str, str]:
    """The templates that ``define``, ``use`` or ``list`` notes, each with the group that its notes are in."""
    return {
        row[column]: row["group"]
        for row in table("cite_notes")
        if row["does"] == does
        for column in ("hans", "hant")
    }


@cache
def parameters() -> dict[str, tuple[str, str]]:
    """Every parameter name, ``#`` for its number, with field and status."""
    return {
        row[column]: (row["field"], row["status"])
        for row in table("cite_parameters")
        for column in ("hans", "hant")
    }


@cache
def field_of(name: str) -> tuple[str, int, str]:
    """Field, number (0 where there is none) and status of the parameter `name`; the field is "" where it is unknown."""
    known = parameters()
    if name in known:
        return known[name][0], 0, known[name][1]
    number = _number().search(name)
    if number:
        field, status = known.get(f"{name[: number.start()]}#{name[number.end() :]}", ("", ""))
        return field, int(number[0]), status
    return "", 0, ""
