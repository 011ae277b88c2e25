"""Several programs that decide at once: nothing that one was told is kept is lost, however the others end."""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from crosscheck.gate import baseline, decisions
from crosscheck.gate.cache import Cache
from tests.gate.support import CONFLICTS, Run, corpus, decided_by, put
from tests.gate.test_memory import decided, item

ROOT = Path(__file__).parent.parent.parent
WRITER = """
import sys
from dataclasses import replace
from crosscheck.gate import baseline, decisions
from tests.gate.test_memory import decided, item
who, kept, known = sys.argv[1:]
last = None
for number in range(100000):
    made = decided(id=f"{who}-{number:06}", by=who)
    decisions.amend(kept, add=(made,), drop=() if number % 3 else ([last] if last else ()))
    baseline.keep(known, baseline.of([replace(item(), document=f"{who}.md")] * (number + 1)), frozenset({f"{who}.md"}))
    last = made
    print(number, flush=True)
"""


def writer(folder: Path, who: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, who, str(folder / "kept.jsonl"), str(folder / "known.json")],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )


def rounds() -> int:
    """How often the writers are killed; the variable asks for more than a run of the tests has time for."""
    return int(os.environ.get("CROSSCHECK_ROUNDS", "2"))


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal")
@pytest.mark.parametrize("round_", range(rounds()))
def test_three_writers_and_a_kill_lose_nothing_that_was_acknowledged(round_: int, tmp_path: Path) -> None:
    chance = random.Random(round_)
    names = ("甲", "乙", "丙")
    writers = {name: writer(tmp_path, name) for name in names}
    for one in writers.values():
        assert one.stdout is not None
        one.stdout.readline()
    time.sleep(chance.uniform(0.02, 0.3))
    told = {}
    for name in chance.sample(names, 3):
        os.kill(writers[name].pid, signal.SIGKILL)
    for name, one in writers.items():
        out, _ = one.communicate()
        told[name] = int((out.split() or ["0"])[-1])
    kept = {decision.id for decision in decisions.load(str(tmp_path / "kept.jsonl"))}
    known = baseline.load(str(tmp_path / "known.json")).counts
    for name, last in told.items():
        # What was taken back again is every third one; the step after the last one told of may have been taken too.
        lost = [n for n in range(last + 1) if (n + 1) % 3 and f"{name}-{n:06}" not in kept]
        assert lost == []
        count = next(number for known_, number in known.items() if known_.document == f"{name}.md")
        assert count in (last + 1, last + 2)


def test_what_others_decide_during_a_walk_stays(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from crosscheck.cli import review

    corpus(tmp_path)
    target = str(tmp_path / "crosscheck-decisions.jsonl")
    other = replace(decided(), id="other", by="乙")
    asked = iter("au")

    def key() -> str:
        decisions.amend(target, add=(other,))
        return next(asked, "q")

    monkeypatch.setattr(review, "_key", key)
    assert run("review", *CONFLICTS, stdin="来源误植\n").code == 0
    assert decided_by(tmp_path) == ["乙"]


def test_an_undone_step_brings_back_what_it_replaced_and_leaves_the_rest(tmp_path: Path) -> None:
    target = str(tmp_path / "kept.jsonl")
    old, new, other = decided(), decided(decision="deferred"), decided(id="z", by="乙")
    decisions.amend(target, add=(old,))
    added, dropped = decisions.amend(target, add=(new,), drop=(old, decided(id="never there")))
    assert (added, dropped) == ((new,), (old,))
    decisions.amend(target, add=(other,))
    decisions.amend(target, add=dropped, drop=added)
    assert set(decisions.load(target)) == {old, other}


def test_a_link_to_the_decisions_stays_a_link(tmp_path: Path) -> None:
    put(tmp_path / "shared/kept.jsonl", "")
    (tmp_path / "kept.jsonl").symlink_to(tmp_path / "shared/kept.jsonl")
    decisions.amend(str(tmp_path / "kept.jsonl"), add=(decided(),))
    assert (tmp_path / "kept.jsonl").is_symlink()
    assert decisions.load(str(tmp_path / "shared/kept.jsonl")) == (decided(),)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["kept.jsonl", "shared"]


@pytest.mark.parametrize("mark", ["\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\x1c", "\x1e", "\r", "\ufeff"])
def test_a_record_ends_at_a_line_feed_alone(mark: str, tmp_path: Path) -> None:
    target = str(tmp_path / "kept.jsonl")
    text = f"共有{mark}500名工人{mark}參加。"
    made = decisions.decide(item(source=text), "accepted", "来源误植", by="王", on="2030-01-01")
    decisions.amend(target, add=(made, decided()))
    decisions.amend(target, add=(decided(id="third"),))
    kept = decisions.load(target)
    assert {one.id for one in kept} == {"abc", "third"} and len(kept) == 3
    assert made in kept
    assert len((tmp_path / "kept.jsonl").read_text(encoding="utf-8").splitlines()) == 3
    put(tmp_path / "raw.jsonl", json.dumps({"reason": mark}, ensure_ascii=True) + "\r\n\n")
    assert decisions.records((tmp_path / "raw.jsonl").read_text(encoding="utf-8"))[-1] == ""


def test_a_cache_that_another_holds_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = Cache(tmp_path)
    first.put("a", "answer")
    first.close()
    monkeypatch.setattr("crosscheck.gate.cache._PATIENCE", 0)
    with closing(sqlite3.connect(tmp_path / "answers.sqlite3", isolation_level=None)) as link:
        link.execute("PRAGMA locking_mode=EXCLUSIVE")
        link.execute("BEGIN EXCLUSIVE")
        held = Cache(tmp_path)
        assert held.get("a") is None
        held.put("b", "lost")
        held.close()
        link.execute("COMMIT")
    again = Cache(tmp_path)
    assert again.get("a") == "answer"
    again.close()
