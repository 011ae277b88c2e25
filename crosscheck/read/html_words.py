"""The text between two tags, as a reader of the page sees it."""

from __future__ import annotations

import re
from html import unescape

from crosscheck.read.html_elements import Element, HtmlPage
from crosscheck.read.writer import Writer
from crosscheck.text.lines import lines
from crosscheck.text.unwrap import paragraphs

_PIECE = re.compile(
    r"(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)|(?P<blank>\s+)"
)


def write_words(writer: Writer, start: int, end: int) -> None:
    """Write the text from `start` to `end`: entities read, white space as one blank or a soft line end."""
    words = writer.source[start:end]
    if words.isprintable() and "&" not in words and "  " not in words and words.strip() == words:
        writer.put(words, start, end)  # most texts, and ten times as fast
        return
    for match in _PIECE.finditer(writer.source, start, end):
        writer.run(start, match.start())
        start = match.end()
        if match.lastgroup == "entity":
            text = unescape(match.group())
            if text.isspace() and not writer.last():
                continue
            writer.put(text, match.start(), match.end())
        elif not {"\n", "\r"}.isdisjoint(match.group()):
            writer.pause(match.start(), match.end())
        elif match.group()[0] in "\u3000\xa0":
            writer.run(match.start(), match.end())
        else:
            writer.pause(match.start(), match.end(), " ")
    writer.run(start, end)


def write_lines(writer: Writer, page: HtmlPage, element: Element) -> None:
    """Write text that is kept as it was set (`pre`): paragraphs as its lines tell."""
    for number in range(element.first + 1, element.last):
        start, end = page.starts[number], page.ends[number]
        for group in paragraphs(page.source, lines(page.source, start, end)):
            writer.open("paragraph")
            for line in group:
                writer.pause(line.start, line.start)
                write_words(writer, line.start, line.end)
            writer.close()
