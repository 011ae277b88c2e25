"""Units and measure words, and where one stands in a text."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from crosscheck.lexicon import table


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit or a measure word: `unit` is its canonical name, `factor` its size in the dimension's base unit.

    `classes` are what a measure word can count, empty for a unit; `strict` says what a measure word asks for: ``noun`` a
    noun after it.  `unless` lists what may not follow.
    """

    word: str
    unit: str
    dimension: str
    factor: Fraction = Fraction(1)
    classes: tuple[str, ...] = ()
    strict: str = ""
    unless: tuple[str, ...] = ()


@cache
def _by_first() -> dict[str, tuple[Unit, ...]]:
    """Every unit and measure word under its first character, the longest first."""
    found: dict[str, Unit] = {}
    for row in table("measure_words"):
        found[row["hans"]] = Unit(
            word=row["hans"],
            unit=row["hans"],
            dimension="count",
            classes=tuple(row["classes"].split()),
            strict=row["strict"],
            unless=tuple(row["unless"].split()),
        )
    measures = dict(found)
    for row in table("units"):
        word = row["hans"]
        if word in measures and row["dimension"] not in ("speed", "mass"):
            continue
        if word in measures and measures[word].strict != "noun":
            continue
        found[word] = Unit(
            word=word,
            unit=row["unit"],
            dimension=row["dimension"],
            factor=Fraction(row["factor"]),
            unless=tuple(row["unless"].split()),
        )
    index: dict[str, list[Unit]] = {}
    for word in sorted(found, key=lambda word: (-len(word), word)):
        index.setdefault(word[0], []).append(found[word])
        if word == "节":  # knots after a speed only; a section elsewhere
            index[word[0]][-1] = measures[word]
    return {first: tuple(units) for first, units in index.items()}


@cache
def classes_of(unit: str) -> tuple[str, ...]:
    """What the measure word `unit` can count; empty where it is none."""
    return next((found.classes for found in _by_first().get(unit[:1], ()) if found.word == unit), ())


def unit_at(folded: str, start: int, *, figures: bool = True) -> Unit | None:
    """The longest unit or measure word at `start`; `figures` says that the number before is in Arabic figures."""
    if start >= len(folded):
        return None
    for found in _by_first().get(folded[start], ()):
        word = found.word
        if not folded.startswith(word, start):
            continue
        end = start + len(word)
        if word[-1].isascii() and word[-1].isalpha():
            after = folded[end : end + 1]
            if (
                not figures
                or (after.isascii() and after.isalnum())
                or (len(word) == 1 and _lettered(word, after))
            ):
                continue
        if found.unless and folded.startswith(found.unless, end):
            continue
        return found
    return None


def _lettered(word: str, after: str) -> bool:
    """Whether a letter that could be a unit names a model, a seat or a class by what stands `after` it (401A号, 5A景区)."""
    if word == "A":
        return "\u4e00" <= after <= "\u9fff" and after not in "的电以至到左和与"
    return bool(after) and after in "号型级式座楼区栋室线班版段站"


@cache
def unit_named(word: str) -> Unit | None:
    """The unit or measure word that is written `word`."""
    return next((found for found in _by_first().get(word[:1], ()) if found.word == word), None)
