"""The index over several reports, and the pages that it leads to."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import pytest

from crosscheck.cli._site import is_folder, write_site
from crosscheck.errors import UsageError
from crosscheck.messages import LANGUAGES, Language
from crosscheck.model.report import Report
from crosscheck.model.step import as_is, say
from crosscheck.render import site as sites
from crosscheck.render.site import page_names, site
from tests.render import sample
from tests.render.test_html import hostile

if TYPE_CHECKING:
    from playwright.sync_api import Browser


def called(report: Report, path: str, **more: object) -> Report:
    entry, *sources = report.documents
    return replace(report, documents=(replace(entry, path=path), *sources), **more)  # type: ignore[arg-type]


def links(index: str) -> list[str]:
    return [unquote(href) for href in re.findall(r'<a href="([^"#]+)"', index)]


def test_worst_first_and_every_link_leads_to_a_page(report: Report) -> None:
    calm = called(report, "a/calm.md", findings=report.findings[:3])
    bad = called(report, "z/bad.md")
    made = site((calm, bad), "en")
    assert [row.path for row in made.rows] == ["z/bad.md", "a/calm.md"]
    assert links(made.index) == ["z-bad.md.html", "a-calm.md.html"]
    pages = dict(made.pages)
    assert set(pages) == set(links(made.index))
    assert 'class="home" href="index.html"' in pages["z-bad.md.html"]()


def test_names_depend_on_the_path_alone() -> None:
    assert page_names(("entries/桥.zh-Hans.md",)) == ("entries-桥.zh-Hans.md.html",)
    assert page_names(("../a b.md", "/x/y.md")) == ("a_b.md.html", "x-y.md.html")
    clash = page_names(("a/b.md", "a-b.md", "A-B.md"))
    assert len({name.casefold() for name in clash}) == 3
    assert page_names(("长" * 400 + ".md",))[0].endswith(".html")
    assert len(page_names(("长" * 400 + ".md",))[0].encode()) < 255
    assert page_names(("..",)) == ("entry.html",)


def test_the_trend_is_that_of_the_open_findings(report: Report) -> None:
    findings = tuple(
        replace(f, new=n < 8) if f.verdict != "agree" else f for n, f in enumerate(report.findings)
    )
    made = site((replace(report, findings=findings),), "en", resolved={report.entry.path: 3})
    (row,) = made.rows
    assert (row.new, row.known, row.resolved) == (2, 2, 3)
    assert "<b>+2</b> −3" in made.index
    assert site((report,), "en").rows[0].new is None


def test_a_long_entry_is_split_and_says_so(monkeypatch: pytest.MonkeyPatch, report: Report) -> None:
    monkeypatch.setattr(sites, "MOST", 5)
    made = site((report,), "en")
    (row,) = made.rows
    assert len(row.pages) == 3
    assert (row.conflict, row.agree) == (2, 8)
    texts = [page() for _, page in made.pages]
    for finding in report.findings:
        assert sum(f'id="f-{finding.id}"' in text for text in texts) == 1
    assert all(f"part {number} of 3" in text for number, text in enumerate(texts, 1))
    assert sum('id="c-1"' in text for text in texts) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_index_is_valid_and_loads_nothing(language: Language) -> None:
    html5lib = pytest.importorskip("html5lib", reason="html5lib is not installed")
    made = site((hostile(), sample.report()), language, failures=(("<b>", (as_is("</script><script>"),)),))
    html5lib.HTMLParser(strict=True).parse(made.index)
    made.index.encode("utf-8")
    assert len(re.findall(r"<script\b", made.index)) == len(re.findall(r"</script>", made.index)) == 2
    assert not re.search(r"<[^>]*\b(?:src|href)=\"(?![\w%.-]+\.html|#|data:,)", made.index)
    assert "connect-src" not in made.index
    assert not re.search(r'\s(?:style|on\w+)="', made.index)


def test_files_are_written_and_others_stay(tmp_path: Path, report: Report) -> None:
    (tmp_path / "mine.txt").write_text("x")
    written = write_site((report,), f"{tmp_path}/", "en")
    assert [Path(path).name for path in written] == ["index.html", "examples-railway.md.html"]
    again = write_site((report,), f"{tmp_path}/", "en")
    assert again == written
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "examples-railway.md.html",
        "index.html",
        "mine.txt",
    ]


def test_what_counts_as_a_folder(tmp_path: Path) -> None:
    assert is_folder("reports/") and is_folder(str(tmp_path))
    assert not is_folder("report.html") and not is_folder("-") and not is_folder(None)


def test_the_index_changes_its_language_and_follows_the_reader(browser: Browser, tmp_path: Path) -> None:
    failures = (
        ("old.pdf", (say("notice.page-empty", page=3),)),
        ("new.pdf", (as_is("is a mystery"),)),
    )
    made = site((sample.full(),), "en", failures=failures)
    (tmp_path / "index.html").write_text(made.index, encoding="utf-8")
    for name, page in made.pages:
        (tmp_path / name).write_text(page(), encoding="utf-8")
    context = browser.new_context(locale="zh-TW", offline=True)
    page_, said = context.new_page(), []
    page_.on("console", lambda message: said.append(message.text))
    page_.on("pageerror", lambda error: said.append(str(error)))
    page_.goto((tmp_path / "index.html").as_uri())
    assert page_.evaluate("document.documentElement.lang") == "zh-Hant"
    assert "已核對的條目" in page_.inner_text("h1")
    page_.click(".langs [data-lang=zh-Hans]")
    assert "已核对的条目" in page_.inner_text("h1")
    assert page_.inner_text("th:nth-child(2)") == "冲突"
    assert "is a mystery" in page_.inner_text(".notices")
    page_.click("#theme")
    assert page_.get_attribute("html", "data-theme") == "dark"
    page_.click(".entries a")
    assert page_.evaluate("document.documentElement.lang") == "zh-Hans"
    assert page_.get_attribute("html", "data-theme") == "dark"
    assert said == []
    context.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_in_the_index(browser: Browser, tmp_path: Path, theme: Any) -> None:
    axe = pytest.importorskip("axe_playwright_python.base", reason="axe is not installed")
    made = site((sample.full(), hostile()), "en", failures=(("a.pdf", (say("notice.empty"),)),), resolved={})
    (tmp_path / "index.html").write_text(made.index, encoding="utf-8")
    page = browser.new_page(color_scheme=theme, reduced_motion="reduce")
    page.goto((tmp_path / "index.html").as_uri())
    page.evaluate(axe.AXE_FILE_PATH.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run().then(result => result.violations)")
    assert [(v["id"], [n["target"] for n in v["nodes"]][:3]) for v in found] == []
    page.close()


def test_a_report_past_a_page_is_written_in_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from crosscheck.cli.report import _write_pages

    monkeypatch.setattr(sites, "MOST", 3)
    report = sample.full()
    target = tmp_path / "big.html"
    _write_pages(report, str(target), "en", ())
    names = sorted(path.name for path in tmp_path.iterdir())
    parts = -(-len(report.findings) // 3)
    assert parts > 1
    assert names == sorted(["big.html", *(f"big.part{number}.html" for number in range(2, parts + 1))])
    assert f"part 1 of {parts}" in re.sub("<[^>]+>", "", target.read_text(encoding="utf-8"))
    (tmp_path / "big.part2.html").write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError):
        _write_pages(report, str(target), "en", (str(tmp_path / "big.part2.html"),))
    assert (tmp_path / "big.part2.html").read_text(encoding="utf-8") == "mine"
