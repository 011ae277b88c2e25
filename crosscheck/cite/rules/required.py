"""What a citation cannot do without: fields, a title, an address, a snapshot's date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from crosscheck.cite.interface import Check, Fault
from crosscheck.cite.markup import plain
from crosscheck.cite.page import Page
from crosscheck.cite.reference import Cite
from crosscheck.cite.template import bare
from crosscheck.model.step import say
from crosscheck.patterns import compiled

_TITLES = ("title", "script-title", "trans-title", "chapter", "script-chapter", "encyclopedia", "book-title")
_WEB = frozenset(["cite web", "cite podcast", "引用网页", "引用網頁", "引用网站", "引用網站"])


@cache
def _snapshot() -> re.Pattern[str]:
    return compiled(r"/web/(\d{4})(\d\d)(\d\d)\d{0,6}(?:[a-z]{2}_)?/", re.IGNORECASE)


@cache
def _archive() -> re.Pattern[str]:
    """Addresses at the archives of the web."""
    return compiled(
        r"https?://(?:[a-z-]+\.)?(?:archive\.(?:org|is|today|ph|li|vn|fo|md)|webcitation\.org|perma\.cc|ghostarchive\.org)/",
        re.IGNORECASE,
    )


@cache
def _no_snapshot() -> re.Pattern[str]:
    return compiled(r"web\.archive\.org/(?:save/|web/\d{0,14}\*|web/https?:|\*/|(?:web/?)?$)", re.IGNORECASE)


def _filled(cite: Cite) -> bool:
    return any(argument.value for _, _, _, argument in cite.parameters)


def _urls(cite: Cite) -> tuple[str, ...]:
    return tuple(
        a.value
        for field, _, _, a in cite.parameters
        if a.value
        and (field in ("url", "chapter-url") or (a.name.endswith("-url") and field == "series-detail"))
    )


def _empty(page: Page) -> Iterator[Fault]:
    for cite in page.cites:
        if not _filled(cite):
            yield Fault(cite.template.span, say("cite.empty-citation", template=cite.template.name))


def _untitled(page: Page) -> Iterator[Fault]:
    for cite in page.cites:
        if cite.open or not _filled(cite) or cite.value(*_TITLES):
            continue
        if any(
            a.value and a.name in ("map", "transcript", "series", "conference")
            for _, _, _, a in cite.parameters
        ):
            continue
        yield Fault(cite.template.span, say("cite.missing-title", template=cite.template.name))
    for entry, record in zip(page.entries, page.records, strict=True):
        if record.form == "gbt" and not record.title:
            yield Fault(entry.span, say("cite.missing-title", template=f"[{record.mark}]"))


def _bare(page: Page) -> Iterator[Fault]:
    pairs = [
        *zip(page.entries, page.records, strict=True),
        *zip(page.bullets, page.bullet_records, strict=True),
    ]
    for entry, record in pairs:
        if record.form == "url":
            yield Fault(entry.inner if entry.exact else entry.span, say("cite.bare-url", url=record.url))


def _no_address(cite: Cite) -> bool:
    """Whether a web citation gives neither address nor snapshot nor anything that leads to one."""
    if cite.name not in _WEB or not _filled(cite) or _urls(cite):
        return False
    return not cite.value("archive-url", "doi", "jstor", "hdl", "arxiv", "pmid", "pmc", "id")


def _addressless(page: Page) -> Iterator[Fault]:
    for cite in page.cites:
        if _no_address(cite):
            yield Fault(cite.template.span, say("cite.missing-url", template=cite.template.name))
    for entry, record in zip(page.entries, page.records, strict=True):
        found = record.url or record.identifier("doi") or plain(entry.markup)[1]
        if record.form == "gbt" and record.mark == "EB/OL" and not found:
            yield Fault(entry.span, say("cite.missing-url", template="[EB/OL]"))


def _access(page: Page) -> Iterator[Fault]:
    for cite in page.cites:
        dates = cite.all("access-date")
        if dates and not _urls(cite) and not cite.value("archive-url") and not _no_address(cite):
            yield Fault(dates[0].span, say("cite.access-date-without-url", date=dates[0].value))
    for entry, record in zip(page.entries, page.records, strict=True):
        addressed = record.url or record.identifiers or plain(entry.markup)[1] or "{{" in entry.markup
        if (
            record.form in ("gbt", "plain")
            and record.access_date
            and record.mark != "EB/OL"
            and not addressed
        ):
            yield Fault(entry.span, say("cite.access-date-without-url", date=record.access_date))


def _undated(page: Page) -> Iterator[Fault]:
    for cite in page.cites:
        snapshots = cite.all("archive-url")
        if not snapshots or cite.value("archive-date"):
            continue
        stamp = _snapshot().search(snapshots[0].value)
        if stamp:
            day = f"{stamp[1]}-{stamp[2]}-{stamp[3]}"
            written = page.document.source[snapshots[0].span.start : snapshots[0].span.end].rstrip()
            fix = f"{written} |archive-date={day}"
            yield Fault(snapshots[0].span, say("cite.archive-without-date-known", date=day, fix=fix))
        else:
            yield Fault(snapshots[0].span, say("cite.archive-without-date"))


def _unarchived(page: Page) -> Iterator[Fault]:
    for cite in page.cites:
        snapshots, dates = cite.all("archive-url"), cite.all("archive-date")
        if dates and not snapshots:
            yield Fault(dates[0].span, say("cite.archive-without-url-date", date=dates[0].value))
        elif snapshots and not _urls(cite):
            yield Fault(snapshots[0].span, say("cite.archive-without-url"))
        elif snapshots and (
            _no_snapshot().search(bare(snapshots[0].value)) or _live(snapshots[0].value, cite)
        ):
            yield Fault(snapshots[0].span, say("cite.archive-without-url-form", url=snapshots[0].value))


def _live(address: str, cite: Cite) -> bool:
    """Whether what is given as a snapshot is the page itself."""
    return address in _urls(cite) and not _archive().match(address)


_PAGE = "|title=赵州桥的修缮 |website=河北文物网"

CHECKS = (
    Check(
        rule="empty-citation",
        severity="error",
        doc="A citation template without any field: it was put in and never filled.",
        names=("CS1: err_empty_citation", "zh: 含有空引用的页面"),
        fault="赵州桥建于隋代<ref>{{cite book}}</ref>。",
        mended="赵州桥建于隋代<ref>{{cite book |author=梁思成 |title=中国建筑史 |publisher=百花文艺出版社 |year=1998 |page=90}}</ref>。",
        find=_empty,
    ),
    Check(
        rule="missing-title",
        severity="error",
        doc="A citation without a title: the work cannot be found, and its link has no words.",
        names=("CS1: err_citation_missing_title", "CS1: err_bare_url_missing_title"),
        fault="赵州桥长50.82米<ref>{{cite web |url=http://www.example.org/bridge |access-date=2020-05-01}}</ref>。",
        mended=f"赵州桥长50.82米<ref>{{{{cite web |url=http://www.example.org/bridge {_PAGE} |access-date=2020-05-01}}}}</ref>。",
        find=_untitled,
    ),
    Check(
        rule="bare-url",
        severity="error",
        doc="Only an address. Once the page moves nobody can tell what it was.",
        names=("CS1: err_bare_url_missing_title", "CheckWiki 79", "CheckWiki 556"),
        fault="赵州桥长50.82米<ref>http://www.example.org/bridge</ref>。",
        mended="赵州桥长50.82米<ref>[http://www.example.org/bridge 赵州桥的修缮]，河北文物网</ref>。",
        find=_bare,
    ),
    Check(
        rule="missing-url",
        severity="error",
        doc="A web citation without an address. A title alone is rarely enough to find a page again.",
        names=("CS1: err_cite_web_url",),
        fault=f"赵州桥长50.82米<ref>{{{{cite web {_PAGE} |date=2019-03-02}}}}</ref>。",
        mended=f"赵州桥长50.82米<ref>{{{{cite web |url=http://www.example.org/bridge {_PAGE} |date=2019-03-02}}}}</ref>。",
        find=_addressless,
    ),
    Check(
        rule="access-date-without-url",
        severity="warning",
        doc="A day of access and no address that was accessed: the address was lost, or the day says nothing.",
        names=("CS1: err_accessdate_missing_url",),
        fault="赵州桥建于隋代<ref>{{cite book |author=梁思成 |title=中国建筑史 |publisher=百花文艺出版社 |year=1998 |page=90 |access-date=2020-05-01}}</ref>。",
        mended="赵州桥建于隋代<ref>{{cite book |author=梁思成 |title=中国建筑史 |publisher=百花文艺出版社 |year=1998 |page=90}}</ref>。",
        find=_access,
    ),
    Check(
        rule="archive-without-date",
        severity="error",
        doc="A snapshot without its day. The day is part of the address of most archives, and is suggested from there.",
        names=("CS1: err_archive_missing_date",),
        fault=f"赵州桥长50.82米<ref>{{{{cite web |url=http://www.example.org/bridge {_PAGE} |archive-url=https://web.archive.org/web/20200102030405/http://www.example.org/bridge}}}}</ref>。",
        mended=f"赵州桥长50.82米<ref>{{{{cite web |url=http://www.example.org/bridge {_PAGE} |archive-url=https://web.archive.org/web/20200102030405/http://www.example.org/bridge |archive-date=2020-01-02}}}}</ref>。",
        find=_undated,
    ),
    Check(
        rule="archive-without-url",
        severity="error",
        doc="A day of archiving without a snapshot, a snapshot without the address that it was made from, or an address "
        "of an archive that is no snapshot.",
        names=("CS1: err_archive_missing_url", "CS1: err_archive_date_missing_url", "CS1: err_archive_url"),
        fault=f"赵州桥长50.82米<ref>{{{{cite web |url=http://www.example.org/bridge {_PAGE} |archive-date=2020-01-02}}}}</ref>。",
        mended=f"赵州桥长50.82米<ref>{{{{cite web |url=http://www.example.org/bridge {_PAGE}}}}}</ref>。",
        find=_unarchived,
    ),
)
