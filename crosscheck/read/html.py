"""HTML: articles, saved web pages, saved pages of a wiki."""

from __future__ import annotations

import re
from functools import cache

from crosscheck.patterns import compiled
from crosscheck.read.interface import Draft, Reader


def read(source: str, path: str) -> Draft:
    """The draft of a page."""
    from crosscheck.read.html_page import read as read_page

    return read_page(source, path)


@cache
def _element() -> re.Pattern[str]:
    return compiled(
        r"<(?:html|head|body|div|p|span|article|table|meta|!doctype html)\b[^<>]{0,2000}>", re.IGNORECASE
    )


def sniff(beginning: str) -> float:
    """By its tags: a declaration at the beginning, or many elements."""
    head = beginning.lstrip("\ufeff \t\r\n")[:200].lower()
    if head.startswith(("<!doctype html", "<html")):
        return 1.0
    count = len(_element().findall(beginning[:20_000]))
    if head.startswith("<") and count > 1:
        return 0.95
    return min(0.6, count / 40)


READER = Reader(
    name="html",
    media_type="text/html",
    suffixes=(".html", ".htm", ".xhtml", ".shtml"),
    sniff=sniff,
    read_text=read,
)
