"""The entry that the project started from: what is truly wrong with its citations, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from crosscheck import cite
from crosscheck.read import read

SEEDS = Path(__file__).parents[2] / "seeds"


def test_the_entry() -> None:
    document = read(SEEDS / "treaty-entry.zh-Hans.md", role="entry")
    problems = cite.check(document)
    assert [(p.rule, p.severity, p.place.line) for p in problems] == [
        ("general-reference", "info", 9),
        ("general-reference", "info", 10),
        ("missing-page", "info", 28),
        ("missing-year", "info", 28),
        ("empty-reference", "error", 29),
        ("empty-reference", "error", 30),
    ]
    assert [p.place.exact for p in problems if p.rule == "empty-reference"] == ["2.", "3."]


def test_its_only_reference() -> None:
    document = read(SEEDS / "treaty-entry.zh-Hans.md", role="entry")
    record = cite.records(document)[0]
    assert (record.authors, record.publisher, record.chapter) == (("周均伦",), "人民出版社", "第四章第四节")


@pytest.mark.parametrize("name", ["treaty-entry.zh-Hans.md", "nuclear-aid-essay.zh-Hant.txt"])
def test_same_problems_every_time(name: str) -> None:
    first = cite.check(read(SEEDS / name, role="entry"))
    assert first == cite.check(read(SEEDS / name, role="entry"))
    assert len({problem.id for problem in first}) == len(first)
