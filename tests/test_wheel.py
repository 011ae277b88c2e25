"""The wheel: built, installed apart from the project, and asked for a report."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

RENDER = """
import sys
from pathlib import Path
import crosscheck
from crosscheck.model.report import Report
from crosscheck.render import _templates
from crosscheck.render.html import render
from tests.render.sample import document

installed = Path(sys.argv[1])
assert Path(crosscheck.__file__).is_relative_to(installed), crosscheck.__file__
assert Path(str(_templates.folder())).is_relative_to(installed), _templates.folder()
papers = document("1912年。\\n", "entry", "a.txt", "甲"), document("1912年。\\n", "source-1", "b.txt", "乙")
report = Report(documents=papers, findings=(), citations=(), notices=(), version=crosscheck.__version__)
for language in ("en", "zh-Hans", "zh-Hant"):
    sys.stdout.write(render(report, language))
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pytest.importorskip("hatchling", reason="hatchling is not installed")
    made = tmp_path_factory.mktemp("wheel")
    _pip("wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(made), str(ROOT))
    (found,) = made.glob("crosscheck_zh-*.whl")
    return found


def _pip(*arguments: str) -> None:
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet", "--no-input"]
    done = subprocess.run([*command, *arguments], capture_output=True, text=True, check=False)
    if "No module named pip" in done.stderr:
        pytest.skip("there is no pip here")
    assert done.returncode == 0, done.stderr


def test_the_wheel_holds_what_it_needs_and_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for folder in ("style", "script", "words"):
        kept = sorted(path.name for path in (ROOT / "templates" / folder).iterdir() if path.is_file())
        prefix = f"crosscheck/templates/{folder}/"
        assert sorted(name.removeprefix(prefix) for name in names if name.startswith(prefix)) == kept
    assert "crosscheck/templates/report.html.jinja" in names
    assert "crosscheck/py.typed" in names or not (ROOT / "crosscheck" / "py.typed").exists()
    tops = {name.split("/")[0] for name in names}
    assert all(top == "crosscheck" or top.endswith(".dist-info") for top in tops)
    assert not [name for name in names if "__pycache__" in name or name.endswith(".pyc")]


def test_a_report_from_an_installed_wheel(wheel: Path, tmp_path: Path) -> None:
    installed = tmp_path / "installed"
    _pip("install", "--no-deps", "--no-index", "--target", str(installed), str(wheel))
    (tmp_path / "tests").symlink_to(ROOT / "tests")
    done = subprocess.run(
        [sys.executable, "-c", RENDER, str(installed)],
        env={**os.environ, "PYTHONPATH": f"{installed}{os.pathsep}{tmp_path}"},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("<!DOCTYPE html>") == 3
    assert done.stdout.count("Content-Security-Policy") == 3
