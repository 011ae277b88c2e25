"""Dates: when something happened, however it is written."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

from crosscheck.dates.cells import years
from crosscheck.dates.compare import compare
from crosscheck.dates.context import values
from crosscheck.dates.forms import distances, figures, month_ends, reigns, scales, weeks, years_on
from crosscheck.dates.glossed import glossed
from crosscheck.dates.merge import merged, settle
from crosscheck.dates.parse import tokens
from crosscheck.dates.point import Token
from crosscheck.dates.standing import standing
from crosscheck.kind import nothing
from crosscheck.kinds import _date_slot as slot
from crosscheck.model.fact import Fact, Mention
from crosscheck.model.text import Text
from crosscheck.patterns import compiled
from crosscheck.registry import Kind
from crosscheck.text.fold import fold

_DOC = """Dates, times and stretches of time, with the year taken from the running text where the words leave it out.

A date agrees with the same day in another writing (一九五七年, 民国四十六年), with a coarser or finer one, and with a stretch of time that
it lies in; it conflicts with another day, month or year at the precision that both give.

- agree: `1957年10月15日` and `10月15日` in a text of that year; `1913年` and `一九一三年`; `2021年4月29日` and `4月底`.
- conflict: `同年4月6日` (of 1983) and `1983年4月7日`; `1984年` and `1985年`.

Without a document date 今年, 昨天 and their like have no value and are left out; feasts and weekdays alone are too.
"""


def all_tokens(folded: str, given: Iterable[Token] = ()) -> tuple[Token, ...]:
    """Every date of a folded text, and those that are `given`, intervals joined, in order."""
    forms = (tokens, scales, figures, weeks, distances, years_on, reigns, glossed, month_ends)
    found = [*given, *(token for form in forms for token in form(folded))]
    return merged(settle(_placed(found)), folded)


def _placed(found: list[Token]) -> list[Token]:
    """The tokens but for those that have nothing before them to count from: they are durations.

    三十一年 where no era has been named, 两年后 without a year before it, 两个月后 without a month.
    """
    era = min((t.span.start for t in found if t.start.era), default=math.inf)
    year = min((t.span.start for t in found if t.start.year is not None), default=math.inf)
    month = min((t.span.start for t in found if t.start.month is not None), default=math.inf)

    def placed(token: Token) -> bool:
        if token.start.reign and token.start.grain == 1:
            return era < token.span.start
        if token.rule == "years-on" and token.start.month is None:
            if token.start.day_ref is not None and token.start.day_ref[0] == "document":
                return True
            return (month if token.start.month_ref else year) < token.span.start
        return True

    return [token for token in found if placed(token)]


# A number of days before a noun: 十八日战事, 七日谈判.
_LENGTH = compiled(
    r"(?<![月一二三四五六七八九十第])([一二三四五六七八九十廿卅]{1,3}日)(?=[\u4e00-\u9fff])(?![起至到晚早上下凌清起和与在])"
)


def _lengths(title: str) -> frozenset[str]:
    """The lengths of time that a title names: in its text they are no days of a month."""
    return frozenset(_LENGTH.findall(title))


def find(text: Text) -> Iterator[Mention]:
    """The dates of a text; `data` of each holds its token."""
    lasted = _lengths(fold(text.document.title))
    for token in (*all_tokens(text.folded, standing(text.document)), *years(text)):
        point = token.start
        if lasted and point.grain == 3 and text.folded[token.span.start : token.span.end] in lasted:
            continue
        rank = 2 if (point.has_year and not point.year_ref) or (point.has_month and point.has_day) else 1
        yield Mention(kind="date", span=token.span, rule=f"date-{token.rule}", rank=rank, data=(token,))


def facts(text: Text, mentions: tuple[Mention, ...]) -> tuple[Fact, ...]:
    """The dates whose value the text tells, in order."""
    own: tuple[Token, ...] = tuple(mention.data[0] for mention in mentions if mention.kind == "date")
    return tuple(
        Fact(
            kind="date",
            span=token.span,
            rule=f"date-{token.rule}",
            value=value,
            sentence=text.sentence_at(token.span.start).index,
            document=text.document,
        )
        for token, value in values(text, own)
    )


KIND = Kind(
    name="date",
    doc=_DOC,
    find=find,
    facts=facts,
    compare=compare,
    order=10,
    color="36",
    group="date",
    keys=slot.keys,
    telling=slot.telling,
    coarse=slot.coarse,
    heads=nothing,
    names=False,
    anchor=False,
    plans=True,
    of_an_act=True,
    contradicts=True,
    far=0.4,
)
