"""Workflow commands, read back as the runner reads them."""

from __future__ import annotations

import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from crosscheck.model.report import Report
from crosscheck.render import sarif
from crosscheck.render._issue import Included
from crosscheck.render.github import MOST, escaped, escaped_property, render, render_many
from tests.render import sample
from tests.render.outputs import example

COMMAND = re.compile(r"::(?P<name>[a-z]+) (?P<properties>[^\n]*?)::(?P<message>[^\n]*)")


def unescaped(text: str) -> str:
    for code, char in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, char)
    return text


def commands(text: str) -> list[tuple[str, dict[str, str], str]]:
    """Name, properties and message of each command, as the runner takes them apart."""
    found = []
    for line in text.split("\n")[:-1]:
        match = COMMAND.fullmatch(line)
        assert match, line
        pairs = (pair.split("=", 1) for pair in match["properties"].split(","))
        found.append((match["name"], {k: unescaped(v) for k, v in pairs}, unescaped(match["message"])))
    return found


@given(st.text())
def test_escapes_are_taken_back(text: str) -> None:
    assert unescaped(escaped(text)) == text or "%3A" in text or "%2C" in text
    assert unescaped(escaped_property(text)) == text
    assert not set(escaped_property(text)) & set("\r\n:,")


def test_places(report: Report) -> None:
    name, properties, message = commands(render(report))[0]
    assert name == "error"
    assert properties == {
        "title": "quantity/conflict",
        "file": "examples/lijiang.md",
        "line": "1",
        "col": "8",
        "endLine": "1",
        "endColumn": "13",
    }
    assert example.ENTRY.split("\n")[0][7:12] == "3767米"
    assert message.endswith("[examples/lijiang essay.txt:2:29]")


def test_wild_paths_and_texts(wild: Report) -> None:
    found = commands(render(wild))
    assert [name for name, _, _ in found] == ["error"] * 4 + ["notice"]
    assert {properties["file"] for _, properties, _ in found[:4]} == {example.WILD_PATH.removeprefix("./")}
    crossing = next(
        properties for _, properties, _ in found[:4] if properties["line"] != properties["endLine"]
    )
    assert "col" not in crossing  # the service refuses columns over several lines
    assert "endColumn" not in crossing


def test_ten_of_each_and_a_count() -> None:
    report = replace(sample.many(220), version="1")
    found = commands(render(report))
    assert [name for name, _, _ in found] == ["error"] * 10 + ["notice"]
    assert found[-1][2].startswith("crosscheck: 12 errors more than the service shows")


def test_errors_warnings_and_notices_are_counted_apart() -> None:
    report = sample.many(40)
    entry = report.entry
    citations = [example.problem(entry, f.claim.clean, "missing-title", "warning") for f in report.findings]
    wanted = Included(unsupported="note")
    unsupported = [replace(f, verdict="unsupported") for f in report.findings if f.verdict == "agree"]
    conflicts = [f for f in report.findings if f.verdict == "conflict"]
    full = replace(report, findings=(*unsupported, *conflicts), citations=tuple(citations[:12]))
    lines = render_many((full,), "en", wanted).splitlines()
    names = [line.split()[0] for line in lines]
    assert names[:4] == ["::error"] * 4
    assert names.count("::warning") == MOST
    assert names.count("::notice") == MOST
    assert lines[-1].startswith(
        "crosscheck: 2 warnings and 26 notices more"
    )  # an eleventh notice would be dropped


def test_conflicts_come_before_citations_and_sort_by_place(report: Report) -> None:
    other = example.report("a/first.md")
    found = commands(render_many((report, other)))
    assert [(p["title"], p["file"]) for name, p, _ in found if name == "error"] == [
        ("quantity/conflict", "a/first.md"),
        ("quantity/conflict", "examples/lijiang.md"),
        ("empty-reference", "a/first.md"),
        ("empty-reference", "examples/lijiang.md"),
    ]


def test_waived_and_supported_are_left_out(report: Report) -> None:
    assert "waived" not in render(report)
    assert sarif.render(report).count("46亩") == 0
    assert render(replace(report, findings=(), citations=(), notices=())) == ""


def test_what_was_not_read_is_told_once(report: Report) -> None:
    text = render_many((report, report))
    assert text.count("::one table was not read") == 1
    assert text.splitlines()[-1] == (
        "::notice title=not read or not checked,file=examples/lijiang essay.txt::one table was not read"
    )
