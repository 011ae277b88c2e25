"""The scanner against wikitextparser, and on text that is broken on purpose."""

from __future__ import annotations

from pathlib import Path

import pytest
import wikitextparser

from crosscheck.cite.scanner import scan

CASES = sorted((Path(__file__).parent / "cases").glob("*/entry.wiki"))
WELL_FORMED = [path for path in CASES if path.parent.name != "broken-tags"]


@pytest.mark.parametrize("path", WELL_FORMED, ids=lambda path: str(path.parent.name))
def test_same_templates_as_wikitextparser(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    ours = sorted((t.span.start, t.span.end, len(t.arguments)) for t in scan(source).templates)
    parsed = wikitextparser.parse(source)
    theirs = sorted((*t.span, len(t.arguments)) for t in parsed.templates)
    assert ours == theirs


@pytest.mark.parametrize("path", WELL_FORMED, ids=lambda path: str(path.parent.name))
def test_same_tags_as_wikitextparser(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    ours = sorted((tag.span.start, tag.span.end) for tag in scan(source).tags)
    theirs = sorted(tuple(tag.span) for tag in wikitextparser.parse(source).get_tags("ref"))
    assert ours == theirs


def test_attributes_in_every_quotation() -> None:
    tags = scan('<ref name=a/><ref name=\'b\' group="c"/><ref name=“丁” /><ref name = "e f">x</ref>').tags
    assert [tag.get("name") for tag in tags] == ["a", "b", "丁", "e f"]
    assert tags[1].get("group") == "c"
    assert tags[3].content is not None


def test_what_is_no_reference() -> None:
    seen = scan("<!-- <ref>a</ref> --><nowiki><ref>b</ref></nowiki><references/><reference>c</reference>")
    assert seen.tags == ()
    assert [listing.group for listing in seen.lists] == [""]


def test_a_pipe_in_a_link_or_a_reference_parts_nothing() -> None:
    template = scan('{{a|x=[[b|c]]<ref name="d|e">{{f|g|h}}</ref>|y=1}}').templates[-1]
    assert [argument.name for argument in template.arguments] == ["x", "y"]


@pytest.mark.parametrize(
    "piece", ["{{", "[[", "<ref>", "</ref>", "<nowiki>", "{{a|", '<ref name="', "<!--", "|", "}}"]
)
def test_broken_text_ends_all_the_same(piece: str) -> None:
    seen = scan(piece * 20000)
    assert len(seen.source) == len(piece) * 20000
