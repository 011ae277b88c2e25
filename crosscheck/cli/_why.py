"""Why a place of a source was looked at and not taken, and what its score is made of, in words."""

from __future__ import annotations

from collections.abc import Iterator
from math import exp
from typing import Any

from crosscheck.registry import kind as record


def why(other: dict[str, Any], finding: dict[str, Any]) -> Iterator[str]:
    """A line on why `other`, out of the ``considered`` of `finding`, was not taken.

    Nothing where the report is of a version that does not tell.
    """
    if "why" in other:
        yield _verdict(other, finding["verdict"], finding["kind"])


def _verdict(other: dict[str, Any], verdict: str, kind: str) -> str:
    holds = other["relation"] != "different"
    value = f"its value fits ({other['relation']})" if holds else "it has another value"
    if record(kind).clauses:
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


def parts(place: dict[str, Any]) -> Iterator[str]:
    """Every part of the score of an evidence, and a line on what they come to.

    Nothing where the report is of a version that does not tell.
    """
    if "measured" not in place:
        return
    from crosscheck.align.features import FEATURES

    docs = {feature.name: feature.doc for feature in FEATURES}
    for name, adds in place["why"].items():
        yield f"{adds:+6.2f}  {docs.get(name, name)}: {place['measured'][name]:.2f}"
    total = sum(place["why"].values())
    yield f"{total:+6.2f}  in all: a chance of {1 / (1 + exp(-total)):.2f}"
