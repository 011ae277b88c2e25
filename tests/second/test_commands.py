"""The second reader on the command line: ask, batch, answers, replay, status and prune."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from crosscheck.cli.schema import text as schema
from tests.gate.support import Done, put, run  # noqa: F401
from tests.second.sample import ENTRY, MILL, SOURCE, STORY
from tests.second.server import Reply, answer, asked, serving

Run = Callable[..., Done]
FILE = "crosscheck-answers.jsonl"


def reply(request: dict[str, Any]) -> Reply:
    """A reader that takes back conflicts and finds what was spent on repairs."""
    told = asked(request)
    found = next((one["number"] for one in told["passages"] if "花費" in one["text"]), 0)
    if "⟦修复工程耗资⟧" in told["sentence"] and found:
        return answer(found, "states", "花費一百二十餘萬元")
    return answer(0, "not-told", "")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    put(tmp_path / "entries/dam.md", ENTRY)
    put(tmp_path / "entries/mill.md", MILL)
    put(tmp_path / "sources/dam.txt", SOURCE)
    put(tmp_path / "sources/mill.txt", STORY)
    return tmp_path


def configure(folder: Path, url: str = "http://127.0.0.1:9/v1") -> None:
    put(
        folder / "crosscheck.toml",
        'pairs = {entry = "entries/*.md", sources = ["sources/{stem}.txt"]}\n'
        f'[second-reader]\nurl = "{url}"\nmodel = "reader-1"\nshare = 1\n',
    )


@pytest.fixture
def answered(folder: Path, run: Run) -> Path:  # noqa: F811
    """The folder with kept answers, and nobody there to be asked any more."""
    with serving(reply) as server:
        configure(folder, server.url)
        done = run("check", "--second-reader", "ask", "--output-format", "json", "-o", "asked.json")
    assert done.code in (0, 1) and "answers from reader-1" in done.err
    configure(folder)
    return folder


def verdicts(path: Path) -> dict[str, str]:
    data = json.loads(path.read_text(encoding="utf-8"))
    return {f["claim"]["exact"]: f["verdict"] for one in data["reports"] for f in one["findings"]}


def test_asking_changes_what_it_may_and_marks_it(answered: Path) -> None:
    told = json.loads((answered / "asked.json").read_text(encoding="utf-8"))
    marked = [f for one in told["reports"] for f in one["findings"] if "second_reader" in f]
    by_claim = {f["claim"]["exact"]: f for f in marked}
    raised, taken = by_claim["修复工程耗资"], by_claim["1963年5月"]
    assert (raised["verdict"], raised["second_reader"]["verdict"]) == ("agree", "unsupported")
    assert raised["second_reader"]["quote"]["exact"] == "花費一百二十餘萬元"
    assert (taken["verdict"], taken["second_reader"]["verdict"]) == ("unsupported", "conflict")
    assert taken["second_reader"]["answer"] == "not-told"
    for one in told["reports"]:
        jsonschema.validate(one, json.loads(schema("report")))


def test_replay_is_the_default_of_check_and_asks_nobody(answered: Path, run: Run) -> None:  # noqa: F811
    kept = (answered / FILE).read_bytes()
    first = run("check", "--output-format", "json", "-o", "one.json", "--no-cache")
    run("check", "--second-reader", "replay", "--output-format", "json", "-o", "two.json", "-j", "2")
    data = (answered / "asked.json").read_bytes()
    assert (answered / "one.json").read_bytes() == (answered / "two.json").read_bytes() == data
    assert (answered / FILE).read_bytes() == kept and first.code in (0, 1)


def test_without_it_nothing_is_different(answered: Path, run: Run) -> None:  # noqa: F811
    run("check", "--second-reader", "off", "--output-format", "json", "-o", "off.json")
    (answered / FILE).unlink()
    run("check", "--output-format", "json", "-o", "none.json")
    assert (answered / "off.json").read_bytes() == (answered / "none.json").read_bytes()
    assert "second_reader" not in (answered / "off.json").read_text(encoding="utf-8")
    assert verdicts(answered / "off.json")["1963年5月"] == "conflict"


def test_report_reads_them_when_it_is_told_to(answered: Path, run: Run) -> None:  # noqa: F811
    pair = ("entries/dam.md", "sources/dam.txt")
    run("report", *pair, "--output-format", "json", "-o", "plain.json")
    run("report", *pair, "--output-format", "json", "-o", "read.json", "--second-reader", "replay")
    assert "second_reader" not in (answered / "plain.json").read_text(encoding="utf-8")
    assert "second_reader" in (answered / "read.json").read_text(encoding="utf-8")


def test_the_page_marks_them_beside_the_rules_own_verdict(answered: Path, run: Run) -> None:  # noqa: F811
    pair = ("entries/dam.md", "sources/dam.txt", "--second-reader", "replay")
    for language, mark in (("en", "second reader:"), ("zh-Hans", "第二读者："), ("zh-Hant", "第二讀者：")):
        run("report", *pair, "-o", "page.html", "--language", language)
        page = (answered / "page.html").read_text(encoding="utf-8")
        card = page[page.index('data-second="yes"') :]
        assert mark in card and "<bdi>reader-1</bdi>" in card
        assert 'id="by-second"' in page
    run("report", *pair[:2], "-o", "page.html")
    assert 'id="by-second"' not in (answered / "page.html").read_text(encoding="utf-8")


def test_sarif_has_a_property(answered: Path, run: Run) -> None:  # noqa: F811
    run("check", "--output-format", "sarif", "-o", "out.sarif")
    log = json.loads((answered / "out.sarif").read_text(encoding="utf-8"))
    told = [
        r["properties"]["secondReader"]
        for r in log["runs"][0]["results"]
        if "secondReader" in r["properties"]
    ]
    assert {"model": "reader-1", "verdict": "conflict", "answer": "not-told"} in told


def test_an_answer_goes_stale_with_its_question(answered: Path, run: Run) -> None:  # noqa: F811
    source = answered / "sources/dam.txt"
    put(source, source.read_text(encoding="utf-8").replace("投入運轉", "正式投入運轉"))
    run("check", "--output-format", "json", "-o", "out.json")
    assert verdicts(answered / "out.json")["1963年5月"] == "conflict"
    stale = re.search(r"stale: (\d+)", run("second-reader", "status").out)
    assert stale and int(stale[1]) > 0
    assert f"{stale[1]} stale answers dropped" in run("second-reader", "prune").out
    assert "stale: 0" in run("second-reader", "status").out


def test_an_answer_is_not_asked_for_twice(answered: Path, run: Run) -> None:  # noqa: F811
    with serving(reply) as server:
        configure(answered, server.url)
        run("check", "--second-reader", "ask")
    assert server.requests == []


def test_a_batch_that_another_program_answers(folder: Path, run: Run) -> None:  # noqa: F811
    configure(folder)
    assert "questions written" in run("check", "--ask-batch", "batch.jsonl").err
    lines = [
        json.loads(line) for line in (folder / "batch.jsonl").read_text(encoding="utf-8").split("\n") if line
    ]
    assert len({line["custom_id"] for line in lines}) == len(lines) > 1
    done = []
    for number, line in enumerate(lines):
        status, body = reply(line["body"]) or (0, {})
        own = json.loads(body["choices"][0]["message"]["content"])
        service = {"custom_id": line["custom_id"], "response": {"status_code": status, "body": body}}
        done.append(service if number % 2 else {"custom_id": line["custom_id"], "answer": own})
    put(folder / "results.jsonl", "".join(f"{json.dumps(one)}\n" for one in done) + "no answer\n")
    told = run("check", "--answers", "results.jsonl", "--output-format", "json", "-o", "out.json").err
    assert f"{len(lines)} answers taken into" in told and "1 lines without one" in told
    assert verdicts(folder / "out.json")["1963年5月"] == "unsupported"


def test_kept_answers_name_no_file_of_the_machine(answered: Path) -> None:
    assert os.fspath(answered) not in (answered / FILE).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("--second-reader", "ask"), "url"),
        (("--ask-batch", "x.jsonl"), "model"),
        (("--second-reader", "off", "--answers", "x"), "off"),
    ],
)
def test_what_cannot_be_done_is_refused(arguments: tuple[str, ...], why: str, folder: Path, run: Run) -> None:  # noqa: F811
    put(folder / "crosscheck.toml", 'pairs = {entry = "entries/dam.md", sources = ["sources/dam.txt"]}\n')
    done = run("check", *arguments)
    assert done.code == 2 and why in done.err
