"""Persons of the two seed documents against the gold that was written by hand."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from crosscheck import recognise
from crosscheck.kinds.person import KIND
from crosscheck.read import read
from crosscheck.text.sentences import split

ROOT = Path(__file__).parents[2]
GOLD = ROOT.parent / "shared" / "gold" / "seed-mentions.json"
SEEDS = ("treaty-entry.zh-Hans.md", "nuclear-aid-essay.zh-Hant.txt")
# What the floors were measured on; another gold needs them measured anew.
GOLD_SHA256 = "c14eb50329a3ac5f2a59037ec520f0200856f2adb621587c0373400401470389"


def gold() -> list[dict[str, Any]]:
    if not GOLD.exists():
        pytest.skip("the gold of the seeds is not beside the project")
    data = GOLD.read_bytes()
    assert hashlib.sha256(data).hexdigest() == GOLD_SHA256
    loaded: list[dict[str, Any]] = json.loads(data)
    return loaded


@pytest.mark.parametrize(("rules_only", "precision", "recall"), [(False, 0.98, 0.98), (True, 0.97, 0.9)])
def test_persons_of_the_seeds(rules_only: bool, precision: float, recall: float) -> None:
    if not rules_only and not recognise.available():
        pytest.skip("the recogniser is not installed here")
    wanted = right = seen = 0
    for name, document in zip(SEEDS, gold(), strict=True):
        text = split(read(ROOT / "seeds" / name))
        expected = {(m["start"], m["end"], m["value"]) for m in document["mentions"] if m["kind"] == "person"}
        with recognise.limited_to(frozenset() if rules_only else None):
            mentions = tuple(KIND.find(text))
        places = [text.document.origins.to_source(mention.span) for mention in mentions]
        found = {(p.start, p.end, m.data[0]) for p, m in zip(places, mentions, strict=True)}
        wanted += len(expected)
        right += len(found & expected)
        seen += len(found)
    assert right >= precision * seen
    assert right >= recall * wanted
