"""The day of a source that is set by hand is a day, and of a file that there is."""

from __future__ import annotations

from pathlib import Path

import pytest

from crosscheck.option_values import is_day
from tests.gate.support import Run, put, run

__all__ = ["run"]

NONE = ["yesterday", "1990-13-45", "1990-02-30", "1990-1-5", "90", "19900115", "1990-W05", "1990-01-15T00:00", "", "１９９０", "-0500", "0000"]  # fmt: skip
CALLS = {
    "report": ("report", "a.md", "b.txt", "-o", "-", "-q", "--source-date"),
    "check": ("check", "a.md", "--source", "b.txt", "--no-cache", "--source-date"),
    "mutate": ("mutate", "a.md", "b.txt", "--source-date"),
}


@pytest.fixture
def pair(tmp_path: Path) -> Path:
    put(tmp_path / "a.md", "大会于1990年1月14日开幕。")
    put(tmp_path / "b.txt", "大會昨日開幕。")
    return tmp_path


@pytest.mark.parametrize("day", ["1990-01-15", "1990-01", "1990"])
def test_a_day_a_month_and_a_year_are_dates(day: str) -> None:
    assert is_day(day)


@pytest.mark.parametrize("day", NONE)
@pytest.mark.parametrize("name", CALLS)
def test_what_is_no_date_is_wrong_usage(name: str, day: str, run: Run, pair: Path) -> None:
    assert not is_day(day)
    assert run(*CALLS[name], f"b.txt={day}").code == 2
    assert run("facts", "b.txt", "--date", day).code == 2


@pytest.mark.parametrize(
    "day", ['"yesterday"', '"1990-13-45"', "5", "true", "1990-01-15T00:00:00", '["1990"]']
)
def test_what_is_no_date_in_the_configuration_is_too(day: str, run: Run, pair: Path) -> None:
    put(pair / "crosscheck.toml", f'[source-dates]\n"b.txt" = {day}\n')
    done = run("check", "a.md", "--source", "b.txt")
    assert done.code == 2 and "crosscheck.toml:2" in done.err


@pytest.mark.parametrize("name", CALLS)
def test_a_day_of_no_file_is_wrong_usage(name: str, run: Run, pair: Path) -> None:
    done = run(*CALLS[name], "c.txt=1990-01-15")
    assert done.code == 2 and "c.txt" in done.err
    put(pair / "crosscheck.toml", '[source-dates]\n"c.txt" = "1990-01-15"\n')
    assert run(*CALLS[name], "b.txt=1990-01-15").code == 2


@pytest.mark.parametrize("path", ["b.txt", "./b.txt", "../{folder}/b.txt", "{whole}/b.txt"])
def test_a_file_is_the_same_by_any_name(path: str, run: Run, pair: Path) -> None:
    written = path.format(folder=pair.name, whole=pair)
    arguments = (
        "check",
        "a.md",
        "--source",
        "b.txt",
        "--no-cache",
        "--fail-on",
        "unsupported",
        "-q",
        "--select",
        "date",
    )
    assert run(*arguments).code == 1
    if not Path(written).is_absolute() or written == str(pair / "b.txt"):
        assert run("report", "a.md", written, "-q", "-o", "-", "--source-date", "b.txt=1990-01-15").code == 0
    put(pair / "crosscheck.toml", f'[source-dates]\n"{written}" = 1990-01-15\n')
    assert run(*arguments).code == 0
