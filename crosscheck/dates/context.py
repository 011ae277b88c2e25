"""Goes through the dates of a document in order and gives each one its value from the time in force there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from crosscheck.dates import calendar
from crosscheck.dates.moment import TimeFrame
from crosscheck.dates.outline import Outline
from crosscheck.dates.passage import through
from crosscheck.dates.point import Token
from crosscheck.dates.tables import Tables
from crosscheck.model.document import Block, Document
from crosscheck.model.span import Span
from crosscheck.model.text import Text
from crosscheck.model.values import PartialDate
from crosscheck.patterns import compiled

_TITLE_YEAR = compiled(r"(?<!\d)(1\d{3}|20\d{2}) ?年")
# Blocks beside the running text: a date there gives it no time.
_BESIDE = frozenset({"field", "cell", "caption"})
_ASIDE = frozenset({"note", "reference", "category"})


def beginning(document: Document) -> TimeFrame:
    """The time in force where a document begins: the year of its title and its own day."""
    titled = _TITLE_YEAR.findall(document.title)
    year = int(titled[0]) if len(set(titled)) == 1 else None
    frame = TimeFrame(year=year, recent=year)
    parts = re.match(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", document.date or "")
    if parts is None:
        return frame
    today = None
    if parts[3] is not None and calendar.valid(int(parts[1]), int(parts[2]), int(parts[3])):
        today = calendar.ordinal(int(parts[1]), int(parts[2]), int(parts[3]))
    return replace(frame, issued=int(parts[1]), today=today)


def values(text: Text, tokens: tuple[Token, ...]) -> Iterator[tuple[Token, PartialDate]]:
    """The tokens whose value the text tells, each with it, in order."""
    frame = start = beginning(text.document)
    by_block: dict[int, list[Token]] = {}
    for token in tokens:
        by_block.setdefault(text.sentence_at(token.span.start).block, []).append(token)
    blocks = text.document.blocks
    outline, tables = Outline(start), Tables(text.document, start)
    told_from_today = start.today is not None and _from_today(tokens)
    last = -1
    for number in sorted(by_block):
        block, own = blocks[number], by_block[number]
        running = frame
        frame = _at_headings(frame, outline, blocks, last, number)
        last = number
        if told_from_today:
            running = frame = replace(
                frame, year=None, recent=None, month=None if frame.year != start.issued else frame.month
            )
        if block.kind == "heading":
            base = outline.base(running, own)
            found, after = through(text.folded, block, own, base)
            frame = outline.tell(base, after, found) or frame
        elif block.kind in _BESIDE:
            base = tables.base(number, frame, outline.current())
            found, after = through(text.folded, block, own, base)
            tables.keep(number, after, found)
        else:
            frame = replace(frame, anchor=None)
            found, after = through(text.folded, block, _of_item(block, own), frame)
            if block.kind not in _ASIDE and not block.apparatus:
                frame = _resumed(frame, after, found, _first_stop(text.folded, block.span))
        yield from found


def _of_item(block: Block, tokens: list[Token]) -> list[Token]:
    """The tokens of a block but for those of a list's item that count from a year (次年) in the midst of it, where
    the item has told none: only at its beginning does an item speak of the one before."""
    if block.kind != "item":
        return tokens
    told = next((n for n, token in enumerate(tokens) if token.start.year is not None), len(tokens))
    return [
        token
        for n, token in enumerate(tokens)
        if n >= told
        or token.start.year_ref is None
        or token.start.year_ref[0] != "context"
        or token.span.start <= block.span.start + 1
    ]


def _from_today(tokens: tuple[Token, ...]) -> bool:
    """Whether a document speaks from its own day, as news do: one of its first three dates is 昨天, 本月, 下周 or the like.

    Such a text looks back for a sentence or two; a new paragraph is about the present again.
    """
    return any(
        token.start.week is not None
        or any(
            ref is not None and ref[0] == "document"
            for ref in (token.start.day_ref, token.start.month_ref, token.start.year_ref)
        )
        for token in tokens[:3]
    )


def _at_headings(
    frame: TimeFrame, outline: Outline, blocks: tuple[Block, ...], since: int, number: int
) -> TimeFrame:
    """A new section ends the month and day in force, and the year too where a heading above it gives one."""
    passed = False
    for index in range(since + 1, number + 1):
        if blocks[index].kind == "heading":
            outline.enter(blocks[index].level)
            passed = True
    if not passed:
        return frame
    return outline.current() or replace(frame, month=None, day=None, head=None, headed=False)


def _first_stop(folded: str, block: Span) -> int:
    """Where the first sentence of a block ends."""
    return min(
        (at for mark in "。！？" if (at := folded.find(mark, block.start, block.end)) >= 0), default=block.end
    )


def _resumed(
    before: TimeFrame, after: TimeFrame, values_: list[tuple[Token, PartialDate]], first_stop: int
) -> TimeFrame:
    """The frame behind a paragraph: one that looks back, but not from its first sentence on, leaves the story's year.

    城是新修过的。咸丰七年动工，次年完竣 in a chapter on 1860.
    """
    if before.year is None or after.year is None or after.year >= before.year:
        return after
    for token, _ in values_:
        if token.start.year is not None and token.start.year < before.year and token.span.start < first_stop:
            return after
    return replace(before, month=None, day=None, recent=after.recent)
