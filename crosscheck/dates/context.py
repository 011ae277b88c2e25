"""Goes through the dates of a document in order and gives each one its value from the time in force there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from crosscheck.dates import calendar
from crosscheck.dates.moment import Frame, Moment, about, later, value_of
from crosscheck.dates.point import COUNTED, Token
from crosscheck.dates.scope import Weight, bound, hedged, lapsed, repeated, scopes, weight
from crosscheck.dates.value import resolve
from crosscheck.model.document import Block, Document
from crosscheck.model.span import Span
from crosscheck.model.text import Text
from crosscheck.model.values import PartialDate
from crosscheck.patterns import compiled

_TITLE_YEAR = compiled(r"(?<!\d)(1\d{3}|20\d{2}) ?年")
_WEEKDAY = compiled(r" ?[（(]?(?:星期|周|礼拜)([一二三四五六日天])[）)]?")
# Blocks that stand alone: a date there neither takes the time of the running text nor gives it any.
_ALONE = frozenset({"field"})
_ASIDE = frozenset({"cell", "caption", "note", "reference", "category"})


def beginning(document: Document) -> Frame:
    """The time in force where a document begins: the year of its title and its own day."""
    titled = _TITLE_YEAR.findall(document.title)
    year = int(titled[0]) if len(set(titled)) == 1 else None
    frame = Frame(year=year, recent=year)
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
    told_from_today = start.today is not None and _from_today(tokens)
    last = -1
    for number in sorted(by_block):
        block = blocks[number]
        frame = _at_headings(frame, blocks, last, number)
        last = number
        if told_from_today:
            frame = replace(
                frame, year=None, recent=None, month=None if frame.year != start.issued else frame.month
            )
        base = replace(start, year=None, recent=None) if block.kind in _ALONE else frame
        found, after = _through(text.folded, block.span, by_block[number], base)
        yield from found
        if block.kind not in _ALONE and block.kind not in _ASIDE and not block.apparatus:
            frame = (
                _spanning(after, found)
                if block.kind == "heading"
                else _resumed(base, after, found, _first_stop(text.folded, block.span))
            )


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


def _at_headings(frame: Frame, blocks: tuple[Block, ...], since: int, number: int) -> Frame:
    """A new section ends the month and day in force, but for one whose heading gives them."""
    passed = any(blocks[index].kind == "heading" for index in range(since + 1, number + 1))
    return replace(frame, month=None, day=None) if passed else frame


def _first_stop(folded: str, block: Span) -> int:
    """Where the first sentence of a block ends."""
    return min(
        (at for mark in "。！？" if (at := folded.find(mark, block.start, block.end)) >= 0), default=block.end
    )


def _resumed(before: Frame, after: Frame, values_: list[tuple[Token, PartialDate]], first_stop: int) -> Frame:
    """The frame behind a paragraph: one that looks back, but not from its first sentence on, leaves the story's year.

    城是新修过的。咸丰七年动工，次年完竣 in a chapter on 1860.
    """
    if before.year is None or after.year is None or after.year >= before.year:
        return after
    for token, _ in values_:
        if token.start.year is not None and token.start.year < before.year and token.span.start < first_stop:
            return after
    return replace(before, month=None, day=None, recent=after.recent)


def _spanning(frame: Frame, values_: list[tuple[Token, PartialDate]]) -> Frame:
    """The frame behind a heading that names several years: none of them is in force in its section."""
    wide = any(token.end is not None and value.first != value.last for token, value in values_)
    return replace(frame, year=None, recent=None) if wide else frame


def _through(
    folded: str, block: Span, tokens: list[Token], frame: Frame
) -> tuple[list[tuple[Token, PartialDate]], Frame]:
    """The values of one block's tokens and the frame behind it."""
    every = scopes(folded, block)
    inner = list(every)
    saved: list[tuple[int, Frame]] = []
    found: list[tuple[Token, PartialDate]] = []
    cursor = block.start
    moved_at = -1  # where a date last set the time in force
    for token in tokens:
        at = token.span.start
        while saved and at >= saved[-1][0]:
            ended, outer = saved.pop()
            frame = _with_lunar(outer, frame) if ended == at else outer
        while inner and inner[0].start <= at:
            scope = inner.pop(0)
            if at < scope.end:
                saved.append((scope.end, frame))
        bounds = bound(token, folded)
        frame = lapsed(frame, folded, Span(cursor, at), every)
        cursor = token.span.end
        local = _plain(frame) if repeated(token, folded) else frame
        ends = _ends(token, local, folded)
        if ends is None:
            continue
        left, right = ends
        relative = (COUNTED,) if token.start.relative and right is None else ()
        found.append((token, value_of(left, right, (*bounds, *_weekday(folded, token, left), *relative))))
        how = weight(token, folded, bounds, frame.year)
        if how == "moves":
            moved_at = at
        elif how == "recent" and _same_sentence(folded, moved_at, at):
            how = "none"
        frame = _moved(how, left, right, frame)
        if how == "moves" and token.start.year is not None and not (token.start.reign or token.start.short):
            frame = replace(frame, era=token.start.era)
    return found, saved[0][1] if saved else frame


