"""What a score is made of, on the page: every part in the reader's words, and what they come to."""

from __future__ import annotations

from dataclasses import replace
from math import exp

import pytest

from crosscheck import pipeline
from crosscheck.align.features import NAMES
from crosscheck.messages import LANGUAGES, Language
from crosscheck.model.report import Evidence, Part, Report
from crosscheck.render import _templates
from crosscheck.render._why import plain as shown
from crosscheck.render._why import signed, why
from crosscheck.render.html import render
from tests.support import plain


@pytest.fixture(autouse=True)
def _own_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """The words of the package, not those of the sample."""
    monkeypatch.undo()


@pytest.fixture(scope="module")
def report() -> Report:
    entry = replace(plain("1912年5月3日，永泰纱厂招收300名学徒。"), role="entry")
    return pipeline.check(entry, [plain("1912年5月3日，永泰紗廠招收320名學徒，有300臺紡車。")])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_part_is_told_in_every_language(report: Report, language: Language) -> None:
    html = render(report, language)
    words = _templates.catalogue(language)
    (finding,) = [one for one in report.findings if one.kind == "quantity"]
    assert finding.verdict == "conflict"
    for part in finding.evidence[0].why:
        told = words[f"part.{part.name}"].replace("'", "&#39;")
        assert f'<td>{signed(part.adds)}<td data-t="part.{part.name}">{told}<td>{shown(part.value)}' in html


def test_the_page_with_parts_is_valid(report: Report) -> None:
    html5lib = pytest.importorskip("html5lib", reason="html5lib is not installed")
    html5lib.HTMLParser(strict=True).parse(render(report))


def test_every_feature_has_words_in_chinese() -> None:
    for language in ("zh-Hans", "zh-Hant"):
        words = _templates.catalogue(language)
        assert not [name for name in NAMES if words[f"part.{name}"].isascii()]


def test_the_last_line_is_what_the_parts_come_to(report: Report) -> None:
    (finding,) = [one for one in report.findings if one.kind == "quantity"]
    made = why(finding.evidence[0])
    assert made is not None
    total = sum(part.adds for part in finding.evidence[0].why)
    assert made.total == signed(total)
    assert made.score == f"{1 / (1 + exp(-total)):.2f}" == f"{finding.evidence[0].score:.2f}"


def test_numbers_are_short_and_a_minus_is_one() -> None:
    assert (signed(2.0), signed(-0.5)) == ("+2.00", "\u22120.50")
    assert (shown(1.0), shown(0.25), shown(-1)) == ("1", "0.25", "\u22121")


def test_an_evidence_without_parts_tells_none(report: Report) -> None:
    place = report.findings[0].claim
    assert why(Evidence(place=place, score=0.9)) is None
    assert why(Evidence(place=place, score=0.5, why=(Part("bias", 1.0, 0.0),))) is not None
