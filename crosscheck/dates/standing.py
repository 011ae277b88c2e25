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
    for block in document.blocks:
        if block.kind not in _BLOCKS or block.apparatus:
            continue
        begin, end = block.span.start, block.span.end
        if block.kind == "field":
            begin += len(block.label) + 1
        if not document.folded[begin : begin + 6].strip(" 【〔(（于在自从").startswith(("1", "2")):
            continue
        yield from _of_block(document.folded, block, begin, end)


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
