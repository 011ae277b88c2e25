"""Runs the command line inside the test's own process: the recogniser is loaded once."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from crosscheck.__main__ import main

ENTRY = """# 长虹桥

长虹桥于1958年10月12日建成通车，全长320米。大桥由梁思远主持设计，施工期间共有800名工人参加。[1]

1976年8月，长虹桥进行了第一次加固，耗资45万元。[1]

## 参考文献

1. 周立文：《长虹桥志》，江南出版社，1991年，第12页。
"""
SOURCE = """長虹橋志

長虹橋於1958年10月12日建成通車，全長320米。大橋由梁思遠主持設計，施工期間共有500名工人參加。

1976年8月，長虹橋進行了第一次加固，耗資45萬元。
"""
OTHER_ENTRY = """# 望江塔

望江塔始建于1889年，塔高39米，共分四层。
"""
OTHER_SOURCE = """望江塔始建於1889年，塔高39米，共分四層。
"""


@dataclass(frozen=True, slots=True)
class Done:
    code: int
    out: str
    err: str


Run = Callable[..., Done]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    """``run("check", "-q")`` in the test's own folder, with a fixed day and no variable of the environment."""
    for name in [name for name in os.environ if name.startswith(("CROSSCHECK_", "GIT_"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("CROSSCHECK_TODAY", "2030-01-15")
    monkeypatch.setenv("CROSSCHECK_JOBS", "1")
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str, stdin: str | None = None, cwd: Path | None = None) -> Done:
        capfd.readouterr()
        with monkeypatch.context() as patch:
            patch.setattr(sys, "argv", ["crosscheck", *arguments])
            if cwd is not None:
                patch.chdir(cwd)
            if stdin is not None:
                place = tmp_path / ".stdin"
                place.write_text(stdin, encoding="utf-8")
                patch.setattr(sys, "stdin", place.open(encoding="utf-8"))
            with pytest.raises(SystemExit) as stopped:
                main()
            if stdin is not None:
                sys.stdin.close()
        told = capfd.readouterr()
        code = stopped.value.code
        return Done(code if isinstance(code, int) else 0, told.out, told.err)

    return call


def corpus(folder: Path, config: str = "") -> None:
    """Two entries with a source each; the first differs from its source in the number of workers."""
    put(folder / "entries/bridge.md", ENTRY)
    put(folder / "entries/tower.md", OTHER_ENTRY)
    put(folder / "sources/bridge.txt", SOURCE)
    put(folder / "sources/tower.txt", OTHER_SOURCE)
    put(
        folder / "crosscheck.toml",
        f'{config}\n[[pairs]]\nentry = "entries/*.md"\nsources = ["sources/{{stem}}.txt"]\n',
    )


def put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")


def edit(path: Path, old: str, new: str) -> None:
    """Replace `old`, which stands there, by `new`."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    put(path, text.replace(old, new))


# Only conflicts, decided by a name: what `review` is given in most tests.
CONFLICTS = ("--select", "conflict", "--by", "甲")


def decided_by(folder: Path) -> list[str]:
    """Who decided, in the order of the file."""
    path = folder / "crosscheck-decisions.jsonl"
    return [json.loads(line)["by"] for line in path.read_text(encoding="utf-8").split("\n") if line]


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", "-C", str(folder), "-c", "user.name=Editor", "-c", "user.email=e@example.org", *arguments],
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def commit(folder: Path, message: str = "edit") -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", message)
