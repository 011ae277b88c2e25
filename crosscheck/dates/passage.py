"""Goes through the dates of one block in order, from the time in force at its beginning."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import islice

from crosscheck.dates.generic import named
from crosscheck.dates.guard import led
from crosscheck.dates.moment import Moment, TimeFrame, about, later, value_of
from crosscheck.dates.point import COUNTED, Token
from crosscheck.dates.scope import Scopes, Weight, bound, hedged, lapsed, repeated, scopes, weight
from crosscheck.dates.value import resolve
from crosscheck.dates.words import ends_with
from crosscheck.model.document import Block
from crosscheck.model.span import Span
from crosscheck.model.values import PartialDate
from crosscheck.patterns import compiled

_WEEKDAY = compiled(r" ?[（(]?(?:星期|周|礼拜)([一二三四五六日天])[）)]?")
# Blocks of which each speaks for itself: what counts from a year counts from the one that the block states.
_OWN = frozenset({"cell", "item"})
# Brackets and quotations further out say nothing of a date.
_DEPTH = 8


def through(
    folded: str, block: Block, tokens: list[Token], frame: TimeFrame
) -> tuple[list[tuple[Token, PartialDate]], TimeFrame]:
    """The values of one block's tokens and the frame behind it.  Brackets of a heading hold its date."""
    inner = () if block.kind == "heading" else scopes(folded, block.span)
    passage = _Passage(folded=folded, own=block.kind in _OWN, scopes=Scopes(inner), frame=frame)
    cursor, evening = block.span.start, -1  # `evening`: the last time of day that its words put behind noon
    found: list[tuple[Token, PartialDate]] = []
    for number, written in enumerate(tokens):
        token, evening = _in_the_evening(written, evening)
        passage.come_to(Span(cursor, token.span.start))
        cursor = token.span.end
        value = passage.value(token, tokens, number)
        if value is not None:
            found.append((token, value))
    return found, passage.behind()


@dataclass(slots=True, kw_only=True)
class _Passage:
    """Where one is in a block: the time in force, and what brackets that are open will bring back."""

    folded: str
    own: bool
    scopes: Scopes
    frame: TimeFrame
    saved: list[tuple[Span, TimeFrame]] = field(default_factory=list)
    moved_at: int = -1  # where a date last set the time in force
    born_at: int = -1  # where one told a birth
    custom_at: int = -1  # where one was of every year

    def come_to(self, between: Span) -> None:
        """Go on over the words `between` two dates."""
        at = between.end
        while self.saved and at >= self.saved[-1][0].end:
            scope, outer = self.saved.pop()
            self.frame = _with_lunar(outer, self.frame) if scope.end == at else outer
        for scope in self.scopes.begun(at):
            if at < scope.end:
                self.saved.append((scope, self.frame))
        self.frame = lapsed(self.frame, self.folded, between, self.scopes.inside)

    def behind(self) -> TimeFrame:
        """The frame behind the block."""
        return self.saved[0][1] if self.saved else self.frame

    def value(self, token: Token, tokens: list[Token], number: int) -> PartialDate | None:
        """The value of `token`, the one at `number` of `tokens`; the time in force goes on with it."""
        if token.start.reign and not (led(self.folded, token.span.start) or token.start.era):
            at = token.span.start  # 太元五年: a year of an era that is not known; 徒刑2年6月 is none
            if "numeral" in token.start.steps and not ends_with(
                self.folded[max(0, at - 4) : at], "duration-before"
            ):
                self.frame = self.frame.untold()
            return None
        name = named(token, self.folded, [scope for scope, _ in self.saved[-_DEPTH:]])
        if name == "name":
            return None
        local = self._local(token, tokens, number, alone=bool(name))
        ends = _ends(token, local, self.folded)
        if ends is None:
            return None
        left, right = ends
        bounds = bound(token, self.folded)
        self._go_on(token, left, right, bounds)
        relative = (COUNTED,) if token.start.relative and right is None else ()
        steps = (*bounds, *_weekday(self.folded, token, left), *relative, *_headed(left, local))
        return value_of(left, right, steps)

    def _local(self, token: Token, tokens: list[Token], number: int, *, alone: bool) -> TimeFrame:
        """The time in force for this date: none where it takes no year."""
        at = token.span.start
        aside = _same_sentence(self.folded, self.born_at, at) and not token.start.has_year
        custom = repeated(token, self.folded)
        if custom:
            self.custom_at = at
        if alone or aside or custom:
            return _plain(self.frame)
        if token.start.year_ref is not None and _same_sentence(self.folded, self.custom_at, at):
            return replace(_plain(self.frame), anchor=None)  # 一般从8月到次年5月: the year after any
        if self.moved_at < 0 or not _same_sentence(self.folded, self.moved_at, at):
            return _told_later(token, islice(tokens, number + 1, number + 9), self.folded, self.frame)
        return self.frame

    def _go_on(self, token: Token, left: Moment, right: Moment | None, bounds: tuple[str, ...]) -> None:
        """Let the time in force go on with a date."""
        at, before = token.span.start, self.frame
        headed = before.headed or "from-heading" in left.steps
        how = weight(token, self.folded, bounds, before.year, headed=headed)
        if how == "moves":
            self.moved_at = at
        elif how == "born":
            self.born_at = at
        elif how == "recent" and _same_sentence(self.folded, self.moved_at, at):
            how = "none"
        self.frame = _moved(how, left, right, before)
        point = token.start
        if how == "moves" and point.year is not None and not (point.reign or point.short):
            self.frame = replace(self.frame, era=point.era, anchor=left.year if self.own else None)


