"""What a score is made of, as it is shown: every part, and what they come to."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp

from crosscheck.model.report import Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One part: the name of its feature, what that was measured at, and what it adds to the log-odds."""

    name: str
    value: str
    adds: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """The parts of a score, in the order of the features; `total` is what they come to and `score` the chance that it is."""

    parts: tuple[Shown, ...]
    total: str
    score: str


def why(evidence: Evidence) -> Why | None:
    """The parts of the score of `evidence`; None where it has none."""
    if not evidence.why:
        return None
    total = sum(part.adds for part in evidence.why)
    return Why(
        parts=tuple(
            Shown(name=part.name, value=plain(part.value), adds=signed(part.adds)) for part in evidence.why
        ),
        total=signed(total),
        score=f"{1 / (1 + exp(-total)):.2f}",
    )


def signed(number: float) -> str:
    """A number with its sign, to two places; the sign is the minus of print."""
    return f"{number:+.2f}".replace("-", "\u2212")


def plain(number: float) -> str:
    """A number to two places, whole ones without."""
    return f"{number:.2f}".rstrip("0").rstrip(".").replace("-", "\u2212")
