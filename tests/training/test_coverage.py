"""Each stage that a claim can be lost at is told apart."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from typing import Any

import pytest

_PLACE = Path(__file__).parents[2] / "benchmarks" / "coverage.py"
_SPEC = importlib.util.spec_from_file_location("benchmarks_coverage", _PLACE)
assert _SPEC is not None and _SPEC.loader is not None
coverage: Any = importlib.util.module_from_spec(_SPEC)
sys.modules[_SPEC.name] = coverage
_SPEC.loader.exec_module(coverage)
RIGHT, fates, table = coverage.RIGHT, coverage.fates, coverage.table


ENTRY = "# 青石桥\n\n青石桥全长350米，1998年3月通车，由林国栋设计。\n"
SOURCE = "青石桥全长350米，1999年5月通车。\n"


def _pair(folder: Path, **claim: str) -> Path:
    pair = folder / "bridge"
    pair.mkdir()
    (pair / "entry.md").write_text(ENTRY, encoding="utf-8")
    (pair / "source.md").write_text(SOURCE, encoding="utf-8")
    gold = {"claims": [{"id": "c1", "certainty": "sure", **claim}]}
    (pair / "gold.json").write_text(json.dumps(gold), encoding="utf-8")
    return pair


@pytest.mark.parametrize(
    ("claim", "stage"),
    [
        (
            {"kind": "quantity", "entry_quote": "350米", "verdict": "agree", "source_quote": "350米"},
            RIGHT,
        ),
        (
            {"kind": "date", "entry_quote": "1998年3月", "verdict": "agree", "source_quote": "1999年5月"},
            "values",
        ),
        (
            {"kind": "title", "entry_quote": "设计", "verdict": "agree", "source_quote": "青石桥"},
            "claim not read",
        ),
        (
            {"kind": "quantity", "entry_quote": "350米", "verdict": "conflict", "source_quote": "通车"},
            "evidence not read",
        ),
        (
            {"kind": "quantity", "entry_quote": "350米", "verdict": "unsupported"},
            "wrong verdict",
        ),
    ],
)
def test_stage(tmp_path: Path, claim: dict[str, str], stage: str) -> None:
    (fate,) = fates(_pair(tmp_path, **claim))
    assert fate.stage == stage


def test_table_shares(tmp_path: Path) -> None:
    pair = _pair(tmp_path, kind="quantity", entry_quote="350米", verdict="agree", source_quote="350米")
    lines = list(table(list(fates(pair))))
    assert lines[-1].split() == ["right", "100.0%", "100.0%"]
