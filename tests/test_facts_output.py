"""``crosscheck facts``: the table, its explanation, and when it is coloured."""

from __future__ import annotations

import pytest

from crosscheck import extract
from crosscheck.cli._color import in_color
from crosscheck.render import facts
from crosscheck.render.facts import render
from crosscheck.text.sentences import split
from tests.support import plain

TEXT = plain("1921年，竺可桢任东南大学教授，著有《气象学》。")
FOUND = extract.facts(split(TEXT))


def test_the_table_has_a_line_for_each_fact() -> None:
    lines = render(TEXT, FOUND, "table").splitlines()
    assert len(lines) == len(FOUND)
    assert any("竺可桢: 东南大学教授" in line for line in lines)
    assert "\x1b" not in "".join(lines)


def test_explain_names_the_rules_and_the_kinds() -> None:
    shown = render(TEXT, FOUND, "table", explain=True)
    table, legend = shown.split("\n\n")
    assert "role/verb" in table
    assert "title/mark" in table
    assert "role          Offices: who held which office." in legend
    assert "place " not in legend


def test_a_kind_has_its_colour() -> None:
    shown = render(TEXT, FOUND, "table", color=True)
    assert "\x1b[35m《气象学》" in shown
    assert shown.count("\x1b[0m") == 2 * len(FOUND)


@pytest.mark.parametrize("form", ["json", "jsonl", "csv"])
def test_data_is_never_coloured(form: str) -> None:
    assert "\x1b" not in render(TEXT, FOUND, form, explain=True, color=True)


@pytest.mark.parametrize(
    ("environment", "terminal", "expected"),
    [
        ({}, True, True),
        ({}, False, False),
        ({"NO_COLOR": "1"}, True, False),
        ({"NO_COLOR": ""}, True, True),
        ({"FORCE_COLOR": "1"}, False, True),
        ({"FORCE_COLOR": "0"}, False, False),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, True, False),
        ({"TERM": "dumb"}, True, False),
        ({"TERM": "dumb", "FORCE_COLOR": "1"}, True, True),
    ],
)
def test_colours_follow_the_environment(environment: dict[str, str], terminal: bool, expected: bool) -> None:
    assert in_color(environment, terminal) is expected


@pytest.mark.parametrize("text", ["=1+2", "=HYPERLINK(1)", "@sum", "+cmd|x", "-2+3", "\t=1", "-甲"])
def test_no_cell_is_a_formula(text: str) -> None:
    assert facts._cell(text) == f"'{text}"


@pytest.mark.parametrize("text", ["-5", "+3.5", "-5%", "1958", "1-1", "竺可桢", "", "a=b"])
def test_a_number_and_a_word_stay_as_they_are(text: str) -> None:
    assert facts._cell(text) == text


def test_every_cell_is_made_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(facts, "_cell", lambda _: "x")
    lines = render(TEXT, FOUND, "csv").splitlines()[1:]
    assert lines and all(set(line.split(",")) == {"x"} for line in lines)
