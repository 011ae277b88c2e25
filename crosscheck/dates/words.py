"""The words of dates as lookups: what each one adds to a point."""

from __future__ import annotations

from functools import cache

from crosscheck.lexicon import Row, table
from crosscheck.text.numerals import value


@cache
def rows(role: str) -> dict[str, Row]:
    """The rows of a role by their word."""
    return {row["hans"]: row for row in table("date_words") if row["role"] == role}


@cache
def eras() -> dict[str, Row]:
    """The rows of reign years by their name."""
    return {row["hans"]: row for row in table("eras")}


@cache
def era_lengths() -> tuple[int, ...]:
    """How long names of eras are, longest first."""
    return tuple(sorted({len(name) for name in eras()}, reverse=True))


def era_before(folded: str, at: int) -> str:
    """The name of an era that ends right before `at`, "" where there is none."""
    for length in era_lengths():
        name = folded[max(0, at - length) : at]
        if name in eras():
            return name
    return ""


def number(text: str | None) -> int | None:
    """The whole number that a numeral writes; 元 and 正 are 1, 冬 and 腊 the last months."""
    if not text:
        return None
    special = {"元": 1, "正": 1, "冬": 11, "腊": 12}.get(text)
    if special is not None:
        return special
    found = value(text)
    return int(found) if found is not None and found.denominator == 1 else None


_MARKS = "，,。；;：:！？、（(）)《“ \n宋唐晋宗祖帝"


def era_of(folded: str, at: int, text: str) -> str:
    """The era that the year `text` at `at` is counted in, "" where there is none: no era lasted 1949 years."""
    name, amount = era_before(folded, at), number(text)
    if not name or amount is None or amount > _longest(name):
        return ""
    if eras()[name]["place"] and text != "元":
        start = at - len(name)
        opens = start == 0 or folded[start - 1] in _MARKS
        return name if opens and not text.isascii() else ""
    return name


def _longest(name: str) -> int:
    """How far years are counted in an era: none of a reign lasted longer than 65."""
    row = eras()[name]
    return 65 if row["last"] != "9999" else 150 if int(row["first"]) > 1000 else 3000


def window(word: str | None, role: str) -> tuple[int, int, bool] | None:
    """The part of a year, month, decade or century that a word names."""
    row = rows(role).get(word or "")
    return None if row is None else (int(row["a"]), int(row["b"]), row["form"] == "exact")


def ends_with(text: str, role: str) -> bool:
    """Whether `text` ends with a word of `role`."""
    return text.endswith(tuple(rows(role)))


def starts_with(text: str, role: str) -> bool:
    """Whether `text` begins with a word of `role` that what follows does not make part of another."""
    return any(
        text.startswith(word)
        and not (row["not_before"] and text.startswith(tuple(row["not_before"].split("|")), len(word)))
        for word, row in rows(role).items()
    )
