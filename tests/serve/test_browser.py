"""A reviewer decides in the browser, on a running server."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from crosscheck.gate.decisions import load
from tests.serve.conftest import ENTRY, corpus_in

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture
def address(place: Path) -> Iterator[str]:
    uvicorn = pytest.importorskip("uvicorn", reason="uvicorn is not installed")
    pytest.importorskip("starlette", reason="starlette is not installed")
    from crosscheck.serve.app import application
    from crosscheck.serve.guard import LOOPBACK

    app = application(corpus_in(place), "en", LOOPBACK)
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="critical", ws="none"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started and thread.is_alive():
        time.sleep(0.02)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join(10)


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
