"""What a reader needs to find the work and the place in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from crosscheck.cite.interface import Check, Fault
from crosscheck.cite.page import Page
from crosscheck.cite.record import Record
from crosscheck.cite.reference import Cite, Entry
from crosscheck.cite.vocabulary import notes_by, words_of
from crosscheck.model.step import say

_BOOKS = ("book", "chapter")


def _pairs(page: Page) -> Iterator[tuple[Entry, Record]]:
    for entry, record in zip(page.entries, page.records, strict=True):
        if record.form in ("template", "gbt", "plain"):
            yield entry, record


def _reference_work(record: Record) -> bool:
    from crosscheck.text.fold import simplified

    title = simplified(record.title + record.container).lower()
    return any(word in title for word in words_of("reference-work"))


def _entry_of(record: Record) -> bool:
    """Whether a work is an entry of a dictionary or encyclopedia on the web: found by its word, and without a date."""
    return bool(record.url and record.container) and _reference_work(replace(record, title=""))


def _authorless(page: Page) -> Iterator[Fault]:
    for cite in page.cites:
        lonely = _first_without_last(cite)
        if lonely:
            yield Fault(cite.template.span, say("cite.missing-author-last", name=lonely))
    for entry, record in _pairs(page):
        if record.authors or record.editors or record.translators or _reference_work(record):
            continue
        if record.form == "template":
            full = next(iter(page.cites_in(entry)), None)
            fields = (
                "authors",
                "vauthors",
                "collaboration",
                "others",
                "contributor",
                "author-first",
                "editors",
                "veditors",
            )
            if (
                full is None
                or full.value(*fields)
                or record.type not in ("book", "thesis")
                or not record.title
            ):
                continue
            yield Fault(entry.span, say("cite.missing-author", title=record.title))
        elif record.form == "gbt" and record.type in ("book", "thesis", "article-journal") and record.title:
            yield Fault(entry.span, say("cite.missing-author", title=record.title))


def _first_without_last(cite: Cite) -> str:
    """A parameter with a given name whose surname is missing, "" where there is none."""
    for who in ("author", "editor", "translator"):
        lasts = {max(number, 1) for field, number, _, a in cite.parameters if field == who and a.value}
        for field, number, _, argument in cite.parameters:
            if field == f"{who}-first" and argument.value and max(number, 1) not in lasts:
                return argument.name
    return ""


def _yearless(page: Page) -> Iterator[Fault]:
    for entry, record in _pairs(page):
        certain = (
            record.form != "plain"
            or bool(record.publisher)
            or (record.type == "article-journal" and record.issue)
        )
        wanted = record.type in (*_BOOKS, "thesis", "article-journal")
        if _entry_of(record) or _original(page, entry, record):
            continue
        if wanted and certain and not record.year and not record.date and record.title:
            yield Fault(entry.span, say("cite.missing-year", title=record.title))


def _original(page: Page, entry: Entry, record: Record) -> bool:
    """Whether a template gives the year of the first edition in place of its own."""
    return record.form == "template" and any(cite.value("orig-date") for cite in page.cites_in(entry)[:1])


def _publisherless(page: Page) -> Iterator[Fault]:
    for entry, record in _pairs(page):
        if record.publisher or record.type not in _BOOKS or not record.title:
            continue
        if record.form == "template":
            if _web_like(record) or "encyclopedia" in record.template or "百科" in record.template:
                continue
        elif record.form == "plain" and (record.container or not record.year or _residue(entry, record)):
            continue
        yield Fault(entry.span, say("cite.missing-publisher", title=record.title))


def _web_like(record: Record) -> bool:
    """Whether the work is found without its publisher: it has an address, or is older than publishers are."""
    return bool(record.url) or (record.year.isdecimal() and int(record.year) < 1900)


def _residue(entry: Entry, record: Record) -> bool:
    """Whether words of a line are left over that may name a publisher."""
    text = entry.markup
    for known in (
        *record.authors,
        *record.translators,
        record.title,
        record.date,
        record.pages,
        record.chapter,
        record.edition,
    ):
        text = text.replace(known, " ") if known else text
    text = re.sub(r"[第卷上中下册冊页頁年月日版著编編译譯主等原载載见見]|\d+", " ", text)
    return re.search(r"[\u4e00-\u9fffA-Za-z]{2}", text) is not None


def _pageless(page: Page) -> Iterator[Fault]:
    paged = set()
    if page.wiki:
        paged = {t.span.start for t in page.wiki.templates if t.name in words_of("page-template")}
    pages = {use.label for use in page.uses if use.span.end in paged} | _paged_by_template(page)
    for entry, record in _pairs(page):
        if record.type != "book" or record.pages or not record.title or entry.label in pages:
            continue
        if (record.form == "plain" and not record.publisher) or _entry_of(record):
            continue
        yield Fault(entry.span, say("cite.missing-page", title=record.title))


def _paged_by_template(page: Page) -> frozenset[str]:
    """The references whose page stands in the mark: {{r|name|p=12}}."""
    if page.wiki is None:
        return frozenset()
    marks = notes_by("use")
    spans = {
        template.span
        for template in page.wiki.templates
        if template.name in marks
        and any(re.fullmatch(r"(?:pp?|pages?|页)\d*", a.name) for a in template.arguments)
    }
    return frozenset(use.label for use in page.uses if use.span in spans)


def _ref(text: str) -> str:
    return f"郑和七下西洋<ref>{text}</ref>。"


CHECKS = (
    Check(
        rule="missing-author",
        severity="warning",
        doc="A book or thesis without author or editor, or a given name without its surname. 佚名 is an author; dictionaries, "
        "yearbooks, gazetteers and collections need none.",
        names=("CS1: err_missing_name",),
        fault=_ref("{{cite book |title=郑和航海考 |publisher=海洋出版社 |year=1985 |page=3}}"),
        mended=_ref(
            "{{cite book |author=郑一钧 |title=郑和航海考 |publisher=海洋出版社 |year=1985 |page=3}}"
        ),
        find=_authorless,
    ),
    Check(
        rule="missing-year",
        severity="info",
        doc="A book, thesis or journal article without its year: editions differ in pages and in what they say.",
        names=("Template: Full citation needed",),
        fault=_ref("郑一钧：《郑和航海考》，海洋出版社，第3页"),
        mended=_ref("郑一钧：《郑和航海考》，海洋出版社，1985年，第3页"),
        find=_yearless,
    ),
    Check(
        rule="missing-publisher",
        severity="info",
        doc="A book without its publisher. Books of one title are many; the publisher tells which one is meant.",
        names=("Template: Full citation needed",),
        fault=_ref("郑一钧：《郑和航海考》，1985年，第3页"),
        mended=_ref("郑一钧：《郑和航海考》，海洋出版社，1985年，第3页"),
        find=_publisherless,
    ),
    Check(
        rule="missing-page",
        severity="info",
        doc="A mark that leads to a whole book. A page lets the next editor check the claim; a chapter is half of the way.",
        names=("Template: Page needed", "Template: 页码请求"),
        fault=_ref("郑一钧：《郑和航海考》，海洋出版社，1985年"),
        mended=_ref("郑一钧：《郑和航海考》，海洋出版社，1985年，第3页"),
        find=_pageless,
    ),
)
