"""Every rule: its example is found, its mended text is clean, its words and names are there."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from crosscheck import cite
from crosscheck.cite import manual
from crosscheck.cite.interface import Check
from crosscheck.messages import LANGUAGES, catalogue, words
from crosscheck.read import read_text

ROOT = Path(__file__).parents[2]
RULES = cite.checks()
ALONE = [check for check in RULES if not check.by_need]
CATALOGUE = [
    "empty-reference",
    "undefined-reference",
    "unused-reference",
    "conflicting-reference-name",
    "unnamed-list-reference",
    "group-without-references",
    "unclosed-reference",
    "unknown-reference-attribute",
    "duplicate-reference",
    "misplaced-reference-mark",
    "general-reference",
    "uncited-claim",
    "empty-citation",
    "missing-title",
    "bare-url",
    "missing-url",
    "access-date-without-url",
    "archive-without-date",
    "archive-without-url",
    "archive-mismatch",
    "wiki-source",
    "bad-date",
    "bad-isbn",
    "bad-issn",
    "bad-doi",
    "bad-pmid",
    "bad-arxiv",
    "bad-oclc",
    "bad-cn",
    "bad-csbn",
    "bad-url",
    "unknown-parameter",
    "unknown-template",
    "deprecated-parameter",
    "redundant-parameter",
    "invisible-character",
    "markup-in-field",
    "extra-text-in-pages",
    "missing-author",
    "generic-title",
    "missing-year",
    "missing-publisher",
    "missing-page",
    "short-citation-without-target",
    "reference-type-mark",
    "source-not-supplied",
    "source-not-cited",
    "failed-verification",
    "misattributed",
    "altered-quotation",
    "truncated-quotation",
    "spliced-quotation",
    "wrong-speaker",
    "circular-source",
    "dead-link",
    "soft-dead-link",
    "moved-link",
    "unreachable-link",
]


def ids(check: Any) -> str:
    return str(check.rule)


def test_the_catalogue_is_complete() -> None:
    assert [check.rule for check in RULES] == sorted(CATALOGUE)


@pytest.mark.parametrize("check", ALONE, ids=ids)
def test_the_fault_is_found_and_nothing_else(check: Check) -> None:
    document = read_text(check.fault, name="fault", media_type=check.language, role="entry")
    problems = cite.check(document)
    assert [problem.rule for problem in problems] == [check.rule]
    place = problems[0].place
    assert document.source[place.start : place.end] == place.exact
    assert problems[0].severity == check.severity
    for language in LANGUAGES:
        assert "{" not in words(problems[0].message, language).replace("{{", "")


@pytest.mark.parametrize("check", ALONE, ids=ids)
def test_the_mended_text_is_clean(check: Check) -> None:
    document = read_text(check.mended, name="mended", media_type=check.language, role="entry")
    assert cite.check(document) == ()


@pytest.mark.parametrize("check", RULES, ids=ids)
def test_a_rule_explains_itself(check: Check) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", check.rule)
    assert len(check.doc) > 40
    assert check.fault != check.mended
    assert cite.rule(check.rule) is check


def test_every_message_is_in_both_catalogues() -> None:
    english = {key for key in catalogue("en") if key.startswith("cite.")}
    chinese = {key for key in catalogue("zh-Hans") if key.startswith("cite.")}
    assert english == chinese
    for key in english:
        fields = [set(re.findall(r"{(\w+)}", catalogue(language)[key])) for language in ("en", "zh-Hans")]
        assert fields[0] == fields[1], key


def test_every_key_in_the_code_has_words() -> None:
    known = set(catalogue("en"))
    for file in sorted((ROOT / "crosscheck" / "cite").rglob("*.py")):
        for key in re.findall(r"\"(cite\.[a-z-]+)\"", file.read_text(encoding="utf-8")):
            assert key in known, key


def test_the_page_on_the_rules_is_fresh() -> None:
    page = (ROOT / "docs" / "citation-rules.md").read_text(encoding="utf-8")
    assert manual.renewed(page) == page, "run python -m crosscheck.cite.manual docs/citation-rules.md"
