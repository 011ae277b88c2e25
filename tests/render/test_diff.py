"""What is marked as different between a claim and its evidence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.model.span import Span
from crosscheck.render._diff import LONGEST, difference, joined


def drawn(text: str, spans: tuple[Span, ...]) -> str:
    out, position = "", 0
    for span in spans:
        out += f"{text[position : span.start]}[{text[span.start : span.end]}]"
        position = span.end
    return out + text[position:]


@pytest.mark.parametrize(
    ("claim", "evidence", "left", "right"),
    [
        ("12座车站", "十五座车站", "[12]座车站", "[十五]座车站"),
        ("1911年10月10日", "1911年10月11日", "[1911年10月10日]", "[1911年10月11日]"),
        ("1911年10月10日", "10月10日", "[1911年]10月10日", "10月10日"),
        ("副馆长", "馆长", "[副]馆长", "馆长"),
        ("长1,357米", "长1,375米", "长[1,357]米", "长[1,375]米"),
        ("Yangtze号", "Yellow River号", "[Yangtze]号", "[Yellow River]号"),
        ("同一句话", "同一句话", "同一句话", "同一句话"),
    ],
)
def test_whole_words_are_marked(claim: str, evidence: str, left: str, right: str) -> None:
    found = difference(claim, evidence)
    assert (drawn(claim, found.claim), drawn(evidence, found.evidence)) == (left, right)


def test_a_name_is_marked_as_a_whole() -> None:
    found = difference("汤普逊", "汤普森", ((Span(0, 3),), (Span(0, 3),)))
    assert (found.claim, found.evidence) == ((Span(0, 3),), (Span(0, 3),))


def test_long_texts_are_left_alone() -> None:
    assert difference("长" * (LONGEST + 1), "短") == difference("", "")


@given(st.text("甲乙丙一二12年月日.Ab，", max_size=40), st.text("甲乙丙一二12年月日.Ab，", max_size=40))
def test_what_is_not_marked_is_the_same_on_both_sides(claim: str, evidence: str) -> None:
    found = difference(claim, evidence)
    for text, spans in ((claim, found.claim), (evidence, found.evidence)):
        assert spans == joined(spans)
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
    if not found.claim and not found.evidence:
        assert claim == evidence
