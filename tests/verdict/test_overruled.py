"""What a source says more of a claim that it seems to carry."""

from __future__ import annotations

import pytest

from crosscheck.verdict.overruled import overruled
from crosscheck.verdict.thresholds import reaches
from tests.heart import options

# the kind, the entry, the claim, a source, the words that contradict it ("" where none do)
CASES = [
    ("quantity", "大桥投资3亿元。", "3亿元", "大橋計劃投資3億元，結果投資了5億元。", "5億元"),
    ("quantity", "大桥投资3亿元。", "3亿元", "大橋計劃投資3億元，結果又投資了5億元。", ""),
    ("date", "飞船于2021年6月17日9时22分发射。", "2021年6月17日9时22分", "飛船於2021年6月17日發射。\n飛船發射的時刻是2021年6月17日7時10分。", "2021年6月17日7時10分"),
    ("person", "5月28日法院首次开庭，审判长为陆征祥。", "陆征祥", "5月28日法院首次開庭，審判長是顧維鈞，陪席的是陸徵祥和王寵惠。", "顧維鈞"),
    ("person", "审判长是陆征祥。", "陆征祥", "審判長是陸徵祥，顧維鈞坐在左邊。", ""),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "entry", "claim", "source", "expected"), CASES)
def test_what_contradicts_although_the_claim_is_carried(
    kind: str, entry: str, claim: str, source: str, expected: str
) -> None:
    found = options(entry, source, kind=kind, claim=claim)
    best = next(one for one in found if one.comparison.holds)
    better = overruled(best, found)
    assert (better[0].evidence.text if better else "") == expected
    if better:
        assert better[0].score == best.score
        assert better[0].parts() == best.parts()


def test_the_day_within_the_month_that_carries() -> None:
    source = "1968年5月，清河大橋通車。清河大橋通車的日子是1968年5月7日。"
    found = options("清河大桥于1968年5月1日通车。", source, kind="date")
    best = next(one for one in found if one.comparison.holds)
    better = overruled(best, found)
    other = next(one for one in found if not one.comparison.holds)
    assert bool(better) == reaches(other)
