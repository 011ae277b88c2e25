"""Rules that need the network; `crosscheck cite --online` finds them and nothing else does."""

from __future__ import annotations

from collections.abc import Iterator

from crosscheck.cite.interface import Check, Fault
from crosscheck.cite.page import Page
from crosscheck.model.report import Severity


def _elsewhere(page: Page) -> Iterator[Fault]:
    return iter(())


def _check(rule: str, severity: Severity, doc: str, names: tuple[str, ...], fault: str, mended: str) -> Check:
    return Check(
        rule=rule,
        severity=severity,
        doc=doc,
        names=names,
        fault=fault,
        mended=mended,
        find=_elsewhere,
        by_need=True,
        online=True,
    )


CHECKS = (
    _check(
        "dead-link",
        "error",
        "The server says that the page is gone (404, 410). Left alone where the reference has an archive copy; where an "
        "archive has one, the message names it.",
        ("Template: Dead link", "Template: 失效链接"),
        "https://www.example.org/old, answered with 404",
        "the same with |archive-url= and |archive-date=, or the address where the page is now",
    ),
    _check(
        "soft-dead-link",
        "warning",
        "The server answers as if all were well with a page that says that there is none, or with its front page.",
        ("Template: Dead link", "soft 404"),
        "https://www.example.org/old, answered with 200 and 您访问的页面不存在",
        "the same with |archive-url= and |archive-date=",
    ),
    _check(
        "moved-link",
        "info",
        "The page has moved for good (301, 308) to another address. From http to https, to www or to a slash is no move.",
        ("redirect",),
        "https://www.example.org/old, moved to https://www.example.org/new",
        "https://www.example.org/new",
    ),
    _check(
        "unreachable-link",
        "info",
        "The host did not answer, or with a fault of its own (5xx). It may be down for a day: look again before it is taken "
        "for dead.",
        ("timeout",),
        "https://www.example.org/page, no answer",
        "the same, looked at again",
    ),
)
