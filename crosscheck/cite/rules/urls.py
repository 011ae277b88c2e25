"""Addresses as written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from crosscheck.cite.interface import Check, Fault
from crosscheck.cite.page import Page
from crosscheck.cite.template import bare
from crosscheck.model.span import Span
from crosscheck.model.step import Step, say
from crosscheck.patterns import compiled

_FIELDS = ("url", "chapter-url", "archive-url")


@cache
def _good() -> re.Pattern[str]:
    return compiled(
        r"(?:(?:https?|ftps?|gopher|irc|nntp|rtsp|mms|worldwind|ssh|svn|git):)?//"
        r"(?:[^\s/?#@]*@)?(?:[^\s/?#:@.\[\]]+(?:\.[^\s/?#:@.\[\]]+)+\.?|\[[0-9a-fA-F:.]+\])(?::\d+)?(?:[/?#]\S*)?"
        r"|(?:news|mailto|urn|bitcoin|magnet|tel|sms|xmpp|geo|sip):\S+",
        re.IGNORECASE,
    )


@cache
def _line() -> re.Pattern[str]:
    return compiled(
        r"(?<![A-Za-z])(?:https?：//|https?//|https?:/(?!/)|https?:///|https?://https?://|htt?tps?://(?<!http://)(?<!https://))[^\s|\]<>（）()，。]*",
        re.IGNORECASE,
    )


def _wrong(value: str) -> Step | None:
    if "[[" in value:
        return say("cite.bad-url-link", url=value)
    if "{{" in value or "<" in value:
        plain = "plainurl" in value or not value.startswith("{{") or value.count("{{") != 1
        return None if plain else say("cite.bad-url-template", url=value)
    if re.search(r"\s", value):
        return say("cite.bad-url-space", url=value)
    if _good().fullmatch(value):
        return None
    if re.fullmatch(r"(?:www\.)?[\w-]+(?:\.[\w-]+)+(?:/\S*)?", value):
        return say("cite.bad-url-scheme", url=value)
    return say("cite.bad-url", url=value)


def _find(page: Page) -> Iterator[Fault]:
    for cite in page.cites:
        for argument in cite.all(*_FIELDS):
            message = _wrong(argument.value) if bare(argument.value) == argument.value else None
            if message:
                yield Fault(argument.span, message)
    pairs = [
        *zip(page.entries, page.records, strict=True),
        *zip(page.bullets, page.bullet_records, strict=True),
    ]
    for entry, record in pairs:
        if record.form == "template":
            continue
        for match in _line().finditer(entry.markup):
            start = entry.inner.start + match.start()
            yield Fault(
                Span(start, start + len(match[0])) if entry.exact else entry.span,
                say("cite.bad-url", url=match[0]),
            )


CHECKS = (
    Check(
        rule="bad-url",
        severity="error",
        doc="An address that no browser opens: without its scheme, with a space, a wikilink or a template inside, or with "
        "full-width signs.",
        names=("CS1: err_bad_url", "CS1: err_wikilink_in_url", "CS1: err_param_has_ext_link"),
        fault="石窟开凿于北魏<ref>{{cite web |url=www.example.org/yungang |title=云冈石窟 |website=大同文物}}</ref>。",
        mended="石窟开凿于北魏<ref>{{cite web |url=http://www.example.org/yungang |title=云冈石窟 |website=大同文物}}</ref>。",
        find=_find,
    ),
)
