"""What an element of a page is to a reader: block or not, heading, field, head of a column, part of the layout."""

from __future__ import annotations

import re

from crosscheck.model.document import BlockKind
from crosscheck.read.columns import heads_by_words
from crosscheck.read.grid import span_of
from crosscheck.read.html_elements import Element, HtmlPage

KINDS: dict[str, BlockKind] = {
    "li": "item", "dt": "item", "dd": "item", "td": "cell", "th": "cell", "figcaption": "caption", "caption": "caption",
    "h1": "heading", "h2": "heading", "h3": "heading", "h4": "heading", "h5": "heading", "h6": "heading",
}  # fmt: skip
BLOCKS = frozenset((
    *KINDS, "p", "div", "section", "article", "ul", "ol", "dl", "blockquote", "figure", "table", "thead", "tbody", "tfoot",
    "tr", "hr", "pre", "header", "main", "center", "address", "details", "summary", "body", "html", "fieldset", "legend",
    "aside", "nav", "footer", "form",
))  # fmt: skip
INLINE = frozenset(("span", "small"))
CAPTION = re.compile(r"\b(?:thumbcaption|gallerytext|caption|img-?desc|pic-?desc|figcaption)\b")
_SENTENCE = re.compile(r"[。！？!?；;，,：:…]")
_LAID_OUT = ("p", "div", "br", "table", "ul", "h1", "h2", "h3")
_LONG_CELL = 150
# A reference mark, a bold line or a head of a table has no more tokens than this.
SMALL = 200
_MOST_COLUMNS = 60


def labelled(page: HtmlPage, row: Element) -> tuple[tuple[int, int], Element] | None:
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


def cells_of(page: HtmlPage, row: Element) -> list[Element]:
    """The cells of a row, those of tables inside it left out."""
    found, reached = [], row.first
    for cell in sorted(page.inside(row, "td") + page.inside(row, "th"), key=lambda cell: cell.first):
        if cell.first >= reached:
            found.append(cell)
            reached = cell.last
    return found


def heads_of(page: HtmlPage, row: Element, *, first: bool) -> bool:
    """Whether a row holds heads of columns only, two or more: by its elements, in the `first` row also by its words."""
    if any(page.count(row, name) for name in ("table", "tr")):
        return False
    heads, cells = page.count(row, "th"), page.count(row, "td")
    if heads >= 2 and not cells:
        return True
    if not first or heads or not 2 <= cells <= _MOST_COLUMNS:
        return False
    return heads_by_words(
        [page.text(cell) if cell.last - cell.first <= SMALL else "" for cell in cells_of(page, row)]
    )


def spans_of(page: HtmlPage, cell: Element) -> tuple[int, int]:
    """How many columns and rows a cell covers."""
    return span_of(page.attribute(cell.first, "colspan")), span_of(page.attribute(cell.first, "rowspan"))


def layout(page: HtmlPage, cell: Element) -> bool:
    """Whether a cell holds running text: a table that only lays out the page."""
    return page.weight(cell) >= _LONG_CELL and any(page.count(cell, name) for name in _LAID_OUT)


def headlike(page: HtmlPage, element: Element) -> bool:
    """Whether a paragraph is a heading in all but name: short, all of it bold, no sentence."""
    if not 1 < page.weight(element) <= 40 or element.last - element.first > SMALL:
        return False
    bold = page.inside(element, "b") + page.inside(element, "strong")
    if len(bold) != 1 or page.weight(bold[0]) < page.weight(element):
        return False
    return not _SENTENCE.search(page.text(element))


def alternative(page: HtmlPage, number: int) -> tuple[int, int] | None:
    """The span of the words that stand for the image of the start tag `number`, where they are words."""
    words = page.attribute(number, "alt")
    if not re.search("[\u3400-\u9fff]", words):
        return None
    at = page.source.find(words, page.starts[number], page.ends[number])
    return (at, at + len(words)) if at >= 0 else None
