"""What a terminal shows: colours where they are wanted, the language of the reader, how long it takes, nothing it obeys."""

from __future__ import annotations

import io
import re
import sys
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from crosscheck import registry
from crosscheck.cli import _gate
from crosscheck.cli._write import printable
from crosscheck.render.interface import OutputFormat
from tests.gate.support import CONFLICTS, ENTRY, SOURCE, Run, corpus, put, run

__all__ = ["run"]

COLOR = re.compile(r"\x1b\[\d*m")
CALLS = {
    "report": ("report", "entries/bridge.md", "sources/bridge.txt", "--output-format", "text", "-o", "-"),
    "check": ("check", "--select", "conflict"),
    "facts": ("facts", "sources/bridge.txt"),
}


@pytest.mark.parametrize("name", CALLS)
@pytest.mark.parametrize(
    ("flags", "environment", "wanted"),
    [
        ((), {}, False),
        ((), {"FORCE_COLOR": "1"}, True),
        ((), {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        (("--color", "always"), {"NO_COLOR": "1"}, True),
        (("--color", "never"), {"FORCE_COLOR": "1"}, False),
        ((), {"CROSSCHECK_COLOR": "always"}, True),
    ],
)
def test_colours_are_there_where_they_are_wanted(
    name: str, flags: tuple[str, ...], environment: dict[str, str], wanted: bool, run: Run, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    corpus(tmp_path)
    plain = run(*CALLS[name]).out
    for variable, value in environment.items():
        monkeypatch.setenv(variable, value)
    done = run(*CALLS[name], *flags)
    assert bool(COLOR.search(done.out)) == wanted
    assert COLOR.sub("", done.out) == plain


def test_a_file_and_a_format_for_machines_are_never_coloured(run: Run, tmp_path: Path) -> None:
    corpus(tmp_path)
    run("check", "--color", "always", "-o", "out.txt")
    assert "\x1b" not in (tmp_path / "out.txt").read_text(encoding="utf-8")
    for form in sorted(set(registry.output_formats()) - {"text", "html"}):
        assert "\x1b" not in run("check", "--color", "always", "--output-format", form).out, form


def test_what_is_told_is_in_the_language_of_the_reader(run: Run, tmp_path: Path) -> None:
    corpus(tmp_path)
    done = run(*CALLS["report"], "--language", "zh-Hant")
    assert "衝突1處" in done.err and "衝突1處" in done.out
    assert "claims" not in done.err + done.out
    done = run("review", *CONFLICTS, "--language", "zh-Hans", stdin="x\nf\n两志不同\nq\n")
    assert "[a]接受" in done.out and "今日已决定1处" in done.err
    assert "accept" not in done.out
    done = run("review", *CONFLICTS, "--import", "crosscheck-decisions.jsonl", "--language", "zh-Hant")
    assert "個決定" in done.err


@pytest.mark.parametrize("name", ["a\x1b]0;x\x07.md", "a\x07b.md", "a\x9bb.md", "a\u202eb.md", "a\nb.md"])
def test_a_name_of_a_file_is_only_shown(name: str, run: Run, tmp_path: Path) -> None:
    put(tmp_path / name, ENTRY)
    put(tmp_path / "b.txt", SOURCE)
    for form in ("text", "concise", "markdown", "github"):
        done = run("report", name, "b.txt", "--output-format", form, "-o", "-")
        assert done.code == 0
        turned = "" if form == "github" else "\u202e"  # the service finds a file by its very name
        assert not re.search(f"[\x00-\x09\x0b-\x1f\x7f-\x9f{turned}]", done.out + done.err), form
    for done in (
        run("cite", name),
        run("facts", name),
        run("facts", f"{name}x"),
        run("check", name, "--source", "b.txt"),
    ):
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", done.out + done.err)
    assert printable("一\x1b]0;x\x07\n二") == "一\ufffd]0;x\ufffd\n二"


class Screen(io.StringIO):
    """A terminal that says when it was written to."""

    def __init__(self) -> None:
        super().__init__()
        self.written = threading.Event()

    def isatty(self) -> bool:
        return True

    def write(self, text: str, /) -> int:
        if "比" in text or "comparing" in text:
            self.written.set()
        return super().write(text)


def test_a_long_run_tells_what_it_does_and_wipes_it_away(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setattr(_gate, "PATIENCE", 0.001)
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    with _gate.working(False, "a\x07.md", "en"):
        assert screen.written.wait(30)
    told = screen.getvalue()
    assert "comparing a\ufffd.md" in told and told.endswith("\r\x1b[K")
    for quiet, ci in ((True, ""), (False, "1")):
        monkeypatch.setenv("CI", ci)
        before = screen.getvalue()
        with _gate.working(quiet, "a.md", "en"):
            pass
        assert screen.getvalue() == before


def test_an_output_is_what_its_record_says(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One record adds an output to every command that writes reports."""
    corpus(tmp_path)
    made = OutputFormat(name="count", suffix=".count", render=lambda report, _: f"{len(report.findings)}\n")
    formats = {**registry.output_formats(), "count": made}
    monkeypatch.setattr(registry, "output_formats", lambda: formats)
    assert run(*CALLS["report"][:3], "--output-format", "count", "-o", "-").out.strip().isdigit()
    assert run("check", "entries/bridge.md", "--output-format", "count").out.strip().isdigit()
    assert run("check", "--output-format", "count").code == 2
    several = replace(made, many=lambda reports, _: f"{len(reports)} reports\n", whole=True)
    formats["count"] = several
    assert run("check", "--output-format", "count").out == "2 reports\n"
