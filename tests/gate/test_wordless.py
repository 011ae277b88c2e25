"""A finding on a document as a whole has no words of its own, and is decided on like any other."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from crosscheck.gate import decisions
from crosscheck.gate.decisions import Decision, Side
from crosscheck.gate.marking import mark


def test_a_decision_on_a_finding_without_words_is_read_back(tmp_path: Path) -> None:
    whole = Side(path="entry.md", exact="", prefix="", suffix="", hash=mark("", "", ""), start=0)
    made = Decision(
        id="a1b2c3",
        rule="source-not-cited",
        decision="accepted",
        reason="background reading",
        by="ed",
        on="2026-01-01",
        claim=whole,
    )
    path = tmp_path / "crosscheck-decisions.jsonl"
    path.write_text(decisions.dump((made, replace(made, id="d4e5f6"))), encoding="utf-8")
    assert {decision.id for decision in decisions.load(str(path))} == {"a1b2c3", "d4e5f6"}
