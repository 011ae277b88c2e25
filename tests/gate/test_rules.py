"""The catalogue of rules: one, whoever asks for it, and a hint that leads to what was meant."""

from __future__ import annotations

import pytest

from crosscheck.gate.rules import LEVELS, nearest, rules
from crosscheck.render._rules import rule as shown

KNOWN = (
    *dict.fromkeys(one.code.split("/")[0] for one in rules()),
    *LEVELS,
    "ALL",
    *(one.code for one in rules()),
)
MEANT = {
    "conflcit": "conflict",
    "unsuported": "unsupported",
    "dat": "date",
    "date/conflcit": "date/conflict",
    "Date/Conflict": "date/conflict",
    "quantiti/unsuported": "quantity/unsupported",
    "organization/conflict": "organisation/conflict",
    "empty-refrence": "empty-reference",
    "uncited-clam": "uncited-claim",
    "dtae": "date",
}


@pytest.mark.parametrize("code", MEANT)
def test_a_misspelt_rule_leads_to_what_was_meant(code: str) -> None:
    assert nearest(code, KNOWN) == MEANT[code]


@pytest.mark.parametrize(
    "code", ["", "xyzzy", "music/conflict", "date/maybe", "colour/unsupported", "/", "日期"]
)
def test_what_is_like_nothing_leads_nowhere(code: str) -> None:
    assert nearest(code, KNOWN) == ""


@pytest.mark.parametrize("one", rules(), ids=lambda one: one.code)
def test_a_rule_is_as_grave_in_every_output(one: object) -> None:
    level = {"error": "error", "warning": "warning", "info": "note"}
    assert shown(one.code).level == level[one.severity]  # type: ignore[attr-defined]
