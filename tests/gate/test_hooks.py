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
from tests.gate.support import commit as commit_all
from tests.gate.support import corpus, edit, git

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
            env=environment(place, GITHUB_OUTPUT=str(place / "told"), **{**settings, **more}),
            capture_output=True, text=True, check=False,
        )  # fmt: skip

    done = run()
    assert done.returncode == 0, done.stderr
    edit(place / "entries/tower.md", "39米", "93米")
    done = run(FAIL_ON="conflict", ARGS="--select conflict")
    assert done.returncode == 1, done.stderr
    assert "::error" in done.stdout and "entries/tower.md" in done.stdout
    assert (place / "told").read_text(encoding="utf-8") == "exit-code=0\nexit-code=1\n"
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
