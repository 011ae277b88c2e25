"""Names in two spellings or of a whole and its part: when they are one, when the source is coarser, when they are two."""

from __future__ import annotations

import pytest

from crosscheck import names
from crosscheck.names.places import related


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("萧劲光", "肖劲光", "equivalent"),
        ("閻錫山", "闫锡山", "equivalent"),
        ("傅作義", "付作义", "equivalent"),
        ("蓝天野", "蘭天野", "equivalent"),
        ("戴安邦", "代安邦", "equivalent"),
        ("萧克", "肖劲光", "different"),
        ("付作义", "闫作义", "different"),
        ("傅雷", "雷付", "different"),
    ],
)
def test_surnames_in_two_forms(one: str, other: str, relation: str) -> None:
    assert names.same(one, other).relation == relation
    assert names.same(other, one).relation == relation


@pytest.mark.parametrize(
    ("claim", "evidence", "relation"),
    [
        ("东吴大学法学院", "东吴大学", "compatible"),
        ("清华大学物理系", "清华大学", "compatible"),
        ("东吴大学", "东吴大学法学院", "incomparable"),
        ("中央研究院地质研究所", "中央研究院", "incomparable"),
        ("中国科学院物理系", "中国科学院", "incomparable"),
        ("东吴大学法学院", "清华大学", "different"),
    ],
)
def test_a_faculty_and_its_school(claim: str, evidence: str, relation: str) -> None:
    assert related("organisation", claim, evidence).relation == relation
