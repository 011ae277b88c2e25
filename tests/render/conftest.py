"""What the tests of the report share: the sample with its words, and a real browser where there is one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from crosscheck import messages
from crosscheck.model.report import Report
from crosscheck.render.html import render
from tests.render import sample

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Dialog, Error, Page, Request


@pytest.fixture(autouse=True)
def _words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(messages, "catalogue", sample.catalogue)


@pytest.fixture(scope="session")
def report() -> Report:
    return sample.report()


_PAGES: dict[tuple[int, str], tuple[Report, str]] = {}


def rendered(report: Report, language: str) -> str:
    """The page of `report`, made once for all tests that look at it."""
    if (id(report), language) not in _PAGES:
        _PAGES[id(report), language] = report, render(report, language)  # type: ignore[arg-type]
    return _PAGES[id(report), language][1]


@dataclass
class Opened:
    """A report in the browser, with everything that it said and asked for."""

    page: Page
    url: str
    console: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def on_console(self, message: ConsoleMessage) -> None:
        self.console.append(message.text)

    def on_error(self, error: Error) -> None:
        self.console.append(str(error))

    def on_dialog(self, dialog: Dialog) -> None:
        self.console.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def on_request(self, request: Request) -> None:
        self.requests.append(request.url)

    def quiet(self) -> bool:
        """Whether the page said nothing and asked for nothing but itself."""
        return not self.console and {url.split("#")[0] for url in self.requests} <= {self.url}

    def visible(self) -> list[str]:
        """The anchors of the findings that are listed."""
        found: list[str] = self.page.eval_on_selector_all(
            "#findings .card", "cards => cards.filter(c => c.checkVisibility()).map(c => c.id)"
        )
        return found

    def chosen(self) -> str:
        """The words that are marked in both texts."""
        found: list[str] = self.page.eval_on_selector_all(
            ".scroll .found.chosen", "all => all.filter(e => e.checkVisibility()).map(e => e.textContent)"
        )
        return " | ".join(found)


@pytest.fixture(scope="session")
def tabs(browser: Browser) -> dict[str, list[Page]]:
    """Empty tabs by the options of their context: a new one costs more than most tests."""
    return {}


@pytest.fixture
def opened(browser: Browser, tabs: dict[str, list[Page]], tmp_path: Path) -> Iterator[Callable[..., Opened]]:
    """Opens a report in a tab of its own, in which nothing is kept from before."""
    used: list[tuple[str, Opened]] = []

    def open_(report: Report, address: str = "", language: str = "en", **options: Any) -> Opened:
        file = tmp_path / "report.html"
        file.write_text(rendered(report, language), encoding="utf-8")
        options.setdefault("viewport", {"width": 1440, "height": 900})
        key = repr(sorted(options.items()))
        free = tabs.setdefault(key, [])
        page = (
            free.pop()
            if free
            else browser.new_context(reduced_motion="reduce", offline=True, **options).new_page()
        )
        page.set_default_timeout(5000)
        result = Opened(page=page, url=file.as_uri())
        used.append((key, result))
        page.on("console", result.on_console)
        page.on("pageerror", result.on_error)
        page.on("dialog", result.on_dialog)
        page.on("request", result.on_request)
        page.goto(result.url + address)
        return result

    yield open_
    for key, result in used:
        page = result.page
        page.evaluate("localStorage.clear()")
        page.emulate_media(media="null")
        page.goto("about:blank")
        page.remove_listener("console", result.on_console)
        page.remove_listener("pageerror", result.on_error)
        page.remove_listener("dialog", result.on_dialog)
        page.remove_listener("request", result.on_request)
        tabs[key].append(page)
