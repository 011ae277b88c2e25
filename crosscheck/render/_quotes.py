"""A place of a document with some words around it, its differences marked."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from crosscheck.model.document import Document, Script
from crosscheck.model.report import Selector
from crosscheck.model.span import Span
from crosscheck.patterns import compiled
from crosscheck.render._why import Why

# Code points of context on either side, at most; it ends sooner where the sentence does.
REACH = 44
# Of a place that was looked at and not taken.
NEAR = 16
# Of the words themselves, at most: a line of a megabyte is one claim to a reader of sentences.
LONGEST = 1200

_ENDS = compiled(r"[。！？!?；;\n]+[”’」』）)》〉]*")
_LANGUAGES: dict[Script, str] = {"Hans": "zh-Hans", "Hant": "zh-Hant", "mixed": "zh", "other": "und"}


def language_of(document: Document) -> str:
    """The BCP 47 tag of a document's text, which its glyphs depend on."""
    return _LANGUAGES[document.script]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Text of a quotation; `differs` where the other side has something else there."""

    text: str
    differs: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A place as it is shown: context, the words themselves, context; `place` reads ``path:line:column``.

    `value` is "" where it says no more than the words; `why` is what the score of an evidence is made of.
    """

    document: str
    title: str
    language: str
    before: str
    parts: tuple[Part, ...]
    after: str
    cut_before: bool
    cut_after: bool
    value: str
    place: str
    why: Why | None = None


@dataclass(frozen=True, slots=True)
class Quoter:
    """Quotes from one document; `starts` are those of its blocks."""

    document: Document
    starts: tuple[int, ...]

    @classmethod
    def of(cls, document: Document) -> Quoter:
        """The quoter of `document`."""
        return cls(document, tuple(block.span.start for block in document.blocks))

    def quote(self, selector: Selector, marked: Iterable[Span] = (), reach: int = REACH) -> Quote:
        """`selector` as it is shown; `marked` are the spans, counted from its start, that differ.

        A place outside the clean text (a reference) is shown as the file has it.
        """
        document, span = self.document, selector.clean
        if len(span):
            left, right = self._sides(span, reach)
            before, after = document.text[left.start : left.end], document.text[right.start : right.end]
            exact = document.text[span.start : span.end]
            cut = (_is_cut(document, left.start - 1), _is_cut(document, right.end))
        else:
            before, exact, after = selector.prefix, selector.exact, selector.suffix
            cut = (len(before) < selector.start, selector.end + len(after) < len(document.source))
        long = len(exact) > LONGEST
        if long:
            exact, after, cut = exact[:LONGEST], "", (cut[0], True)
        return Quote(
            document=document.id,
            title=document.title,
            language=language_of(document),
            before=before,
            parts=tuple(_parts(exact, marked)),
            after=after,
            cut_before=cut[0],
            cut_after=long or (cut[1] and not _ENDS.search(after or exact[-1:])),
            value=_value(document, selector),
            place=f"{document.path}:{selector.line}:{selector.column}",
        )

    def _sides(self, span: Span, reach: int) -> tuple[Span, Span]:
        """The context before and after `span`, inside its block."""
        text = self.document.text
        index = bisect_right(self.starts, span.start) - 1
        block = self.document.blocks[index].span if index >= 0 else Span(0, len(text))
        low = max(block.start, span.start - reach)
        high = min(max(block.end, span.end), span.end + reach)
        ends = list(_ENDS.finditer(text, low, span.start))
        if ends:
            low = ends[-1].end()
        # An end right after the span closes its sentence; a span that holds its own end needs nothing after it.
        closed = _ENDS.search(text, max(span.start, span.end - 1), high)
        if closed:
            high = max(span.end, closed.end())
        return Span(low, span.start), Span(span.end, high)


def _parts(text: str, marked: Iterable[Span]) -> Iterator[Part]:
    position = 0
    for span in marked:
        if position < span.start:
            yield Part(text=text[position : span.start], differs=False)
        yield Part(text=text[span.start : span.end], differs=True)
        position = span.end
    if position < len(text):
        yield Part(text=text[position:], differs=False)


def clipped(text: str) -> str:
    """`text`, with an ellipsis for what is past all reading."""
    return text if len(text) <= LONGEST else text[:LONGEST] + "…"


def _value(document: Document, selector: Selector) -> str:
    """The normalised value, "" where it says no more than the words themselves."""
    words = document.folded[selector.clean.start : selector.clean.end]
    return "" if selector.value in (words, _ENDS.sub("", words)) else clipped(selector.value)


def _is_cut(document: Document, position: int) -> bool:
    """Whether the code point at `position` is text that a reader would miss."""
    return 0 <= position < len(document.text) and not _ENDS.fullmatch(document.text, position, position + 1)
