"""Web Annotation: there and back, and what people may add on the way."""

from __future__ import annotations

import json
from typing import Any

import pytest

from crosscheck.errors import InputError
from crosscheck.model.report import Report
from crosscheck.render.annotation import Annotation, read_annotations, render, render_many
from tests.render.outputs import example


def items(text: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(text)["first"]["items"]
    return found


def test_there_and_back(report: Report) -> None:
    found = {annotation.id: annotation for annotation in read_annotations(render(report))}
    wanted = [f for f in report.findings if f.verdict != "agree" and f.status == "open"]
    assert set(found) == {f.id for f in wanted} | {p.id for p in report.citations if p.status == "open"}
    for finding in wanted:
        annotation = found[finding.id]
        assert annotation.rule == f"{finding.kind}/{finding.verdict}"
        assert annotation.claim
        claim = annotation.claim
        assert (claim.path, claim.start, claim.end) == (
            "examples/lijiang.md",
            finding.claim.start,
            finding.claim.end,
        )
        assert (claim.exact, claim.prefix, claim.suffix) == (
            finding.claim.exact,
            finding.claim.prefix,
            finding.claim.suffix,
        )
        assert [quote.exact for quote in annotation.evidence] == [e.place.exact for e in finding.evidence]
        assert (annotation.decision, annotation.reason) == ("", "")


def test_positions_count_code_points(report: Report) -> None:
    for annotation in read_annotations(render(report)):
        claim = annotation.claim
        assert claim and claim.start is not None
        assert example.ENTRY[claim.start : claim.end] == claim.exact
        assert example.ENTRY[: claim.start].endswith(claim.prefix)


def test_iris_are_unique(report: Report, wild: Report) -> None:
    found = [item["id"] for item in items(render_many((report, wild, example.report("b.md"))))]
    assert len(set(found)) == len(found)
    assert all(iri.isascii() and " " not in iri for iri in found)


def test_wild_paths_come_back(wild: Report) -> None:
    found = read_annotations(render(wild))
    assert {a.claim.path for a in found if a.claim} == {example.WILD_PATH.removeprefix("./")}
    assert {quote.path for a in found for quote in a.evidence} == {"来源/名\\字\x1b.txt"}
    assert {a.id for a in found} == {f.id for f in wild.findings} | {p.id for p in wild.citations}


def decided(report: Report, *bodies: Any, **more: Any) -> Annotation:
    """The first annotation with what a person added."""
    data = json.loads(render(report))
    first = data["first"]["items"][0]
    first["body"] = [*first["body"], *bodies]
    first.update(more)
    return read_annotations(json.dumps(data))[0]


def test_a_decision_in_the_annotation(report: Report) -> None:
    found = decided(
        report,
        {"type": "TextualBody", "purpose": "tagging", "value": "crosscheck:False-Positive"},
        {"type": "TextualBody", "purpose": "commenting", "value": "主峰与古城是两回事。"},
        "https://example.org/a-link",
        creator={"type": "Person", "name": "木兰"},
        created="2024-05-01T08:00:00Z",
        modified="2024-05-02T08:00:00Z",
    )
    assert found.decision == "false-positive"
    assert found.reason == "主峰与古城是两回事。"
    assert (found.by, found.on) == ("木兰", "2024-05-02T08:00:00Z")
    assert found.message == "The entry has “3767米”, the source “五千五百九十六米”."


def test_a_comment_alone_decides_nothing(report: Report) -> None:
    found = decided(report, {"type": "TextualBody", "value": "accepted"}, bodyValue="看过")
    assert found.decision == ""
    assert found.reason == "看过\naccepted"


def test_a_decision_in_a_reply(report: Report) -> None:
    first = items(render(report))[0]
    reply = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "https://example.org/notes/7",
        "type": "Annotation",
        "motivation": "replying",
        "creator": "https://example.org/people/3",
        "body": [
            {"type": "TextualBody", "value": "两者海拔不同", "format": "text/plain"},
            {"type": "TextualBody", "purpose": "tagging", "value": "wont-fix"},
        ],
        "target": first["id"],
    }
    found = read_annotations(json.dumps([first, reply]))[1]
    assert (found.id, found.decision, found.reason) == ("quantity-0007", "wont-fix", "两者海拔不同")
    assert found.by == "https://example.org/people/3"
    assert found.rule == "quantity/conflict"
    assert found.claim and found.claim.exact == "3767米"
    alone = read_annotations(json.dumps(reply))[0]
    assert (alone.id, alone.rule, alone.claim) == ("quantity-0007", "", None)


def test_an_annotation_of_another_tool() -> None:
    text = json.dumps(
        {
            "type": ["Annotation"],
            "body": {"type": "TextualBody", "value": "此处存疑", "purpose": "questioning"},
            "target": {
                "source": {"id": "file:///wiki/%E6%A1%A5%20a.md"},
                "selector": {"type": "TextQuoteSelector", "exact": "三孔"},
            },
        }
    )
    found = read_annotations(text)[0]
    assert (found.id, found.iri, found.reason) == ("", "", "此处存疑")
    assert found.claim
    assert (found.claim.path, found.claim.exact, found.claim.start) == ("/wiki/桥 a.md", "三孔", None)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "7",
        '"x"',
        "[1]",
        "{}",
        '{"type": "Person"}',
        '{"type": "AnnotationPage", "items": [{}]}',
        "[" * 100_000,
    ],
)
def test_what_is_no_annotation_is_refused(text: str) -> None:
    with pytest.raises(InputError, match=r"^notes\.json: is no "):
        read_annotations(text, "notes.json")


def test_an_empty_collection(report: Report) -> None:
    assert read_annotations(render_many(())) == ()
    assert read_annotations("[]") == ()
    page = json.loads(render(report))["first"]
    assert read_annotations("\ufeff" + json.dumps(page)) == read_annotations(render(report))


def test_odd_values_are_taken_for_nothing() -> None:
    text = json.dumps(
        {
            "type": "Annotation",
            "id": 7,
            "body": [None, 3, {"purpose": ["tagging", None], "value": 9}],
            "target": [
                {
                    "source": "a.md",
                    "selector": [4, {"type": "TextPositionSelector", "start": -1, "end": True}],
                }
            ],
        }
    )
    found = read_annotations(text)[0]
    assert found.claim and (found.claim.start, found.claim.end) == (None, None)
    assert (found.iri, found.decision) == ("", "")
