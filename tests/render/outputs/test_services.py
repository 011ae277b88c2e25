"""What GitLab, reviewdog, JUnit readers and plain lines are promised."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

import pytest

from crosscheck.model.document import Notice
from crosscheck.model.report import Report
from crosscheck.model.step import as_is
from crosscheck.render import annotation, concise, github, gitlab, jsonl, junit, markdown, rdjson, sarif
from crosscheck.render._issue import Included
from tests.render import sample
from tests.render.outputs import example


def test_gitlab_fingerprints_are_unique_and_do_not_move(report: Report, wild: Report) -> None:
    marks = [issue["fingerprint"] for issue in json.loads(gitlab.render_many((report, wild, report)))]
    assert len(set(marks)) == len(marks)
    before = {i["fingerprint"]: i["check_name"] for i in json.loads(gitlab.render(report))}
    moved = [replace(f, claim=replace(f.claim, line=f.claim.line + 7)) for f in report.findings]
    after = json.loads(gitlab.render(replace(report, findings=tuple(moved))))
    assert {issue["fingerprint"]: issue["check_name"] for issue in after} == before


def test_gitlab_severities(report: Report) -> None:
    found = {issue["check_name"]: issue["severity"] for issue in json.loads(gitlab.render(report))}
    assert found == {
        "quantity/conflict": "major",
        "misplaced-reference-mark": "minor",
        "empty-reference": "major",
        "missing-year": "info",
    }


def cut(source: str, place: dict[str, Any]) -> str:
    """The text of an rdjson range, cut out of the bytes of the file."""
    lines = (
        source.replace("\r\n", "\n\x00").replace("\r", "\n").replace("\n\x00", "\r\n").encode().split(b"\n")
    )
    first, last = place["start"], place["end"]
    found = lines[first["line"] - 1 : last["line"]]
    found[-1] = found[-1][: last["column"] - 1]
    found[0] = found[0][first["column"] - 1 :]
    return b"\n".join(found).decode()


def test_rdjson_ranges_cut_the_bytes_of_the_file() -> None:
    wild = example.wild()
    mended = replace(
        wild.entry, source=wild.entry.source.replace("\ud800", "\ufffd").replace("\udc00", "\ufffd")
    )
    reports = (example.report(), replace(wild, documents=(mended, *wild.sources)))
    for report in reports:
        found = json.loads(rdjson.render_many((report,), "en", Included(unsupported="note")))["diagnostics"]
        exact = [f.claim.exact for f in report.findings if f.verdict != "agree" and f.status == "open"]
        exact += [p.place.exact for p in report.citations if p.status == "open"]
        texts = [cut(report.entry.source, d["location"]["range"]) for d in found]
        assert sorted(texts) == sorted(text.replace("\ud800", "\ufffd") for text in exact)


def test_rdjson_counts_bytes_behind_an_astral_character(report: Report) -> None:
    found = json.loads(rdjson.render(report))["diagnostics"]
    empty = next(d for d in found if d["code"]["value"] == "empty-reference")
    before = example.ENTRY.split("\n")[1].split("[2]")[0]
    assert empty["location"]["range"] == {
        "start": {"line": 2, "column": len(before.encode()) + 1},
        "end": {"line": 2, "column": len(before.encode()) + 4},
    }


def test_rdjson_offers_the_fix(report: Report) -> None:
    found = {d["code"]["value"]: d for d in json.loads(rdjson.render(report))["diagnostics"]}
    mark = found["misplaced-reference-mark"]
    assert mark["suggestions"] == [{"range": mark["location"]["range"], "text": "。[1]"}]
    assert "suggestions" not in found["empty-reference"]


def outcome(case: ElementTree.Element) -> str:
    return next((child.tag for child in case if child.tag in ("failure", "skipped")), "passed")


def test_junit_has_a_suite_an_entry_and_a_case_a_claim(report: Report) -> None:
    other = example.report("b.md")
    root = ElementTree.fromstring(junit.render_many((report, other)))
    assert [suite.get("name") for suite in root] == ["examples/lijiang.md", "b.md"]
    cases = root[0].findall("testcase")
    assert len(cases) == len(report.findings) + len(report.citations)
    found = {str(case.get("name")).rsplit(" [", 1)[0]: outcome(case) for case in cases}
    assert found == {
        "uncited-document:": "skipped",
        "quantity: 3767米": "failure",
        "date: 1997年12月4日": "passed",
        "misplaced-reference-mark: [1]。": "passed",
        "quantity: 大小石桥354座": "passed",
        "date: 2003年": "passed",
        "empty-reference: [2]": "failure",
        "person: 木增": "passed",
        "quantity: 46亩": "skipped",
        "missing-year: 《丽江府志略》": "passed",
    }
    assert (root.get("tests"), root.get("failures"), root[0].get("skipped")) == ("20", "4", "2")


def test_junit_names_are_unique_and_hold_no_line(wild: Report) -> None:
    root = ElementTree.fromstring(junit.render(wild))
    names = [case.get("name") for case in root.iter("testcase")]
    assert len(set(names)) == len(names)


def test_junit_fails_on_what_the_gate_fails_on(report: Report) -> None:
    wanted = Included(unsupported="error", agree=True, waived=True)
    root = ElementTree.fromstring(junit.render_many((report,), "en", wanted))
    assert root.get("failures") == "4"
    wanted = Included(citation="warning", agree=True, waived=True)
    root = ElementTree.fromstring(junit.render_many((report,), "en", wanted))
    assert root.get("failures") == "1"
    assert gitlab.render_many((report,), "en", Included(citation="warning")).count('"minor"') == 2


def test_concise_is_one_line_each(report: Report, wild: Report) -> None:
    lines = concise.render(report).splitlines()
    assert lines[0] == (
        "examples/lijiang.md:1:8: error: The entry has “3767米”, the source “五千五百九十六米”. "
        "[examples/lijiang essay.txt:2:29] [quantity/conflict]"
    )
    assert len(lines) == 7
    assert len(concise.render(wild).splitlines()) == 7
    everything = concise.render_many((report,), "en", Included(unsupported="note", agree=True, waived=True))
    assert sum(": error (waived): " in line for line in everything.splitlines()) == 1


def test_jsonl_lines_stand_by_themselves(report: Report) -> None:
    records = [json.loads(line) for line in jsonl.render_many((report, sample.many(3))).splitlines()]
    assert [r["type"] for r in records].count("report") == 2
    assert {record["entry"] for record in records} == {"examples/lijiang.md", "bridges.txt"}
    whole = report.to_dict()
    findings = [
        {k: v for k, v in r.items() if k not in ("type", "entry")} for r in records if r["type"] == "finding"
    ]
    assert findings[: len(report.findings)] == whole["findings"]


@pytest.mark.parametrize("output", [gitlab, rdjson, junit, concise, sarif, markdown, annotation, jsonl])
def test_the_levels_follow_what_is_wanted(output: Any, report: Report) -> None:
    person = next(finding for finding in report.findings if finding.kind == "person")
    words = person.id if output in (annotation, jsonl) else person.claim.exact
    assert words not in output.render_many((report,), "en", Included())
    assert words in output.render_many((report,), "en", Included(unsupported="warning"))


def test_an_entry_that_could_not_be_read_is_an_issue(report: Report) -> None:
    unread = replace(
        report,
        documents=tuple(replace(document, source="", text="") for document in report.documents),
        findings=(),
        citations=(),
        notices=(Notice(document="entry", message=(as_is("not checked: lijiang.md: is no text"),)),),
    )
    both = (unread, example.report("b.md"))
    assert concise.render_many(both).startswith(
        "examples/lijiang.md:1:1: error: not checked: lijiang.md: is no text [not-checked]\n"
    )
    assert github.render_many(both).startswith("::error title=not-checked,file=examples/lijiang.md,line=1,")
    assert json.loads(gitlab.render_many(both))[0]["check_name"] == "not-checked"
    assert json.loads(rdjson.render_many(both))["diagnostics"][0]["location"]["range"]["end"]["column"] == 1
    assert "`not-checked`" in markdown.render_many(both)
    root = ElementTree.fromstring(junit.render_many(both))
    assert (root.get("tests"), root.get("errors"), root.get("failures")) == ("11", "1", "2")
    log = json.loads(sarif.render_many(both))["runs"][0]
    assert log["results"][0]["ruleId"] == "not-checked"
    assert log["invocations"][0]["executionSuccessful"] is False
    assert json.loads(sarif.render(report))["runs"][0]["invocations"][0]["executionSuccessful"] is True
