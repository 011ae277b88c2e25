"""Notes of HTML: a link to ``#x`` in the text, and an element with the id ``x`` that links back.

So pandoc, GitHub, Word, docutils and e-books write them, under many names; a name (``epub:type``, ``role``, a class) spares the
way back.  The lists of references of a wiki are read elsewhere.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from urllib.parse import unquote

from crosscheck.patterns import compiled
from crosscheck.read.html_calls import NAMED, Call, calls_of, target_of
from crosscheck.read.html_elements import Element, HtmlPage
from crosscheck.read.labels import label

_BODIES = frozenset(
    ("li", "p", "div", "aside", "section", "dd", "tr", "table", "blockquote", "footer", "ol", "ul")
)
_SECTION = compiled(r"\b(?:doc-endnotes|footnotes|endnotes)\b(?!-)")
_KEPT = compiled(r"""\bid\s?=\s?["']?cite_note""")
_BACK_TO = compiled(r"#cite_ref-(?:[^&#]{1,80}_)?(\d{1,4})(?:-\d{1,3})?(?:&|$)")
_LEADS_TO = compiled(r"#cite_note-(?:[^&#]{1,80}-)?(\d{1,4})(?:&|$)")
_MARGIN = compiled(r"(?<![\w-])(?:side|margin)-?note(?![\w-])")
_NUMBER = compiled(r"\d{1,3}$")
_SHORT = 12  # characters of a mark
_NEAR = 4  # tokens between a mark and an empty anchor beside it
_LARGEST = 1500  # tokens of a note
_LONGEST = 10  # characters of a link back


@dataclass(slots=True)
class Notes:
    """The notes of one page: `calls` are the labels of marks by the link's first token; `bodies` where each note
    begins: its end and its label; `backs` the links back, first token and last."""

    calls: dict[int, str] = field(default_factory=dict)
    bodies: dict[int, tuple[int, str]] = field(default_factory=dict)
    backs: dict[int, int] = field(default_factory=dict)

    def called_in(self, element: Element) -> list[str]:
        """The labels of the marks inside an element."""
        return [
            self.calls[n]
            for n in range(element.first, min(element.last, element.first + 40))
            if n in self.calls
        ]

    def weigher(self, page: HtmlPage) -> _Weigher:
        """What tells how much text of an element is no note."""
        return _Weigher(page, self)


class _Weigher:
    def __init__(self, page: HtmlPage, notes: Notes) -> None:
        self.page = page
        self.firsts = sorted(notes.bodies)
        sizes = (page.weights[notes.bodies[n][0]] - page.weights[n] for n in self.firsts)
        self.sums = list(accumulate(sizes, initial=0))

    def of(self, element: Element) -> int:
        """The characters of an element outside of notes."""
        begin, end = bisect_left(self.firsts, element.first), bisect_left(self.firsts, element.last)
        return self.page.weight(element) - (self.sums[end] - self.sums[begin])


class _Anchors:
    """The elements of a page that can be linked to, and the block that each stands in."""

    def __init__(self, page: HtmlPage) -> None:
        self.firsts = page.anchors
        self.parents = _parents(page)
        self.page = page

    def body(self, anchor: Element) -> tuple[int, int] | None:
        """The tokens of the note that an anchor begins: its own block, or its part of one that holds several."""
        page, block = self.page, anchor
        while block.name not in _BODIES:
            if block.name == "dt":
                return block.first, self._definition(block)
            above = self.parents.get(block.first)
            if above is None:
                return None
            block = above
        listed = self.parents.get(block.first)
        if listed is not None and listed.name == "ol" and "references" in listed.words.split():
            return None
        if block is anchor:
            return block.first, block.last
        before = page.weights[anchor.first] - page.weights[block.first]
        following = next(
            (
                n
                for n in self.firsts[bisect_right(self.firsts, anchor.first) :][:40]
                if n < block.last
                and n > anchor.last
                and page.weights[n] > page.weights[anchor.last]
                and page.elements[n].name == anchor.name
            ),
            block.last,
        )
        return (block.first if before == 0 else anchor.first), following

    def _definition(self, term: Element) -> int:
        """Where the words for a term of a list of definitions end."""
        listed = self.parents.get(term.first)
        if listed is None:
            return term.last
        terms = self.page.inside(listed, "dt")
        return next((other.first for other in terms if other.first > term.first), listed.last)


def _parents(page: HtmlPage) -> dict[int, Element]:
    """The element that each one stands in, by the first token of the inner one."""
    parents: dict[int, Element] = {}
    stack: list[Element] = []
    for first in sorted(page.elements):
        element = page.elements[first]
        while stack and stack[-1].last <= first:
            stack.pop()
        if stack:
            parents[first] = stack[-1]
        if element.last > first + 1:
            stack.append(element)
    return parents


def find(pages: Sequence[tuple[str, HtmlPage]]) -> list[Notes]:
    """The notes of the pages of a book (name of the file and page), or of the one page of a site."""
    found = [Notes() for _ in pages]
    used: set[str] = set()
    if any("#" in page.source for _, page in pages[:1]):  # all pages of a book have one source
        _called(pages, found, used)
    for (_, page), notes in zip(pages, found, strict=True):
        _exported(page, notes, used)
        _listed(page, notes, used)
        _beside(page, notes, used)
    return found


