"""However a run ends, it ends with one line at most, and with 1 for findings alone."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from crosscheck.__main__ import main
from tests.gate.support import Run, corpus, put, run
from tests.test_cli import ROOT

__all__ = ["run"]

ENTRY, SOURCE = "entries/bridge.md", "sources/bridge.txt"


def shell(folder: Path, line: str) -> subprocess.CompletedProcess[str]:
    command = f'crosscheck() {{ "{sys.executable}" -m crosscheck "$@"; }}\n{line}'
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "CROSSCHECK_JOBS": "1"}
    return subprocess.run(
        ["bash", "-c", command], cwd=folder, capture_output=True, text=True, env=environment, check=False
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize(
    ("line", "code"),
    [
        (f"crosscheck report {ENTRY} {SOURCE} -q --output-format json -o - > /dev/full", 3),
        ("crosscheck check -q > /dev/full", 3),
        ("crosscheck rule > /dev/full", 3),
        ("crosscheck --help > /dev/full", 3),
        (f"crosscheck facts {ENTRY} >&-", 3),
        (f"crosscheck cite {ENTRY} -o /dev/full", 3),
        ("crosscheck check 2> /dev/full", 1),
        ("crosscheck check 2>&-", 1),
        ("crosscheck check | true; exit ${PIPESTATUS[0]}", 1),
        ("crosscheck rule | true; exit ${PIPESTATUS[0]}", 0),
        ("crosscheck check < /dev/null", 1),
        ("crosscheck review < /dev/null", 0),
        ("crosscheck review <&-", 0),
        (f"crosscheck report {ENTRY} - <&-", 3),
    ],
)
def test_an_output_that_cannot_be_written(line: str, code: int, tmp_path: Path) -> None:
    corpus(tmp_path)
    done = shell(tmp_path, line)
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    if code == 3:
        assert len(done.stderr.splitlines()) == 1 and done.stderr.startswith("crosscheck: ")


def nested(depth: int) -> str:
    return f"a = {'[' * depth}{']' * depth}\n"


BAD_FILES = {
    "TOML, deep": ("crosscheck.toml", nested(5000), ("check",), 2),
    "TOML, bytes": ("crosscheck.toml", "a = '\x00'", ("check",), 2),
    "expires": ("crosscheck-decisions.jsonl", '{"expires": 5}', ("check",), 3),
    "decision": ("crosscheck-decisions.jsonl", "[" * 5000, ("check",), 3),
    "baseline": ("crosscheck-baseline.json", "[" * 100_000, ("check",), 3),
    "baseline rows": ("crosscheck-baseline.json", '{"schema": "crosscheck.gate.baseline/2", "findings": {"a": 1}}', ("check",), 3),
    "report": ("r.json", '{"schema": "crosscheck.report/1"}', ("explain", "abc", "--report", "r.json"), 3),
    "report, deep": ("r.json", "[" * 100_000, ("explain", "abc", "--report", "r.json"), 3),
    "annotations": ("a.jsonld", '{"type": 5, "first": {"items": [null, 1, {"body": 3, "target": []}]}}', ("review", "--import", "a.jsonld"), 3),
    "annotations, deep": ("a.jsonld", "[" * 100_000, ("review", "--import", "a.jsonld"), 3),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_file_that_is_off_gives_one_line(name: str, run: Run, tmp_path: Path) -> None:
    path, text, command, code = BAD_FILES[name]
    corpus(tmp_path)
    put(tmp_path / path, text)
    done = run(*command)
    assert done.code == code, done
    assert len(done.err.splitlines()) == 1 and path in done.err and "fault of crosscheck" not in done.err


@pytest.mark.parametrize(
    "field", ["id", "rule", "decision", "reason", "by", "on", "expires", "claim", "evidence", "version"]
)
@pytest.mark.parametrize("value", [5, [], {}, True, None, "\x00", "9" * 400])
def test_a_decision_with_any_field_off_is_refused_or_read(
    field: str, value: object, run: Run, tmp_path: Path
) -> None:
    corpus(tmp_path)
    place = {"path": ENTRY, "exact": "800名工人", "prefix": "", "suffix": "", "hash": ""}
    data = {
        "id": "a",
        "rule": "quantity/conflict",
        "decision": "accepted",
        "reason": "x",
        "by": "",
        "on": "2030-01-01",
        "claim": place,
    }
    put(tmp_path / "crosscheck-decisions.jsonl", json.dumps({**data, field: value}))
    done = run("check", "-q")
    assert done.code in (1, 3) and "fault" not in done.err
    assert (done.code == 3) == (done.err != "")


def test_a_report_that_was_altered_anywhere_is_explained_or_refused(run: Run, tmp_path: Path) -> None:
    corpus(tmp_path)
    run("report", ENTRY, SOURCE, "--output-format", "json", "-o", "r.json")
    report = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))
    finding = next(one for one in report["findings"] if one["verdict"] == "conflict")
    for altered in mutations(finding):
        altered_report = {**report, "findings": [altered]}
        put(tmp_path / "r.json", json.dumps(altered_report))
        done = run("explain", str(finding["id"]), "--report", "r.json")
        assert done.code in (0, 2, 3) and "fault" not in done.err, altered


def mutations(finding: dict[str, object]) -> list[dict[str, object]]:
    """`finding` with each of its fields left out, and of another type."""
    without = [{key: value for key, value in finding.items() if key != name} for name in finding]
    return without + [{**finding, name: value} for name in finding for value in (None, 5, "x", [5], {"a": 1})]


@pytest.mark.parametrize("suffix", ["docx", "epub"])
def test_a_zip_of_another_version_is_named(suffix: str, run: Run, tmp_path: Path) -> None:
    path = tmp_path / f"a.{suffix}"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("word/document.xml", "<w:document/>")
        packed.writestr("META-INF/container.xml", "<container/>")
    data = path.read_bytes()
    for mark, at in ((b"PK\x01\x02", 6), (b"PK\x03\x04", 4), (b"PK\x01\x02", 10), (b"PK\x03\x04", 8)):
        spoiled = bytearray(data)
        start = -1
        while (start := spoiled.find(mark, start + 1)) >= 0:
            spoiled[start + at] = 99
        path.write_bytes(bytes(spoiled))
        done = run("facts", path.name)
        assert done.code == 3 and "fault of crosscheck" not in done.err and path.name in done.err


@pytest.mark.parametrize(
    "error", [PermissionError(13, "Permission denied"), OSError(5, "Input/output error")]
)
@pytest.mark.parametrize("name", ["entries", "entries/*.md", "entries/**/*"])
def test_a_folder_that_may_not_be_read(
    name: str, error: OSError, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus(tmp_path)

    def refused(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(Path, "is_dir" if "*" in name else "iterdir", refused)
    done = run("report", ENTRY, name)
    assert done.code == 3 and name in done.err and len(done.err.splitlines()) == 1


def test_a_fault_of_its_own_ends_with_three_and_one_line(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus(tmp_path)

    def broken(*_: object, **__: object) -> None:
        raise AssertionError("two\nlines \x1b]0;title\x07")

    monkeypatch.setattr("crosscheck.gate.rules.rules", broken)
    done = run("explain", "date")
    assert done.code == 3
    assert done.err.count("\n") == 1 and "AssertionError: two lines" in done.err and "\x1b" not in done.err
    monkeypatch.setenv("CROSSCHECK_TRACEBACK", "1")
    assert "Traceback" in run("explain", "date").err


def test_the_command_that_is_installed_is_the_one_that_catches_all() -> None:
    assert f'crosscheck = "{main.__module__}:{main.__name__}"' in (ROOT / "pyproject.toml").read_text(
        encoding="utf-8"
    )


# Loaded before anything else: Ctrl-C comes when a module is about to be imported.
_AT_IMPORT = """
import os, signal, sys
class Stop:
    def find_spec(self, name, path=None, target=None):
        if name == os.environ["STOP_AT"]:
            sys.meta_path.remove(self)
            os.kill(os.getpid(), signal.SIGINT)
