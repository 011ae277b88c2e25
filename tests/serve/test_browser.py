"""A reviewer decides in the browser, on a running server."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from crosscheck.gate.decisions import load
from tests.serve.conftest import ENTRY

if TYPE_CHECKING:
    from playwright.sync_api import Browser


def test_a_decision_in_the_page_reaches_the_file(browser: Browser, address: str, place: Path) -> None:
    page = browser.new_page()
    page.set_default_timeout(15000)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(address)
    page.click(".entries tbody a")
    page.click(".card.conflict [data-review]")
    page.fill(".review [name=reason]", "引桥不计 <b>")
    page.fill(".review [name=by]", "编辑乙")
    page.keyboard.press("Enter")
    page.wait_for_selector(".card.conflict.waived .waiver")
    assert "引桥不计 <b>" in page.inner_text(".card.conflict .waiver")
    (kept,) = load(str(place / "crosscheck-decisions.jsonl"))
    assert (kept.decision, kept.by) == ("accepted", "编辑乙")
    (place / "entries" / "bridge.txt").write_text(ENTRY.replace("320", "280"), encoding="utf-8")
    page.wait_for_selector("#heap-conflict .none")
    assert said == []
    page.close()
