"""HTML: articles, saved web pages, saved pages of a wiki."""

from __future__ import annotations

from dataclasses import replace

from crosscheck.read import html_main
from crosscheck.read.html_elements import HtmlPage
from crosscheck.read.html_notes import find
from crosscheck.read.html_references import write_rest
from crosscheck.read.html_write import Emitter
from crosscheck.read.interface import Draft
from crosscheck.read.writer import Writer
from crosscheck.read.written_on import stated


def write(writer: Writer, start: int, end: int) -> None:
    """Write a stretch of HTML inside another format; nothing of it is taken for navigation."""
    page = HtmlPage(writer.source, start, end)
    Emitter(writer, page, {}, find([("", page)])[0]).write(0, len(page))


def read(source: str, path: str) -> Draft:
    """The draft of a page: its main text, without navigation; title and date from what the page says of itself."""
    page = HtmlPage(source, 0, len(source))
    suspects = html_main.suspected(page)
    (notes,) = find([("", page)])
    root = html_main.main(page, suspects, notes)
    writer = Writer(source)
    first, last = (root.first, root.last) if root else (0, len(page))
    emitter = Emitter(writer, page, html_main.dropped(page, root, suspects), notes)
    emitter.write(first, last)
    if not writer.length:  # all of it looked like navigation
        Emitter(writer, page, {}).write(0, len(page))
    write_rest(emitter)
    draft_title = html_main.title(page)
    draft = writer.draft(title=draft_title, date=html_main.date(page))
    if draft.date:
        return draft
    return replace(draft, date=stated(draft.text) or stated(html_main.above(page, first)))