def _headed(moment: Moment, frame: TimeFrame) -> tuple[str, ...]:
    """A step where a heading gave what the words of a date leave out."""
    taken = any(step.endswith("-from-context") for step in moment.steps)
    return ("from-heading",) if taken and frame.headed else ()


def _ends(token: Token, frame: TimeFrame, folded: str) -> tuple[Moment, Moment | None] | None:
    """The moment of a token, with its end where it is an interval; None where the time in force does not tell."""
    left = resolve(token.start, frame)
    if left is None:
        return None
    if hedged(token, folded):
        left = about(left)
    if token.end is None:
        return left, None
    end, inside = token.end, _inside(left, frame)
    if token.start.era is not None and end.era is None and end.year is not None and end.year < 100:
        end, inside = replace(end, reign=True), replace(inside, era=token.start.era)
    right = resolve(end, inside)
    if right is None:
        return None
    right = later(left, right)
    early = left.first is not None and right.last is not None and right.last < left.first
    return None if early else (left, right)


def _in_the_evening(token: Token, since: int) -> tuple[Token, int]:
    """下午3时开会，5时散会: an hour that leaves its half of the day open goes on behind noon, where it would else lie before
    the last one, `since`; the token and the time to go on from."""
    point = token.start
    if point.clock is None or not point.stamp:
        return token, since if point.grain == 4 else -1
    at = point.clock[0]
    if point.half == "open" and token.end is None and point.grain == 4 and at < since <= at + 720:
        point, at = point.behind_noon(), at + 720
    return replace(token, start=point), at if point.half == "late" else -1


def _told_later(token: Token, later_: Iterable[Token], folded: str, frame: TimeFrame) -> TimeFrame:
    """`frame`, or where a full date of an earlier year ends the sentence (9月停用，2008年12月拆除), that year for a month before it."""
    month = token.start.month
    if token.start.has_year or month is None or frame.year is None:
        return frame
    for other in later_:
        point = other.start
        if not _same_sentence(folded, token.span.end, other.span.start):
            break
        if point.year is None or point.short or point.month is None or point.year >= frame.year:
            continue
        if not led(folded, other.span.start) or folded.startswith("的", other.span.end):
            continue  # 放弃1920年12月1日的誓言 tells nothing of the story's time
        early = (month, token.start.day or 0) <= (point.month, point.day or 31)
        return replace(_plain(frame), year=point.year, recent=point.year) if early else _plain(frame)
    return frame


def _with_lunar(outer: TimeFrame, inner: TimeFrame) -> TimeFrame:
    """The frame behind a bracket that gave the year its name: 1644年（顺治元年）十月 is the tenth lunar month."""
    same = inner.lunar is not None and inner.lunar[0] == outer.year and outer.month is None
    return replace(outer, lunar=inner.lunar) if same else outer


def _plain(frame: TimeFrame) -> TimeFrame:
    """A frame that fills in no year."""
    return replace(frame, year=None, recent=None, month=None, lunar=None, today=None, issued=None)


def _weekday(folded: str, token: Token, moment: Moment) -> tuple[str, ...]:
    """A step where the text names the day of the week and it is another one."""
    said = _WEEKDAY.match(folded, token.span.end)
    if said is None or moment.year is None or moment.year < 1912:  # before, calendars differed
        return ()
    if moment.first is None or moment.first != moment.last or token.end is not None:
        return ()
    day = "一二三四五六日".find(said[1].replace("天", "日"))
    return () if (moment.first - 1) % 7 == day else ("weekday-disagrees",)


def _inside(moment: Moment, frame: TimeFrame) -> TimeFrame:
    """The frame that `moment` leaves for what follows."""
    year = moment.year
    month = (year, moment.month) if moment.month is not None else None
    day = (year, moment.month, moment.day) if moment.month is not None and moment.day is not None else None
    known = year if year is not None else frame.year
    if "from-heading" in moment.steps and frame.head is not None:
        known = frame.head.year  # back from an aside to the time of the heading
    return replace(
        frame,
        year=known,
        recent=year if year is not None else frame.recent,
        month=month,
        day=day,
        lunar=moment.lunar,
        headed="from-heading" in moment.steps
        or (frame.headed and (year is None or any(step.endswith("-from-context") for step in moment.steps))),
    )


def _same_sentence(folded: str, one: int, other: int) -> bool:
    return one >= 0 and not any(mark in folded[one:other] for mark in "。！？；\n")


def _moved(how: Weight, left: Moment, right: Moment | None, frame: TimeFrame) -> TimeFrame:
    """The frame behind a token of weight `how`."""
    last = left if right is None else right
    if how == "moves" and right is not None and (left.year != right.year or left.year is None):
        how = "recent"
    if how == "ends":
        return frame.untold()
    if how == "born" and (frame.year is None or (left.year is not None and left.year > frame.year)):
        return replace(frame.untold(), recent=last.year)
    if how == "born":
        return replace(frame, recent=last.year)
    if how == "none" or (last.year is None and last.month is None):
        return frame
    if how == "recent":
        return frame if last.year is None else replace(frame, recent=last.year)
    return _inside(last, frame)
