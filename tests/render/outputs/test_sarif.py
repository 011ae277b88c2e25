"""SARIF: places, identity, rules, evidence, waivers, limits."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from crosscheck import cite, registry
from crosscheck.model.report import Report, Waiver
from crosscheck.render import _rules, sarif
from crosscheck.render._issue import Included
from tests.render import sample
from tests.render.outputs import example


def run(*reports: Report, wanted: Included = sarif.WANTED) -> dict[str, Any]:
    log = json.loads(sarif.render_many(reports, "en", wanted))
    assert len(log["runs"]) == 1
    found: dict[str, Any] = log["runs"][0]
    return found


def cut(source: str, region: dict[str, Any]) -> str:
    """The text of a region, by lines and code points."""
    lines = (
        source.replace("\r\n", "\n")
        .replace("\r", "\n")
        .split("\n")[region["startLine"] - 1 : region["endLine"]]
    )
    lines[-1] = lines[-1][: region["endColumn"] - 1]
    lines[0] = lines[0][region["startColumn"] - 1 :]
    return "\n".join(lines)


def test_regions_cut_the_text_in_code_points(report: Report, wild: Report) -> None:
    for one in (report, wild):
        found = run(one)
        assert found["columnKind"] == "unicodeCodePoints"
        sources = [document.source.replace("\ud800", "\ufffd") for document in one.documents]
        for result in found["results"]:
            region = result["locations"][0]["physicalLocation"]["region"]
            assert cut(sources[0], region) == region["snippet"]["text"].replace("\r\n", "\n").replace(
                "\r", "\n"
            )
            for place in result.get("relatedLocations", ()):
                region = place["physicalLocation"]["region"]
                assert cut(sources[1], region) == region["snippet"]["text"]


def test_evidence_is_related_and_linked(report: Report) -> None:
    conflict = next(r for r in run(report)["results"] if r["ruleId"] == "quantity/conflict")
    assert conflict["message"]["text"].endswith("[examples/lijiang essay.txt](1)")
    related = conflict["relatedLocations"]
    assert [place["id"] for place in related] == [1]
    assert related[0]["physicalLocation"]["artifactLocation"]["uri"] == "examples/lijiang%20essay.txt"
    assert related[0]["message"]["text"] == "五千五百九十六米 (0.80)"


def test_words_that_look_like_links_are_none(wild: Report) -> None:
    texts = [result["message"]["text"] for result in run(wild)["results"]]
    assert any(r"`码`\[链](x)" in text for text in texts)


def test_fingerprints_are_unique_and_stable(report: Report, wild: Report) -> None:
    results = run(report, wild, report)["results"]
    marks = [result["partialFingerprints"]["primaryLocationLineHash"] for result in results]
    assert len(set(marks)) == len(marks)
    moved = replace(
        report, findings=tuple(replace(f, claim=replace(f.claim, line=99)) for f in report.findings)
    )
    assert [r["partialFingerprints"] for r in run(moved)["results"]] == [
        r["partialFingerprints"] for r in run(report)["results"]
    ]
    ids = {result["partialFingerprints"]["crosscheckId/v1"] for result in run(report)["results"]}
    open_ids = {f.id for f in report.findings if f.status == "open" and f.verdict != "agree"}
    assert ids == open_ids | {p.id for p in report.citations if p.status == "open"}


def test_rules_have_help_and_are_those_of_the_results(report: Report) -> None:
    found = run(report)
    rules = found["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted({result["ruleId"] for result in found["results"]})
    for result in found["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    by_id = {rule["id"]: rule for rule in rules}
    doc = registry.kind("quantity").doc
    assert doc.strip() in by_id["quantity/conflict"]["help"]["markdown"]
    assert cite.rule("empty-reference").doc.strip() in by_id["empty-reference"]["help"]["markdown"]
    assert by_id["quantity/conflict"]["defaultConfiguration"]["level"] == "error"
    assert by_id["date/unsupported"]["defaultConfiguration"]["level"] == "note"


def test_every_rule_has_a_page() -> None:
    codes = [f"{kind.name}/{verdict}" for kind in registry.kinds() for verdict in _rules.VERDICTS]
    codes += [check.rule for check in cite.checks()] + ["not-checked"]
    assert len(set(codes)) == len(codes)
    for code in codes:
        rule = _rules.rule(code)
        assert rule.id == code
        assert rule.name.isidentifier(), code
        assert rule.summary.endswith("."), code
        assert len(rule.summary) <= 300, code
        assert len(rule.help) >= len(rule.summary), code
        assert rule.tags, code


def test_a_rule_that_nothing_owns_has_its_name() -> None:
    assert _rules.rule("of-tomorrow").summary == "of-tomorrow."
    assert _rules.rule("weather/conflict").name == "WeatherConflict"


def test_waived_results_are_left_out_or_suppressed(report: Report) -> None:
    assert all("suppressions" not in result for result in run(report)["results"])
    every = run(report, wanted=Included(unsupported="note", waived=True))["results"]
    assert len(every) == len(run(report)["results"]) + 2
    assert [r["ruleId"] for r in every if r["suppressions"]] == ["uncited-document", "quantity/conflict"]
    accepted = {"kind": "external", "status": "accepted"}
    assert [r["suppressions"][0] for r in every if r["suppressions"]] == [
        accepted,
        {**accepted, "justification": "accepted by 木兰: 亩数从旧志"},
    ]


def test_a_suppression_gives_the_reason_and_tells_who_decided(report: Report) -> None:
    findings = tuple(
        replace(f, waiver=Waiver(decision="wont-fix", by="木兰", on="2030-01-15", reason="亩数从旧志: 不改"))
        if f.status == "waived"
        else f
        for f in report.findings
    )
    every = run(replace(report, findings=findings), wanted=Included(waived=True))["results"]
    assert [r["suppressions"] for r in every if r["suppressions"]][1] == [
        {
            "kind": "external",
            "status": "accepted",
            "justification": "亩数从旧志: 不改",
            "properties": {"decision": "wont-fix", "by": "木兰", "on": "2030-01-15"},
        }
    ]


def test_agreement_is_a_pass(report: Report) -> None:
    results = run(report, wanted=Included(agree=True))["results"]
    passed = [result for result in results if result["kind"] == "pass"]
    assert {result["level"] for result in passed} == {"none"}
    assert len(passed) == 2


def test_a_fix_replaces_the_marked_stretch(report: Report) -> None:
    result = next(r for r in run(report)["results"] if "fixes" in r)
    change = result["fixes"][0]["artifactChanges"][0]
    region = change["replacements"][0]["deletedRegion"]
    assert cut(example.ENTRY, region) == "[1]。"
    assert change["replacements"][0]["insertedContent"]["text"] == "。[1]"


def test_artifacts_and_notices(report: Report) -> None:
    found = run(report, report)
    assert [artifact["location"]["uri"] for artifact in found["artifacts"]] == [
        "examples/lijiang.md",
        "examples/lijiang%20essay.txt",
    ]
    notices = found["invocations"][0]["toolExecutionNotifications"]
    assert [notice["message"]["text"] for notice in notices] == ["one table was not read"]


def test_the_worst_are_kept_under_the_limit(monkeypatch: pytest.MonkeyPatch, report: Report) -> None:
    monkeypatch.setattr(sarif, "MOST", 3)
    found = run(report)
    assert [result["ruleId"] for result in found["results"]] == [
        "quantity/conflict",
        "misplaced-reference-mark",
        "empty-reference",
    ]
    notices = found["invocations"][0]["toolExecutionNotifications"]
    assert notices[-1]["message"]["text"] == "3 results were left out: at most 3."


def test_a_corpus_is_one_run(report: Report) -> None:
    found = run(report, sample.many(20), example.report("条目/乙.md"))
    uris = {
        result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in found["results"]
    }
    assert uris == {"examples/lijiang.md", "bridges.txt", "%E6%9D%A1%E7%9B%AE/%E4%B9%99.md"}
    assert found["tool"]["driver"]["name"] == "crosscheck"
