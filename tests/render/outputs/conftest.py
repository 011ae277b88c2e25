"""The reports, and their words in place of the catalogues of the package."""

from __future__ import annotations

import pytest

from crosscheck import messages
from crosscheck.model.report import Report
from tests.render.outputs import example


@pytest.fixture(autouse=True)
def _words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(messages, "catalogue", example.catalogue)


@pytest.fixture(scope="module")
def report() -> Report:
    return example.report()


@pytest.fixture(scope="module")
def wild() -> Report:
    return example.wild()
