"""What a reviewer decides in a page comes back through `review --import` and stands in the next check."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.gate.support import Run, corpus, edit

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PAGE = "pages/entries-bridge.md.html"
WHY, RULE_WHY = "引桥的工人不计 <b>", "旧志没有页码"


def opened(browser: Browser, folder: Path) -> Page:
    page = browser.new_page(offline=True)
    page.set_default_timeout(15000)
    page.goto((folder / PAGE).as_uri())
    return page


def decide(page: Page, card: str, decision: str, reason: str) -> None:
    page.click(f"{card} [data-review]")
    page.select_option(".review [name=decision]", decision)
    page.fill(".review [name=reason]", reason)
    page.fill(".review [name=by]", "编辑甲")
    page.click(".review [type=submit]")


def waived(run: Run) -> dict[str, str]:
    """What is waived, by rule."""
    report = json.loads(run("check", "--exit-zero", "--output-format", "json", "-q").out)
    reports = report.get("reports", [report])
    found = [one for each in reports for one in (*each["findings"], *each["citations"])]
    return {
        one.get("rule") or f"{one['kind']}/{one['verdict']}": one["waiver"]
        for one in found
        if one["status"] == "waived"
    }


@pytest.mark.parametrize("button", ["#export", "#export-annotation"])
def test_decisions_of_the_page_are_taken_in(browser: Browser, run: Run, tmp_path: Path, button: str) -> None:
    corpus(tmp_path)
    edit(tmp_path / "entries/bridge.md", "耗资45万元。[1]", "耗资45万元。[^none]")
    run("check", "--exit-zero", "--output-format", "html", "-o", "pages/")
    page = opened(browser, tmp_path)
    problem = page.locator(".problem:has([data-review])").first
    rule = problem.get_attribute("data-k")
    anchor = problem.get_attribute("id")
    decide(page, ".card.conflict", "false-positive", WHY)
    decide(page, f"#{anchor}", "wont-fix", RULE_WHY)
    assert page.inner_text("#export b") == "2"
    with page.expect_download() as download:
        page.click(button)
    kept = tmp_path / download.value.suggested_filename
    taken = kept.with_stem("exported")
    download.value.save_as(taken)
    page.close()
    done = run("review", "--import", taken.name)
    assert (done.code, "2 decisions taken" in done.err) == (0, True)
    found = waived(run)
    assert set(found) == {"quantity/conflict", rule}
    assert "编辑甲" in found["quantity/conflict"] and WHY in found["quantity/conflict"]
    assert RULE_WHY in found[str(rule)]
    assert "0 decisions taken" in run("review", "--import", taken.name).err
    run("check", "--exit-zero", "--output-format", "html", "-o", "pages/")
    page = opened(browser, tmp_path)
    told = page.inner_text(".card.conflict.waived .waiver")
    assert "false positive" in told and WHY in told and "编辑甲" in told
    assert RULE_WHY in page.inner_text(".problem.waived .waiver")
    page.select_option("#by-status", "done")
    assert page.inner_text("#shown").startswith("2 / ")
    page.close()


def test_a_page_of_another_folder_is_taken_in(browser: Browser, run: Run, tmp_path: Path) -> None:
    corpus(tmp_path)
    here = tmp_path / "entries"
    run("check", "--exit-zero", "--output-format", "html", "-o", "../pages/", cwd=here)
    page = browser.new_page(offline=True)
    page.goto(next((tmp_path / "pages").glob("*bridge.md.html")).as_uri())
    decide(page, ".card.conflict", "accepted", WHY)
    with page.expect_download() as download:
        page.click("#export")
    download.value.save_as(tmp_path / "exported.jsonl")
    page.close()
    assert "1 decisions taken" in run("review", "--import", "../exported.jsonl", cwd=here).err
    assert set(waived(run)) == {"quantity/conflict"}
    kept = json.loads((tmp_path / "crosscheck-decisions.jsonl").read_text(encoding="utf-8"))
    assert kept["claim"]["path"] == "entries/bridge.md"
    assert kept["claim"]["hash"]
