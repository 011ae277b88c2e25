"""Quoted places are found again, or said to be lost."""

from __future__ import annotations

import pytest

from crosscheck.gate import anchor
from crosscheck.model.span import Span

PREFIX, EXACT, SUFFIX = "大桥由梁思远主持设计，施工期间共有", "800名工人", "参加，历时两年零三个月。"
BEFORE = "长虹桥位于江南县城以东，是全省第一座大型石拱桥。"
AFTER = "一九七六年八月，该桥进行了第一次加固，耗资四十五万元，工程于次年完成。"


def find(text: str, start: int = -1) -> str | None:
    span = anchor.find(text, EXACT, PREFIX, SUFFIX, start)
    return None if span is None else text[span.start : span.end]


def test_the_stored_place_counts_before_a_look_alike() -> None:
    whole = PREFIX + EXACT + SUFFIX
    text = whole + AFTER + whole
    second = len(whole + AFTER + PREFIX)
    assert anchor.find(text, EXACT, PREFIX, SUFFIX, second) == Span(second, second + len(EXACT))
    assert anchor.find(text, EXACT, PREFIX, SUFFIX, len(PREFIX)) == Span(
        len(PREFIX), len(PREFIX) + len(EXACT)
    )


def test_text_that_moved_is_found() -> None:
    assert find(BEFORE + AFTER + PREFIX + EXACT + SUFFIX, start=3) == EXACT


@pytest.mark.parametrize(
    ("prefix", "exact", "suffix"),
    [
        (PREFIX.replace("共有", "先后共有"), EXACT, SUFFIX),
        (PREFIX, EXACT, SUFFIX.replace("历时", "前后历时")),
        (PREFIX, "850名工人", SUFFIX),
        (PREFIX, "800多名工人", SUFFIX),
    ],
)
def test_an_edit_nearby_does_not_lose_it(prefix: str, exact: str, suffix: str) -> None:
    assert find(BEFORE + prefix + exact + suffix + AFTER) == exact


def test_two_places_as_alike_are_none() -> None:
    near = PREFIX + EXACT + SUFFIX.replace("两年", "三年")
    other = PREFIX + EXACT + SUFFIX.replace("两年", "五年")
    assert find(BEFORE + near + AFTER + other) is None


def test_a_place_that_was_rewritten_is_lost() -> None:
    assert find(BEFORE + AFTER) is None
    assert find("") is None
    assert find(BEFORE + "工程由省交通厅负责，先后调集民工数百人，用时两年多。" + AFTER) is None
