"""Judges sentence 2 given sentence 1 by their numbers.

The cases are read from the folder given as argument or by ``CROSSCHECK_BENCH`` (by default ``../shared/bench``).  Conventions of the set: the two
sentences differ in one number and its bound, so numbers are paired in order; what the first sentence allows and
leaves open is ``neutral``; so are two sentences without a difference.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from crosscheck.model.values import Amount
from crosscheck.quantities.bounded import bounded
from crosscheck.quantities.compare import compare_amounts
from crosscheck.quantities.number import Number
from crosscheck.text.fold import fold


def amount(number: Number) -> Amount:
    """`number` as a count without a unit."""
    return Amount(
        stated=number.stated,
        low=number.low,
        high=number.high,
        low_open=number.low_open,
        high_open=number.high_open,
        hedged=number.hedged,
        quantum=number.quantum,
    )


def judge(premise: str, claim: str) -> str:
    """The label of the first number that differs; neutral where none does."""
    ours, theirs = ([amount(number) for _, _, number in bounded(fold(text))] for text in (claim, premise))
    if len(ours) != len(theirs):
        return "neutral"
    for mine, other in zip(ours, theirs, strict=True):
        if (mine.low, mine.high, mine.low_open, mine.high_open) == (
            other.low,
            other.high,
            other.low_open,
            other.high_open,
        ):
            continue
        found = compare_amounts(mine, other)
        if found.relation == "different":
            return "contradiction"
        open_ = any(step.key == "quantity.narrower" for step in found.steps)
        return "neutral" if open_ or found.relation == "incomparable" else "entailment"
    return "neutral"


def main() -> None:
    default = os.environ.get("CROSSCHECK_BENCH", "../shared/bench")
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else default)
    path = folder / "numeric-inference.json"
    if not path.exists():
        print(f"{path} is not there: nothing measured")
        return
    cases = json.loads(path.read_text(encoding="utf-8"))
    right = sum(judge(case["sentence1"], case["sentence2"]) == case["label"] for case in cases)
    print(f"numeric-inference: {right} of {len(cases)} = {right / len(cases):.3f}")


if __name__ == "__main__":
    main()
