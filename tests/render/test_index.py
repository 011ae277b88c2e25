"""The index in a browser: sorting, filter and search."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from crosscheck.model.report import Report
from crosscheck.render.site import site
from tests.render.test_site import called


@pytest.fixture
def page(browser: Any, report: Report, tmp_path: Path) -> Iterator[Any]:
    entry = replace(report.documents[0], title="长江大桥")
    bridge = replace(report, documents=(entry, *report.documents[1:]))
    reports = (
        called(report, "c/railway.md"),
        called(bridge, "b/bridge.md", findings=report.findings[:1], citations=()),
        called(
            report,
            "a/calm.md",
            findings=tuple(f for f in report.findings if f.verdict == "agree"),
            citations=(),
        ),
    )
    file = tmp_path / "index.html"
    file.write_text(site(reports, "en").index, encoding="utf-8")
    opened = browser.new_page()
    said: list[str] = []
    opened.on("console", lambda message: said.append(message.text))
    opened.on("pageerror", lambda error: said.append(str(error)))
    opened.goto(file.as_uri())
    yield opened
    assert said == []
    opened.close()


def paths(page: Any) -> list[str]:
    found: list[str] = page.eval_on_selector_all(
        ".entries tbody tr",
        "all => all.filter(e => e.checkVisibility()).map(e => e.querySelector('.place').textContent)",
    )
    return found


def test_a_column_sorts_turns_round_and_lets_go(page: Any) -> None:
    worst = paths(page)
    head = page.locator("th[data-sort=agree]")
    head.locator("button").click()
    most = paths(page)
    assert head.get_attribute("aria-sort") == "descending" and most[-1] == "b/bridge.md"
    head.locator("button").click()
    assert paths(page)[0] == "b/bridge.md" and head.get_attribute("aria-sort") == "ascending"
    head.locator("button").click()
    assert paths(page) == worst and head.get_attribute("aria-sort") is None
    page.locator("th[data-sort=title] button").click()
    assert sorted(paths(page)) == sorted(worst)


@pytest.mark.parametrize(("wanted", "left"), [("citations", ["c/railway.md"]), ("", None)])
def test_a_filter_leaves_what_has_such_findings(page: Any, wanted: str, left: list[str] | None) -> None:
    page.select_option("#by-verdict", wanted)
    assert paths(page) == (left or ["c/railway.md", *paths(page)[1:]])
    assert page.inner_text("#shown") == ("1 / 3" if left else "")


@pytest.mark.parametrize("query", ["長江大橋", "长江大桥", "BRIDGE", " b/bridge "])
def test_a_search_takes_both_scripts_and_the_path(page: Any, query: str) -> None:
    page.fill("#search", query)
    assert paths(page) == ["b/bridge.md"]
    page.fill("#search", "火星")
    assert paths(page) == [] and page.is_visible("#nothing")


def test_the_controls_speak_the_language_of_the_reader(page: Any) -> None:
    page.click("[data-lang=zh-Hant]")
    assert "有衝突" in page.inner_text("#by-verdict")
    assert "條目" in page.inner_text("th[data-sort=title]") or page.inner_text("th[data-sort=title]")


def test_without_the_script_there_is_nothing_that_does_nothing(
    browser: Any, report: Report, tmp_path: Path
) -> None:
    file = tmp_path / "index.html"
    file.write_text(site((report,), "en").index, encoding="utf-8")
    context = browser.new_context(java_script_enabled=False)
    opened = context.new_page()
    opened.goto(file.as_uri())
    assert not opened.is_visible("#search") and not opened.is_visible("#by-verdict")
    assert opened.locator("thead button").count() == 0
    context.close()
