"""The hook, the action and the guide, as far as they can be run without a network."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from crosscheck.cli import COMMANDS
from crosscheck.cli.check import command
from crosscheck.read.detect import readers
from tests.gate.support import Run, corpus, edit, git, put
from tests.gate.support import commit as commit_all

ROOT = Path(__file__).parents[2]


def block(path: Path, key: str) -> list[str]:
    """The values of `key` in a YAML file, in order: plain scalars only."""
    found = re.findall(rf"^[ -]*{key}: (.*)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return [value.strip() for value in found]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A repository with a corpus, and a `crosscheck` on a path of its own."""
    folder = tmp_path / "repository"
    corpus(folder)
    git(folder, "init", "-q", "-b", "main")
    commit_all(folder)
    binary = tmp_path / "bin/crosscheck"
    binary.parent.mkdir()
    binary.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m crosscheck "$@"\n', encoding="utf-8")
    binary.chmod(0o755)
    return folder


def environment(place: Path, **more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "CROSSCHECK_"))}
    path = f"{place.parent / 'bin'}{os.pathsep}{os.environ['PATH']}"
    return {**kept, "PATH": path, "PYTHONPATH": str(ROOT), "CROSSCHECK_JOBS": "1", **more}


def test_the_hook_stops_a_commit_that_brings_a_conflict(place: Path) -> None:
    entry = block(ROOT / ".pre-commit-hooks.yaml", "entry")[0]
    hook = place / ".git/hooks/pre-commit"
    hook.write_text(f"#!/bin/sh\nexec {entry}\n", encoding="utf-8")
    hook.chmod(0o755)

    def commit() -> subprocess.CompletedProcess[str]:
        identity = ("-c", "user.name=Editor", "-c", "user.email=e@example.org")
        return subprocess.run(
            ["git", *identity, "commit", "-q", "-a", "-m", "edit"],
            cwd=place, env=environment(place), capture_output=True, text=True, check=False,
        )  # fmt: skip

    edit(place / "entries/tower.md", "39米", "93米")
    done = commit()
    assert done.returncode == 1
    assert "93米" in done.stdout + done.stderr
    edit(place / "entries/tower.md", "93米", "39米")
    edit(place / "entries/tower.md", "望江塔始建", "江边的望江塔始建")
    done = commit()
    assert done.returncode == 0, done.stderr


def test_the_script_of_the_action_runs(place: Path) -> None:
    text = (ROOT / "action.yml").read_text(encoding="utf-8")
    script = "".join(
        line.removeprefix("        ") + "\n" for line in text.split("      run: |\n")[-1].splitlines()
    )
    (place / "told").write_text("", encoding="utf-8")
    settings = {"PATHS": "", "SINCE": "auto", "BASE": "HEAD", "FAIL_ON": "", "ARGS": "", "SARIF": "log.sarif"}

    def run(**more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["bash", "-c", script],
            cwd=place,
            env=environment(
                place,
                GITHUB_OUTPUT=str(place / "told"),
                GITHUB_STEP_SUMMARY=str(place / "summary"),
                **{**settings, **more},
            ),
            capture_output=True, text=True, check=False,
        )  # fmt: skip

    done = run()
    assert done.returncode == 0, done.stderr
    edit(place / "entries/tower.md", "39米", "93米")
    done = run(FAIL_ON="conflict", ARGS="--select conflict")
    assert done.returncode == 1, done.stderr
    assert "::error" in done.stdout and "entries/tower.md" in done.stdout
    assert (place / "told").read_text(encoding="utf-8") == "exit-code=0\nexit-code=1\n"
    assert "93米" in (place / "summary").read_text(encoding="utf-8")
    (place / "two words").mkdir()
    (place / "entries/tower.md").rename(place / "two words/the tower.md")
    edit(place / "crosscheck.toml", "entries/*.md", "two words/*.md")
    edit(place / "crosscheck.toml", "{stem}", "*")
    for paths in (
        "two words",
        "two words/the tower.md\nsources/tower.txt",
        "sources/tower.txt crosscheck.toml",
    ):
        done = run(SINCE="", PATHS=paths, ARGS="--select\nconflict\n--per-file-ignores\nno such file:date")
        assert (done.returncode, "the tower.md" in done.stdout) == (1, True) or "crosscheck.toml" in paths, (
            done.stderr
        )
    assert '"quantity/conflict"' in (place / "log.sarif").read_text(encoding="utf-8")


