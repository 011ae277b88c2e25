"""How a clause puts what it says."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crosscheck.context import modality
from crosscheck.text.fold import fold
from tests.context.test_polarity import EMPTY


@pytest.mark.parametrize(
    ("cue", "words", "expected"),
    [
        (modality.planned, "大桥计划于五月通车", True),
        (modality.planned, "大橋預計明年完工", True),
        (modality.planned, "這是計劃的第一步", False),
        (modality.planned, "规划局设在市府", False),
        (modality.planned, "他出版了《五年计划》", False),
        (modality.planned, "大桥于五月通车", False),
        (modality.wished, "校方申請撥款三萬元", True),
        (modality.wished, "校方收到三万元", False),
        (modality.negated, "代表拒絕簽字", True),
        (modality.negated, "代表已经签字", False),
        (modality.outcome, "結果提前半年完工", True),
        (modality.outcome, "工人分三班施工", False),
    ],
)
def test_cues(cue: object, words: str, expected: bool) -> None:
    assert callable(cue)
    assert cue(fold(words)) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("公司当年盈利两千元", "公司當年虧損兩千元", True),
        ("公司当年盈利两千元", "公司當年盈利兩千元", False),
        ("公司由盈利转为亏损", "公司當年虧損兩千元", False),
    ],
)
def test_opposites(one: str, other: str, expected: bool) -> None:
    assert modality.opposed(fold(one), fold(other)) == expected
    assert modality.opposed(fold(other), fold(one)) == expected


def test_what_came_of_a_plan() -> None:
    plan = replace(EMPTY, words="大桥计划造价三亿元", planned=True)
    done = replace(EMPTY, words="大桥造价三亿元")
    assert modality.came_of(plan, "，结果用了")
    assert not modality.came_of(done, "，结果用了")
    assert not modality.came_of(plan, "，其中钢材用了")
    assert not modality.came_of(plan, "")


def test_only_the_source_plans() -> None:
    plan = replace(EMPTY, words="大桥计划五月通车", planned=True)
    done = replace(EMPTY, words="大桥五月通车")
    assert modality.only_planned(done, plan)
    assert not modality.only_planned(plan, done)
    assert not modality.only_planned(plan, plan)