sys.meta_path.insert(0, Stop())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal")
@pytest.mark.parametrize(
    "module",
    [
        "crosscheck.errors",
        "crosscheck.read",
        "crosscheck.cli",
        "click",
        "crosscheck.cli.check",
        "crosscheck.gate.checking",
        "crosscheck.pipeline",
    ],
)
def test_a_run_that_is_stopped_while_it_loads_says_so_in_one_line(module: str, tmp_path: Path) -> None:
    corpus(tmp_path)
    put(tmp_path / "hooks/sitecustomize.py", _AT_IMPORT)
    stopped = subprocess.run(
        [sys.executable, "-m", "crosscheck", "check", "-j", "1", "--no-cache"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": f"{tmp_path / 'hooks'}{os.pathsep}{ROOT}", "STOP_AT": module},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (stopped.returncode, stopped.stderr.strip()) == (130, "crosscheck: stopped")


# Ctrl-C comes for all processes at once, when the first entry is done and others are under way.
_AT_WORK = """
import os, signal, sys
from crosscheck.gate import batch
from crosscheck.__main__ import main
came = batch.as_completed
def stop(waiting):
    for future in came(waiting):
        yield future
        os.killpg(0, signal.SIGINT)
batch.as_completed = stop
sys.argv = ["crosscheck", "check", "-j", "3", "--no-cache"]
if __name__ == "__main__":
    main()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal")
def test_a_run_of_several_processes_that_is_stopped_says_so_in_one_line(tmp_path: Path) -> None:
    corpus(tmp_path)
    for number in range(8):
        put(
            tmp_path / f"entries/more-{number}.md",
            f"长虹桥第{number}段于19{number}8年建成，全长3{number}0米。" * 9,
        )
    put(tmp_path / "crosscheck.toml", 'entries = ["entries/*.md"]\nsources = ["sources/*.txt"]\n')
    put(tmp_path / "run.py", _AT_WORK)
    stopped = subprocess.run(
        [sys.executable, "run.py"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
        start_new_session=True,
    )
    assert (stopped.returncode, stopped.stderr.strip()) == (130, "crosscheck: stopped")
