"""A small fixed number of spoiled inputs brings about no crash, no hang and no exit code that means another thing.

`benchmarks/fuzz.py` runs them for hours.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent.parent / "benchmarks"))

import fuzz
import fuzz_inputs

NUMBERS = range(len(fuzz_inputs.KINDS) * 8)


@pytest.mark.parametrize("number", NUMBERS)
def test_a_spoiled_input_is_read_or_refused(number: int) -> None:
    tried = fuzz_inputs.case(7, number)
    outcome = fuzz.attempt(tried)
    assert outcome.what == "ok", (tried.arguments, outcome.told)


def test_a_number_is_one_input() -> None:
    assert [fuzz_inputs.case(1, number) for number in NUMBERS] == [
        fuzz_inputs.case(1, number) for number in NUMBERS
    ]
    assert fuzz_inputs.case(1, 0) != fuzz_inputs.case(2, 0)
    assert {fuzz_inputs.case(1, number).kind for number in NUMBERS} == set(fuzz_inputs.KINDS)


@pytest.mark.parametrize(
    ("code", "out", "told", "what"),
    [
        (0, "", "", "ok"),
        (1, "a finding", "", "ok"),
        (1, "", "", "code"),
        (139, "", "", "code"),
        (3, "", "", "code"),
        (3, "", "crosscheck: a.md: is empty", "ok"),
        (3, "", "crosscheck: this is a fault of crosscheck: KeyError", "crash"),
    ],
)
def test_what_must_not_be_is_told(code: int, out: str, told: str, what: str) -> None:
    tried = fuzz_inputs.Case(kind="config", files=(), arguments=("check",))
    assert fuzz._judged(tried, code, out, told).what == what


def test_a_series_goes_on_where_it_was(tmp_path: Path) -> None:
    fuzz.run(fuzz.State.load(tmp_path, 5), limit=3, until=time.monotonic() + 600)
    state = fuzz.State.load(tmp_path, 5)
    assert (state.next, state.counts.total(), state.faults.total()) == (3, 3, 0)
    fuzz.run(state, limit=5, until=time.monotonic() + 600)
    assert fuzz.State.load(tmp_path, 5).next == 5
    state.took(5, fuzz_inputs.case(5, 5), fuzz.Outcome("hang", "no end"), 10.0)
    assert (tmp_path / "hang-5-5" / "TOLD").read_text(encoding="utf-8").endswith("no end\n")
