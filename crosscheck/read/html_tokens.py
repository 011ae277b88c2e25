"""Cuts HTML into tokens and elements that know their places; in time linear in the length, whatever stands in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from html import unescape

VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    ]
)
_RAW = frozenset(("script", "style", "textarea", "xmp", "noembed", "noframes"))
# Elements whose end may be left out: the next of the same kind ends them.
_OPTIONAL = frozenset(["p", "li", "dt", "dd", "tr", "td", "th", "option", "thead", "tbody", "tfoot"])
_CLOSES = {"td": ("td", "th"), "th": ("td", "th"), "dt": ("dt", "dd"), "dd": ("dt", "dd")}


@dataclass(frozen=True, slots=True)
class Token:
    """`name` is the lower-case tag name, ``/name`` for an end tag, ``#text`` for text; `attributes` a span."""

    name: str
    start: int
    end: int
    attributes: tuple[int, int] = (0, 0)


@dataclass(slots=True)
class Element:
    """An element: its tokens are those from `first` (its start tag) up to `last`, exclusive of its end tag."""

    name: str
    first: int
    last: int
    words: str


@cache
def _tag() -> re.Pattern[str]:
    return re.compile(
        r"""<(/?)([A-Za-z][A-Za-z0-9:-]{0,40})((?:[^<>"']|"[^"]{0,20000}"|'[^']{0,20000}'){0,5000})>"""
    )


@cache
def attribute(name: str) -> re.Pattern[str]:
    """A pattern for the attribute `name` in the attributes of a tag."""
    return re.compile(
        rf"""(?<![\w-]){re.escape(name)}\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE
    )


def tokens(source: str, start: int, end: int) -> Iterator[Token]:
    """The tokens of `source` from `start` to `end`; comments, declarations and raw elements are left out."""
    position, text = start, start
    comment_lost = False
    while position < end:
        opened = source.find("<", position, end)
        if opened < 0:
            break
        stop, token = opened + 1, None
        following = source[opened + 1 : opened + 4]
        if following == "!--":
            close = -1 if comment_lost else source.find("-->", opened + 4, end)
            comment_lost = close < 0
            stop = close + 3 if close >= 0 else opened + 4
            token = Token("#none", opened, stop)
        elif following[:1] in ("!", "?"):
            close = source.find(">", opened, min(end, opened + 2000))
            stop = close + 1 if close >= 0 else opened + 2
            token = Token("#none", opened, stop)
        elif match := _tag().match(source, opened, end):
            stop = match.end()
            token = Token(match.group(1) + match.group(2).lower(), opened, stop, match.span(3))
        if token is None:
            position = stop
            continue
        if text < opened:
            yield Token("#text", text, opened)
        if token.name in _RAW:
            close = _close(source, token.name, stop, end)
            stop = close if close >= 0 else end
        elif token.name != "#none":
            yield token
        position = text = stop
    if text < end:
        yield Token("#text", text, end)


def _close(source: str, name: str, start: int, end: int) -> int:
    match = re.compile(rf"</{name}\s*>", re.IGNORECASE).search(source, start, end)
    return match.end() if match else -1


class Page:
    """A parsed stretch of HTML."""

    def __init__(self, source: str, start: int, end: int) -> None:
        self.source = source
        self.tokens = tuple(tokens(source, start, end))
        self.elements: dict[int, Element] = {}
        self._nest()

    def attribute(self, token: Token, name: str) -> str:
        """The value of an attribute of a start tag, "" where it has none."""
        match = attribute(name).search(self.source, *token.attributes)
        return unescape(next((group for group in match.groups() if group is not None), "")) if match else ""

    def _words(self, token: Token) -> str:
        begin, end = token.attributes
        if end - begin < 4:
            return ""
        return " ".join(self.attribute(token, name) for name in ("class", "id", "role", "itemprop")).lower()

    def _nest(self) -> None:
        stack: list[int] = []
        depth: dict[str, int] = {}

        def pop(until: int, last: int) -> None:
            while len(stack) > until:
                number = stack.pop()
                self.elements[number].last = last
                depth[self.elements[number].name] -= 1

        for number, token in enumerate(self.tokens):
            name = token.name
            if name[0] == "#" or name in VOID:
                if name in VOID:
                    self.elements[number] = Element(name, number, number + 1, self._words(token))
                continue
            if name[0] == "/":
                if depth.get(name[1:], 0):
                    until = len(stack) - 1
                    while self.elements[stack[until]].name != name[1:]:
                        until -= 1
                    pop(until, number)
                continue
            if name in _OPTIONAL and stack and self.elements[stack[-1]].name in _CLOSES.get(name, (name,)):
                pop(len(stack) - 1, number)
            self.elements[number] = Element(name, number, len(self.tokens), self._words(token))
            if self.source[token.end - 2] != "/" or name not in ("path", "use", "circle", "rect"):
                stack.append(number)
                depth[name] = depth.get(name, 0) + 1
        pop(0, len(self.tokens))

    @cached_property
    def weights(self) -> tuple[int, ...]:
        """For each token, how many characters of text stand before it, white space not counted."""
        sums, total = [0], 0
        for token in self.tokens:
            if token.name == "#text":
                total += len("".join(self.source[token.start : token.end].split()))
            sums.append(total)
        return tuple(sums)

    @cached_property
    def linked(self) -> tuple[tuple[int, int], ...]:
        """For each token, how many links begin before it, and how many characters of links stand before it."""
        sums, links, total = [(0, 0)], 0, 0
        until = -1
        for number, token in enumerate(self.tokens):
            if token.name == "a":
                links += 1
                until = max(until, self.elements[number].last)
            elif token.name == "#text" and number < until:
                total += self.weights[number + 1] - self.weights[number]
            sums.append((links, total))
        return tuple(sums)

    def links(self, element: Element) -> tuple[int, int]:
        """How many links an element holds, and how many characters of it are in links."""
        first, last = self.linked[element.first], self.linked[element.last]
        return last[0] - first[0], last[1] - first[1]

    def weight(self, element: Element) -> int:
        """How many characters of text an element holds."""
        return self.weights[element.last] - self.weights[element.first]

    def text(self, element: Element) -> str:
        """The text of an element, entities read."""
        parts = (t for t in self.tokens[element.first : element.last] if t.name == "#text")
        return unescape("".join(self.source[t.start : t.end] for t in parts))
