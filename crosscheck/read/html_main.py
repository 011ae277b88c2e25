"""Which part of a web page is its text, and what the page says of itself: title and date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from html import unescape
from typing import Literal

from crosscheck.read.html_elements import Element, HtmlPage
from crosscheck.read.html_notes import Notes
from crosscheck.read.html_prose import furniture, part
from crosscheck.read.written_on import edtf

# The element that holds the text, the surest sign first: (names or None, words of class, id, role and itemprop).
_MAIN: tuple[tuple[frozenset[str] | None, str], ...] = (
    (None, r"\bmw-parser-output\b"),
    (None, r"\barticlebody\b"),
    (frozenset(("article",)), ""),
    (frozenset(("main",)), ""),
    (None, r"\bmw-content-text\b|(?<![a-z])(?:article|post|entry|news|detail|rich|text|media|story)[-_]?(?:content|body|text|detail|main)(?![a-z])"),
    (None, r"\bmain\b"),
    (None, r"\b(?:content|article|detail)\b"),
)  # fmt: skip
_DROPPED = frozenset([
    "nav", "footer", "form", "button", "select", "noscript", "svg", "iframe", "template", "menu", "object",
    "video", "audio", "canvas", "map", "dialog", "rp", "rt", "head",
])  # fmt: skip
# What is dropped where nearly all of it is links, three at least: menus, lists of other articles.
_LISTING = frozenset(("ul", "ol", "div", "p", "table", "td", "section", "dl"))
_BOILERPLATE = (
    r"(?:^|[\s_-])(?:nav|navbar|navbox|navigation|menu|sidebar|breadcrumbs?|footer|toc|share|sharing|social|related|recommend|"
    r"recommended|comments?|advert|advertisement|ads?|pagination|pager|copyright|cookie|newsletter|subscribe|login|toolbar|"
    r"hatnote|metadata|ambox|noprint|printfooter|editsection|vertical-navbox|sitesub|jump-to-nav|authority-control|"
    r"mw-editsection|mw-jump-link|mw-empty-elt|tags?|foot|topbar|crumbs?|author-?(?:bio|box|card)|(?:comment|reply)-?list)(?:$|[\s_-])"
)
_DATES = [
    "article:published_time", "datepublished", "publishdate", "pubdate", "publish_date", "publication_date",
    "og:published_time", "dc.date", "dc.date.issued", "dcterms.created", "date", "weibo:article:create_at",
    "og:release_date", "article:modified_time",
]  # fmt: skip


_NUMBER = 10  # characters of the number of a printed page
_NEVER = frozenset(("html", "body", "main", "article"))  # left out never


@cache
def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


@dataclass(frozen=True, slots=True)
class Suspect:
    """An element that may be no text of its page: a `header` outside of the main part, a `listing` of links, `sure` else."""

    element: Element
    kind: Literal["sure", "header", "listing"] = "sure"


def main(page: HtmlPage, suspects: Sequence[Suspect], notes: Notes) -> Element | None:
    """The element that holds the page's text, None where the whole page does; notes are no reason to choose one."""
    weight = notes.weigher(page).of
    total = weight(Element("", 0, len(page)))
    for names, pattern in _MAIN:
        pool = page.named(*names) if names else page.worded
        fitting = [e for e in pool if not pattern or _words(pattern).search(e.words)]
        if not fitting:
            continue
        best = max(fitting, key=lambda element: (weight(element), -element.first))
        if weight(best) >= max(30, 0.25 * total):
            return best
    body = next(iter(page.named("body")), None)
    bodies = {first: last for first, (last, _) in notes.bodies.items()}
    return part(page, dropped(page, body, suspects) | bodies) or body


