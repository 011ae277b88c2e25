"""MediaWiki wikitext."""

from __future__ import annotations

import re
from functools import cache

from crosscheck.patterns import compiled
from crosscheck.read.interface import Draft, Reader


def read(source: str, path: str) -> Draft:
    """The draft of a page in wikitext."""
    from crosscheck.read.wt_page import read as read_page

    return read_page(source, path)


@cache
def _signs() -> tuple[tuple[re.Pattern[str], float], ...]:
    return (
        (compiled(r"\[\[[^\[\]\n]{1,200}\]\]"), 0.4),
        (compiled(r"\{\{[^{}\n]{1,60}"), 0.35),
        (compiled(r"^==++[^=\n].*==[ \t]*+$", re.MULTILINE), 0.35),
        (compiled(r"'''[^'\n]{1,80}'''"), 0.25),
        (compiled(r"<ref[ >]"), 0.3),
        (compiled(r"^\{\|", re.MULTILINE), 0.2),
        (compiled(r"\A#(?:REDIRECT|重定向)", re.IGNORECASE), 0.5),
    )


def sniff(beginning: str) -> float:
    """By links, templates, headings, bold words and notes."""
    return min(0.95, sum(weight for sign, weight in _signs() if sign.search(beginning)))


READER = Reader(
    name="wikitext",
    media_type="text/x-wiki",
    suffixes=(".wiki", ".wikitext", ".mediawiki", ".mw"),
    sniff=sniff,
    read_text=read,
)
