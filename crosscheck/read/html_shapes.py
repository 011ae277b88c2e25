"""What an element of a page is to a reader: block or not, heading, field, head of a column, part of the layout."""

from __future__ import annotations

import re

from crosscheck.model.document import BlockKind
from crosscheck.read.html_elements import Element, Page

KINDS: dict[str, BlockKind] = {
    "li": "item", "dt": "item", "dd": "item", "td": "cell", "th": "cell", "figcaption": "caption", "caption": "caption",
    "h1": "heading", "h2": "heading", "h3": "heading", "h4": "heading", "h5": "heading", "h6": "heading",
}  # fmt: skip
BLOCKS = frozenset((
    *KINDS, "p", "div", "section", "article", "ul", "ol", "dl", "blockquote", "figure", "table", "thead", "tbody", "tfoot",
    "tr", "hr", "pre", "header", "main", "center", "address", "details", "summary", "body", "html", "fieldset", "legend",
    "aside", "nav", "footer", "form",
))  # fmt: skip
CAPTION = re.compile(r"\b(?:thumbcaption|gallerytext|caption|img-?desc|pic-?desc|figcaption)\b")
_SENTENCE = re.compile(r"[。！？!?；;，,：:…]")
_LAID_OUT = ("p", "div", "br", "table", "ul", "h1", "h2", "h3")
_LONG_CELL = 150
# A reference mark, a bold line or a head of a table has no more tokens than this.
SMALL = 200


def labelled(page: Page, row: Element) -> tuple[tuple[int, int], Element] | None:
    """The span of the words of a row's only head, and that head, where the row is one head and one cell."""
    if page.count(row, "th") != 1 or page.count(row, "td") != 1 or page.count(row, "table"):
        return None
    (head,), (cell,) = page.inside(row, "th"), page.inside(row, "td")
    if head.first > cell.first or head.last - head.first > SMALL:
        return None
    words = [n for n in page.texts(head.first, head.last) if page.weights[n] < page.weights[n + 1]]
    if len(words) != 1 or page.ends[words[0]] - page.starts[words[0]] > 80:
        return None
    text = page.source[page.starts[words[0]] : page.ends[words[0]]]
    start = page.starts[words[0]] + len(text) - len(text.lstrip())
    return (start, start + len(text.strip())), head


def heads_of(page: Page, row: Element) -> tuple[str, ...]:
    """The words of a row that holds heads only, two or more."""
    if page.count(row, "th") < 2 or any(page.count(row, name) for name in ("td", "table", "tr")):
        return ()
    return tuple(
        " ".join(page.text(head).split()) if head.last - head.first <= SMALL else ""
        for head in page.inside(row, "th")
    )


def layout(page: Page, cell: Element) -> bool:
    """Whether a cell holds running text: a table that only lays out the page."""
    return page.weight(cell) >= _LONG_CELL and any(page.count(cell, name) for name in _LAID_OUT)


def headlike(page: Page, element: Element) -> bool:
    """Whether a paragraph is a heading in all but name: short, all of it bold, no sentence."""
    if not 1 < page.weight(element) <= 40 or element.last - element.first > SMALL:
        return False
    bold = page.inside(element, "b") + page.inside(element, "strong")
    if len(bold) != 1 or page.weight(bold[0]) < page.weight(element):
        return False
    return not _SENTENCE.search(page.text(element))


def alternative(page: Page, number: int) -> tuple[int, int] | None:
    """The span of the words that stand for the image of the start tag `number`, where they are words."""
    words = page.attribute(number, "alt")
    if not re.search("[\u3400-\u9fff]", words):
        return None
    at = page.source.find(words, page.starts[number], page.ends[number])
    return (at, at + len(words)) if at >= 0 else None
