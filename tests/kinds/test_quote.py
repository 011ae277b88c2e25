"""Quotations that leave something out: all that they say has to stand in the other, in order."""

from __future__ import annotations

import pytest

from crosscheck import extract
from crosscheck.registry import kind
from tests.support import text_of


def relation(claim: str, evidence: str) -> str:
    found = []
    for words in (claim, evidence):
        (fact,) = [one for one in extract.facts(text_of(f"他在会上说：“{words}”")) if one.kind == "quote"]
        found.append(fact)
    return kind("quote").compare(*found).relation


@pytest.mark.parametrize(
    ("claim", "evidence", "expected"),
    [
        ("我们修这座桥……是为了两岸的孩子", "我们修这座桥，花了八年，是为了两岸的孩子。", "compatible"),
        ("我們修這座橋……是為了兩岸的孩子", "我们修这座桥，花了八年，是为了两岸的孩子。", "compatible"),
        ("我们修这座桥，花了八年，是为了两岸的孩子。", "我們修這座橋⋯⋯是為了兩岸的孩子", "compatible"),
        ("我们修这座桥...是为了两岸的孩子", "我们修这座桥，花了八年，是为了两岸的孩子。", "compatible"),
        ("我们修这座桥……是为了两岸的老人", "我们修这座桥，花了八年，是为了两岸的孩子。", "different"),
        ("是为了两岸的孩子……我们修这座桥", "我们修这座桥，花了八年，是为了两岸的孩子。", "different"),
        ("我们……孩子", "我们修这座桥，花了八年，是为了两岸的孩子。", "different"),  # says next to nothing
    ],
)
def test_dots_for_what_is_left_out(claim: str, evidence: str, expected: str) -> None:
    assert relation(claim, evidence) == expected
