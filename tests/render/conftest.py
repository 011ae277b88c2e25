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
    from playwright.sync_api import Browser, Page


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


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Callable[..., Opened]]:
    contexts = []

    def open_(report: Report, address: str = "", language: str = "en", **options: Any) -> Opened:
        file = tmp_path / "report.html"
        file.write_text(rendered(report, language), encoding="utf-8")
        options.setdefault("viewport", {"width": 1440, "height": 900})
        context = browser.new_context(reduced_motion="reduce", offline=True, **options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(5000)
        result = Opened(page=page, url=file.as_uri())
        page.on("console", lambda message: result.console.append(message.text))
        page.on("pageerror", lambda error: result.console.append(str(error)))
        page.on("dialog", lambda dialog: result.console.append(f"dialog: {dialog.message}"))
        page.on("request", lambda request: result.requests.append(request.url))
        page.goto(result.url + address)
        return result

    yield open_
    for context in contexts:
        context.close()
