"""A page of another origin, in a real browser, can neither read what is served nor write a decision."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.serve.test_app import DATA, PAGE

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

DECISION = {"entry": "entries/bridge.txt", "decision": "accepted", "reason": "r", "by": "m"}
ASK = """async ([address, options]) => {
  try { const got = await fetch(address, options); return [got.type, got.status, await got.text()]; }
  catch (error) { return [error.name, 0, ""]; }
}"""


class Stranger(BaseHTTPRequestHandler):
    """An empty page, without a policy of its own."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write("<!DOCTYPE html><title>another page</title><p>来访者".encode())

    def log_message(self, *_: Any) -> None:
        """Nothing is told."""


@pytest.fixture
def stranger(browser: Browser) -> Iterator[Page]:
    """A page of another origin on this machine: the nearest that an attacker can come."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Stranger)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    page = browser.new_page()
    page.goto(f"http://127.0.0.1:{server.server_port}/")
    yield page
    page.close()
    server.shutdown()
    server.server_close()


@pytest.fixture
def given(browser: Browser, address: str) -> dict[str, Any]:
    """A decision that the server would take from its own page, and the token that goes with it."""
    page = browser.new_page()
    page.goto(address + PAGE)
    found = DATA.search(page.content())
    assert found
    data = json.loads(found[1])
    page.close()
    rule, id_, *_ = next(target for target in data["targets"].values() if target[0].endswith("/conflict"))
    return {"body": {**DECISION, "rule": rule, "id": id_}, "token": data["live"]["token"]}


def ask(page: Page, address: str, **options: Any) -> Any:
    return page.evaluate(ASK, [address, options])


@pytest.mark.parametrize("path", ["/", PAGE, "/api/state"])
def test_it_cannot_read(stranger: Page, address: str, path: str) -> None:
    assert ask(stranger, address + path) == ["TypeError", 0, ""]
    kind, status, text = ask(stranger, address + path, mode="no-cors")
    assert (kind, status, text) in (("opaque", 0, ""), ("TypeError", 0, ""))


def test_it_cannot_write(stranger: Page, address: str, place: Path, given: dict[str, Any]) -> None:
    url, body = f"{address}/api/decisions", json.dumps(given["body"])
    for options in (
        {"mode": "no-cors", "headers": {"Content-Type": "text/plain"}},
        {"headers": {"Content-Type": "application/json", "X-Crosscheck-Token": "guessed"}},
        # Even a stolen token is of no use from another origin.
        {"headers": {"Content-Type": "application/json", "X-Crosscheck-Token": given["token"]}},
    ):
        answer = ask(stranger, url, method="POST", body=body, **options)
        assert answer[1:] == [0, ""]
    with stranger.expect_navigation():
        stranger.evaluate(
            """([url, body]) => {
              const form = Object.assign(document.createElement("form"), { method: "POST", action: url, enctype: "text/plain" });
              form.append(Object.assign(document.createElement("input"), { name: body, value: "" }));
              document.body.append(form);
              form.submit();
            }""",
            [url, body],
        )
    assert not (place / "crosscheck-decisions.jsonl").exists()


def test_the_same_request_from_its_own_page_is_taken(
    browser: Browser, address: str, place: Path, given: dict[str, Any]
) -> None:
    page = browser.new_page()
    page.goto(address)
    head = {"Content-Type": "application/json", "X-Crosscheck-Token": given["token"]}
    body = json.dumps(given["body"])
    page.goto(address + PAGE)
    answer = ask(page, f"{address}/api/decisions", method="POST", headers=head, body=body)
    assert answer[1] == 200
    assert (place / "crosscheck-decisions.jsonl").exists()
    page.close()


def test_it_cannot_frame_load_or_hold_the_page(stranger: Page, address: str) -> None:
    stranger.evaluate(
        """url => new Promise(done => {
          const frame = Object.assign(document.createElement("iframe"), { src: url, onload: done, onerror: done });
          document.body.append(frame);
        })""",
        address + PAGE,
    )
    assert all(".card" not in frame.content() for frame in stranger.frames if frame.url.startswith(address))
    script = """url => new Promise(done => {
      document.body.append(Object.assign(document.createElement("script"), { src: url, onload: () => done(true), onerror: () => done(false) }));
    })"""
    assert stranger.evaluate(script, address + PAGE) is False
    with stranger.expect_popup() as popup:
        stranger.evaluate("url => { window.held = window.open(url); }", address + PAGE)
    popup.value.wait_for_load_state()
    assert popup.value.evaluate("window.opener === null")
    assert stranger.evaluate("window.held.closed")
    popup.value.close()


def test_a_name_that_was_turned_here_is_refused(browser: Browser, address: str) -> None:
    page = browser.new_page()
    answer = page.goto(address.replace("127.0.0.1", "evil.localhost") + PAGE)
    assert answer and answer.status == 421
    assert "清河" not in page.content()
    page.close()
