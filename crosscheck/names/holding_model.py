"""An office with its holders, as the rules for offices hand it on."""

from __future__ import annotations

from dataclasses import dataclass

from crosscheck.names.people import Person

# Offices that several persons named in a row hold together.
PLURAL = (
    "代表", "委员", "议员", "院士", "专家", "教授", "大使", "常委", "众议员", "参议员", "将军", "理事", "董事",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Holding:
    """An office and its holders: the span that shows both, the office's own words, and how they are tied."""

    start: int
    end: int
    office: str
    holders: tuple[str, ...]
    verb: str
    rule: str


def names_of(persons: tuple[Person, ...]) -> tuple[str, ...]:
    """The full names of `persons`, each once, in order."""
    return tuple(dict.fromkeys(person.canonical for person in persons))
