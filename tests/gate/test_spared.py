"""What is read is never written over, by whatever name it is called."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import click
import pytest

from crosscheck.cli import COMMANDS, group
from tests.gate.support import Run, corpus, put
from tests.gate.test_offline import tree

ENTRY, SOURCE = "entries/bridge.md", "sources/bridge.txt"
COMMANDS_THAT_WRITE = {
    "report": ("report", ENTRY, SOURCE, "--output-format", "json"),
    "report over the configuration": ("report", "--output-format", "json"),
    "check": ("check",),
    "check json": ("check", "--output-format", "json", ENTRY),
    "cite": ("cite", ENTRY, SOURCE),
    "cite --corpus": ("cite", "--corpus", ENTRY, "--source", SOURCE),
    "facts": ("facts", ENTRY),
    "mutate": ("mutate", ENTRY, SOURCE),
}


def linked(path: Path, kind: Callable[[Path, Path], None]) -> str:
    kind(path, path.parent / "other")
    return str(path.parent / "other")


NAMES: dict[str, Callable[[Path], str]] = {
    "relative": os.path.relpath,
    "dotted": lambda path: f"./entries/../{os.path.relpath(path)}",
    "absolute": str,
    "link": lambda path: linked(path, lambda real, link: link.symlink_to(real)),
    "hard link": lambda path: linked(path, lambda real, link: link.hardlink_to(real)),
}


def test_every_command_with_an_output_is_looked_at() -> None:
    context = click.Context(group)
    writing = {
        name
        for name in COMMANDS
        if any(
            "--output-file" in param.opts for param in getattr(group.get_command(context, name), "params", ())
        )
    }
    assert writing == {name.split()[0] for name in COMMANDS_THAT_WRITE}


def kept(folder: Path) -> dict[str, bytes]:
    return {name: text for name, text in tree(folder).items() if not name.startswith(".crosscheck_cache")}


@pytest.mark.parametrize("named", NAMES)
@pytest.mark.parametrize("command", COMMANDS_THAT_WRITE)
def test_an_output_that_is_an_input_is_refused(command: str, named: str, run: Run, tmp_path: Path) -> None:
    corpus(tmp_path)
    if command == "report over the configuration":
        put(tmp_path / "crosscheck.toml", f'[[pairs]]\nentry = "{ENTRY}"\nsources = ["{SOURCE}"]\n')
    inputs = [ENTRY, "crosscheck.toml"] if command == "facts" else [ENTRY, SOURCE, "crosscheck.toml"]
    for path in inputs:
        target = NAMES[named](tmp_path / path)
        before = kept(tmp_path)
        done = run(*COMMANDS_THAT_WRITE[command], "-o", target)
        assert (done.code, done.out) == (2, ""), path
        assert "is read" in done.err or "which is read" in done.err
        assert kept(tmp_path) == before
        (tmp_path / path).parent.joinpath("other").unlink(missing_ok=True)


def test_a_page_or_a_report_of_the_default_name_spares_an_input_of_that_name(
    run: Run, tmp_path: Path
) -> None:
    page = "<html><body><p>长虹桥于1958年10月12日建成通车。</p></body></html>"
    put(tmp_path / "reports/bridge.html", page)
    put(tmp_path / "index.html", page)
    put(tmp_path / "source.txt", "長虹橋於1958年10月12日建成通車。")
    for arguments in (
        ("report", "reports/bridge.html", "source.txt"),
        ("report", "index.html", "source.txt", "-o", "./"),
        ("check", "index.html", "--source", "source.txt", "--output-format", "html", "-o", "./"),
    ):
        before = tree(tmp_path)
        assert run(*arguments, "--no-cache" if arguments[0] == "check" else "-q").code == 2, arguments
        assert {name: text for name, text in tree(tmp_path).items() if name in before} == before


def test_baseline_and_decisions_are_none_of_the_texts(run: Run, tmp_path: Path) -> None:
    corpus(tmp_path)
    before = (tmp_path / ENTRY).read_bytes()
    assert run("check", "--write-baseline", "--baseline", ENTRY).code == 2
    assert run("review", "--decisions", SOURCE, stdin="q\n").code in (2, 3)
    assert (tmp_path / ENTRY).read_bytes() == before


def test_a_device_is_written_to_and_a_pipe_read(run: Run, tmp_path: Path) -> None:
    corpus(tmp_path)
    assert run("facts", ENTRY, "-o", "/dev/null").code == 0
    assert run("facts", "-", "-o", "-", stdin="长虹桥于1958年10月12日建成通车。").code == 0
