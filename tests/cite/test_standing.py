"""A judged claim against its own citations."""

from __future__ import annotations

import pytest

from crosscheck.cite.matching import Match
from crosscheck.cite.standing import standing
from crosscheck.model.report import Verdict

FOUND = (
    Match(label="1", index=0, source="source-1", score=0.9, why=()),
    Match(label="2", index=1, source="source-2", score=0.9, why=()),
)


@pytest.mark.parametrize(
    ("labels", "verdict", "evidence", "expected"),
    [
        ((), "agree", ("source-1",), "uncited"),
        (("1",), "agree", ("source-1",), "carried"),
        (("1", "2"), "agree", ("source-2",), "carried"),
        (("1", "9"), "agree", ("source-1",), "carried"),
        (("1",), "conflict", ("source-1",), "contradicted"),
        (("1",), "agree", ("source-2",), "misattributed"),
        (("1",), "unsupported", (), "failed-verification"),
        (("9",), "unsupported", (), "source-not-supplied"),
        (("1", "9"), "unsupported", (), "source-not-supplied"),
        (("9",), "agree", ("source-1",), "source-not-supplied"),
    ],
)
def test_standing(
    labels: tuple[str, ...], verdict: Verdict, evidence: tuple[str, ...], expected: str
) -> None:
    assert standing(labels, verdict, evidence, FOUND) == expected
