"""No expression of the package costs more than in proportion to the text, by counted steps."""

from __future__ import annotations

import re

import pytest

from tests.patterns.attacks import GROWTH, growth
from tests.patterns.collect import patterns, tried_at_one_place
from tests.patterns.machine import Machine, TooMuchError

# Expressions that would cost the square of a text if they were looked for all over a long one, and why they are not.
_SHORT = {
    "crosscheck.cite.gbt._patterns": "tried at the beginning of what follows a mark, or on lines of at most 400 characters",
    "crosscheck.cite.latin._forms": "tried on lines of at most 400 characters",
    "crosscheck.cite.rendered._patterns": "tried on lines of at most 500 characters",
    "crosscheck.dates.parse._LEFT": "a list of days as the grammar gives it, at most 31",
    "crosscheck.names.office._rank": "an office",
    "crosscheck.names.people._PERSON_PAGE": "the title of a page",
    "crosscheck.quantities.head._linkers": "a window of 14 characters",
    "crosscheck.read.md_blocks._DEFINITION": "tried at the beginning of a line",
    "crosscheck.read.md_blocks._ITEM": "tried at the beginning of a line",
    "crosscheck.read.md_blocks._ORDERED": "tried at the beginning of a line",
    "crosscheck.read.md_blocks._RULE": "tried at the beginning of a line",
    "crosscheck.read.md_blocks._SETEXT": "tried at the beginning of a line",
    "crosscheck.read.md_tokens.tokens": "tried where a run of white space begins",
    "crosscheck.read.wt_inline._tokens": "tried where a run of white space begins",
    "crosscheck.read.wt_template._COMMENT": "the name of a template",
}


def test_every_expression_is_collected() -> None:
    assert len(patterns()) > 400
    assert any(place == "crosscheck.cite.scanner._opening" for place in patterns().values())


def test_one_try_is_linear() -> None:
    found = {}
    for (pattern, flags), place in patterns().items():
        times, text = growth(pattern, flags, everywhere=False)
        if times > GROWTH:
            found[place] = f"{pattern[:120]} on {text}"
    assert found == {}


def test_a_search_is_linear() -> None:
    found = {}
    for (pattern, flags), place in patterns().items():
        if tried_at_one_place(place) or place in _SHORT:
            continue
        times, text = growth(pattern, flags, everywhere=True)
        if times > GROWTH:
            found[place] = f"{pattern[:120]} on {text}"
    assert found == {}


@pytest.mark.parametrize(
    "pattern",
    [
        r"(?:a+)+b",
        r"(?:共计|[共计])+$",
        r"<ref((?:\s(?:\"[^\"<>]*\"|[^<>])*?)?)\s*(/?)>",
        r"x\s*\s*y",
        r"[^,]*\s*:[^,]*;",
        r"(?:\d|\d\d)*年",
    ],
)
def test_a_costly_expression_is_found(pattern: str) -> None:
    assert growth(pattern, 0, everywhere=False)[0] > GROWTH


@pytest.mark.parametrize("pattern", [r"\s+$", r"\d+年", r"[a-z]+://", r"“[^”]*”"])
def test_a_costly_search_is_found(pattern: str) -> None:
    assert growth(pattern, 0, everywhere=True)[0] > GROWTH


@pytest.mark.parametrize(
    "pattern", [r"(?<!\s)\s++$", r"(?<!\d)\d++年", r"“[^“”]*+”", r"(?<![ab])(?:a|b)*+c", r"\d{1,9}年"]
)
def test_a_cheap_search_is_let_be(pattern: str) -> None:
    assert growth(pattern, 0, everywhere=True)[0] <= GROWTH


@pytest.mark.parametrize(
    "text", ["", "甲乙", "1990年5月", "aaab", '<ref name="a b" />', "((x))", "12,345.6", "a\nb", "第12页"]
)
def test_the_machine_finds_what_the_engine_finds(text: str) -> None:
    for pattern in (
        r"(\d+)年(\d{1,2})?",
        r"a*?b",
        r"(?<=年)\d",
        r"(.)\1",
        r"(?i)REF|页$",
        r"\((?>[^()]*)\)",
        r"(?m)^b",
        r"\b\w+\b",
    ):
        machine = Machine(pattern, 0)
        machine.search("", 100)
        expected = re.search(pattern, text)
        ends = [machine._run(0, text, start) for start in range(len(text) + 1)]
        first = next((start for start, end in enumerate(ends) if end is not None), None)
        assert first == (expected.start() if expected else None)
        assert expected is None or ends[expected.start()] == expected.end()


def test_steps_have_an_end() -> None:
    with pytest.raises(TooMuchError):
        Machine(r"(?:a+)+b", 0).search("a" * 40, 10_000)
