"""How two quantities relate: a table of pairs."""

from __future__ import annotations

import pytest

from crosscheck.extract import facts
from crosscheck.kinds.quantity import KIND
from crosscheck.model.fact import Fact
from tests.support import text_of

PAIRS = [
    ("100名学生", "100名学生", "identical"),
    ("100名学生", "一百名學生", "equivalent"),
    ("约60吨", "66吨", "different"),
    ("约60吨", "62吨", "compatible"),
    ("海拔5664米", "海拔5.7公里", "compatible"),
    ("不足110人", "74人", "compatible"),
    ("三十多人", "36人", "compatible"),
    ("三千余名", "3000多人", "equivalent"),
    ("800余人", "700多名", "different"),
    ("两万人以上", "一万二千人", "different"),
    ("上千人", "1357人", "compatible"),
    ("12次", "11次", "different"),
    ("6辆", "七辆", "different"),
    ("412.6千米", "360至420公里", "compatible"),
    ("十年以上", "10年以上", "equivalent"),
    ("30%", "三成", "equivalent"),
    ("30天", "三个月", "different"),
    ("5吨", "5公里", "incomparable"),
    ("3名", "3次", "incomparable"),
    ("5美元", "5日元", "incomparable"),
    ("50元", "人民币50元", "equivalent"),
    ("第三次", "3次", "incomparable"),
    ("第三次", "第四次", "different"),
]


def one(text: str) -> Fact:
    (fact,) = facts(text_of(text), (KIND,))
    return fact


@pytest.mark.parametrize(("claim", "evidence", "relation"), PAIRS)
def test_relation(claim: str, evidence: str, relation: str) -> None:
    assert KIND.compare(one(claim), one(evidence)).relation == relation


def test_what_the_evidence_leaves_open_is_said() -> None:
    found = KIND.compare(one("74人"), one("不足110人"))
    assert "quantity.narrower" in [step.key for step in found.steps]


def test_nearness_grows_with_likeness() -> None:
    near, far = KIND.compare(one("12次"), one("11次")), KIND.compare(one("12次"), one("900次"))
    assert near.nearness > far.nearness
