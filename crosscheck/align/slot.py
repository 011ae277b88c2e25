"""What two values say by themselves on whether they fill the same slot."""

from __future__ import annotations

from math import log10

from rapidfuzz import fuzz

from crosscheck.model.fact import Fact
from crosscheck.model.values import Amount, Name, PartialDate, Value, Wording
from crosscheck.text.grams import conceptual

# Days of a coarser date that count as wholly coarse against a day: a year.
_YEAR = 366


def telling(one: Value, other: Value) -> float:
    """How much it says, 0..1, that two values hold: a full date much, a bare year or a small number little."""
    if isinstance(one, PartialDate) and isinstance(other, PartialDate):
        if one.first is None or other.first is None:
            return 0.7 if min(len(one.edtf), len(other.edtf)) >= len("XXXX-09-07") else 0.3
        if (
            one.last is not None
            and other.last is not None
            and (one.first > other.last or other.first > one.last)
        ):
            return 0.3  # the same day of a year that one of them only assumes
        width = max(_width(one), _width(other))
        return 1.0 if width <= 1 else 0.6 if width <= 31 else 0.3 if width <= 100 else 0.0
    if isinstance(one, Amount) and isinstance(other, Amount):
        digits = len(str(one.stated.numerator).strip("0"))
        return min(1.0, 0.34 * (digits - 1) + (0.2 if one.stated > 20 else 0.0))
    if isinstance(one, Name) and isinstance(other, Name):
        return min(1.0, (len(one.canonical) - 1) / 4)
    if isinstance(one, Wording):
        return min(1.0, len(one.folded) / 8)
    return 0.5


def _width(date: PartialDate) -> int:
    return _YEAR if date.first is None or date.last is None else max(0, date.last - date.first)


def coarse(claim: Value, evidence: Value) -> float:
    """How much coarser an evidence is than the claim, 0..1: a year against a day is 1."""
    if isinstance(claim, PartialDate) and isinstance(evidence, PartialDate):
        if claim.first is None or evidence.first is None:
            return 0.2
        ratio = (1 + _width(evidence)) / (1 + _width(claim))
        return min(1.0, max(0.0, log10(ratio) / log10(_YEAR)))
    if isinstance(claim, Amount) and isinstance(evidence, Amount):
        return 0.5 * float(evidence.hedged and not claim.hedged) + 0.5 * float(
            (evidence.low is None) != (claim.low is None) or (evidence.high is None) != (claim.high is None)
        )
    if isinstance(claim, Name) and isinstance(evidence, Name) and evidence.canonical in claim.canonical:
        return 1 - len(evidence.canonical) / len(claim.canonical)
    return 0.0


def year_assumed(claim: Fact, evidence: Fact) -> str:
    """What a year that one of two different dates takes from its context comes to.

    "same" where the rest of the two is the same (the year alone differs), "other" where the rest differs as well,
    "" where no year is assumed or both have one.
    """
    one, other = claim.value, evidence.value
    if not (isinstance(one, PartialDate) and isinstance(other, PartialDate)):
        return ""
    if one.edtf[:4] == other.edtf[:4] or "year-from-context" not in (*one.steps, *other.steps):
        return ""
    mine, theirs = claim.folded.removesuffix("日"), evidence.folded.removesuffix("日")
    rest = min(len(one.edtf), len(other.edtf))
    alike = mine.endswith(theirs) or theirs.endswith(mine)
    return "same" if alike or (rest >= len("1957-10") and one.edtf[4:rest] == other.edtf[4:rest]) else "other"


def heads(one: Value, other: Value) -> float:
    """How alike the things are that two amounts count, or two names name, -1..1: 0 where one of them does not say."""
    if isinstance(one, Name) and isinstance(other, Name):
        return _sorts(one.canonical, other.canonical)
    if not (isinstance(one, Amount) and isinstance(other, Amount)):
        return 0.0
    if not one.head or not other.head:
        return 0.0
    mine, theirs = conceptual(one.head), conceptual(other.head)
    if mine == theirs:
        return min(1.0, 0.4 + 0.15 * len(one.head))
    tail = mine[-1] == theirs[-1] or mine.endswith(theirs) or theirs.endswith(mine)
    alike = fuzz.ratio(mine, theirs) / 100
    return alike * 0.8 if tail or alike >= 0.5 else alike - 0.5


def _sorts(one: str, other: str) -> float:
    """Whether two names name things of one sort (two universities, two presses), told by how they end."""
    if one[-2:] == other[-2:]:
        return 1.0
    return 0.4 if one[-1] == other[-1] else 0.0
