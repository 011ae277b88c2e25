"""What the scanner of wikitext sees, as records: reference tags, lists of references and templates, each with its place."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from crosscheck.model.span import Span
from crosscheck.patterns import compiled


@dataclass(frozen=True, slots=True)
class Argument:
    """``name=value`` of a template; `name` is a number for a value without one.

    `value` is without comments; `start`, `inner` and `end` are where the name and the value begin and the value ends.
    """

    name: str
    value: str
    start: int
    inner: int
    end: int

    @property
    def span(self) -> Span:
        """The place of the value."""
        return Span(self.inner, self.end)

    @property
    def whole(self) -> Span:
        """The place of name and value."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """A template; `name` in lower case with single spaces, `tag` the index of the ref tag around it, or -1.

    `listed`: it stands inside a template that shows references.
    """

    name: str
    span: Span
    arguments: tuple[Argument, ...]
    tag: int = -1
    listed: bool = False

    def get(self, name: str) -> str:
        """The last value called `name`, "" where there is none."""
        return next((a.value for a in reversed(self.arguments) if a.name == name), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """A ``<ref>``: `content` is None for a use (``<ref name=x />``) and where it is never closed.

    `attributes` are name, value and the way it was quoted, as written; `listed`: inside a list of references.
    """

    span: Span
    opening: Span
    attributes: tuple[tuple[str, str, str], ...]
    content: Span | None
    closed: bool
    listed: bool

    def get(self, name: str) -> str:
        """The value of the attribute `name`, "" where there is none."""
        return next((value for key, value, _ in self.attributes if key == name), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A place that shows references: a ``<references>`` tag."""

    span: Span
    group: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Wikitext:
    """What the scanner saw, each tuple in order of place (templates: in order of their end)."""

    source: str = field(repr=False)
    tags: tuple[Tag, ...]
    lists: tuple[Listing, ...]
    templates: tuple[Template, ...]
    strays: tuple[Span, ...]


@cache
def _attribute() -> re.Pattern[str]:
    return compiled(
        r"([^\s=/\"'<>]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|(“[^”]*”?|‘[^’]*’?|「[^」]*」?)|([^\s]*)))?"
    )


COMMENT = compiled(r"<!--.*?(?:-->|\Z)", re.DOTALL)


def attributes_of(text: str) -> tuple[tuple[str, str, str], ...]:
    """The attributes of a tag: name in lower case, value, and how it was quoted (`"`, `'`, ``curly``, ``bare``, ``none``)."""
    found = []
    for match in _attribute().finditer(text):
        name, double, single, curly, bare = match.groups()
        for value, quoted in ((double, '"'), (single, "'"), (curly, "curly"), (bare, "bare")):
            if value is not None:
                found.append((name.lower(), value.strip("“”‘’「」" if quoted == "curly" else None), quoted))
                break
        else:
            found.append((name.lower(), "", "none"))
    return tuple(found)
