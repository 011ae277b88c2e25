"""What an element of a page is to a reader: block or not, heading, field, head of a column, part of the layout."""

from __future__ import annotations

import re

from crosscheck.model.document import BlockKind
from crosscheck.read.html_tokens import Element, Page, Token

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
_BOLD = ("b", "strong")
_LONG_CELL = 150


def labelled(page: Page, row: Element) -> tuple[tuple[int, int], Element] | None:
    """The span of the words of a row's only head, and that head, where the row is one head and one cell."""
    inside = [n for n in range(row.first + 1, row.last) if page.tokens[n].name in ("th", "td", "table")]
    if [page.tokens[n].name for n in inside] != ["th", "td"]:
        return None
    head = page.elements[inside[0]]
    source = page.source
    words = [
        t
        for t in page.tokens[head.first : head.last]
        if t.name == "#text" and source[t.start : t.end].strip()
    ]
    if len(words) != 1 or words[0].end - words[0].start > 80:
        return None
    text = source[words[0].start : words[0].end]
    start = words[0].start + len(text) - len(text.lstrip())
    return (start, start + len(text.strip())), head


def heads_of(page: Page, row: Element) -> tuple[str, ...]:
    """The words of a row that holds heads only, two or more."""
    names = [page.tokens[n].name for n in range(row.first + 1, row.last)]
    if "td" in names or "table" in names or names.count("th") < 2:
        return ()
    heads = (page.elements[n] for n in range(row.first + 1, row.last) if page.tokens[n].name == "th")
    return tuple(" ".join(page.text(head).split()) for head in heads)


def layout(page: Page, cell: Element) -> bool:
    """Whether a cell holds running text: a table that only lays out the page."""
    if page.weight(cell) < _LONG_CELL:
        return False
    inside = {page.tokens[n].name for n in range(cell.first + 1, cell.last)}
    return bool(inside & {"p", "div", "br", "table", "ul", "h1", "h2", "h3"})


def headlike(page: Page, element: Element) -> bool:
    """Whether a paragraph is a heading in all but name: short, all of it bold, no sentence."""
    if not 1 < page.weight(element) <= 40:
        return False
    bold = [page.elements[n] for n in range(element.first + 1, element.last) if page.tokens[n].name in _BOLD]
    if len(bold) != 1 or page.weight(bold[0]) < page.weight(element):
        return False
    return not _SENTENCE.search(page.text(element))


def alternative(page: Page, token: Token) -> tuple[int, int] | None:
    """The span of the words that stand for an image, where they are words."""
    words = page.attribute(token, "alt")
    if not re.search("[\u3400-\u9fff]", words):
        return None
    at = page.source.find(words, *token.attributes)
    return (at, at + len(words)) if at >= 0 else None
