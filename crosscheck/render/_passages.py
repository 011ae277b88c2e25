"""A document as a person reads it: blocks of pieces, each piece plain or said to belong to findings."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Literal

from crosscheck.model.document import Block, Document
from crosscheck.model.report import Verdict
from crosscheck.model.span import Span

# Past this many code points a document is shown around its findings only.
WHOLE = 300_000
# How much plain text stays on either side of a gap.
AROUND = 400

_WORST: dict[Verdict, int] = {"conflict": 0, "unsupported": 1, "agree": 2}
_LISTS = {"item": "items", "field": "fields", "cell": "cells"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """A stretch of a clean text that a finding speaks of; `finding` is its index."""

    span: Span
    finding: int
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Point:
    """A place of a clean text after which a citation problem is marked, by its number in the page."""

    at: int
    problem: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A run of text in one state.

    `owner` is the finding with the shortest stretch here (-1: none), `findings` all of them, `verdict` the
    owner's, `outer` the worst other one ("" where there is none), `begins` the findings that have no
    earlier piece.  A ``mark`` holds a footnote's label as its text, a ``problem`` the number of a citation problem,
    a ``gap`` the number of code points left out.
    """

    kind: Literal["text", "found", "mark", "problem", "gap"]
    text: str
    owner: int = -1
    findings: tuple[int, ...] = ()
    verdict: str = ""
    outer: str = ""
    begins: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One block; `kind` is that of the document's block, or ``gap``."""

    kind: str
    level: int
    apparatus: bool
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Neighbouring blocks that belong into one list (``items``, ``fields``, ``cells``) or stand alone (``""``)."""

    list: str
    passages: tuple[Passage, ...]


def worst(verdicts: Iterable[Verdict]) -> Verdict:
    """The verdict that an editor must see first."""
    return min(verdicts, key=lambda verdict: _WORST[verdict])


def _by_block(blocks: Sequence[Block], anchors: Iterable[Anchor]) -> dict[int, list[Anchor]]:
    starts = [block.span.start for block in blocks]
    found: dict[int, list[Anchor]] = {}
    for anchor in anchors:
        index = max(0, bisect_right(starts, anchor.span.start) - 1)
        while index < len(blocks) and blocks[index].span.start < anchor.span.end:
            if blocks[index].span.touches(anchor.span):
                found.setdefault(index, []).append(anchor)
            index += 1
    return found


def _stretches(span: Span, anchors: list[Anchor], cuts: list[int]) -> Iterator[tuple[Span, list[Anchor]]]:
    """`span` cut wherever an anchor begins or ends or a mark stands, with the anchors over each stretch."""
    edges = {span.start, span.end, *cuts}
    for anchor in anchors:
        edges |= {max(span.start, anchor.span.start), min(span.end, anchor.span.end)}
    waiting = sorted(anchors, key=lambda anchor: anchor.span.start, reverse=True)
    active: list[Anchor] = []
    ordered = sorted(edges)
    for start, end in pairwise(ordered):
        active = [anchor for anchor in active if anchor.span.end > start]
        while waiting and waiting[-1].span.start <= start:
            active.append(waiting.pop())
        yield Span(start, end), active


def _found(text: str, span: Span, active: list[Anchor], seen: set[int]) -> Piece:
    owner = min(active, key=lambda a: (len(a.span), _WORST[a.verdict], a.finding))
    others = [a.verdict for a in active if a.verdict != owner.verdict]
    findings = tuple(sorted({a.finding for a in active}))
    begins = tuple(finding for finding in findings if finding not in seen)
    seen.update(begins)
    return Piece(
        kind="found",
        text=text[span.start : span.end],
        owner=owner.finding,
        findings=findings,
        verdict=owner.verdict,
        outer=worst(others) if others else "",
        begins=begins,
    )


def _plain(text: str, span: Span, short: bool) -> Iterator[Piece]:
    left_out = len(span) - 2 * AROUND
    if not short or left_out <= AROUND:
        yield Piece(kind="text", text=text[span.start : span.end])
        return
    yield Piece(kind="text", text=text[span.start : span.start + AROUND])
    yield Piece(kind="gap", text=str(left_out))
    yield Piece(kind="text", text=text[span.end - AROUND : span.end])


def _pieces(
    document: Document, block: Block, anchors: list[Anchor], marks: dict[int, list[Piece]], seen: set[int]
) -> Iterator[Piece]:
    inside = [at for at in marks if block.span.start <= at <= block.span.end] if marks else []
    short = len(document.text) > WHOLE
    stretches = _stretches(block.span, anchors, inside)
    for span, active in stretches:
        yield from marks.get(span.start, ())
        if active:
            yield _found(document.text, span, active, seen)
        else:
            yield from _plain(document.text, span, short)
    yield from marks.get(block.span.end, ())


def _shown(document: Document, found: dict[int, list[Anchor]]) -> set[int]:
    """The indices of the blocks that are shown: all of them, or those near a finding."""
    everything = range(len(document.blocks))
    if len(document.text) <= WHOLE:
        return set(everything)
    near = {index + step for index in found for step in (-1, 0, 1)}
    return near | {i for i in everything if document.blocks[i].kind == "heading"}


def _marks(document: Document, points: Iterable[Point]) -> dict[int, dict[int, list[Piece]]]:
    """The reference marks by block and by place, and after them the citation problems at `points`."""
    starts = [block.span.start for block in document.blocks]
    found: dict[int, dict[int, list[Piece]]] = {}
    labels = [(mark.at, Piece(kind="mark", text=mark.label)) for mark in document.marks]
    problems = [(point.at, Piece(kind="problem", text=str(point.problem))) for point in points]
    for at, piece in (*labels, *problems) if starts else ():
        # A problem is marked after what it is about, never at the start of the next block.
        index = max(0, bisect_right(starts, at - (piece.kind == "problem")) - 1)
        end = document.blocks[index].span.end
        found.setdefault(index, {}).setdefault(min(at, end), []).append(piece)
    return found


def passages(
    document: Document, anchors: Iterable[Anchor], points: Iterable[Point] = ()
) -> tuple[Group, ...]:
    """The blocks of `document` with what was found in them, in order, grouped into lists."""
    found = _by_block(document.blocks, anchors)
    marks = _marks(document, points)
    shown = _shown(document, found)
    seen: set[int] = set()
    out: list[Passage] = []
    hidden = 0
    for index, block in enumerate(document.blocks):
        if index not in shown:
            hidden += len(block.span)
            continue
        if hidden:
            out.append(_gap(hidden))
            hidden = 0
        pieces = tuple(_pieces(document, block, found.get(index, []), marks.get(index, {}), seen))
        out.append(Passage(kind=block.kind, level=block.level, apparatus=block.apparatus, pieces=pieces))
    if hidden:
        out.append(_gap(hidden))
    return tuple(_grouped(out))


def _gap(size: int) -> Passage:
    return Passage(kind="gap", level=0, apparatus=False, pieces=(Piece(kind="gap", text=str(size)),))


def _grouped(found: list[Passage]) -> Iterator[Group]:
    for name, group in groupby(found, key=lambda passage: _LISTS.get(passage.kind, "")):
        if name:
            yield Group(list=name, passages=tuple(group))
        else:
            yield from (Group(list="", passages=(passage,)) for passage in group)
