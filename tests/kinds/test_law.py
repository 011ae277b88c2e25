"""How numbered documents compare."""

from __future__ import annotations

import pytest

from crosscheck.extract import facts
from crosscheck.model.fact import Fact
from crosscheck.registry import kind
from tests.heart import verdict
from tests.support import text_of


def law(text: str) -> Fact:
    (found,) = [fact for fact in facts(text_of(text)) if fact.kind == "law"]
    return found


@pytest.mark.parametrize(
    ("claim", "evidence", "relation"),
    [
        ("国发〔2011〕23号", "国发〔2011〕23号", "identical"),
        ("国发〔2011〕23号", "國發[2011]二十三號", "equivalent"),
        ("主席令第五十一号", "中華人民共和國主席令第51號", "equivalent"),
        ("主席令第五十一号", "第51號令", "compatible"),
        ("国发〔2011〕23号", "國發〔2011〕32號", "different"),
        ("国发〔2011〕23号", "國發〔2012〕23號", "different"),
        ("国发〔2011〕23号", "法釋〔2011〕23號", "different"),
        ("第242号决议", "第242號公告", "different"),
    ],
)
def test_two_numbers(claim: str, evidence: str, relation: str) -> None:
    one, other = law(f"依照{claim}办理。"), law(f"依照{evidence}辦理。")
    assert kind("law").compare(one, other).relation == relation


@pytest.mark.parametrize(
    ("evidence", "altered"),
    [("国发〔2011〕32号", True), ("国发〔2012〕32号", False), ("法释〔2011〕23号", False)],
)
def test_a_number_is_mistaken_in_one_part_only(evidence: str, altered: bool) -> None:
    one, other, known = law("依照国发〔2011〕23号办理。"), law(f"依照{evidence}办理。"), kind("law")
    assert known.altered(one, other, known.compare(one, other)) == altered


def test_another_number_of_the_same_document_is_a_conflict() -> None:
    entry = "2011年7月，交通部门依照国发〔2011〕23号清理公路收费。"
    source = "2011年7月，交通部門依照國發〔2011〕{}號清理公路收費。"
    assert verdict(entry, source.format("二十三"), kind="law").verdict == "agree"
    assert verdict(entry, source.format("三十二"), kind="law").verdict == "conflict"
    assert verdict(entry, "交通部門清理公路收費。", kind="law").verdict == "unsupported"


@pytest.mark.parametrize(
    "piece", ["国", "政府", "1", "一", "第1", "令第", "〔2011〕", "国政府党委", "1号令1"]
)
def test_long_runs_of_one_piece_are_read_through(piece: str) -> None:
    found = [fact for fact in facts(text_of(piece * 3000), (kind("law"),)) if fact.kind == "law"]
    assert len(found) in (0, 1, 2999, 3000)
