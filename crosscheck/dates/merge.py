"""Neighbouring tokens become intervals: 9月8日至12日, 1957年10月—1958年3月, 2007年与2009年间."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from crosscheck.dates.point import Point, Token
from crosscheck.model.span import Span
from crosscheck.patterns import compiled

_THROUGH = compiled(r" ?(?:-{1,2}|~|～|(?:起|开始)?[至到迄]|起?[直延]至|直到|——|──) ?")
_BETWEEN = compiled(r" ?[和与及] ?")
_WITHIN = ("间", "之间")


def settle(tokens: Iterable[Token]) -> tuple[Token, ...]:
    """The tokens in order, of two that overlap the longer, then the earlier."""
    kept: list[Token] = []
    for token in sorted(tokens, key=lambda t: (t.span.start, -len(t.span))):
        while kept and token.span.touches(kept[-1].span) and len(token.span) > len(kept[-1].span):
            kept.pop()
        if not kept or not token.span.touches(kept[-1].span):
            kept.append(token)
    return tuple(kept)


def merged(tokens: tuple[Token, ...], folded: str) -> tuple[Token, ...]:
    """`tokens` with those that make an interval joined.

    Two full dates in brackets stay two: they are mostly the birth and the death of a person.
    """
    out: list[Token] = []
    for token in tokens:
        if out and out[-1].start.julian and _THROUGH.fullmatch(folded[out[-1].span.end : token.span.start]):
            token = replace(token, start=replace(token.start, julian=True))  # noqa: PLW2901
        if out and _at_hour(out[-1], token, folded):
            left = out.pop()
            point = token.start
            timed = replace(
                left.start, clock=point.clock, stamp=point.stamp, loose=point.loose, half=point.half
            )
            out.append(replace(left, span=Span(left.span.start, token.span.end), start=timed))
            continue
        if not out or not _joins(out[-1], token, folded):
            out.append(token)
            continue
        left = out.pop()
        span = Span(left.span.start, token.span.end)
        out.append(Token(span=span, start=left.start, end=_same_half(left.start, token.start), rule="range"))
    return tuple(out)


def _at_hour(left: Token, right: Token, folded: str) -> bool:
    """2010-01-29 早上七点: a day in figures with its hour behind a blank."""
    day, hour = left.start, right.start
    alone = left.rule == "figures" and left.end is None and right.end is None
    if not alone or day.grain != 3 or day.clock is not None or hour.grain != 4 or not hour.stamp:
        return False
    return not folded[left.span.end : right.span.start].strip(" ")


def _same_half(left: Point, right: Point) -> Point:
    """晚上7:00到8:00: the end of a stretch of hours takes the half of the day from its beginning."""
    if right.grain != 4 or not left.clock or not right.clock or not right.stamp:
        return right
    if right.clock[0] >= left.clock[0] or right.clock[0] >= 720 or left.clock[0] < 720:
        return right
    return right.behind_noon()


def _joins(left: Token, right: Token, folded: str) -> bool:
    gap = folded[left.span.end : right.span.start]
    if len(gap) > 4 or left.end or right.end or left.rule == right.rule == "years" or not _fits(left, right):
        return False
    if _THROUGH.fullmatch(gap):
        return not (left.start.has_year and right.start.has_year and _bracketed(left, right, folded))
    return bool(_BETWEEN.fullmatch(gap)) and folded.startswith(_WITHIN, right.span.end)


def _fits(left: Token, right: Token) -> bool:
    """Whether the two can be the ends of one interval: 9月8日-12日 can, 1956年-3月 and 3月-9时 cannot."""
    one, other = left.start, right.start
    if 0 in (one.grain, other.grain):
        return one.grain == other.grain
    if other.grain == 4:
        return one.clock is not None and bool(one.stamp) and other.clock is not None
    if one.grain == 4:
        return False
    if one.grain == 1 and other.grain > 1:
        return other.has_year
    return other.has_year or other.grain >= one.grain or one.grain == 3


def _bracketed(left: Token, right: Token, folded: str) -> bool:
    before = folded[max(0, left.span.start - 1) : left.span.start]
    after = folded[right.span.end : right.span.end + 1]
    return (
        before in ("(", "（", "，", ",", "：", " ", "生")
        and after in (")", "）", "，", ",", "；")
        and _in_brackets(left, folded)
    )


def _in_brackets(left: Token, folded: str) -> bool:
    before = folded[max(0, left.span.start - 40) : left.span.start]
    return max(before.rfind("("), before.rfind("（")) > max(before.rfind(")"), before.rfind("）"))
