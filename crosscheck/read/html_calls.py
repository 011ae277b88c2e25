"""Marks of notes in HTML: links with a number, a sign or a name for words that lead to an id."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from crosscheck.patterns import compiled
from crosscheck.read.html_elements import Element, HtmlPage
from crosscheck.read.labels import label

NAMED = compiled(
    r"\b(?:foot|end|rear|side)-?notes?\b|\bdoc-(?:noteref|footnote|endnote|biblioref|biblioentry)\b|\bnote-?refs?\b|\bfn-?(?:ref|back)?\b|footnote"
)
_SIGNS = compiled(r"[*†‡§¶※＊]{1,3}|[①-⑳]|[ivxl]{1,6}|[a-z]", re.IGNORECASE)
_SHORT = 12  # characters of a mark
_HREF = compiled(r"""\bhref\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>]++)""")

Place = tuple[str, str]  # a file of the book and an id in it


@dataclass(frozen=True, slots=True)
class Call:
    """A mark: the link that it is, where it leads, and what it is called ("" where it has no words)."""

    element: Element
    target: Place
    words: str
    named: bool


def calls_of(name: str, page: HtmlPage) -> Iterator[Call]:
    """The links of a page that look like marks."""
    for element in page.named("a"):
        start, end = page.starts[element.first], page.ends[element.first]
        if page.source.find("#", start, end) < 0:
            continue
        target = target_of(name, page.attribute(element.first, "href"))
        if target is None or page.weight(element) > _SHORT:
            continue
        words = " ".join(page.text(element).split()).strip("[]［］〔〕()（）【】 ")
        tag = page.source[start:end].lower()
        named = bool(NAMED.search(_HREF.sub("", tag)))
        if "backlink" in tag or "back" in element.words:
            continue
        if label(words) or _SIGNS.fullmatch(words) or (named and (words or page.count(element, "img"))):
            yield Call(element, target, words, named)


def target_of(name: str, href: str) -> Place | None:
    """The file and the id in it that an address on the page `name` leads to."""
    file, sharp, inside = href.partition("#")
    if not sharp or not inside or ":" in file or file.startswith("/"):
        return None
    place = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(file))) if file else name
    return place, unquote(inside)
