"""Records for reference managers: CSL-JSON and BibTeX."""

from __future__ import annotations

import re
from typing import Any

from crosscheck.cite.date_forms import read_day
from crosscheck.cite.record import Record

_BIBTEX = {
    "book": "book",
    "chapter": "incollection",
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "thesis": "phdthesis",
    "report": "techreport",
    "paper-conference": "inproceedings",
}
_SPECIAL = str.maketrans({char: f"\\{char}" for char in "&%$#_{}"})


def _name(name: str) -> dict[str, str]:
    family, comma, given = name.partition(",")
    return {"family": family.strip(), "given": given.strip()} if comma else {"literal": name}


def _date(text: str, year: str) -> dict[str, Any]:
    day = read_day(text)
    if day and day.real:
        return {"date-parts": [[part for part in (day.year, day.month, day.day) if part]]}
    return {"date-parts": [[int(year)]], "literal": text} if year else {"literal": text}


def csl(record: Record) -> dict[str, Any]:
    """`record` as an item of CSL-JSON: only the fields that it has; its type is ``document`` where it is not known."""
    item: dict[str, Any] = {"id": record.label or "item", "type": record.type or "document"}
    for key, people in (
        ("author", record.authors),
        ("editor", record.editors),
        ("translator", record.translators),
    ):
        if people:
            item[key] = [_name(name) for name in people]
    fields = {
        "title": record.title,
        "container-title": record.container,
        "collection-title": record.series,
        "edition": record.edition,
        "publisher": record.publisher,
        "publisher-place": record.place,
        "volume": record.volume,
        "issue": record.issue,
        "page": record.pages,
        "chapter-number": record.chapter,
        "URL": record.url,
        "archive_location": record.archive_url,
        "language": record.language,
        "ISBN": record.identifier("isbn"),
        "ISSN": record.identifier("issn"),
        "DOI": record.identifier("doi"),
        "PMID": record.identifier("pmid"),
        "PMCID": record.identifier("pmc"),
    }
    item.update({key: value for key, value in fields.items() if value})
    if record.date or record.year:
        item["issued"] = _date(record.date or record.year, record.year)
    if record.access_date:
        item["accessed"] = _date(record.access_date, "")
    return item


def bibtex(record: Record) -> str:
    """`record` as an entry of BibTeX, in UTF-8, fields in a fixed order."""
    journal = record.type.startswith("article-")
    fields = {
        "author": " and ".join(record.authors),
        "editor": " and ".join(record.editors),
        "translator": " and ".join(record.translators),
        "title": record.title,
        "journal" if journal else "booktitle": record.container,
        "series": record.series,
        "edition": record.edition,
        "school" if record.type == "thesis" else "publisher": record.publisher,
        "address": record.place,
        "year": record.year,
        "volume": record.volume,
        "number": record.issue,
        "pages": re.sub(r"(?<=\d)\s*[-–—]\s*(?=\d)", "--", record.pages),
        "chapter": record.chapter,
        "isbn": record.identifier("isbn"),
        "issn": record.identifier("issn"),
        "doi": record.identifier("doi"),
        "url": record.url,
        "urldate": record.access_date,
        "language": record.language,
    }
    kept = {"url", "doi"}
    lines = [
        f"  {key} = {{{value if key in kept else value.translate(_SPECIAL)}}},"
        for key, value in fields.items()
        if value
    ]
    key = re.sub(r"[\s,{}\"\\#%~'=/]+", "-", record.label).strip("-") or "item"
    return "\n".join((f"@{_BIBTEX.get(record.type, 'misc')}{{{key},", *lines, "}")) + "\n"
