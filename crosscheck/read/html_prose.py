"""The part of a page that its prose stands in, where no name says so; and blocks that are furniture by their words."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cache
from itertools import accumulate

from crosscheck.lexicon import table
from crosscheck.patterns import compiled
from crosscheck.read.html_elements import Element, HtmlPage
from crosscheck.read.html_tokens import TEXT

_CONTAINERS = frozenset(("div", "section", "table", "tbody", "tr", "td", "center", "body"))
_FURNITURE = frozenset(("div", "p", "section", "li", "td", "span"))
# Text this long with this many stops is prose, in characters; half of what a short sentence of a news item has.
_LONG, _STOPS = 25, compiled("[，。；！？、]")
# How much of the page's prose a part has to hold; the rest is what others wrote: comments, statements on rights.
_SHARE = 0.75
_LONGEST = 200


@cache
def _furniture() -> re.Pattern[str]:
    def words(*roles: str) -> str:
        rows = [row for row in table("page_words") if row["role"] in roles]
        return "|".join(dict.fromkeys(word for row in rows for word in (row["hans"], row["hant"])))

    return compiled(
        rf"\s*+[【\[]?(?:(?:{words('path', 'turn')})[】\]]?\s*[:：>›»]|(?:{words('rights', 'prompt')}))"
    )


def furniture(page: HtmlPage, element: Element) -> bool:
    """Whether a small block is a path to the page, a way to the next one, a statement on rights or a prompt."""
    if element.name not in _FURNITURE or not 0 < page.weight(element) <= _LONGEST:
        return False
    text = bisect_right(page.weights, page.weights[element.first], element.first) - 1  # its first text
    return bool(_furniture().match(page.source, page.starts[text], page.ends[text]))


def part(page: HtmlPage, dropped: dict[int, int]) -> Element | None:
    """The smallest element that nearly all prose of the page stands in, None where there is no prose.

    Prose before it is never left out, nor prose behind it in an element that looks like it (another section).
    """
    prose = _prose(page, dropped)
    places = [number for number, _ in prose]
    sums = [0]
    for _, size in prose:
        sums.append(sums[-1] + size)

    def held(first: int, last: int) -> int:
        return sums[bisect_left(places, last)] - sums[bisect_left(places, first)]

    containers = [e for e in page.elements.values() if e.name in _CONTAINERS and held(e.first, e.last)]
    containers.sort(key=lambda e: e.first)
    kin: dict[tuple[str, str], list[int]] = {}
    for element in containers:
        kin.setdefault((element.name, element.words), []).append(element.first)
    chosen: Element | None = None
    for element in containers:
        if chosen is None:
            chosen = element if held(element.first, element.last) == sums[-1] else None
        elif element.last <= chosen.last and held(element.first, element.last) >= _SHARE * sums[-1]:
            several = bisect_left(places, element.last) - bisect_left(places, element.first) > 1
            before = held(chosen.first, element.first)
            same = kin[element.name, element.words]
            alike = bisect_left(same, element.last) < bisect_left(same, chosen.last)
            if several and not before and not alike:
                chosen = element
    return chosen


def _prose(page: HtmlPage, dropped: dict[int, int]) -> list[tuple[int, int]]:
    """The tokens that are prose, with their lengths."""
    weights, source = page.weights, page.source
    found = [
        (number, weights[number + 1] - weights[number])
        for number in page.places[TEXT]
        if weights[number + 1] - weights[number] >= _LONG
        and _STOPS.search(source, page.starts[number], page.ends[number])
    ]
    firsts = sorted(dropped)
    reached = list(accumulate((dropped[first] for first in firsts), max, initial=0))
    return [(number, size) for number, size in found if reached[bisect_left(firsts, number)] <= number]