def suspected(page: HtmlPage) -> list[Suspect]:
    """The elements of a page that may be no text of it, by their names, words, links or first words."""
    known: dict[str, bool] = {}
    out: list[Suspect] = []
    for element in page.elements.values():
        name, words = element.name, element.words
        if name in _NEVER:
            continue
        sure = name in _DROPPED or (name == "aside" and "infobox" not in words)
        if words and not sure:
            if words not in known:
                known[words] = _boilerplate(words)
            sure = known[words]
        if sure or element.hidden or furniture(page, element) or (words and _numbered(page, element)):
            out.append(Suspect(element))
        elif name == "header":
            out.append(Suspect(element, "header"))
        elif name in _LISTING:
            links, linked = page.links(element)
            if links >= 3 and linked >= 0.8 * page.weight(element):
                out.append(Suspect(element, "listing"))
    return out


def _numbered(page: HtmlPage, element: Element) -> bool:
    """Whether an element is the number of a printed page; one that ``/>`` ends holds nothing of its own."""
    if not 0 < page.weight(element) <= _NUMBER or page.source[page.ends[element.first] - 2] == "/":
        return False
    if not _words(r"\bpage-?(?:num(?:ber)?|no|break)\b|\bdoc-pagebreak\b").search(element.words):
        return False
    return bool(_words(r"[\s\[\]()（）〔〕第页頁p.\divxlc-]+").fullmatch(page.text(element).lower()))


def _boilerplate(words: str) -> bool:
    if "infobox" in words or "references" in words:
        return False
    return bool(_words(_BOILERPLATE).search(words))


def dropped(page: HtmlPage, root: Element | None, suspects: Sequence[Suspect]) -> dict[int, int]:
    """What is no text of the page: first token -> last token of each element to be left out.

    An element that holds most of the text is never left out, whatever it is called.
    """
    out: dict[int, int] = {}
    wiki = root is not None and "mw-parser-output" in root.words
    limit = 0.4 * (page.weight(root) if root else page.weights[-1])
    for suspect in suspects:
        element = suspect.element
        if root and not root.first <= element.first < root.last:
            continue
        if (wiki and suspect.kind == "listing") or (root and suspect.kind == "header"):
            continue
        if page.weight(element) <= limit:
            out[element.first] = element.last
    return out


def title(page: HtmlPage) -> str:
    """The page's title: its only first-level heading, else what its head says, without the name of the site."""
    headings = [element for element in page.named("h1") if page.weight(element)]
    if len(headings) == 1:
        return " ".join(page.text(headings[0]).split())
    for element in page.named("meta"):
        if page.attribute(element.first, "property").lower() == "og:title":
            return page.attribute(element.first, "content").strip()
    for element in page.named("title"):
        words = " ".join(page.text(element).split())
        return _own(page, re.split(r"\s[-–—|｜_]\s|[_|｜]", words)[0].strip() or words)
    return ""


def _own(page: HtmlPage, words: str) -> str:
    """`words` without ``-NAME OF THE SITE``, where what is left stands in the page by itself."""
    first = re.split("[-–—]", words)[0].strip()
    if not first or first == words:
        return words
    return first if any(text == first for text in _texts(page, 0, len(page))) else words


def _texts(page: HtmlPage, first: int, last: int) -> list[str]:
    return [page.source[page.starts[n] : page.ends[n]].strip() for n in page.texts(first, last)]


def date(page: HtmlPage) -> str | None:
    """The day that the page says it was published on, as EDTF."""
    found: dict[str, str] = {}
    for element in page.named("meta"):
        given = (page.attribute(element.first, key) for key in ("property", "name", "itemprop"))
        name = next(filter(None, given), "").lower()
        found.setdefault(name, page.attribute(element.first, "content"))
    for name in _DATES:
        value = edtf(found.get(name, ""))
        if value:
            return value
    stated = re.search(r'"datePublished"\s*:\s*"([^"]{4,40})"', page.source[:200_000])
    if stated:
        return edtf(stated.group(1))
    times = page.named("time")
    return edtf(page.attribute(times[0].first, "datetime")) if len(times) == 1 else None


def above(page: HtmlPage, number: int) -> str:
    """The last lines of text before the token `number`: where a page gives the day of its article."""
    texts = _texts(page, max(0, number - 200), number)
    return "\n".join(unescape(text) for text in texts if text)[-1000:]
