"""The elements of a page, and how much text stands in each."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from itertools import accumulate

from crosscheck.read.html_tokens import TEXT, attributes, cut

VOID = frozenset((
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
))  # fmt: skip
# Elements whose end may be left out: the next of the same kind ends them.
_OPTIONAL = frozenset(("p", "li", "dt", "dd", "tr", "td", "th", "option", "thead", "tbody", "tfoot"))
_CLOSES = {"td": ("td", "th"), "th": ("td", "th"), "dt": ("dt", "dd"), "dd": ("dt", "dd")}
_CLOSED = frozenset(("path", "use", "circle", "rect"))  # elements of a drawing that ``/>`` ends
_NONE: tuple[int, ...] = ()


@dataclass(slots=True)
class Element:
    """An element: its tokens are those from `first` (its start tag) up to `last`, exclusive of its end tag.

    `words` are what its class, id, role, itemprop and epub:type say, in lower case; `hidden` that its style keeps it from sight.
    """

    name: str
    first: int
    last: int
    words: str = ""
    hidden: bool = False


class HtmlPage:
    """A parsed stretch of HTML; `places` are the numbers of the start tags of each name, and of texts, in order."""

    def __init__(self, source: str, start: int, end: int) -> None:
        self.source = source
        tokens = cut(source, start, end)
        self.names, self.starts, self.ends = tokens.names, tokens.starts, tokens.ends
        self.elements: dict[int, Element] = {}
        self.places: dict[str, list[int]] = {}
        self._nest()

    def __len__(self) -> int:
        return len(self.names)

    def _attributes(self, number: int) -> dict[str, str]:
        return attributes(
            self.source, self.starts[number] + 1 + len(self.names[number]), self.ends[number] - 1
        )

    def attribute(self, number: int, name: str) -> str:
        """The value of an attribute of the start tag `number`, "" where it has none."""
        return unescape(self._attributes(number).get(name, ""))

    def identity(self, number: int) -> str:
        """The id of the start tag `number`, or the name of an anchor; "" where it has none."""
        given = self._attributes(number)
        return unescape(given.get("id") or (given.get("name", "") if self.names[number] == "a" else ""))

    @cached_property
    def _identities(self) -> dict[str, Element]:
        found: dict[str, Element] = {}
        for number, element in self.elements.items():
            if element.words or element.name == "a":
                found.setdefault(self.identity(number), element)
        return found

    @cached_property
    def anchors(self) -> list[int]:
        """The start tags that have an id or are a named anchor, in order."""
        return sorted(element.first for name, element in self._identities.items() if name)

    def identified(self, identity: str) -> Element | None:
        """The element with this id (an anchor's name too), None where there is none."""
        return self._identities.get(identity) if identity else None

    def stands_at(self, identity: str, element: Element, near: int) -> bool:
        """Whether the element called `identity` holds `element`, stands in it, or is right beside it (`near` tokens)."""
        other = self.identified(identity)
        if other is None:
            return False
        return other.first - near <= element.last and element.first <= other.last + near

    def _element(self, name: str, number: int) -> Element:
        element = Element(name, number, number + 1)
        if self.ends[number] - self.starts[number] - len(name) > 5:
            given = self._attributes(number)
            words = (given.get(key, "") for key in ("class", "id", "role", "itemprop", "epub:type"))
            element.words = unescape(" ".join(filter(None, words))).lower()
            style = given.get("style", "")
            element.hidden = bool(style) and "display:none" in unescape(style).replace(" ", "").lower()
        self.elements[number] = element
        if name in self.places:
            self.places[name].append(number)
        else:
            self.places[name] = [number]
        return element

    def _nest(self) -> None:
        stack: list[Element] = []
        texts = self.places[TEXT] = []
        depth: dict[str, int] = {}
        for number, name in enumerate(self.names):
            if name == TEXT:
                texts.append(number)
                continue
            if name[0] == "/":
                name = name[1:]  # noqa: PLW2901
                if depth.get(name, 0):
                    closed = ""
                    while closed != name:
                        element = stack.pop()
                        element.last, closed = number, element.name
                        depth[closed] -= 1
                continue
            if name in VOID:
                self._element(name, number)
                continue
            if name in _OPTIONAL and stack and stack[-1].name in _CLOSES.get(name, (name,)):
                element = stack.pop()
                element.last = number
                depth[element.name] -= 1
            element = self._element(name, number)
            if name not in _CLOSED or self.source[self.ends[number] - 2] != "/":
                stack.append(element)
                depth[name] = depth.get(name, 0) + 1
        for element in stack:
            element.last = len(self.names)

    def named(self, *names: str) -> list[Element]:
        """The elements of these names, in order."""
        places = sorted(number for name in names for number in self.places.get(name, _NONE))
        return [self.elements[number] for number in places]

    @cached_property
    def worded(self) -> list[Element]:
        """The elements that have words, in order."""
        return [element for element in self.elements.values() if element.words]

    def count(self, element: Element, name: str) -> int:
        """How many elements called `name` begin inside `element`."""
        places = self.places.get(name, _NONE)
        return bisect_left(places, element.last) - bisect_right(places, element.first) if places else 0

    def inside(self, element: Element, name: str) -> list[Element]:
        """The elements called `name` that begin inside `element`, in order."""
        places = self.places.get(name, _NONE)
        begin, end = bisect_right(places, element.first), bisect_left(places, element.last)
        return [self.elements[number] for number in places[begin:end]]

    @cached_property
    def weights(self) -> list[int]:
        """For each token, how many characters of text stand before it, white space not counted."""
        source = self.source
        return list(accumulate(
            (
                sum(map(len, source[start:end].split())) if name == TEXT else 0
                for name, start, end in zip(self.names, self.starts, self.ends, strict=True)
            ),
            initial=0,
        ))  # fmt: skip

    def weight(self, element: Element) -> int:
        """How many characters of text an element holds."""
        return self.weights[element.last] - self.weights[element.first]

    @cached_property
    def _linked(self) -> tuple[list[Element], list[int], list[int]]:
        """The links that stand in no other, where they begin, and how many characters stand in those before each."""
        outer: list[Element] = []
        for link in self.named("a"):
            if not outer or link.first >= outer[-1].last:
                outer.append(link)
        return outer, [link.first for link in outer], list(accumulate(map(self.weight, outer), initial=0))

    def _in_links(self, number: int) -> int:
        """How many characters of links stand before the token `number`."""
        outer, firsts, sums = self._linked
        at = bisect_left(firsts, number) - 1
        if at < 0:
            return 0
        return sums[at] + self.weights[min(number, outer[at].last)] - self.weights[outer[at].first]

    def links(self, element: Element) -> tuple[int, int]:
        """How many links begin inside an element, and how many of its characters stand in links."""
        count = self.count(element, "a")
        return count, self._in_links(element.last) - self._in_links(element.first) if count else 0

    def texts(self, first: int, last: int) -> list[int]:
        """The numbers of the tokens from `first` up to `last`, exclusive, that are text."""
        places = self.places[TEXT]
        return places[bisect_left(places, first) : bisect_left(places, last)]

    def text(self, element: Element) -> str:
        """The text of an element, entities read."""
        numbers = self.texts(element.first, element.last)
        return unescape("".join(self.source[self.starts[n] : self.ends[n]] for n in numbers))
