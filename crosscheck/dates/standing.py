"""Bare years that the form of a document makes dates: in headings, timelines, the cells and fields of dates."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from crosscheck.dates.point import Point, Token
from crosscheck.dates.words import rows
from crosscheck.model.document import Block, Document
from crosscheck.model.span import Span
from crosscheck.patterns import compiled
from crosscheck.text.fold import fold

_YEAR = r"(?P<y>1\d{3}|20\d{2})(?: ?[-~至到] ?(?P<to>(?:1\d|20)\d{2}|\d{2}(?!\d)))?"
_WHOLE = compiled(rf"[【〔(（]?{_YEAR}[】〕)）]?$")
_LED = compiled(rf"[【〔]?{_YEAR}(?:】|〕| ?(?:[:：|·]| [-~] ?|[-~]{{2,}} ?))(?![\d%])")
_AT_START = compiled(rf"(?:于|在|自|从){_YEAR}(?=$|[，,。；、 ]|[^\d\s.%:/+×x年-])")
_BLOCKS = frozenset({"heading", "item", "paragraph", "cell", "field"})


@cache
def _measured() -> tuple[str, ...]:
    """What a number counts rather than that it is a year."""
    from crosscheck.lexicon import table

    return tuple({row["hans"] for name in ("measure_words", "units") for row in table(name)} - {"", "成"})


def standing(document: Document) -> Iterator[Token]:
    """The bare years of a document that its form makes dates, in order."""
    yield from _timeline(document)
    for block in document.blocks:
        if block.kind not in _BLOCKS or block.apparatus:
            continue
        begin, end = block.span.start, block.span.end
        if block.kind == "field":
            begin += len(block.label) + 1
        if not document.folded[begin : begin + 6].strip(" 【〔(（于在自从").startswith(("1", "2")):
            continue
        yield from _of_block(document.folded, block, begin, end)


# A year, a blank and words: a timeline where enough lines begin so and their years go on.
_SPACED = compiled(r"(?P<y>1\d{3}|20\d{2})[ \t]+(?=[\u4e00-\u9fff《“])")
_ENOUGH = 3


def _timeline(document: Document) -> Iterator[Token]:
    """The years that lines of a timeline begin with (1974 公司成立)."""
    found = [
        m
        for block in document.blocks
        if block.kind in ("item", "paragraph") and not block.apparatus
        if (m := _SPACED.match(document.folded, block.span.start, block.span.end)) is not None
    ]
    years = [int(m["y"]) for m in found]
    if len(found) < _ENOUGH or years != sorted(years) or years[-1] > 2100:
        return
    if any(m.string.startswith(_measured(), m.end()) for m in found):
        return
    for m in found:
        yield Token(span=Span(*m.span("y")), start=Point(year=int(m["y"])), rule="standing")


def _of_block(folded: str, block: Block, begin: int, end: int) -> Iterator[Token]:
    while begin < end and folded[begin] == " ":
        begin += 1
    m = _WHOLE.match(folded, begin, end)
    if m is not None and block.kind in ("cell", "field") and not dated(block.label):
        return
    if m is None and block.kind in ("heading", "item", "paragraph"):
        m = _LED.match(folded, begin, end)
    if m is None and block.kind in ("item", "paragraph"):
        m = _AT_START.match(folded, begin, end)
        if m is not None and folded.startswith(_measured(), m.end()):
            return
    if m is None or int(m["y"]) > 2100:
        return
    start, last = Point(year=int(m["y"])), None
    if m["to"] is not None:
        until = int(m["to"]) if len(m["to"]) == 4 else int(m["y"]) // 100 * 100 + int(m["to"])
        if until <= int(m["y"]):
            return
        last = Point(year=until)
    yield Token(
        span=Span(m.start("y"), m.end("to") if last else m.end("y")), start=start, end=last, rule="standing"
    )


def dated(label: str) -> bool:
    """Whether the head of a column or the label of a field announces a date (年份, 成立时间)."""
    words = fold(label).strip()
    return words.endswith(tuple(rows("date-label"))) or words.lower() in ("year", "date", "years")
