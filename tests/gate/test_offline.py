"""No command opens a socket or writes outside its own folders, but those that say so."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from crosscheck.cli import COMMANDS
from tests.gate.support import commit, corpus, git

# What says in its help that it talks: `serve` listens, `cite --online` looks addresses up, `--second-reader ask` asks.
TALKS = frozenset({"serve"})
RUNS = {
    "report": ("report", "entries/bridge.md", "sources/bridge.txt", "-o", "out.html"),
    "check": ("check", "-j", "2"),
    "review": ("review",),
    "explain": ("explain", "date/conflict"),
    "rule": ("rule",),
    "cite": ("cite", "entries/bridge.md", "sources/bridge.txt"),
    "second-reader": ("second-reader", "status"),
    "mutate": ("mutate", "entries/bridge.md", "sources/bridge.txt"),
    "facts": ("facts", "sources/bridge.txt"),
    "init": ("init", "new"),
    "schema": ("schema",),
}
OWN = ("home/cache/crosscheck", ".crosscheck_cache", "out.html", "new/crosscheck.toml")


def traced(folder: Path, *arguments: str) -> tuple[int, str]:
    """The exit code of a run in `folder` without a network, and the system calls on sockets, "" where none can be seen."""
    log = folder / "trace.txt"
    call = [sys.executable, "-m", "crosscheck", *arguments]
    if shutil.which("strace") and works("strace", "-f", "-o", os.devnull):
        call = ["strace", "-f", "-o", str(log), "-e", "trace=%network", *call]
    if shutil.which("unshare") and works("unshare", "-rn"):
        call = ["unshare", "-rn", *call]
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(folder / "home"),
        "XDG_CACHE_HOME": str(folder / "home/cache"),
        "PYTHONPATH": str(Path(__file__).parent.parent.parent),
        "PYTHONDONTWRITEBYTECODE": "1",
        "CI": "",
    }
    done = subprocess.run(
        call, cwd=folder, env=environment, capture_output=True, stdin=subprocess.DEVNULL, check=False
    )
    told = log.read_text(encoding="utf-8", errors="replace") if log.exists() else ""
    log.unlink(missing_ok=True)
    return done.returncode, told


def works(*call: str) -> bool:
    return subprocess.run([*call, "true"], capture_output=True, check=False).returncode == 0


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_every_command_is_looked_at() -> None:
    assert set(RUNS) | TALKS == set(COMMANDS)


@pytest.mark.parametrize("name", sorted(RUNS))
def test_a_command_neither_talks_nor_writes_elsewhere(name: str, tmp_path: Path) -> None:
    corpus(tmp_path)
    (tmp_path / "new").mkdir()
    (tmp_path / "home").mkdir()
    git(tmp_path, "init", "-q")
    commit(tmp_path)
    before = tree(tmp_path)
    code, told = traced(tmp_path, *RUNS[name])
    assert code in (0, 1)
    assert not re.findall(r"socket\(AF_(?:INET|NETLINK)\w*|connect\(.*sa_family=AF_INET", told)
    after = tree(tmp_path)
    assert {path: after.get(path) for path in before} == before
    assert [path for path in after if path not in before and not path.startswith(OWN)] == []


@pytest.mark.parametrize("flags", [("--second-reader", "replay"), ("--ask-batch", "out.html"), ()])
def test_a_second_reader_is_asked_by_ask_alone(flags: tuple[str, ...], tmp_path: Path) -> None:
    corpus(tmp_path, 'second-reader = {url = "http://127.0.0.1:9/v1", model = "m", share = 1}\n')
    (tmp_path / "home").mkdir()
    kept = (
        '{"question": "q", "model": "m", "answer": {"candidate": 0, "relation": "not-told", "quote": ""}}\n'
    )
    (tmp_path / "crosscheck-answers.jsonl").write_text(kept, encoding="utf-8")
    code, told = traced(tmp_path, "check", *flags)
    assert code in (0, 1)
    assert not re.findall(r"socket\(AF_(?:INET|NETLINK)\w*|connect\(.*sa_family=AF_INET", told)
    assert (tmp_path / "crosscheck-answers.jsonl").read_text(encoding="utf-8") == kept
