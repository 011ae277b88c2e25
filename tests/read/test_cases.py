"""Every case folder: what is read out of its input is what ``expected.json`` says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.read.cases import cases, outline


@pytest.mark.parametrize("case", cases(), ids=lambda path: f"{path.parts[-3]}/{path.parts[-2]}")
def test_case(case: Path) -> None:
    expected = case.parent / "expected.json"
    assert expected.is_file(), "accept it with: python -m tests.read.accept"
    assert outline(case) == json.loads(expected.read_text(encoding="utf-8"))


def test_there_are_cases() -> None:
    assert len(cases()) >= 15
