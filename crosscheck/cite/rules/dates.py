"""Dates that cannot be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from crosscheck.cite.date_forms import Day, accepted, read_day, today
from crosscheck.cite.interface import Check, Fault
from crosscheck.cite.markup import ADDRESS
from crosscheck.cite.page import Page
from crosscheck.cite.scanned import Argument
from crosscheck.cite.template import bare
from crosscheck.model.span import Span
from crosscheck.model.step import Step, say
from crosscheck.patterns import compiled

_FIELDS = ("date", "year", "publication-date", "access-date", "archive-date")


@cache
def _full() -> re.Pattern[str]:
    return compiled(r"(?<![\d/-])(\d{4})(?:-(\d{1,2})-(\d{1,2})|年(\d{1,2})月(\d{1,2})[日号號])(?![\d/-])")


@cache
def _address() -> re.Pattern[str]:
    return compiled(ADDRESS)


def _wrong(day: Day, exact: bool, text: str) -> Step | None:
    """What is wrong with `day`; `exact`: a day in the future is, else a year after the next one."""
    if not day.real:
        return say("cite.bad-date", date=text)
    now = today()
    if now is None:
        return None
    late = (
        (day.year, day.month, day.day) > (now.year, now.month, now.day + 1)
        if exact
        else day.year > now.year + 1
    )
    return say("cite.bad-date-future", date=text) if late else None


def _argument(argument: Argument, field: str) -> Step | None:
    text = bare(argument.value)
    if text != argument.value or re.search(r"\{\{|\[\[|<|&\w+;", text):
        return None
    if field == "year" and re.fullmatch(r"\d{4}[a-z]", text):
        text = text[:4]
    day = read_day(text)
    if day is not None:
        return _wrong(day, field in ("access-date", "archive-date"), text)
    return None if accepted(text) else say("cite.bad-date-form", date=text)


def _templates(page: Page) -> Iterator[Fault]:
    for cite in page.cites:
        for field, _, _, argument in cite.parameters:
            if field in _FIELDS and argument.value:
                message = _argument(argument, field)
                if message:
                    yield Fault(argument.span, message)


def _lines(page: Page) -> Iterator[Fault]:
    pairs = [
        *zip(page.entries, page.records, strict=True),
        *zip(page.bullets, page.bullet_records, strict=True),
    ]
    for entry, record in pairs:
        if record.form not in ("gbt", "plain"):
            continue
        markup = _address().sub(lambda m: " " * len(m[0]), entry.markup)
        for match in _full().finditer(markup):
            day = Day(int(match[1]), int(match[2] or match[4]), int(match[3] or match[5]))
            message = _wrong(day, False, match[0])
            if message:
                start = entry.inner.start + match.start()
                yield Fault(Span(start, start + len(match[0])) if entry.exact else entry.span, message)


def _find(page: Page) -> Iterator[Fault]:
    yield from _templates(page)
    yield from _lines(page)


CHECKS = (
    Check(
        rule="bad-date",
        severity="error",
        doc="A date that the calendar does not have, that lies in the future, or that is in no form that says when. A "
        "day of access or archiving may not be later than today; a publication may carry the next year. Today is the "
        "day of the environment variable SOURCE_DATE_EPOCH; without it no date lies in the future. Seasons, ranges, reign years and 日期不详 stand.",
        names=("CS1: err_bad_date",),
        fault="1997年通车<ref>{{cite news |title=大桥通车 |newspaper=广州日报 |date=1997-06-31}}</ref>。",
        mended="1997年通车<ref>{{cite news |title=大桥通车 |newspaper=广州日报 |date=1997-06-30}}</ref>。",
        find=_find,
    ),
)