def _called(pages: Sequence[tuple[str, HtmlPage]], found: list[Notes], used: set[str]) -> None:
    """The notes that marks lead to."""
    numbers = {name: number for number, (name, _) in enumerate(pages)}
    calls = [list(calls_of(name, page)) for name, page in pages]
    wanted = {call.target[0] for own in calls for call in own}
    anchors = {name: _Anchors(page) for name, page in pages if name in wanted}
    labels: dict[tuple[int, int], str] = {}
    for number, own in enumerate(calls):
        for call in own:
            there = numbers.get(call.target[0])
            if there is None or call.element.first in found[number].backs:
                continue  # the way back of a note met before is no mark, whatever its name says
            name, page = pages[there]
            anchor = page.identified(call.target[1])
            body = anchors[name].body(anchor) if anchor else None
            if anchor is None or body is None or body[1] - body[0] > _LARGEST:
                continue
            named = call.named or bool(NAMED.search(anchor.words))
            if there == number and body[0] <= call.element.first < body[1]:
                continue
            if (there, body[0]) < (number, call.element.first) and not named:
                continue  # a note comes behind its mark, where nothing names it: this is the way back
            backs = list(_backs(pages[number], call, pages[there], body))
            if not backs and not named:
                continue
            key = (there, body[0])
            if key not in labels:
                if any(first <= body[0] < last for first, (last, _) in _near(found[there], body[0])):
                    continue  # inside another note
                labels[key] = _label(call, number, len(labels) + 1, used)
                found[there].bodies[body[0]] = (body[1], labels[key])
            found[number].calls[call.element.first] = labels[key]
            found[there].backs.update(backs)


def _listed(page: HtmlPage, notes: Notes, used: set[str]) -> None:
    """The items of a list that is named as one of notes, where no mark was met that calls for them."""
    reached = 0
    for section in sorted(page.worded, key=lambda element: element.first):
        if section.first < reached or not _SECTION.search(section.words):
            continue
        for item in page.inside(section, "li"):
            if item.first < reached or item.first in notes.bodies or item.last - item.first > _LARGEST:
                continue
            reached = item.last
            number = _NUMBER.search(page.identity(item.first))
            name = number[0] if number else str(len(used) + 1)
            while name in used:
                name += "′"
            used.add(name)
            notes.bodies[item.first] = (item.last, name)
            for link in page.inside(item, "a"):
                if page.weight(link) <= 2 and "#" in page.attribute(link.first, "href"):
                    notes.backs[link.first] = link.last
        reached = max(reached, section.last)


def _exported(page: HtmlPage, notes: Notes, used: set[str]) -> None:
    """Marks and notes of a wiki whose page went through an editor that keeps the links but not what they lead to."""
    if notes.bodies or "cite_note" not in page.source or _KEPT.search(page.source):
        return
    for item in page.named("li"):
        link = next(iter(page.inside(item, "a")), None)
        number = _BACK_TO.search(unquote(page.attribute(link.first, "href"))) if link else None
        if link and number and page.weight(link) <= _LONGEST and number[1] not in used:
            used.add(number[1])
            notes.bodies[item.first] = (item.last, number[1])
            notes.backs[link.first] = link.last
    for call in page.named("a") if notes.bodies else ():
        number = _LEADS_TO.search(unquote(page.attribute(call.first, "href")))
        if number and number[1] in used and label(page.text(call).strip().strip("[]")):
            notes.calls[call.first] = number[1]


def _beside(page: HtmlPage, notes: Notes, used: set[str]) -> None:
    """Notes that stand in the line where they belong, and are shown in the margin."""
    for element in page.worded:
        inline = element.name in ("span", "small") and _MARGIN.search(element.words)
        if not inline or element.first in notes.bodies:
            continue
        if page.weight(element) > _SHORT and element.last - element.first <= _LARGEST:
            name = str(len(used) + 1)
            while name in used:
                name += "′"
            used.add(name)
            notes.bodies[element.first] = (element.last, name)


def _near(notes: Notes, first: int) -> Iterator[tuple[int, tuple[int, str]]]:
    """The last note that begins before `first`; notes are met in the order of their marks, mostly their own."""
    for number in range(first, max(-1, first - _LARGEST), -1):
        if number in notes.bodies:
            yield number, notes.bodies[number]
            return


def _backs(
    here: tuple[str, HtmlPage], call: Call, there: tuple[str, HtmlPage], body: tuple[int, int]
) -> Iterator[tuple[int, int]]:
    """The links in a note that lead to its mark, or right beside it."""
    name, page = there
    for link in page.inside(Element("", body[0] - 1, body[1]), "a"):
        target = target_of(name, page.attribute(link.first, "href"))
        if target is None or target[0] != here[0] or page.weight(link) > _LONGEST:
            continue
        if here[1].stands_at(target[1], call.element, _NEAR):
            yield link.first, link.last


def _label(call: Call, number: int, count: int, used: set[str]) -> str:
    """What a note is called: by its mark, by its page too where another page has the same number."""
    circled = "①" <= call.words[:1] <= "⑳"
    own = str(ord(call.words[0]) - ord("①") + 1) if circled else label(call.words) or call.words or str(count)
    name = own if own not in used else f"p{number + 1}/{own}"
    while name in used:
        name += "′"
    used.add(name)
    return name
