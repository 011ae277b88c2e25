"""Which part of a web page is its text, and what the page says of itself: title and date."""

from __future__ import annotations

import re
from functools import cache
from html import unescape

from crosscheck.read.dates import edtf
from crosscheck.read.html_prose import furniture, part
from crosscheck.read.html_tokens import Element, Page

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
_DROPPED = frozenset(
    [
        "nav",
        "footer",
        "form",
        "button",
        "select",
        "noscript",
        "svg",
        "iframe",
        "template",
        "menu",
        "object",
        "video",
        "audio",
        "canvas",
        "map",
        "dialog",
        "rp",
        "rt",
        "head",
    ]
)
# What is dropped where nearly all of it is links, three at least: menus, lists of other articles.
_LISTING = frozenset(("ul", "ol", "div", "p", "table", "td", "section", "dl"))
_BOILERPLATE = (
    r"(?:^|[\s_-])(?:nav|navbar|navbox|navigation|menu|sidebar|breadcrumbs?|footer|toc|share|sharing|social|related|recommend|"
    r"recommended|comments?|advert|advertisement|ads?|pagination|pager|copyright|cookie|newsletter|subscribe|login|toolbar|"
    r"hatnote|metadata|ambox|noprint|printfooter|editsection|vertical-navbox|sitesub|jump-to-nav|authority-control|"
    r"mw-editsection|mw-jump-link|mw-empty-elt|tags?|foot|topbar|crumbs?|author-?(?:bio|box|card)|(?:comment|reply)-?list)(?:$|[\s_-])"
)
_DATES = [
    "article:published_time",
    "datepublished",
    "publishdate",
    "pubdate",
    "publish_date",
    "publication_date",
    "og:published_time",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "date",
    "weibo:article:create_at",
    "og:release_date",
    "article:modified_time",
]


@cache
def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def main(page: Page) -> Element | None:
    """The element that holds the page's text, None where the whole page does."""
    total = page.weights[-1]
    for names, pattern in _MAIN:
        fitting = [
            element
            for element in page.elements.values()
            if (names is None or element.name in names)
            and (not pattern or (element.words and _words(pattern).search(element.words)))
        ]
        if not fitting:
            continue
        best = max(fitting, key=lambda element: (page.weight(element), -element.first))
        if page.weight(best) >= max(30, 0.25 * total):
            return best
    body = next((e for e in page.elements.values() if e.name == "body"), None)
    return part(page, dropped(page, body)) or body


def dropped(page: Page, root: Element | None) -> dict[int, int]:
    """What is no text of the page: first token -> last token of each element to be left out.

    An element that holds most of the text is never left out, whatever it is called.
    """
    out: dict[int, int] = {}
    wiki = root is not None and "mw-parser-output" in root.words
    limit = 0.4 * (page.weight(root) if root else page.weights[-1])
    for element in page.elements.values():
        if root and not root.first <= element.first < root.last:
            continue
        if element.name in ("html", "body", "main", "article"):
            continue
        named = element.name in _DROPPED or (element.name in ("header", "aside") and root is None)
        if element.name == "aside" and "infobox" not in element.words:
            named = True
        if not named and element.words and "infobox" not in element.words:
            named = bool(_words(_BOILERPLATE).search(element.words)) and "references" not in element.words
        if not named and not wiki and element.name in _LISTING:
            links, linked = page.links(element)
            named = links >= 3 and linked >= 0.8 * page.weight(element)
        named = named or furniture(page, element)
        hidden = not named and "display:none" in _style(page, element)
        if (named or hidden) and page.weight(element) <= limit:
            out[element.first] = element.last
    return out


def _style(page: Page, element: Element) -> str:
    token = page.tokens[element.first]
    if token.attributes[1] - token.attributes[0] < 12:
        return ""
    return page.attribute(token, "style").replace(" ", "").lower()


def title(page: Page) -> str:
    """The page's title: its only first-level heading, else what its head says, without the name of the site."""
    headings = [e for e in page.elements.values() if e.name == "h1" and page.weight(e)]
    if len(headings) == 1:
        return " ".join(page.text(headings[0]).split())
    for element in page.elements.values():
        token = page.tokens[element.first]
        if element.name == "meta" and page.attribute(token, "property").lower() == "og:title":
            return page.attribute(token, "content").strip()
    for element in page.elements.values():
        if element.name == "title":
            words = " ".join(page.text(element).split())
            return _own(page, re.split(r"\s+[-–—|｜_]\s+|[_|｜]", words)[0].strip() or words)
    return ""


def _own(page: Page, words: str) -> str:
    """`words` without ``-NAME OF THE SITE``, where what is left stands in the page by itself."""
    first = re.split("[-–—]", words)[0].strip()
    alone = (page.source[t.start : t.end].strip() for t in page.tokens if t.name == "#text")
    return first if first and first != words and list(alone).count(first) else words


def date(page: Page) -> str | None:
    """The day that the page says it was published on, as EDTF."""
    found: dict[str, str] = {}
    times: list[str] = []
    for element in page.elements.values():
        token = page.tokens[element.first]
        if element.name == "meta":
            name = (
                page.attribute(token, "property")
                or page.attribute(token, "name")
                or page.attribute(token, "itemprop")
            )
            found.setdefault(name.lower(), page.attribute(token, "content"))
        elif element.name == "time":
            times.append(page.attribute(token, "datetime"))
    for name in _DATES:
        value = edtf(found.get(name, ""))
        if value:
            return value
    stated = re.search(r'"datePublished"\s*:\s*"([^"]{4,40})"', page.source[:200_000])
    if stated:
        return edtf(stated.group(1))
    return edtf(times[0]) if len(times) == 1 else None


def above(page: Page, number: int) -> str:
    """The last lines of text before the token `number`: where a page gives the day of its article."""
    texts = (
        page.source[t.start : t.end].strip()
        for t in page.tokens[max(0, number - 200) : number]
        if t.name == "#text"
    )
    return "\n".join(unescape(text) for text in texts if text)[-1000:]
