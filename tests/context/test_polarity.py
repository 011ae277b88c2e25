"""What a clause denies, and when two clauses say the opposite."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crosscheck.context.frame import Frame
from crosscheck.context.modality import negated
from crosscheck.context.polarity import contrary, denied, flipped, told

EMPTY = Frame(
    words="",
    said="",
    near=(),
    clause=(),
    around=(),
    names=(),
    occasion=None,
    dated=False,
    negated=False,
    planned=False,
    field=False,
)


def frame(words: str) -> Frame:
    return replace(EMPTY, words=words, said=words, negated=negated(words))


@pytest.mark.parametrize(
    ("words", "denying"),
    [
        ("两国没有签署协定", True),
        ("两国未在会上签署协定", True),
        ("两国签署了协定", False),
        ("铁路未于1968年5月通车", True),
        ("大会未获通知，两国签署协定", False),
        ("未来两国签署协定", False),
    ],
)
def test_an_act_is_denied_by_the_negation_before_it(words: str, denying: bool) -> None:
    assert bool(denied(words)) == denying
    assert bool(told(words)) == (not denying)


@pytest.mark.parametrize(
    ("claim", "evidence", "expected"),
    [
        ("两国未签署协定", "两国签订了协定", True),
        ("两国签署协定", "两国始终没有签订协定", True),
        ("两国未签署协定", "两国没有签订协定", False),
        ("两国签署协定", "两国签订协定", False),
        ("代表拒绝在和约上签字", "代表没有签字", False),
        ("代表没有在条约上签字", "代表没有出席条约的签字仪式", False),
        ("代表拒绝在和约上签字", "代表在和约上签字", True),
        ("大桥未按期完成，但已通车", "大桥于五月通车", False),
    ],
)
def test_clauses_that_say_the_opposite(claim: str, evidence: str, expected: bool) -> None:
    assert flipped(frame(claim), frame(evidence)) == expected
    assert flipped(frame(evidence), frame(claim)) == expected


def test_what_is_denied_alone_is_not_carried() -> None:
    assert contrary(frame("铁路未于1968年通车"), frame("列车在这一年驶过大桥"))
    assert not contrary(frame("铁路未于1968年通车"), frame("铁路当年没有完工"))
