"""Markdown for comments: what is shown, that nothing in it is markup, and where it ends."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from crosscheck import messages
from crosscheck.messages import LANGUAGES, Language
from crosscheck.model.report import Report
from crosscheck.render import markdown
from crosscheck.render.markdown import LONGEST, MARK, render, render_many
from tests.render import sample
from tests.render.outputs import example


def rows(text: str) -> list[list[str]]:
    """The cells of each row of a table."""
    return [re.split(r"(?<!\\)\|", line)[1:-1] for line in text.splitlines() if line.startswith("|")]


def test_the_mark_comes_first(report: Report) -> None:
    assert render(report).splitlines()[0] == MARK


def test_waived_findings_are_counted_apart(report: Report) -> None:
    first, _, counts = rows(render(report))[:3]
    assert [cell.strip() for cell in first] == [
        "Entry",
        "Conflicts",
        "Citation problems",
        "Unsupported",
        "Agree",
        "Waived",
    ]
    assert [cell.strip() for cell in counts] == ["`examples/lijiang.md`", "1", "3", "2", "2", "2"]
    assert "46亩" not in render(report)


def test_wild_texts_stay_in_their_cells(wild: Report) -> None:
    text = render(wild)
    assert [len(row) for row in rows(text)] == [4] * 3 + [5] * 6
    outside = re.sub(r"(`+)(?!`).*?(?<!`)\1(?!`)", "", text)
    assert "<script" not in outside
    assert not re.search(r"[@#]\w", outside.replace("####", ""))
    tags = set(re.findall(r"<[^>]*>", outside))
    assert tags <= {MARK, "<details>", "<summary>", "</summary>", "</details>", "<b>", "</b>"}


@pytest.mark.parametrize("language", ["en", "zh-Hans"])
def test_a_comment_has_an_end(language: Language) -> None:
    report = sample.many(4000)
    text = render_many((report, report, report), language)
    assert len(text) <= LONGEST
    assert len(text) > LONGEST * 0.8
    shown = text.count("`quantity/conflict`")
    left_out = re.search(r"_[^\d\n]*(\d+)[^\n]*_$", text, re.MULTILINE)
    assert left_out
    assert shown + int(left_out[1]) == 3 * 400


def test_many_entries_have_a_line_each_and_a_total() -> None:
    reports = [example.report(f"{n}.md") for n in range(1200)]
    text = render_many(reports)
    assert len(text) <= LONGEST
    total = next(row for row in rows(text) if row[0].strip() == "Total")
    assert [cell.strip() for cell in total[1:]] == ["1200", "3600", "2400", "2400", "2400"]


def test_nothing_found() -> None:
    text = render(sample.many(3))
    assert "No conflict and no faulty citation was found." in text
    assert render_many(()).count("\n") >= 3


def test_words_of_every_language_are_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    keys = {key for key in messages.catalogue("en") if key.startswith("outputs.")}
    source = Path(str(markdown.__file__)).read_text(encoding="utf-8")
    assert {f"outputs.{name}" for name in re.findall(r'say\("([a-z-]+)"', source)} <= keys
    for language in LANGUAGES:
        assert keys <= set(messages.catalogue(language))
