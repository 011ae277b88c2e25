"""Weights by name, and scores that are told whole."""

from __future__ import annotations

from math import exp

import pytest

from crosscheck.align.features import NAMES
from crosscheck.align.model import QUESTIONS, in_order, shipped
from crosscheck.registry import kinds
from tests.heart import option, options, verdict

ENTRY = "1912年5月3日，工厂招收300名学徒。"
SOURCE = "1912年5月3日，工廠招收300名學徒。\n次年又招收500名學徒。"


def test_weights_are_known_by_name() -> None:
    assert in_order({"coverage": 2.5})[NAMES.index("coverage")] == 2.5
    assert sum(in_order({"coverage": 2.5})) == 2.5
    with pytest.raises(KeyError, match="no such feature: covrage"):
        in_order({"covrage": 2.5})


def test_every_kind_has_weights() -> None:
    model = shipped()
    for kind in kinds():
        assert kind.group in model.weights["support"], kind.name
        assert kind.group in model.alone, kind.name
        if kind.contradicts:
            assert kind.group in model.weights["conflict"], kind.name


def test_a_group_without_weights_has_no_chance() -> None:
    assert shipped().chance("conflict", "no such group", [1.0] * len(NAMES)) == 0


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_parts_of_a_score_add_up_to_it(question: str) -> None:
    found = [one for one in options(ENTRY, SOURCE, kind="quantity") if one.question == question]
    assert found or question == "conflict"
    for one in found:
        total = sum(part.adds for part in one.parts())
        assert 1 / (1 + exp(-total)) == pytest.approx(one.score, abs=0.0006)


def test_the_parts_are_in_the_report() -> None:
    (evidence,) = verdict(ENTRY, SOURCE, kind="quantity").evidence
    assert {part.name for part in evidence.why} >= {"bias", "coverage", "telling", "nearness"}
    assert 1 / (1 + exp(-sum(part.adds for part in evidence.why))) == pytest.approx(evidence.score, abs=0.01)


def test_what_adds_nothing_is_left_out() -> None:
    one = option(ENTRY, SOURCE, "quantity")
    assert all(part.adds for part in one.parts())
