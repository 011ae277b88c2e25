"""An office: 总理 as 副总理, 副主席 as 主席, 校长 as 院长."""

from __future__ import annotations

from functools import cache
from random import Random

from crosscheck import lexicon
from crosscheck.model.report import Finding
from crosscheck.model.span import Span
from crosscheck.mutations.interface import Change, Ground, Way

# An office becomes its deputy about as often as another office.
_DEPUTY = 0.4


@cache
def _offices() -> dict[str, str]:
    """Every office of one person with its class; 等 and other words for many are none."""
    return {row["hans"]: row["class"] for row in lexicon.table("offices") if row["class"] != "honorific"}


@cache
def _longest_first() -> tuple[str, ...]:
    return tuple(sorted(_offices(), key=lambda word: (-len(word), word)))


def _plant(ground: Ground, finding: Finding, random: Random) -> Change | None:
    span = finding.claim.clean
    folded = ground.folded(span)
    # The head of an office stands last: 代表团团长 is a 团长.
    found = [
        (folded.rindex(office) + len(office), len(office), office)
        for office in _offices()
        if office in folded
    ]
    end, size, word = max(found, default=(0, 0, ""))
    if size < 2:
        return None
    start = span.start + end - size
    whole = Span(start, start + len(word))
    if folded[: start - span.start].endswith("副"):
        return ground.change("office", finding, (Span(start - 1, whole.end), ground.words(whole)))
    if word.startswith("副"):
        return ground.change("office", finding, (whole, ground.words(whole)[1:]))
    if _offices()[word] == "head" and random.random() < _DEPUTY:
        return ground.change("office", finding, (whole, f"副{ground.words(whole)}"))
    near = ground.near_evidence(finding)
    # 长 for 长 (校长, 院长): others would not be believed; one that shares more may mean the same.
    pool = [
        other
        for other in _longest_first()
        if _offices()[other] == _offices()[word]
        and len(other) == len(word)
        and not (set(other[:-1]) & set(word[:-1]))
        and not other.startswith("副")
        and other not in near
    ]
    alike = [other for other in pool if other[-1] == word[-1]]
    return ground.change("office", finding, (whole, ground.written(random.choice(alike)))) if alike else None


CHANGE = Way(name="office", doc=__doc__ or "", kinds=("role",), plant=_plant)
