"""The command line: what it writes, how it exits, and that bad input gives one clear line."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from crosscheck.cli._write import write

ROOT = Path(__file__).parent.parent
ENTRY = "seeds/treaty-entry.zh-Hans.md"
ESSAY = "seeds/nuclear-aid-essay.zh-Hant.txt"


def crosscheck(
    *arguments: str, cwd: Path = ROOT, stdin: str = "", **environment: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "crosscheck", *arguments],
        cwd=cwd,
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
    )


def test_report_writes_json_to_standard_output() -> None:
    done = crosscheck("report", ENTRY, ESSAY, "--output-format", "json", "--output-file", "-")
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    assert report["schema"] == "crosscheck.report/1"
    assert report["summary"]["conflict"] >= 1
    assert "claims against 1 source" in done.stderr.splitlines()[-1]


def test_the_same_run_gives_the_same_bytes_whatever_the_hash_seed() -> None:
    for form in ("json", "html"):
        runs = [
            crosscheck("report", ENTRY, ESSAY, "--output-format", form, "-o", "-", PYTHONHASHSEED=seed).stdout
            for seed in ("0", "4242")
        ]
        assert runs[0] == runs[1]
        assert runs[0]


def test_report_without_arguments_compares_the_pairs_of_the_configuration(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("中苏协定于1957年10月15日在莫斯科签订。", encoding="utf-8")
    (tmp_path / "b.txt").write_text("1957年10月15日，中蘇在莫斯科簽訂協定。", encoding="utf-8")
    (tmp_path / "crosscheck.toml").write_text(
        '[[pairs]]\nentry = "a.md"\nsources = ["b.txt"]\n', encoding="utf-8"
    )
    done = crosscheck("report", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "reports" / "a.html").read_text(encoding="utf-8").lower().startswith("<!doctype html>")


def test_fail_on_sets_the_exit_code() -> None:
    arguments = ("report", ENTRY, ESSAY, "--output-format", "json", "-o", "-", "-q")
    assert crosscheck(*arguments, "--fail-on", "conflict").returncode == 1
    assert crosscheck(*arguments, "--fail-on", "conflict", "--exit-zero").returncode == 0
    assert crosscheck(*arguments, CROSSCHECK_FAIL_ON="unsupported").returncode == 1


BAD = {
    "missing": ("nowhere.md", None, 3, "nowhere.md"),
    "folder": ("folder", "folder", 3, "folder"),
    "empty": ("empty.md", b"", 3, "empty.md"),
    "blank": ("blank.md", b" \n\n\t\n", 3, "blank.md"),
    "binary": ("binary.bin", bytes(range(256)) * 8, 3, "binary.bin"),
    "image": ("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(200), 3, "picture.png"),
    "no claim": ("nothing.txt", "。。。".encode(), 3, "nothing.txt"),
}


@pytest.mark.parametrize("case", BAD)
def test_a_bad_entry_is_one_clear_line(case: str, tmp_path: Path) -> None:
    name, content, code, expected = BAD[case]
    if content == "folder":
        (tmp_path / name).mkdir()
    elif isinstance(content, bytes):
        (tmp_path / name).write_bytes(content)
    done = crosscheck(
        "report", name, str(ROOT / ESSAY), "--output-format", "json", "-o", "out.json", cwd=tmp_path
    )
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert expected in done.stderr
    assert not (tmp_path / "out.json").exists()


def test_a_bad_source_names_itself(tmp_path: Path) -> None:
    done = crosscheck("report", str(ROOT / ENTRY), "gone.txt", cwd=tmp_path)
    assert done.returncode == 3
    assert done.stderr.startswith("crosscheck: gone.txt: ")


def test_an_output_that_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("", encoding="utf-8")
    done = crosscheck("report", ENTRY, ESSAY, "-o", str(tmp_path / "taken" / "out.html"))
    assert done.returncode == 3
    assert "taken" in done.stderr and "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == [tmp_path / "taken"]


def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with ThreadPoolExecutor() as pool:
        read = pool.submit(pipe.read_text, encoding="utf-8")
        write("报告", str(pipe))
        assert read.result() == "报告"
    assert pipe.is_fifo()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("reprot", "a", "b"), "Did you mean “report”?"),
        (("report", "a.md"), "at least one source"),
        (("report", "a.md", "b.md", "--nope"), "No such option"),
        (("report", "a.md", "b.md", "--source-date", "x"), "FILE=DATE"),
        (("report", "a.md", "b.md", "--source-date", "b.md=1957-13"), "FILE=DATE"),
    ],
)
def test_wrong_usage_exits_with_two(arguments: tuple[str, ...], words: str, tmp_path: Path) -> None:
    done = crosscheck(*arguments, cwd=tmp_path)
    assert done.returncode == 2, done.stderr
    assert words in done.stderr


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("languge = 'en'\n", "crosscheck.toml:1: unknown key “languge”; did you mean “language”?"),
        ("\nlanguage = 'fr'\n", "crosscheck.toml:2: “language” is one of"),
        ("language = \n", "is no TOML"),
        ("pairs = 3\n", "crosscheck.toml:1: each of “pairs” wants"),
        ("max-bytes = 0\n", "above 0"),
    ],
)
def test_a_wrong_configuration_names_file_and_line(text: str, words: str, tmp_path: Path) -> None:
    (tmp_path / "crosscheck.toml").write_text(text, encoding="utf-8")
    done = crosscheck("report", "a.md", "b.md", cwd=tmp_path)
    assert done.returncode == 2
    assert words in done.stderr


def test_facts_lists_what_was_read() -> None:
    done = crosscheck(
        "facts", "-", "--output-format", "json", stdin="1957年10月15日，五十名中国留学生到达莫斯科。"
    )
    assert done.returncode == 0, done.stderr
    data = json.loads(done.stdout)
    assert data["schema"] == "crosscheck.facts/1"
    values = {fact["kind"]: fact["value"] for fact in data["facts"]}
    assert values["date"] == "1957-10-15"
    assert values["quantity"] == "50 名 中国留学生"
    table = crosscheck("facts", "-", stdin="1957年10月15日，五十名中国留学生到达莫斯科。")
    assert "1957-10-15" in table.stdout


def test_help_names_every_command() -> None:
    done = crosscheck("--help")
    for name in ("report", "facts", "schema"):
        assert name in done.stdout


def test_report_offers_every_output_format() -> None:
    from crosscheck.registry import output_formats

    said = crosscheck("report", "a.md", "b.md", "--output-format", "none")
    assert said.returncode == 2
    for name in output_formats():
        assert name in said.stderr, name
