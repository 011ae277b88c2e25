"""Cuts HTML into tokens that know their places; in time linear in the length, whatever stands in it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

TEXT = "#text"
_RAW = frozenset(("script", "style", "textarea", "xmp", "noembed", "noframes"))


@dataclass(slots=True)
class Tokens:
    """The tokens of a page, one place of each list a token.

    A name is the lower-case name of a tag, ``/name`` of an end tag, ``#text``.
    """

    names: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)

    def add(self, name: str, start: int, end: int) -> None:
        """Append a token."""
        self.names.append(name)
        self.starts.append(start)
        self.ends.append(end)


@cache
def _tag() -> re.Pattern[str]:
    """A tag (group 1 its name), a comment's beginning (group 2) or a declaration's.

    No quantifier gives back what it took.  A value in quotes may be of any length where no ``<`` stands in it; of
    others a tag may have fifty, so that quotes never closed cost no more than that at each ``<``.
    """
    return re.compile(
        r"""<(?:(/?[A-Za-z][A-Za-z0-9:-]{0,40}+)[^<>"']*+(?:(?:"[^"<]*+"|'[^'<]*+')[^<>"']*+)*+"""
        r"""(?:(?:"[^"]{0,20000}+"|'[^']{0,20000}+')[^<>"']*+){0,50}+>|(!--)|[!?])"""
    )


@cache
def _end_tag(name: str) -> re.Pattern[str]:
    return re.compile(rf"</{name}\s*+>", re.IGNORECASE)


_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]++)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'>]++)))?+""")


def attributes(source: str, start: int, end: int) -> dict[str, str]:
    """The attributes of the tag from `start` to `end` by lower-case name, entities as they are; the first of a name counts."""
    found: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(source, start, end):
        found.setdefault(name.lower(), double or single or bare)
    return found


def cut(source: str, start: int, end: int) -> Tokens:
    """The tokens of `source` from `start` to `end`; comments, declarations and raw elements are left out."""
    found = Tokens()
    add, search = found.add, _tag().search
    position, comment_lost = start, False
    while match := search(source, position, end):
        opened, stop = match.span()
        if position < opened:
            add(TEXT, position, opened)
        kind = match.lastindex
        if kind == 1:
            name = match[1].lower()
            if name in _RAW:
                close = _end_tag(name).search(source, stop, end)
                stop = close.end() if close else end
            else:
                add(name, opened, stop)
        elif kind == 2:
            at = -1 if comment_lost else source.find("-->", stop, end)
            comment_lost = at < 0
            stop = at + 3 if at >= 0 else stop
        else:
            at = source.find(">", opened, min(end, opened + 2000))
            stop = at + 1 if at >= 0 else stop
        position = stop
    if position < end:
        add(TEXT, position, end)
    return found
