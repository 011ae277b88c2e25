"""How two writings of the same words differ: script, width, punctuation, spaces; no fault, but named."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from crosscheck.model.document import Document
from crosscheck.model.span import Span
from crosscheck.patterns import compiled

_QUOTES = "「」『』“”‘’\"'〝〞＂"


@cache
def _marks() -> re.Pattern[str]:
    return compiled(r"[\W_]")


def differences(quotation: str, source: Document, place: Span) -> tuple[str, ...]:
    """The names of the differences between `quotation` and the words of `source` at `place`; the words are the same.

    ``script``, ``width``, ``quotation marks``, ``punctuation``, ``spaces``, ``line ends``, in this order.
    """
    theirs = source.text[place.start : place.end]
    ours = quotation.strip()
    if ours == theirs:
        return ()
    found = []
    mine, other = _marks().sub("", ours), _marks().sub("", theirs)
    if mine != other:
        if unicodedata.normalize("NFKC", mine) != unicodedata.normalize("NFKC", other):
            found.append("script")
        if any(_wide(a) != _wide(b) for a, b in zip(mine, other, strict=False)):
            found.append("width")
    if _only(ours, _QUOTES) != _only(theirs, _QUOTES):
        found.append("quotation marks")
    if _punctuation(ours) != _punctuation(theirs):
        found.append("punctuation")
    if _only(ours, " \u3000\u00a0") != _only(theirs, " \u3000\u00a0"):
        found.append("spaces")
    raw = source.source[source.origins.to_source(place).start : source.origins.to_source(place).end]
    if "\n" in raw or "\n" in ours or "\r" in raw:
        found.append("line ends")
    return tuple(found)


def _wide(char: str) -> bool:
    return "\uff01" <= char <= "\uff5e"


def _only(text: str, chars: str) -> str:
    return "".join(char for char in text if char in chars)


def _punctuation(text: str) -> str:
    """The punctuation inside `text`; what stands at its two ends belongs to the sentence around it."""
    marks = re.sub(r"^[\W_]+|[\W_]+$", "", text)
    return "".join(
        char for char in marks if _marks().match(char) and not char.isspace() and char not in _QUOTES
    )
