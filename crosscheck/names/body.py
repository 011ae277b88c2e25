"""A place or an organisation, as the rules for bodies hand it on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

What = Literal["place", "organisation"]


@dataclass(frozen=True, slots=True)
class Body:
    """A place or an organisation from `start` to `end` of the folded text."""

    start: int
    end: int
    what: What
    rule: str
