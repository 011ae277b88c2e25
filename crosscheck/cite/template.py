"""A citation template becomes a Record."""

from __future__ import annotations

import re
from functools import cache

from crosscheck.cite.date_forms import year_of
from crosscheck.cite.markup import plain
from crosscheck.cite.record import Record
from crosscheck.cite.reference import Cite
from crosscheck.model.span import Span
from crosscheck.patterns import compiled

_IDENTIFIERS = (
    "isbn", "issn", "eissn", "doi", "pmid", "pmc", "oclc", "arxiv", "bibcode", "jstor", "hdl", "lccn", "s2cid", "cn", "csbn",
)  # fmt: skip


@cache
def _markup() -> re.Pattern[str]:
    return compiled(r"[\[\]{}<'&\n]|  |://")


@cache
def _separators() -> re.Pattern[str]:
    return compiled(r"[、;；，]|,(?=\s?[\u4e00-\u9fff])")


def bare(value: str) -> str:
    """`value` without the brackets of ``((accepted as it is))``."""
    if not value.startswith("((") or not value.endswith("))"):
        return value
    return value[2:-2].strip()


def _words(cite: Cite, *fields: str) -> str:
    return _clean(cite.value(*fields))


def _clean(text: str) -> str:
    value = bare(text)
    return plain(value)[0] if _markup().search(value) else value


def _people(cite: Cite, field: str) -> tuple[str, ...]:
    """The people of a field, each surname with its given name."""
    if field not in cite.by_field and f"{field}-first" not in cite.by_field:
        return ()
    lasts: dict[int, str] = {}
    firsts: dict[int, str] = {}
    for name, number, _, argument in cite.parameters:
        if argument.value and name == field:
            lasts.setdefault(max(number, 1), _clean(argument.value))
        elif argument.value and name == f"{field}-first":
            firsts.setdefault(max(number, 1), _clean(argument.value))
    found: list[str] = []
    for number in sorted(lasts):
        last, first = lasts[number], firsts.get(number, "")
        if first:
            chinese = "\u4e00" <= last[:1] <= "\u9fff"
            found.append(last + first if chinese else f"{last}, {first}")
        else:
            found.extend(part.strip() for part in _separators().split(last) if part.strip())
    return tuple(found)


def authors(cite: Cite) -> tuple[str, ...]:
    """The authors, however they are given."""
    found = _people(cite, "author")
    if found:
        return found
    listed = plain(bare(cite.value("authors", "vauthors")))[0]
    parts = _separators().split(listed) if listed else []
    if cite.value("vauthors"):
        parts = [part.strip() for part in listed.split(",")]
    return tuple(part.strip() for part in parts if part.strip())


def _type(cite: Cite) -> str:
    if cite.type:
        return "chapter" if cite.type == "book" and cite.value("chapter", "script-chapter") else cite.type
    names = {
        argument.name for name, _, _, argument in cite.parameters if name == "container" and argument.value
    }
    for name, type_ in (
        ("journal", "article-journal"),
        ("newspaper", "article-newspaper"),
        ("magazine", "article-magazine"),
    ):
        if name in names:
            return type_
    if cite.value("isbn") or (cite.value("publisher") and not cite.value("url")):
        return "chapter" if cite.value("chapter", "script-chapter") else "book"
    return "webpage" if cite.value("url") else ""


def record_of_cite(cite: Cite, label: str = "", span: Span | None = None) -> Record:
    """The record of a citation template; `label` and `span` are those of the reference around it."""
    date = _words(cite, "date", "year", "publication-date")
    type_ = _type(cite)
    part = type_ == "chapter"
    chapter = _words(cite, "chapter", "script-chapter")
    title = _words(cite, "title", "script-title", "trans-title")
    container = _words(cite, "container", "script-container", "encyclopedia", "book-title")
    if part and chapter and not container:
        chapter, title, container = "", chapter, title
    return Record(
        label=label,
        span=span or cite.template.span,
        form="template",
        template=cite.name,
        type=type_,
        authors=authors(cite),
        editors=_people(cite, "editor"),
        translators=_people(cite, "translator"),
        title=title,
        container=container,
        series=_words(cite, "series"),
        edition=_words(cite, "edition"),
        place=_words(cite, "place", "publication-place"),
        publisher=_words(cite, "publisher"),
        date=date,
        year=year_of(date) if date else "",
        volume=_words(cite, "volume"),
        issue=_words(cite, "issue"),
        pages=_words(cite, "pages", "quote-pages"),
        chapter=chapter,
        url=bare(cite.value("url", "chapter-url")),
        access_date=cite.value("access-date"),
        archive_url=cite.value("archive-url"),
        archive_date=cite.value("archive-date"),
        language=_words(cite, "language"),
        identifiers=tuple((name, bare(cite.value(name))) for name in _IDENTIFIERS if cite.value(name)),
        quote=_words(cite, "quote"),
    )
