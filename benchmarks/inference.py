"""Judges sentence 2 given sentence 1 by their quantities; the cases are read from a folder given as argument."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from crosscheck.quantities.amount import amount_of
from crosscheck.quantities.compare import compare_amounts
from crosscheck.quantities.scan import scan
from crosscheck.text.fold import fold


def judge(premise: str, claim: str) -> str:
    """The label of the first quantity that differs; entailment where none does."""
    sides = [[(f, amount_of(f)) for f in scan(fold(text))] for text in (claim, premise)]
    if len(sides[0]) != len(sides[1]):
        return "neutral"
    for (_, ours), (_, theirs) in zip(*sides, strict=True):
        if (ours.low, ours.high, ours.low_open, ours.high_open) == (
            theirs.low,
            theirs.high,
            theirs.low_open,
            theirs.high_open,
        ):
            continue
        found = compare_amounts(ours, theirs)
        if found.relation == "different":
            return "contradiction"
        open_ = any(step.key == "quantity.narrower" for step in found.steps)
        return "neutral" if open_ or found.relation == "incomparable" else "entailment"
    return "neutral"


def main() -> None:
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/bench")
    path = folder / "numeric-inference.json"
    if not path.exists():
        print(f"{path} is not there: nothing measured")
        return
    cases = json.loads(path.read_text(encoding="utf-8"))
    right = sum(judge(case["sentence1"], case["sentence2"]) == case["label"] for case in cases)
    print(f"numeric-inference: {right} of {len(cases)} = {right / len(cases):.3f}")


if __name__ == "__main__":
    main()
