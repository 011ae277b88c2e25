"""The HTML report as text: gold files, determinism, safety, the catalogues."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from crosscheck.messages import LANGUAGES, Language, told
from crosscheck.model.document import Document
from crosscheck.model.report import Report
from crosscheck.render import _templates
from crosscheck.render._strip import HEIGHT, LOWEST, strip
from crosscheck.render.html import FORMAT, render
from tests.render import sample, words

GOLD = Path(__file__).parent / "gold"
STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
DATA = re.compile(r'<script type="application/json" id="data">(.*?)</script>', re.DOTALL)


def scrubbed(html: str) -> str:
    """`html` without what has files of its own: style, script, their hashes, the words of other languages."""
    html = STYLE.sub("<style>…</style>", html)
    html = SCRIPT.sub("<script>…</script>", html)
    html = DATA.sub('<script type="application/json" id="data">…</script>', html)
    return re.sub(r"sha256-[A-Za-z0-9+/=]{44}", "sha256-…", html)


@pytest.mark.parametrize("language", LANGUAGES)
def test_gold(report: Report, language: Language, tmp_path: Path) -> None:
    """Accept a wanted change with ``CROSSCHECK_ACCEPT=1 pytest tests/render``, and read the diff."""
    actual = scrubbed(render(report, language))
    expected = GOLD / f"sample.{language}.html"
    if os.environ.get("CROSSCHECK_ACCEPT"):
        expected.write_text(actual, encoding="utf-8")
    kept = tmp_path / expected.name
    kept.write_text(actual, encoding="utf-8")
    assert expected.is_file(), f"no gold file {expected}"
    assert actual == expected.read_text(encoding="utf-8"), f"differs from {expected}; see {kept}"


def test_same_bytes_under_any_hash_seed(report: Report) -> None:
    code = (
        "import sys, hashlib; from crosscheck import messages; from tests.render import sample;"
        "messages.catalogue = sample.catalogue; from crosscheck.render.html import render;"
        "sys.stdout.write(hashlib.sha256(render(sample.report()).encode()).hexdigest())"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=Path(__file__).parents[2],
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert digests == {hashlib.sha256(render(report).encode()).hexdigest()}


def test_policy_names_the_style_and_the_script(report: Report) -> None:
    html = render(report)
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html)
    assert policy
    for pattern, directive in ((STYLE, "style-src"), (SCRIPT, "script-src")):
        found = pattern.findall(html)
        assert len(found) == 1
        digest = base64.b64encode(hashlib.sha256(found[0].encode()).digest()).decode()
        assert f"{directive} &#39;sha256-{digest}&#39;" in policy[1]
    assert policy[1].startswith("default-src &#39;none&#39;")


def test_nothing_is_loaded(report: Report) -> None:
    html = scrubbed(render(report))
    assert not re.search(r"<(?:img|iframe|object|embed|video|audio|base|form)\b", html)
    assert set(re.findall(r"<link[^>]*>", html)) == {'<link rel="icon" href="data:,">'}
    assert not re.search(r'\s(?:style|on\w+)="', html)
    assert all(href.startswith("#") for href in re.findall(r'<a [^>]*?href="([^"]*)"', html))
    assert "url(" not in _templates.joined("style", ".css")


def test_every_finding_and_every_place_is_there_without_the_script(report: Report) -> None:
    html = scrubbed(render(report))
    for finding in report.findings:
        assert f'id="f-{finding.id}"' in html
        for selector in (finding.claim, *(evidence.place for evidence in finding.evidence)):
            document = next(d for d in report.documents if d.id == selector.document)
            assert f"{document.path}:{selector.line}:{selector.column}" in html
    assert all(told(notice.message) in html for notice in report.notices)


def test_anchors_are_unique_and_links_lead_somewhere(report: Report) -> None:
    html = scrubbed(render(report))
    ids = re.findall(r'\bid="([^"]*)"', html)
    assert len(ids) == len(set(ids))
    targets = set(re.findall(r'href="#([^"]*)"', html))
    assert targets <= set(ids)


HOSTILE = (
    "<script>alert(1)</script> </script><script>alert(2)</script> <img src=x onerror=alert(3)> --> ]]> "
    "{{ 7*7 }} {% raw %} javascript:alert(4) </style> &lt;b&gt; \" ' ` \u202eevil\u2066 \x00\x07\x1b \ue000 \ufdd0"
)


@cache
def hostile() -> Report:
    """The sample with markup, controls and lone surrogates wherever text can stand."""
    entry = sample.document(
        HOSTILE + "2001年。\n" + "长" * 400_000 + "\n", "entry", f"a/{HOSTILE}.md", HOSTILE
    )
    source = sample.document(HOSTILE + "2002年。\n", "source-1", "b.txt", HOSTILE)
    entry, source = _broken(entry), _broken(source)
    claim = sample.select(entry, HOSTILE.replace("\ue000", "\ud800") + "2001年", HOSTILE)
    evidence = sample.select(source, HOSTILE.replace("\ue000", "\ud800") + "2002年", HOSTILE)
    found = sample.finding(claim, "quote", "conflict", "different", ((evidence, 0.5),), section=HOSTILE)
    other = replace(found, id='"><b>', marks=("<i>",))
    return Report(
        documents=(entry, source),
        findings=(found, other),
        citations=(),
        notices=sample.report().notices,
        version="0",
    )


def _broken(document: Document) -> Document:
    """`document` with a lone surrogate where its private-use character stands."""
    old, new = "\ue000", "\ud800"
    return replace(
        document,
        text=document.text.replace(old, new),
        source=document.source.replace(old, new),
        title=document.title.replace(old, new),
        path=document.path.replace(old, new),
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_hostile_documents_are_text(language: Language) -> None:
    html = render(hostile(), language)
    html.encode("utf-8")
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", html)
    assert len(re.findall(r"<script\b", html)) == 2
    assert len(re.findall(r"</script>", html)) == 2
    assert "<img" not in html
    assert "49" not in re.findall(r"7\*7[^<]{0,3}", html)
    data = DATA.search(html)
    assert data
    assert "<" not in data[1]
    json.loads(data[1])


def test_a_long_document_is_shown_around_its_findings() -> None:
    html = render(hostile())
    assert len(html) < 300_000
    assert 'class="gap"' in html


def test_valid_html() -> None:
    html5lib = pytest.importorskip("html5lib", reason="html5lib is not installed")
    for made in (sample.report(), hostile()):
        html5lib.HTMLParser(strict=True).parse(render(made))


def test_no_catalogue_misses_a_word() -> None:
    english = _templates.catalogue("en")
    for language in LANGUAGES:
        assert list(_templates.catalogue(language)) == list(english)
        assert all(_templates.catalogue(language).values())


def test_reasons_are_converted_beforehand(monkeypatch: pytest.MonkeyPatch) -> None:
    """Run ``python -m tests.render.words`` after messages or folding changed."""
    monkeypatch.undo()
    if os.environ.get("CROSSCHECK_ACCEPT"):
        words.write()
    assert json.loads(words.FILE.read_text(encoding="utf-8")) == words.converted()
    assert words.VARIANTS.read_text(encoding="utf-8") == words.variants()


def test_every_word_is_used_and_every_word_used_is_there() -> None:
    text = "".join(
        item.read_text(encoding="utf-8") for item in Path(str(_templates.folder())).glob("*.jinja")
    )
    text += _templates.joined("script", ".js")
    keys = set(_templates.catalogue("en"))
    asked = set(re.findall(r"""(?:\bt[(\[]|\bword\(|w\[|data-t[atp]?=)\s*["']([\w.]+[\w])["']""", text))
    assert asked <= keys
    stems = tuple(re.findall(r"""["']((?:[a-z]+\.)+)["']\s*[~+]""", text))
    unused = {key for key in keys - asked if not key.startswith(stems) and key not in text}
    assert not unused


def test_format_names_itself() -> None:
    assert (FORMAT.name, FORMAT.suffix) == ("html", ".html")


def test_a_claim_past_all_reading_is_cut() -> None:
    text = "甲" * 1_000_000
    papers = (
        sample.document(text + "\n", "entry", "a.txt", "甲"),
        sample.document("乙。\n", "source-1", "b.txt", "乙"),
    )
    claim = sample.finding(sample.select(papers[0], text), "statement", "unsupported")
    report = Report(documents=papers, findings=(claim,), citations=(), notices=(), version="0")
    assert render(report).count("甲") < 1_000_000 + 20_000


def test_the_strip_keeps_its_height_and_shows_every_conflict() -> None:
    report = sample.many(3000)
    found = strip(report)
    assert sum(len(column) for column in found.columns) == len(report.findings)
    for bar in found.bars:
        assert 0 <= float(bar.y) <= HEIGHT
        assert float(bar.y) + float(bar.height) <= HEIGHT + 0.1
        assert bar.verdict != "conflict" or float(bar.height) >= LOWEST