def test_the_script_for_gitlab_runs(place: Path) -> None:
    text = (ROOT / "docs/ci.md").read_text(encoding="utf-8")
    (line,) = re.findall(r"^    - (crosscheck .*)$", text, re.MULTILINE)
    done = subprocess.run(
        ["sh", "-c", line], cwd=place, env=environment(place), capture_output=True, text=True, check=False
    )
    assert done.returncode == 1, done.stderr
    found = json.loads((place / "gl-code-quality-report.json").read_text(encoding="utf-8"))
    assert "entries/bridge.md" in {issue["location"]["path"] for issue in found}


def test_the_hook_is_called_for_every_kind_of_file_that_is_read() -> None:
    (pattern,) = block(ROOT / ".pre-commit-hooks.yaml", "files")
    suffixes = sorted(suffix for reader in readers() for suffix in reader.suffixes)
    assert suffixes
    for suffix in (*suffixes, ".toml", ".jsonl"):
        assert re.search(pattern, f"entries/a{suffix}"), suffix
        assert re.search(pattern, f"entries/A{suffix.upper()}"), suffix
    assert re.search(pattern, "sources/a.txt.gz")
    assert not re.search(pattern, "a.py") and not re.search(pattern, "md")
    named = re.findall(r"\w+", pattern.split("(")[2].split(")")[0])
    assert sorted(f".{name}" for name in named) == sorted((*suffixes, ".toml", ".jsonl"))


@pytest.mark.parametrize(
    "suffix", sorted(suffix for reader in readers() if reader.read_text for suffix in reader.suffixes)
)
def test_what_is_staged_is_checked_whatever_its_kind(suffix: str, run: Run, tmp_path: Path) -> None:
    corpus(tmp_path)
    text = "长虹桥于1958年10月12日建成通车，全长320米。\n"
    page = f"<html><body><p>{text}</p></body></html>" if "htm" in suffix else text
    put(tmp_path / f"more/bridge{suffix}", page)
    put(tmp_path / "crosscheck.toml", 'entries = ["more"]\nsources = ["sources/bridge.txt"]\n')
    git(tmp_path, "init", "-q")
    commit_all(tmp_path)
    edit(tmp_path / f"more/bridge{suffix}", "320米", "230米")
    git(tmp_path, "add", "-A")
    done = run("check", "--staged", "--select", "conflict")
    assert done.code == 1 and "230米" in done.out


def test_every_action_that_is_used_is_one_commit() -> None:
    used = [
        (path.name, name, revision)
        for path in (ROOT / "action.yml", ROOT / "docs/ci.md")
        for name, revision in re.findall(r"uses: ([\w-]+/[\w-]+)@(\S+)", path.read_text(encoding="utf-8"))
        if name.startswith("actions/")
    ]
    assert len(used) == 3
    for one in used:
        assert re.fullmatch("[0-9a-f]{40}", one[2]), one


def test_inputs_of_the_action_are_used() -> None:
    text = (ROOT / "action.yml").read_text(encoding="utf-8")
    inputs = re.findall(r"^  ([a-z-]+):$", text.split("inputs:\n")[1].split("outputs:\n")[0], re.MULTILINE)
    assert inputs
    for name in inputs:
        assert f"inputs.{name}" in text, name


def test_the_guide_has_no_address_to_be_guessed() -> None:
    text = (ROOT / "docs/ci.md").read_text(encoding="utf-8")
    assert not re.search(r"OWNER|github\.com/", text)
    hooks = block(ROOT / ".pre-commit-hooks.yaml", "id")
    assert set(re.findall(r"- id: ([a-z-]+)", text)) <= set(hooks)


def test_the_guide_names_only_options_and_commands_that_there_are() -> None:
    text = (ROOT / "docs/ci.md").read_text(encoding="utf-8")
    known = {name for parameter in command.params for name in parameter.opts} | {"--import"}
    named = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", text))
    assert named <= known, named - known
    called = set(re.findall(r"^    crosscheck ([a-z]+)|`crosscheck ([a-z]+)", text, re.MULTILINE))
    assert {one or other for one, other in called} <= set(COMMANDS)
