"""Whatever the texts and paths are, each output is read by a parser, and its places cut the right text."""

from __future__ import annotations

import json
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crosscheck.model.report import Report, Verdict, Waiver
from crosscheck.model.span import Span
from crosscheck.places import Places
from tests.render.outputs.test_github import commands
from tests.render.outputs.test_gold import NAMES, render
from tests.render.outputs.test_sarif import cut as by_points
from tests.render.outputs.test_services import cut as by_bytes
from tests.render.sample import document, finding

TEXT = st.text(
    st.characters(exclude_categories=["Cs"])
    | st.sampled_from("\n\r\t\x1b\x00\u2028\u202e|`<&]%:,\\中国𠀀\U000e0100"),
    min_size=1,
    max_size=30,
)


@st.composite
def reports(draw: st.DrawFn) -> Report:
    texts = draw(TEXT), draw(TEXT)
    path = draw(TEXT.filter(lambda path: "\x00" not in path and path.strip("/. ")))
    entry = document(texts[0], "entry", path, "条目")
    source = document(texts[1], "source-1", "来源.txt", "来源")
    spans = []
    for text in texts:
        start = draw(st.integers(0, len(text) - 1))
        spans.append(Span(start, draw(st.integers(start + 1, len(text)))))
    claim, evidence = Places.of(entry).at(spans[0], texts[0]), Places.of(source).at(spans[1], "")
    verdict: Verdict = draw(st.sampled_from(("conflict", "unsupported", "agree")))
    status = draw(st.sampled_from(("open", "waived")))
    held = () if verdict == "unsupported" else ((evidence, 0.5),)
    one = finding(
        claim,
        "quote",
        verdict,
        None,
        held,
        status=status,
        waiver=Waiver(reason=texts[1]) if status == "waived" else None,
    )
    return Report(documents=(entry, source), findings=(one,), citations=(), notices=(), version="0")


def one_kind_of_line_end(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def check(name: str, text: str, report: Report) -> None:
    claim = report.findings[0].claim
    source = report.entry.source
    if name == "junit":
        assert len(list(ElementTree.fromstring(text.encode()).iter("testcase"))) == 1
    elif name == "github":
        for _, properties, _ in commands(text):
            assert properties["line"] == str(claim.line)
    elif name == "rdjson":
        for found in json.loads(text)["diagnostics"]:
            assert one_kind_of_line_end(by_bytes(source, found["location"]["range"])) == one_kind_of_line_end(
                claim.exact
            )
    elif name == "sarif":
        for result in json.loads(text)["runs"][0]["results"]:
            region: Any = result["locations"][0]["physicalLocation"]["region"]
            assert by_points(source, region) == one_kind_of_line_end(claim.exact)
    elif name == "concise":
        assert len(text.splitlines()) <= 1
    elif name == "jsonl":
        assert [json.loads(line)["type"] for line in text.splitlines()] == ["report", "finding"]
    elif name != "markdown":
        json.loads(text)


@pytest.mark.parametrize("name", NAMES)
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(report=reports())
def test_any_text(name: str, report: Report) -> None:
    text = render(name, (report, report))
    assert text.encode("utf-8").decode("utf-8") == text
    check(name, render(name, (report,)), report)
