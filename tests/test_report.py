"""The report of the seed pair: the contract, the invariants, and what an editor must see."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema

import crosscheck
from crosscheck.render.json import dump

ROOT = Path(__file__).parent.parent


@cache
def report() -> crosscheck.Report:
    entry = crosscheck.read(ROOT / "seeds/treaty-entry.zh-Hans.md", role="entry")
    return crosscheck.compare(entry, [crosscheck.read(ROOT / "seeds/nuclear-aid-essay.zh-Hant.txt")])


def data() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(dump(report().to_dict()))
    return loaded


def test_it_keeps_to_the_schema() -> None:
    schema = json.loads((ROOT / "crosscheck/data/report.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema).validate(data())


def test_every_place_is_the_text_of_the_file() -> None:
    sources = {document.id: document.source for document in report().documents}
    found = data()
    places = [finding["claim"] for finding in found["findings"]]
    places += [evidence for finding in found["findings"] for evidence in finding["evidence"]]
    places += found["citations"]
    assert len(places) > 40
    for place in places:
        text = sources[place["document"]]
        assert text[place["start"] : place["end"]] == place["exact"]
        assert text[: place["start"]].endswith(place["prefix"])
        assert text[place["end"] :].startswith(place["suffix"])
        before = text[: place["start"]]
        assert place["line"] == before.count("\n") + 1
        assert place["column"] == place["start"] - (before.rfind("\n") + 1) + 1


def test_verdicts_and_evidence_go_together() -> None:
    for finding in report().findings:
        assert bool(finding.evidence) == (finding.verdict != "unsupported")
        assert finding.reasons
        assert 0 <= finding.score <= 1


def test_ids_are_unique_and_do_not_move_with_the_text() -> None:
    ids = [finding.id for finding in report().findings]
    assert len(set(ids)) == len(ids)
    text = (ROOT / "seeds/treaty-entry.zh-Hans.md").read_text(encoding="utf-8")
    moved = crosscheck.read_text(
        "## 前言\n\n此条目需要扩充。\n\n" + text, name="entry", media_type="text/markdown"
    )
    again = crosscheck.compare(moved, report().sources)
    assert set(ids) <= {finding.id for finding in again.findings}


def by_claim(kind: str, words: str) -> crosscheck.model.report.Finding:  # type: ignore[name-defined]
    return next(f for f in report().findings if f.kind == kind and words in f.claim.exact)


def test_the_hundred_students_conflict_with_the_fifty() -> None:
    finding = by_claim("quantity", "100名中国留学生")
    assert finding.verdict == "conflict"
    assert finding.evidence[0].place.exact.startswith("五十名中國留學生")
    assert any("occasion" in step.key for step in finding.notes)


def test_the_signing_agrees_though_the_source_gives_no_year_there() -> None:
    finding = by_claim("date", "1957年10月15日")
    assert finding.verdict == "agree"
    assert finding.evidence[0].place.exact == "10月15日"


def test_the_meeting_of_april_is_unsupported() -> None:
    assert by_claim("date", "1957年4月24日").verdict == "unsupported"


def test_the_two_empty_references_are_found() -> None:
    empty = [problem for problem in report().citations if problem.rule == "empty-reference"]
    assert [problem.place.exact for problem in empty] == ["2.", "3."]
