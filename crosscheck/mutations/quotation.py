"""One character of a quotation: by one that sounds alike (内惩国贼 as 内成国贼), else by one of the same text."""

from __future__ import annotations

from functools import cache
from random import Random

from crosscheck import lexicon
from crosscheck.model.report import Finding
from crosscheck.model.span import Span
from crosscheck.mutations.interface import Change, Ground, Way
from crosscheck.text.grams import STOP


@cache
def _alike() -> dict[str, str]:
    """Every character with all that have its reading."""
    return {char: row["hans"] for row in lexicon.table("pinyin") for char in row["hans"]}


def _plant(ground: Ground, finding: Finding, random: Random) -> Change | None:
    span = finding.claim.clean
    folded = ground.folded(span)
    places = [i for i, char in enumerate(folded) if "\u4e00" <= char <= "\u9fff" and char not in STOP]
    if not places:
        return None
    place = random.choice(places)
    old = folded[place]
    # Only characters that the text itself writes: rare ones would give the change away.
    known = sorted(set(ground.text.folded) - STOP - {old})
    pool = [char for char in known if char in _alike().get(old, "")]
    pool = pool or [char for char in known if "\u4e00" <= char <= "\u9fff"]
    if not pool:
        return None
    start = span.start + place
    return ground.change("quotation", finding, (Span(start, start + 1), ground.written(random.choice(pool))))


CHANGE = Way(name="quotation", doc=__doc__ or "", kinds=("quote",), plant=_plant)
