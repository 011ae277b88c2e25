"""Markdown: pandoc's, as wiki pages are kept in it, and CommonMark with front matter, tables and footnotes."""

from __future__ import annotations

import re
from functools import cache

from crosscheck.patterns import compiled
from crosscheck.read.interface import Draft, Reader


def read(source: str, path: str) -> Draft:
    """The draft of a Markdown file."""
    from crosscheck.read.md_page import read as read_page

    return read_page(source, path)


@cache
def _signs() -> tuple[tuple[re.Pattern[str], float], ...]:
    return (
        (compiled(r"\]\((?:\.\./Page/|https?://|[\w./-]+\.\w+[ )])"), 0.5),
        (compiled(r"\\\[\d{1,3}\\\]"), 0.3),
        (compiled(r"^#{1,6} \S", re.MULTILINE), 0.4),
        (compiled(r"\A\ufeff?---\s*\n[\w -]+:"), 0.5),
        (compiled(r"\*\*\S[^*\n]{0,80}\*\*"), 0.2),
        (compiled(r"^\|.*\|\s*\n\|[ :|-]+\|", re.MULTILINE), 0.3),
        (compiled(r"^\[\^\w+\]:", re.MULTILINE), 0.4),
        (compiled(r"^  ?- \S", re.MULTILINE), 0.15),
    )


def sniff(beginning: str) -> float:
    """By links, escaped marks, headings, front matter, bold words, tables and footnotes."""
    return min(0.9, sum(weight for sign, weight in _signs() if sign.search(beginning)))


READER = Reader(
    name="markdown",
    media_type="text/markdown",
    suffixes=(".md", ".markdown", ".mkd", ".qmd"),
    sniff=sniff,
    read_text=read,
)
