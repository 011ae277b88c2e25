"""Snapshots that are of another day, or of another page, than their citation says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from urllib.parse import unquote, urlsplit

from crosscheck.cite.date_forms import Day, read_day
from crosscheck.cite.interface import Check, Fault
from crosscheck.cite.page import Page
from crosscheck.cite.scanned import Argument
from crosscheck.cite.template import bare
from crosscheck.cite.vocabulary import words_of
from crosscheck.model.step import say
from crosscheck.patterns import compiled

# The last part of an address from which on it names one page and no other (index.html does not).
_NAMED = 14


@cache
def _snapshot() -> re.Pattern[str]:
    """The address of a snapshot: its day, and the address that was kept."""
    stamp = r"(?P<year>\d{4})[.-]?(?P<month>\d\d)[.-]?(?P<day>\d\d)(?:-?\d{0,6})(?:[a-z]{2}_)?"
    return compiled(
        rf"(?:https?:)?//(?:web\.archive\.org/(?:web/)?|(?:www\.)?archive\.(?:today|is|ph|md|li|fo|vn)/){stamp}/(?P<of>.+)",
        re.IGNORECASE,
    )


def _page_of(address: str) -> tuple[str, str, str]:
    """Host, path and query of an address, in one writing of the many that are the same."""
    text = unquote(address.strip()).partition("#")[0]
    text = re.sub(r"^(?:[a-z]+:)?/{0,2}", "", text, flags=re.IGNORECASE)
    try:
        parts = urlsplit(f"//{text}")
        host = (parts.hostname or "").lower()
    except ValueError:
        return "", "", ""
    return re.sub(r"^(?:www\d?|m)\.", "", host), parts.path.strip("/").lower(), parts.query


def _same(one: str, other: str) -> bool:
    a, b = _page_of(one), _page_of(other)
    ends = [path.rpartition("/")[2] for _, path, _ in (a, b)]
    if ends[0] == ends[1] and len(ends[0]) >= _NAMED:  # the page has moved, and kept its name
        return True
    return not a[0] or not b[0] or (a[:2] == b[:2] and (a[2] == b[2] or not a[2] or not b[2]))


def _kept(address: str) -> str:
    """The address that a snapshot is of; another address as it is."""
    found = _snapshot().fullmatch(address)
    return found["of"] if found else address


def _mismatched(page: Page) -> Iterator[Fault]:
    for cite in page.cites:
        for argument in cite.all("archive-url"):
            found = _snapshot().fullmatch(bare(argument.value))
            if found is None:
                continue
            yield from _other_day(cite.all("archive-date"), found)
            originals = [bare(a.value) for a in cite.all("url", "chapter-url")]
            if originals and not any("{{" in o or _same(_kept(o), found["of"]) for o in originals):
                yield Fault(argument.span, say("cite.archive-mismatch-page", url=found["of"]))
    yield from _in_templates(page)


def _in_templates(page: Page) -> Iterator[Fault]:
    """The same of ``{{Webarchive|url=snapshot|date=day}}``, which stands behind a reference in words."""
    for template in page.wiki.templates if page.wiki else ():
        if template.name not in words_of("archive-template"):
            continue
        for argument in template.arguments:
            found = _snapshot().fullmatch(argument.value) if argument.name == "url" else None
            if found:
                yield from _other_day([a for a in template.arguments if a.name == "date"], found)


def _other_day(dates: Iterable[Argument], found: re.Match[str]) -> Iterator[Fault]:
    stamp = Day(*(int(found[part]) for part in ("year", "month", "day")))
    for argument in dates:
        day = read_day(bare(argument.value))
        if stamp.real and day is not None and day.real and day.day and day != stamp:
            fix = f"{stamp.year:04d}-{stamp.month:02d}-{stamp.day:02d}"
            yield Fault(argument.span, say("cite.archive-mismatch-date", date=argument.value, fix=fix))


_START = "赵州桥长50.82米<ref>{{cite web |url=http://www.example.org/bridge |title=赵州桥的修缮 |website=河北文物网"

CHECKS = (
    Check(
        rule="archive-mismatch",
        severity="warning",
        doc="A snapshot of another day than the citation says, or of another page: the day is part of the address of a "
        "snapshot, and so is the address that was kept. http and https, www and a slash at the end are no difference.",
        names=("CS1: err_archive_date_url_ts_mismatch",),
        fault=f"{_START} |archive-url=https://web.archive.org/web/20200102030405/http://www.example.org/bridge |archive-date=2021-05-01}}}}</ref>。",
        mended=f"{_START} |archive-url=https://web.archive.org/web/20200102030405/http://www.example.org/bridge |archive-date=2020-01-02}}}}</ref>。",
        find=_mismatched,
    ),
)