def _ends(token: Token, frame: Frame, folded: str) -> tuple[Moment, Moment | None] | None:
    """The moment of a token, with its end where it is an interval; None where the time in force does not tell."""
    left = resolve(token.start, frame)
    if left is None:
        return None
    if hedged(token, folded):
        left = about(left)
    if token.end is None:
        return left, None
    right = resolve(token.end, _inside(left, frame))
    if right is None:
        return None
    right = later(left, right)
    early = left.first is not None and right.last is not None and right.last < left.first
    return None if early else (left, right)


def _with_lunar(outer: Frame, inner: Frame) -> Frame:
    """The frame behind a bracket that gave the year its name: 1644年（顺治元年）十月 is the tenth lunar month."""
    same = inner.lunar is not None and inner.lunar[0] == outer.year and outer.month is None
    return replace(outer, lunar=inner.lunar) if same else outer


def _plain(frame: Frame) -> Frame:
    """A frame that fills in no year."""
    return replace(frame, year=None, recent=None, month=None, today=None, issued=None)


def _weekday(folded: str, token: Token, moment: Moment) -> tuple[str, ...]:
    """A step where the text names the day of the week and it is another one."""
    said = _WEEKDAY.match(folded, token.span.end)
    if said is None or moment.year is None or moment.year < 1912:  # before, calendars differed
        return ()
    if moment.first is None or moment.first != moment.last or token.end is not None:
        return ()
    day = "一二三四五六日".find(said[1].replace("天", "日"))
    return () if (moment.first - 1) % 7 == day else ("weekday-disagrees",)


def _inside(moment: Moment, frame: Frame) -> Frame:
    """The frame that `moment` leaves for what follows."""
    year = moment.year
    month = (year, moment.month) if moment.month is not None else None
    day = (year, moment.month, moment.day) if moment.month is not None and moment.day is not None else None
    known = year if year is not None else frame.year
    return replace(
        frame,
        year=known,
        recent=year if year is not None else frame.recent,
        month=month,
        day=day,
        lunar=moment.lunar,
    )


def _same_sentence(folded: str, one: int, other: int) -> bool:
    return one >= 0 and not any(mark in folded[one:other] for mark in "。！？；\n")


def _moved(how: Weight, left: Moment, right: Moment | None, frame: Frame) -> Frame:
    """The frame behind a token of weight `how`."""
    last = left if right is None else right
    if how == "moves" and right is not None and (left.year != right.year or left.year is None):
        how = "recent"
    if how == "ends":
        return frame.untold()
    if how == "none" or (last.year is None and last.month is None):
        return frame
    if how == "recent":
        return frame if last.year is None else replace(frame, recent=last.year)
    return _inside(last, frame)
