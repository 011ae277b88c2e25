"""PDF: the text of its pages, running heads and page numbers left out, lines joined as in plain text.

Places are places in the text of all pages, a form feed between two of them.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from crosscheck.errors import EmptyError, UndecodableError
from crosscheck.model.step import say
from crosscheck.read.interface import Draft
from crosscheck.read.pdf_columns import reordered
from crosscheck.read.pdf_notes import part
from crosscheck.read.plain_lines import write, write_groups
from crosscheck.read.writer import Writer
from crosscheck.read.written_on import stated
from crosscheck.text.lines import Line, lines
from crosscheck.text.unwrap import paragraphs

_NUMBER = re.compile(
    r"[-–—―·.\s　]*+(?:第?\s*+[0-9ivxlc]{1,5}(?:\s*+[页頁])?(?:\s*+[/／共]\s*+共?\s*+\d{1,5}(?:\s*+[页頁])?)?|Page\s++\d++(?:\s++of\s++\d++)?)[-–—―·.\s　]*+$",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"[0-9０-９]+")
_HYPHEN = re.compile("[\ufffe\u0002](?:\r\n|\r|\n)?|\u00ad(?:\r\n|\r|\n)")
# How many lines at the top and at the foot of a page may be running heads.
_EDGE = 2
# A line of running text is so wide at least, as a share of the widest of its page; a title below a head is not.
_BODY = 0.8


def _pages(data: bytes, path: str) -> list[str]:
    import pypdfium2

    try:
        document: Any = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = "assword" in str(error)
        why = say("notice.locked") if locked else say("notice.no-pdf", error=error)
        raise UndecodableError(path, why) from error
    try:
        return [_page(document, number, path) for number in range(len(document))]
    finally:
        document.close()


def _page(document: Any, number: int, path: str) -> str:
    import pypdfium2

    try:
        page = document[number]
        text = page.get_textpage()
        words: str = reordered(text) or text.get_text_range()
        text.close()
        page.close()
    except pypdfium2.PdfiumError as error:
        raise UndecodableError(path, say("notice.page-broken", page=number + 1, error=error)) from error
    return _HYPHEN.sub("", words.replace("\x0c", "\n")).replace("\r\n", "\n")


def _edges(pages: list[tuple[Line, ...]]) -> list[tuple[Line, ...]]:
    return [tuple(dict.fromkeys((*page[:_EDGE], *page[-_EDGE:]))) for page in pages]


def running_heads(source: str, pages: list[tuple[Line, ...]]) -> frozenset[Line]:
    """The lines that repeat at the edges of pages (numbers aside), and the page numbers.

    Of a line at the very edge two are enough: left and right pages may have heads of their own.
    """

    def shape(line: Line) -> str:
        return _DIGITS.sub("0", source[line.start : line.end].replace(" ", ""))

    counts: Counter[str] = Counter()
    for edge in _edges(pages):
        counts.update({shape(line): 1 for line in edge})
    least = max(2, len(pages) // 3)
    heads: list[Line] = []
    for edge, page in zip(_edges(pages), pages, strict=True):
        for line in edge:
            body = source[line.start : line.end]
            outer = line in (page[0], page[-1])
            if (outer and _NUMBER.match(body)) or (
                counts[shape(line)] >= (least if outer or len(pages) <= 3 else max(3, least))
                and line.width <= 90
                and not body.endswith("。")
            ):
                heads.append(line)
    return frozenset(heads).difference(_title(source, pages, heads))


def _title(source: str, pages: list[tuple[Line, ...]], heads: list[Line]) -> list[Line]:
    """The head of the first page where it is the title: the same words stand above later pages, none below it here."""
    body = [line for line in pages[0] if line not in heads] if pages else []
    if not body or body[0].width < _BODY * max(line.width for line in body):
        return []
    above = {source[line.start : line.end] for page in pages[1:] for line in page[:_EDGE]}
    words = [line for line in pages[0][:_EDGE] if not _NUMBER.match(source[line.start : line.end])]
    return [line for line in words if line in heads and source[line.start : line.end] in above][:1]


def read(data: bytes, path: str) -> Draft:
    """The draft of a PDF; one without any text (a scan) is refused in plain words."""
    pages = _pages(data, path)
    if not any(page.strip() for page in pages):
        raise EmptyError(path, say("notice.scan", pages=len(pages)))
    source = "\f".join(pages)
    writer = Writer(source)
    position, cut = 0, []
    for number, page in enumerate(pages, 1):
        cut.append(lines(source, position, position + len(page)))
        position += len(page) + 1
        if not page.strip():
            writer.notices.append(say("notice.page-empty", page=number))
    cut = [page for page in cut if page]
    heads = running_heads(source, cut)
    kept = [tuple(line for line in page_lines if line not in heads) for page_lines in cut]
    joined = [(page[0]._replace(blanks=0), *page[1:]) for page in kept if page]
    feet = part(source, joined)
    body = tuple(feet.body)
    if feet.notes:
        groups = (*paragraphs(source, body), *feet.notes)
        title = write_groups(writer, groups, feet.marks, feet.labels)
    else:
        title = write(writer, body)
    return writer.draft(title=title, date=stated(source))
