"""Each output of the ordinary report, kept whole, and what holds for all of them."""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from crosscheck import registry
from crosscheck.messages import Language
from crosscheck.model.report import Report
from tests.render.outputs import example

GOLD = Path(__file__).parent / "gold"
NAMES = ("annotation", "concise", "github", "gitlab", "jsonl", "junit", "markdown", "rdjson", "sarif")
CASES: list[tuple[str, Language]] = [
    # The lines of JSON have the fields of the JSON report, which other tests hold.
    *((name, "en") for name in NAMES if name != "jsonl"),
    *((name, "zh-Hans") for name in ("concise", "github", "junit", "markdown")),
]


def render(name: str, reports: tuple[Report, ...], language: Language = "en") -> str:
    found: str = import_module(f"crosscheck.render.{name}").render_many(reports, language)
    return found


def scrubbed(text: str) -> str:
    """`text` without the pages of rules, which have files of their own."""
    pages = r'("(?:shortDescription|fullDescription|help)": )\{[^}]*\}'
    return re.sub(pages, r'\1{"text": "…"}', text)


@pytest.mark.parametrize(("name", "language"), CASES)
def test_gold(name: str, language: Language, report: Report, tmp_path: Path) -> None:
    """Accept a wanted change with ``CROSSCHECK_ACCEPT=1 pytest tests/render``, and read the diff."""
    actual = scrubbed(render(name, (report,), language))
    expected = GOLD / f"{language}{registry.output_formats()[name].suffix}"
    if os.environ.get("CROSSCHECK_ACCEPT"):
        expected.write_text(actual, encoding="utf-8")
    kept = tmp_path / expected.name
    kept.write_text(actual, encoding="utf-8")
    assert expected.is_file(), f"no gold file {expected}"
    assert actual == expected.read_text(encoding="utf-8"), f"differs from {expected}; see {kept}"


@pytest.mark.parametrize("name", NAMES)
def test_it_is_registered_and_renders_one_as_it_renders_many(name: str, report: Report) -> None:
    form = registry.output_formats()[name]
    assert form.name == name
    assert form.render(report, "en") == render(name, (report,))


def test_suffixes_differ() -> None:
    suffixes = [form.suffix for form in registry.output_formats().values()]
    assert len(set(suffixes)) == len(suffixes)


@pytest.mark.parametrize("name", NAMES)
def test_wild_texts_can_be_written(name: str, wild: Report) -> None:
    languages: tuple[Language, ...] = ("en", "zh-Hans")
    for language in languages:
        text = render(name, (wild, example.report()), language)
        assert text.encode("utf-8").decode("utf-8") == text
        assert not set(text) & {"\x00", "\x07", "\x1b"}
        assert text.endswith("\n")


@pytest.mark.parametrize("name", NAMES)
def test_no_report_at_all(name: str) -> None:
    text = render(name, ())
    assert text == "" or text.endswith("\n")
    if name in ("annotation", "gitlab", "rdjson", "sarif"):
        json.loads(text)


def test_same_bytes_under_any_hash_seed(report: Report, wild: Report) -> None:
    code = (
        "import sys, hashlib; from crosscheck import messages; from tests.render.outputs import example, test_gold;"
        "messages.catalogue = example.catalogue; both = example.report(), example.wild();"
        "texts = [test_gold.render(name, both) for name in test_gold.NAMES];"
        "sys.stdout.write(hashlib.sha256(''.join(texts).encode()).hexdigest())"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=Path(__file__).parents[3],
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    texts = "".join(render(name, (report, wild)) for name in NAMES)
    assert digests == {hashlib.sha256(texts.encode()).hexdigest()}


def places(data: Any) -> list[tuple[str, int]]:
    """The paths and lines of a GitLab report."""
    return [(issue["location"]["path"], issue["location"]["lines"]["begin"]) for issue in data]


def test_a_corpus_makes_one_file(report: Report) -> None:
    other = example.report("examples/other.md")
    found = places(json.loads(render("gitlab", (report, other))))
    one = places(json.loads(render("gitlab", (report,))))
    assert found == [*one, *(("examples/other.md", line) for _, line in one)]
    assert render("concise", (report, other)) == render("concise", (report,)) + render("concise", (other,))
    assert render("jsonl", (report, other)) == render("jsonl", (report,)) + render("jsonl", (other,))
