"""Sources on the command line: folders, globs, standard input, packed files, formats and dates that are given."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from crosscheck.cli import group
from crosscheck.errors import InputError

ENTRY = "# 永济桥\n\n永济桥于1911年4月建成，全长234米，造价三十万两。\n"
FIRST = "永济桥建桥记\n\n永济桥于1911年4月建成，全长234米。\n"
SECOND = "永济桥造价考\n\n永济桥于1911年4月建成，全长234米，由知府周述祖主持。\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "in").mkdir()
    (tmp_path / "entry.md").write_text(ENTRY, encoding="utf-8")
    (tmp_path / "in" / "a.txt").write_text(FIRST, encoding="utf-8")
    (tmp_path / "in" / "b.txt.gz").write_bytes(gzip.compress(SECOND.encode("gb18030"), mtime=0))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*words: str, given: str = "") -> dict[str, Any]:
    command = ["report", *words, "--output-format", "json", "-o", "-", "--isolated", "-q"]
    result = CliRunner().invoke(group, command, input=given)
    assert result.exit_code == 0, result.output
    found: dict[str, Any] = json.loads(result.stdout)
    return found


def paths(report: dict[str, Any]) -> list[str]:
    return [document["path"] for document in report["documents"]]


@pytest.mark.parametrize(
    ("words", "read"),
    [
        (["in"], ["entry.md", "in/a.txt", "in/b.txt.gz"]),
        (["in/*"], ["entry.md", "in/a.txt", "in/b.txt.gz"]),
        (["**/*.txt"], ["entry.md", "in/a.txt"]),
        (["in/b.txt.gz", "in/*.txt"], ["entry.md", "in/b.txt.gz", "in/a.txt"]),
    ],
)
def test_folders_and_globs(folder: Path, words: list[str], read: list[str]) -> None:
    assert paths(run("entry.md", *words)) == read


def test_standard_input_is_one_of_the_sources(folder: Path) -> None:
    report = run("entry.md", "-", "in/b.txt.gz", given=FIRST)
    assert paths(report) == ["entry.md", "-", "in/b.txt.gz"]
    assert any(finding["verdict"] == "agree" for finding in report["findings"])


def test_a_packed_file_in_an_old_encoding_is_evidence(folder: Path) -> None:
    exact = [one["exact"] for f in run("entry.md", "in/b.txt.gz")["findings"] for one in f["evidence"]]
    assert any("234米" in words for words in exact)


def facts(*words: str) -> dict[str, Any]:
    result = CliRunner().invoke(group, ["facts", *words, "--output-format", "json", "-o", "-"])
    assert result.exit_code == 0, result.output
    found: dict[str, Any] = json.loads(result.stdout)
    return found


def test_the_format_can_be_given(folder: Path) -> None:
    page = folder / "page.dat"
    page.write_text("'''永济桥'''长234米。", encoding="utf-8")
    for form in ("text", "wikitext"):
        found = facts(str(page), "--from", form)
        assert any(fact["exact"].startswith("234") for fact in found["facts"])
    starts = [
        fact["start"] for fact in facts(str(page), "--from", "wikitext")["facts"] if "234" in fact["exact"]
    ]
    assert starts == [10]


def test_a_date_that_is_given_is_used(folder: Path) -> None:
    (folder / "today.txt").write_text("昨日永济桥通车，全长234米。\n", encoding="utf-8")
    found = facts("today.txt", "--date", "1911-04-16")
    assert "1911-04-15" in [fact["value"] for fact in found["facts"] if fact["kind"] == "date"]
    assert "1911-04-15" not in str(facts("today.txt"))


def test_a_date_of_a_source_is_used(folder: Path) -> None:
    (folder / "entry.md").write_text("# 永济桥\n\n永济桥于1911年4月15日通车。\n", encoding="utf-8")
    (folder / "today.txt").write_text("永济桥昨日通车。\n", encoding="utf-8")

    def verdicts(*words: str) -> list[str]:
        found = run("entry.md", "today.txt", *words)["findings"]
        return [finding["verdict"] for finding in found if finding["kind"] == "date"]

    assert verdicts("--source-date", "today.txt=1911-04-16") == ["agree"]
    assert verdicts() == ["unsupported"]


@pytest.mark.parametrize("name", ["none.txt", "none/*.txt", "empty.txt", "bomb.txt.gz"])
def test_what_cannot_be_read_is_named(folder: Path, name: str) -> None:
    (folder / "empty.txt").write_text("", encoding="utf-8")
    (folder / "bomb.txt.gz").write_bytes(gzip.compress(b"0" * 3_000_000, mtime=0))
    command = ["report", "entry.md", name, "--isolated", "--max-bytes", "1000000", "-o", "-"]
    result = CliRunner().invoke(group, command)
    assert isinstance(result.exception, InputError)
    assert (result.exception.code, result.exception.place) == (3, name)
