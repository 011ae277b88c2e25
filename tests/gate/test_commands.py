"""review, explain, rule, cite, init."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from crosscheck.cli._why import parts, why
from tests.gate.support import ENTRY, Run, commit, corpus, edit, git, put

DECISIONS = "crosscheck-decisions.jsonl"
CONFLICT = ("--select", "conflict", "--by", "王")


def kept(folder: Path) -> list[tuple[str, str]]:
    path = folder / DECISIONS
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return [(json.loads(line)["decision"], json.loads(line)["reason"]) for line in lines]


def test_review_wants_a_reason(run: Run, tmp_path: Path) -> None:
    corpus(tmp_path)
    done = run("review", *CONFLICT, stdin="w\n\nw\n  \ns\n")
    assert "no reason, no decision" in done.out
    assert kept(tmp_path) == []
    assert "^^^^^^^^^" in done.out and "500名工人" in done.out


def test_review_takes_a_step_back_and_quits_without_loss(run: Run, tmp_path: Path) -> None:
    corpus(tmp_path)
    edit(tmp_path / "entries/tower.md", "39米", "93米")
    run("review", *CONFLICT, stdin="d\n待查\nf\n两塔不同\nu\nq\n")
    assert kept(tmp_path) == [("deferred", "待查")]
    run("review", *CONFLICT, stdin="a\n已核\nu\nu\na\n再核\n")
    assert sorted(kept(tmp_path)) == [("accepted", "再核"), ("deferred", "待查")]
    assert run("review", *CONFLICT, stdin="").code == 0


def test_a_new_decision_takes_the_place_of_a_stale_one(run: Run, tmp_path: Path) -> None:
    corpus(tmp_path)
    run("review", *CONFLICT, stdin="a\n来源误植\n")
    edit(tmp_path / "sources/bridge.txt", "500名", "550名")
    run("review", *CONFLICT, "--expires", "2030-06-30", stdin="d\n新版来源待查\n")
    assert kept(tmp_path) == [("deferred", "新版来源待查")]
    assert run("check", "--select", "conflict").code == 0
    assert run("review", *CONFLICT, "--expires", "june", stdin="").code == 2


def test_review_signs_with_the_name_that_git_knows(run: Run, tmp_path: Path) -> None:
    corpus(tmp_path)
    git(tmp_path, "init", "-q")
    git(tmp_path, "config", "user.name", "李编辑")
    commit(tmp_path)
    run("review", "--select", "conflict", stdin="a\n来源误植\n")
    assert json.loads((tmp_path / DECISIONS).read_text(encoding="utf-8"))["by"] == "李编辑"


def test_review_takes_annotations_and_other_files(run: Run, tmp_path: Path) -> None:
    corpus(tmp_path)
    data = json.loads(run("check", "--select", "conflict", "--output-format", "annotation").out)
    (note,) = data["first"]["items"]
    note["body"] += [
        {"type": "TextualBody", "purpose": "tagging", "value": "false-positive"},
        {"type": "TextualBody", "purpose": "commenting", "value": "两次施工"},
    ]
    note["creator"] = {"name": "赵"}
    put(tmp_path / "notes.jsonld", json.dumps(data, ensure_ascii=False))
    done = run("review", "--import", "notes.jsonld", "--by", "王")
    assert "1 decisions taken" in done.err
    assert kept(tmp_path) == [("false-positive", "两次施工")]
    assert run("check", "--select", "conflict").code == 0
    (tmp_path / DECISIONS).rename(tmp_path / "other.jsonl")
    assert run("check", "--select", "conflict").code == 1
    run("review", "--import", "other.jsonl")
    assert "0 decisions taken" in run("review", "--import", "other.jsonl").err
    assert run("check", "--select", "conflict").code == 0
    assert run("review", "--import", "none.jsonl").code == 3


def test_explain_tells_of_a_finding_and_of_a_rule(run: Run, tmp_path: Path) -> None:
    corpus(tmp_path)
    report = run("check", "entries/bridge.md", "--output-format", "json").out
    (one,) = [f for f in json.loads(report)["findings"] if f["verdict"] == "conflict"]
    done = run("explain", one["id"])
    assert done.code == 0
    assert "【800名工人】" in done.out and "【500名工人】" in done.out and "because" in done.out
    put(tmp_path / "saved.json", report)
    assert run("explain", one["id"][:8], "--report", "saved.json").out == done.out
    assert "quantity/conflict" in run("explain", "quantity/conflict").out
    assert "date/unsupported" in run("explain", "date").out
    assert run("explain", "ffffffffffff").code == 2
    put(tmp_path / "bad.json", "[1]")
    assert run("explain", one["id"], "--report", "bad.json").code == 3
    done = run("explain", "quantity/conflct")
    assert done.code == 2 and "“quantity/conflict”" in done.err


@pytest.mark.parametrize(
    ("verdict", "kind", "other", "words"),
    [
        ("unsupported", "date", ("identical", 0.37, 0.5), "its value fits (identical), but 0.37 is below the 0.50 that an agreement needs"),
        ("unsupported", "date", ("different", 0.3, 0.85), "it has another value, but 0.30 is below the 0.85 that a conflict needs"),
        ("unsupported", "statement", ("compatible", 0.9, 1.01), "it may say the same, but it says the opposite, or not all of the claim"),
        ("unsupported", "quote", ("different", 0.0, 1.01), "it has another value, but it is another one, not this one altered"),
        ("unsupported", "quantity", ("different", 0.9, 0.5), "it has another value, but it belongs to another claim"),
        ("conflict", "quantity", ("compatible", 0.6, 0.5), "its value fits (compatible), but what contradicts is surer"),
    ],
)  # fmt: skip
def test_explain_tells_why_something_was_not_taken(
    verdict: str, kind: str, other: tuple[str, float, float], words: str
) -> None:
    relation, score, needed = other
    considered = {"relation": relation, "score": score, "needed": needed, "why": {"bias": -1.0}}
    assert list(why(considered, {"verdict": verdict, "kind": kind})) == [words]
    assert list(why({"score": score}, {"verdict": verdict, "kind": kind})) == []


def test_explain_tells_every_part_of_a_score() -> None:
    place = {"why": {"bias": -3.0, "coverage": 3.5}, "measured": {"bias": 1.0, "coverage": 0.7}}
    assert list(parts(place)) == [
        " -3.00  where a score begins, before anything is known: 1.00",
        " +3.50  what share of the claim's words stands around the evidence: 0.70",
        " +0.50  in all: a chance of 0.62",
    ]
    assert list(parts({"why": {"coverage": 0.7}})) == []


def test_explain_shows_what_was_looked_at(run: Run) -> None:
    seeds = Path(__file__).parents[2] / "seeds"
    pair = (str(seeds / "treaty-entry.zh-Hans.md"), str(seeds / "nuclear-aid-essay.zh-Hant.txt"))
    assert run("report", *pair, "--output-format", "json", "-o", "made.json").code == 0
    report = json.loads(Path("made.json").read_text(encoding="utf-8"))
    one = next(f for f in report["findings"] if f["verdict"] == "unsupported" and f["considered"])
    assert {"bias", "coverage", "reverse"} <= set(one["considered"][0]["why"])
    out = run("explain", one["id"], "--report", "made.json").out
    looked, because, first = out[out.index("  looked at") :].splitlines()[:3]
    assert f"【{one['considered'][0]['exact']}】" in looked
    assert " but " in because and "where a score begins" in first


def test_rule_lists_all_or_shows_one(run: Run) -> None:
    lines = run("rule").out.splitlines()
    assert any(line.startswith("date/conflict ") for line in lines)
    assert any(line.startswith("empty-reference ") for line in lines)
    page = run("rule", "empty-reference").out
    assert "Put right" in page
    data = json.loads(run("rule", "--output-format", "json").out)
    assert [one["code"] for one in data] == [line.split()[0] for line in lines]
    assert run("rule", "nothing-such").code == 2


def test_cite_shows_problems_and_records(run: Run, tmp_path: Path) -> None:
    put(tmp_path / "a.md", ENTRY + "2. \n")
    done = run("cite", "a.md")
    assert done.code == 0
    assert "empty-reference" in done.out and "长虹桥志" in done.out
    data = json.loads(run("cite", "a.md", "--output-format", "json").out)
    assert data["records"][0]["title"] == "长虹桥志"
    assert {"empty-reference"} <= {problem["rule"] for problem in data["problems"]}
    assert json.loads(run("cite", "a.md", "--output-format", "csl").out)[0]["title"] == "长虹桥志"
    assert run("cite", "a.md", "--output-format", "bibtex").out.startswith("@book{")
    assert run("cite", "a.md", "--fail-on", "error").code == 1
    assert run("cite", "a.md", "--fail-on", "error", "--exit-zero").code == 0
    assert run("cite", "none.md").code == 3


def test_init_writes_once_and_what_it_writes_can_be_read(run: Run, tmp_path: Path) -> None:
    assert run("init").code == 0
    first = (tmp_path / "crosscheck.toml").read_bytes()
    assert run("init").code == 2
    assert (tmp_path / "crosscheck.toml").read_bytes() == first
    assert run("check", "--show-settings").code == 0
    assert run("init", "nowhere").code == 2
