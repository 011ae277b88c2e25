"""Why a place of a source was looked at and not taken, in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

# Times that are near one another, and less sure: as ``align.score`` has them.
_SAME, _NEAR = 1.0, -0.5


def why(other: dict[str, Any], finding: dict[str, Any]) -> Iterator[str]:
    """A line on why `other`, out of the ``considered`` of `finding`, was not taken, and one on what its score is made of.

    Nothing where the report is of a version that does not tell.
    """
    if "why" not in other:
        return
    yield _verdict(other, finding["verdict"], finding["kind"])
    yield _parts(other["why"])


def _verdict(other: dict[str, Any], verdict: str, kind: str) -> str:
    holds = other["relation"] != "different"
    value = f"its value fits ({other['relation']})" if holds else "it has another value"
    if kind == "statement":
        value = "it may say the same"
    needed = f"{other['needed']:.2f} that {'an agreement' if holds else 'a conflict'} needs"
    if other["score"] >= other["needed"]:
        rest = "but what contradicts is surer" if verdict == "conflict" else "but it belongs to another claim"
    elif other["needed"] > 1 and holds:
        rest = "but it says the opposite, or not all of the claim"
    elif other["needed"] > 1:
        rest = "but it is another one, not this one altered"
    else:
        rest = f"but {other['score']:.2f} is below the {needed}"
    return f"{value}, {rest}"


def _parts(parts: dict[str, float]) -> str:
    return (
        f"{_share(parts['coverage'])} of the claim's words stand around it, {_share(parts['reverse'])} of its words "
        f"around the claim, by rarity; that is {_share(parts['mass'])} of what makes sure; {_time(parts['occasion'])}"
    )


def _share(part: float) -> str:
    return f"{part:.0%}"


def _time(occasion: float) -> str:
    if occasion >= _SAME:
        return "both are of the same day"
    if occasion > 0:
        return "both may be of the same time"
    if occasion == 0:
        return "of one or both no time is known"
    return "their times are near, not the same" if occasion > _NEAR else "they are of different times"
