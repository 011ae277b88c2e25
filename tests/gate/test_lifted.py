"""A commit that changes decisions alone: what they no longer waive is new."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.gate.support import Run, corpus, git

CONFLICT = ("--select", "conflict")
KEPT = "crosscheck-decisions.jsonl"


@pytest.fixture
def waived(run: Run, tmp_path: Path) -> Path:
    """A repository whose one conflict is waived by a decision that is committed."""
    corpus(tmp_path)
    run("review", *CONFLICT, "--by", "王", stdin="f\n来源误植\nq\n")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "one")
    return tmp_path


def test_a_decision_that_is_staged_out_makes_its_finding_new(waived: Path, run: Run) -> None:
    assert run("check", *CONFLICT, "--staged").code == 0
    git(waived, "rm", "-q", "--cached", KEPT)
    assert (waived / KEPT).exists()
    staged = run("check", *CONFLICT, "--staged")
    assert (staged.code, "1 new" in staged.err) == (1, True)
    assert run("check", *CONFLICT).code == 0  # the file is still there for a run over all


def test_a_decision_that_is_gone_since_a_revision_makes_its_finding_new(waived: Path, run: Run) -> None:
    assert run("check", *CONFLICT, "--since", "HEAD").code == 0
    (waived / KEPT).write_text("", encoding="utf-8")
    since = run("check", *CONFLICT, "--since", "HEAD")
    assert (since.code, "1 new" in since.err) == (1, True)


def test_a_decision_that_is_staged_in_or_reworded_asks_for_nothing(waived: Path, run: Run) -> None:
    text = (waived / KEPT).read_text(encoding="utf-8")
    (waived / KEPT).write_text(text.replace("来源误植", "来源有误"), encoding="utf-8")
    git(waived, "add", KEPT)
    staged = run("check", *CONFLICT, "--staged")
    assert (staged.code, "0 facts in 0 entries" in staged.err) == (0, True)
    git(waived, "rm", "-qf", "--cached", KEPT)
    git(waived, "commit", "-qm", "two")
    git(waived, "add", KEPT)
    assert run("check", *CONFLICT, "--staged").code == 0


def test_what_is_staged_counts_and_not_what_lies_beside_it(waived: Path, run: Run) -> None:
    (waived / KEPT).write_text("", encoding="utf-8")
    (waived / "entries/bridge.md").write_text(
        (waived / "entries/bridge.md").read_text(encoding="utf-8") + "\n\n桥上有灯。\n", encoding="utf-8"
    )
    git(waived, "add", "entries/bridge.md")
    assert run("check", *CONFLICT, "--staged").code == 0  # the decision still stands in the index
