"""Targets of links: which page of a wiki they name, and which part of a link's text is that name."""

from __future__ import annotations

import re
from functools import cache
from urllib.parse import unquote

from crosscheck.lexicon import table
from crosscheck.patterns import compiled
from crosscheck.text.fold import fold

_WIKI = compiled(
    r"(?:\.\./Page/|(?:https?:)?//[a-z-]+(?:\.m)?\.wikipedia\.org/(?:wiki|zh(?:-[a-z]+)?)/|\./|/wiki/)(.+)$"
)
_QUALIFIED = compiled(r"[ _]?[（(][^（()）]*[）)]$")
# Running text that a link has swallowed begins with one of these, where its text is not the page's name.
_SWALLOWED = compiled(r"(?<=..)(?:[的在和与與等及将將为為于於是由向被至]|[，、。])$")


@cache
def _namespaces() -> dict[str, str]:
    return {word.lower(): row["role"] for row in table("namespaces") for word in (row["hans"], row["hant"])}


def namespace(page: str) -> str:
    """``category``, ``file`` or ``other`` where `page` is no article, else ""."""
    if page.startswith(":"):
        return "other"
    prefix, colon, _ = page.partition(":")
    if not colon:
        return ""
    name = prefix.strip().lower()
    return _namespaces().get(name, "other" if re.fullmatch(r"[a-z]{2,3}(?:-[a-z]+)?", name) else "")


def page_of(target: str) -> str:
    """The name of the wiki page that `target` (a path or an address) names, as written there; "" for other addresses."""
    match = _WIKI.match(target)
    if not match:
        return ""
    page = match.group(1).split("#")[0].split("?")[0]
    if target.startswith("../Page/"):
        page = match.group(1).removesuffix(".md").split("#")[0]
    return (unquote(page) if "%" in page else page).replace("_", " ").strip()


def entity(page: str) -> str:
    """The name of what the article `page` is about, without what tells it from namesakes; "" for other pages."""
    if not page or namespace(page):
        return ""
    name = page.split("#", maxsplit=1)[0].replace("_", " ").strip()
    return _QUALIFIED.sub("", name).strip() or name


@cache
def _folded(name: str) -> str:
    return fold(name)


def named_part(text: str, name: str, swallowed: bool) -> int:
    """How many leading characters of `text` are the name of the page: all of it where the page has another name.

    `swallowed`: the text may have taken up running text behind the name (dumps of wiki pages as Markdown).
    """
    if not name or text == name:
        return len(text)
    if text.startswith(name):
        return len(name)
    if _folded(text[: len(name)]) == _folded(name):
        return len(name)
    return len(_SWALLOWED.sub("", text)) if swallowed and len(text) > 2 else len(text)
