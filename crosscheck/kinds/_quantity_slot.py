"""What two amounts say by themselves on whether they fill the same slot."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz import fuzz

from crosscheck.model.fact import Fact
from crosscheck.model.values import Amount, Value
from crosscheck.text.grams import conceptual

_HEAD, _TAIL = 3, 4  # characters that a counted thing needs to be a key, and how many of them are one


def keys(fact: Fact) -> Iterator[str]:
    """The amount in its base unit, and the last characters of what is counted."""
    amount = fact.value
    assert isinstance(amount, Amount)
    yield f"q{amount.dimension}:{amount.stated * amount.factor}"
    if len(amount.head) >= _HEAD:
        yield f"h{amount.head[-_TAIL:]}"


def telling(one: Value, other: Value) -> float:
    """How much it says that two amounts hold: many digits much, a small number little."""
    assert isinstance(one, Amount)
    digits = len(str(one.stated.numerator).strip("0"))
    return min(1.0, 0.34 * (digits - 1) + (0.2 if one.stated > 20 else 0.0))


def coarse(claim: Value, evidence: Value) -> float:
    """How much coarser an evidence is: hedged where the claim is not, bounded on another side."""
    assert isinstance(claim, Amount) and isinstance(evidence, Amount)
    return 0.5 * float(evidence.hedged and not claim.hedged) + 0.5 * float(
        (evidence.low is None) != (claim.low is None) or (evidence.high is None) != (claim.high is None)
    )


def heads(one: Value, other: Value) -> float:
    """How alike the things are that two amounts count: 0 where one of them does not say."""
    assert isinstance(one, Amount) and isinstance(other, Amount)
    if not one.head or not other.head:
        return 0.0
    mine, theirs = conceptual(one.head), conceptual(other.head)
    if mine == theirs:
        return min(1.0, 0.4 + 0.15 * len(one.head))
    tail = mine[-1] == theirs[-1] or mine.endswith(theirs) or theirs.endswith(mine)
    alike = fuzz.ratio(mine, theirs) / 100
    return alike * 0.8 if tail or alike >= 0.5 else alike - 0.5
