"""Where templates are found, and where compiled ones are kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from crosscheck.model.report import Report
from crosscheck.render import _templates
from crosscheck.render.html import render


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    _templates.environment.cache_clear()
    yield
    _templates.environment.cache_clear()


def test_compiled_templates_are_kept_and_change_nothing(
    report: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CROSSCHECK_CACHE_DIR", str(tmp_path))
    first = render(report)
    kept = sorted((tmp_path / "crosscheck" / "templates").iterdir())
    assert kept
    _templates.environment.cache_clear()
    assert render(report) == first
    for file in kept:
        file.write_bytes(b"not bytecode")
    _templates.environment.cache_clear()
    assert render(report) == first


def test_nothing_is_kept_where_it_is_not_wanted(
    report: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CROSSCHECK_CACHE_DIR", str(tmp_path))
    monkeypatch.setenv("CROSSCHECK_NO_CACHE", "1")
    render(report)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_no_trouble(
    report: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "file"
    file.write_text("in the way")
    monkeypatch.setenv("CROSSCHECK_CACHE_DIR", str(file))
    assert "<!DOCTYPE html>" in render(report)


def test_templates_are_found() -> None:
    assert _templates.read(_templates.PAGE).startswith("{% import")
    assert _templates.joined("style", ".css")
    assert _templates.joined("script", ".js").startswith('"use strict"')
