"""Identifiers: form and check digit."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from crosscheck.cite.identifiers import CHECKS as BY_NAME
from crosscheck.cite.identifiers import written
from crosscheck.cite.interface import Check, Fault
from crosscheck.cite.markup import ADDRESS
from crosscheck.cite.page import Page
from crosscheck.cite.template import bare
from crosscheck.model.span import Span
from crosscheck.model.step import Step, say
from crosscheck.patterns import compiled


@cache
def _prefix() -> re.Pattern[str]:
    return compiled(r"^(?:ISBN|ISSN|DOI|PMID|OCLC|arXiv)(?:-1[03])?\s*[:：]?\s*", re.IGNORECASE)


def _found(page: Page, name: str) -> Iterator[tuple[str, Span]]:
    """Every value of the identifier `name` on the page, with its place; one in ``((...))`` is accepted as it is."""
    for cite in page.cites:
        for argument in cite.all(name):
            value = argument.value
            if bare(value) == value and not re.search(r"\{\{|\[\[|<", value):
                yield value, argument.span
    if page.wiki and name in ("isbn", "issn"):
        for template in page.wiki.templates:
            if template.name in (name, f"{name}search"):
                yield from ((a.value, a.span) for a in template.arguments if a.name == "1" and a.value)
    for entry, record in (
        *zip(page.entries, page.records, strict=True),
        *zip(page.bullets, page.bullet_records, strict=True),
    ):
        if record.form == "template":
            continue
        words = re.sub(ADDRESS, lambda m: m[0] if "doi.org/" in m[0] else " " * len(m[0]), entry.markup)
        for found, value, span in written(words, entry.inner.start):
            if found == name:
                yield value, span if entry.exact else entry.span


def _finder(name: str) -> Callable[[Page], Iterator[Fault]]:
    def find(page: Page) -> Iterator[Fault]:
        for value, span in _found(page, name):
            for part in re.split(r"[,;，；、]\s*", value) if name == "isbn" else (value,):
                text = part if name in ("doi", "arxiv") else _prefix().sub("", part)
                wrong = BY_NAME[name](text)
                if wrong:
                    yield Fault(span, _message(name, wrong, part))
        if name == "issn":
            yield from _eissn(page)

    return find


def _eissn(page: Page) -> Iterator[Fault]:
    for value, span in _found(page, "eissn"):
        wrong = BY_NAME["eissn"](value)
        if wrong:
            yield Fault(span, _message("issn", wrong, value))


def _message(name: str, wrong: str, value: str) -> Step:
    if name == "doi" and wrong == "address":
        inner = re.search(r"10\.\d{4,9}/\S+", value)
        if inner:
            return say("cite.bad-doi-address", value=value, fix=inner[0])
        wrong = "form"
    return say(f"cite.bad-{name}-{wrong}", value=value)


def _book(field: str) -> str:
    return f"{{{{cite book |author=竺可桢 |title=物候学 |publisher=科学出版社 |year=1973 |page=4 |{field}}}}}"


def _paper(field: str) -> str:
    return f"{{{{cite journal |author=竺可桢 |title=物候与农时 |journal=农史 |year=1973 |page=4 |{field}}}}}"


def _check(name: str, doc: str, names: tuple[str, ...], wrong: str, right: str) -> Check:
    return Check(
        rule=f"bad-{name}",
        severity="error",
        doc=doc,
        names=names,
        fault=f"物候一年一变<ref>{wrong}</ref>。",
        mended=f"物候一年一变<ref>{right}</ref>。",
        find=_finder(name),
    )


CHECKS = (
    _check(
        "isbn",
        "An ISBN of a wrong length, prefix or check digit leads to no book, or to another one. `((...))` around it says that "
        "the book itself prints it so.",
        ("CS1: err_bad_isbn", "CheckWiki 70", "CheckWiki 71", "CheckWiki 72", "CheckWiki 73"),
        _book("isbn=978-7-03-011357-9"),
        _book("isbn=978-7-03-011357-3"),
    ),
    _check(
        "issn",
        "An ISSN has eight characters, the last one a check digit.",
        ("CS1: err_bad_issn", "CS1: err_bad_eissn"),
        _paper("issn=0001-5734"),
        _paper("issn=0001-5733"),
    ),
    _check(
        "doi",
        "A DOI begins with 10. and a number, then a slash; it is written without the address of its resolver.",
        ("CS1: err_bad_doi",),
        _paper("doi=https://doi.org/10.1360/zf2012-42-1"),
        _paper("doi=10.1360/zf2012-42-1"),
    ),
    _check(
        "pmid",
        "A PMID is a whole number of at most eight digits.",
        ("CS1: err_bad_pmid",),
        _paper("pmid=PMC12345"),
        _paper("pmid=12345678"),
    ),
    _check(
        "arxiv",
        "An arXiv identifier is year and month, a point and a number (since April 2007), or a subject and seven digits.",
        ("CS1: err_bad_arxiv",),
        _paper("arxiv=1913.0001"),
        _paper("arxiv=1912.00001"),
    ),
    _check(
        "oclc",
        "An OCLC number is what WorldCat finds the work by; it has at most ten digits and no letters.",
        ("CS1: err_bad_oclc",),
        _book("oclc=12a4567"),
        _book("oclc=1234567"),
    ),
    _check(
        "cn",
        "A 国内统一刊号 is the code of the province, a hyphen, four digits and the class after a slash: 11-1234/D.",
        ("CS1 (zh): bad_cnid",),
        _paper("cn=1-12345"),
        _paper("cn=11-1234/K"),
    ),
    _check(
        "csbn",
        "A 统一书号 (1956 to 1986) is class (1 to 17) and publisher (three digits), a raised dot, and a number: 13031·123.",
        ("CS1 (zh): bad_csbn",),
        _book("csbn=99031·123"),
        _book("csbn=13031·123"),
    ),
)
