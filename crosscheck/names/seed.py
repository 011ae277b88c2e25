"""What a rule sees of a name before the rules are weighed against one another."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Seed:
    """A stretch of the folded text that `rule` takes for a person's name, with its Latin form if it is told."""

    start: int
    end: int
    rule: str
    latin: str = ""
