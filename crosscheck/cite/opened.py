"""What the scanner of wikitext holds open, and the template that one becomes."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from crosscheck.cite.scanned import COMMENT, Argument, Template
from crosscheck.model.span import Span


@dataclass(slots=True)
class Open:
    """A template or a reference tag that is open: `inner` is where its inside begins, `cuts` are its bars so far."""

    kind: str
    start: int
    inner: int
    cuts: list[int]
    links: int = 0
    attributes: tuple[tuple[str, str, str], ...] = ()
    listed: bool = False
    number: int = -1


def template_of(source: str, frame: Open, end: int, tag: int, listed: bool) -> Template:
    """The template that was opened as `frame` and is closed at `end`."""
    cuts = [*frame.cuts, end]
    name = COMMENT.sub("", source[frame.inner : cuts[0]])
    arguments = []
    count = 0
    for bar, stop in pairwise(cuts):
        raw = source[bar + 1 : stop].rstrip()
        key, cut = _key(raw)
        if cut < 0:
            count += 1
            key = str(count)
        inner = raw[cut + 1 :].lstrip()
        last = bar + 1 + len(raw)
        value = COMMENT.sub("", inner).strip() if "<!--" in inner else inner
        arguments.append(Argument(key, value, last - len(raw.lstrip()), last - len(inner), last))
    return Template(
        name=" ".join(name.replace("_", " ").split()).lower(),
        span=Span(frame.start, end + 2),
        arguments=tuple(arguments),
        tag=tag,
        listed=listed,
    )


def _key(raw: str) -> tuple[str, int]:
    """The name of an argument and the place of the sign after it, -1 where it has no name."""
    cut = raw.find("=")
    if cut < 0:
        return "", cut
    key = raw[:cut]
    if "<!--" in key:
        key = COMMENT.sub("", key)
    return ("", -1) if "{{" in key or "[" in key or "<" in key else (key.strip(), cut)
