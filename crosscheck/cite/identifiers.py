"""Identifiers of works: found in text, and checked for form and check digit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from crosscheck.model.span import Span
from crosscheck.patterns import compiled

# First digits of a 国内统一刊号: the codes of the provinces (GB/T 2260), 10 for titles registered with the state itself.
_PROVINCES = frozenset([
    "10", "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41",
    "42", "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81",
    "82",
])  # fmt: skip
_DASHES = str.maketrans("‐‑‒–—―－﹣−", "---------")


def check_isbn(value: str) -> str:
    """ "" where `value` is a valid ISBN, else what is wrong: ``length``, ``characters``, ``prefix`` or ``digit``."""
    from stdnum import exceptions, isbn

    compact = re.sub(r"[\s-]", "", value.translate(_DASHES)).upper()
    if not re.fullmatch(r"[0-9]*X?", compact):
        return "characters"
    if len(compact) == 9:  # an SBN, the form before 1970
        compact = "0" + compact
    if len(compact) not in (10, 13):
        return "length"
    if len(compact) == 13 and not compact.startswith(("978", "979")):
        return "prefix"
    try:
        isbn.validate(compact)
    except exceptions.InvalidChecksum:
        return "digit"
    except exceptions.ValidationError:
        return "characters"
    return ""


def check_issn(value: str) -> str:
    """ "" where `value` is a valid ISSN, else ``form`` or ``digit``."""
    from stdnum import exceptions, issn

    compact = value.translate(_DASHES).strip().upper()
    if not re.fullmatch(r"[0-9]{4}-?[0-9]{3}[0-9X]", compact):
        return "form"
    try:
        issn.validate(compact)
    except exceptions.InvalidChecksum:
        return "digit"
    except exceptions.ValidationError:
        return "form"
    return ""


def check_doi(value: str) -> str:
    """ "" where `value` has the form of a DOI, else ``prefix``, ``address`` or ``form``."""
    text = value.strip()
    if re.match(r"(?i)https?://|doi:|doi\.org/", text):
        return "address"
    if not re.match(r"10\.[1-9]\d{3,8}(?:\.\d+)*/", text):
        return "prefix"
    return "" if re.fullmatch(r"10\.[\d.]+/[^\s，。；、–]*[^\s.,，。；、–]", text) else "form"


def check_number(value: str, highest: int) -> str:
    """ "" where `value` is a whole number from 1 to `highest`, else ``form``."""
    text = value.strip()
    fits = text.isascii() and text.isdecimal() and not text.startswith("0") and int(text) <= highest
    return "" if fits else "form"


def check_oclc(value: str) -> str:
    """ "" where `value` has the form of an OCLC number, else ``form``."""
    text = re.sub(r"(?i)^\(OCoLC\)|^(?:ocm|ocn|on)", "", value.strip())
    return "" if text.isascii() and text.isdecimal() and len(text) <= 10 else "form"


def check_arxiv(value: str) -> str:
    """ "" where `value` has the form of an arXiv identifier, else ``form``."""
    new = re.fullmatch(r"(\d\d)(\d\d)\.(\d{4,5})(?:v\d+)?", value.strip())
    if new:
        fits = 1 <= int(new[2]) <= 12 and (len(new[3]) == 5) == (int(new[1] + new[2]) >= 1501)
        return "" if fits and int(new[1] + new[2]) >= 704 else "form"
    old = re.fullmatch(r"[a-z-]+(?:\.[A-Z]{2})?/(\d\d)(\d\d)\d{3}(?:v\d+)?", value.strip())
    return "" if old and 1 <= int(old[2]) <= 12 else "form"


def check_cn(value: str) -> str:
    """ "" where `value` has the form of a 国内统一刊号 (``11-1234/D``), else ``form`` or ``province``."""
    text = re.sub(r"^(?:CN|刊号)?\s*[:：]?\s*", "", value.translate(_DASHES).strip(), flags=re.IGNORECASE)
    match = re.fullmatch(r"(\d\d)\s?-\s?(\d{4})(?:\s?/\s?[A-Z]{1,2}[\d.]*)?", text)
    if match is None:
        return "form"
    return "" if match[1] in _PROVINCES and match[2] != "0000" else "province"


def check_csbn(value: str) -> str:
    """ "" where `value` has the form of a 统一书号 (``11001·123``: class 1 to 17, publisher, number), else ``form`` or ``class``."""
    text = re.sub(
        r"^(?:CSBN|统一书号|統一書號|书号|書號)?\s*[:：]?\s*", "", value.strip(), flags=re.IGNORECASE
    )
    match = re.fullmatch(r"(\d{1,2})(\d{3})\s?[·.．・•‧∙-]\s?(\d{1,5})", text)
    if match is None:
        return "form"
    return "" if 1 <= int(match[1]) <= 17 else "class"


CHECKS = {
    "isbn": check_isbn,
    "issn": check_issn,
    "eissn": check_issn,
    "doi": check_doi,
    "pmid": lambda value: check_number(value, 99_999_999),
    "arxiv": check_arxiv,
    "oclc": check_oclc,
    "cn": check_cn,
    "csbn": check_csbn,
}


@cache
def _written() -> re.Pattern[str]:
    return compiled(
        r"\b(?P<isbn>ISBN)(?:-1[03])?[\s:：]*(?P<isbn_value>[0-9][0-9Xx\s‐‑–—-]{7,18}[0-9Xx])(?![\w-])"
        r"|\b(?P<issn>ISSN)[\s:：]*(?P<issn_value>[0-9]{4}[‐‑–—-]?[0-9]{3}[0-9Xx])(?!\w)"
        r"|\b(?P<doi>doi)(?:\.org/|[\s:：]+)(?P<doi_value>10\.[^\s，。；、《》<>|\[\]{}\"]+)"
        r"|\b(?P<pmid>PMID)[\s:：]*(?P<pmid_value>[0-9]+)"
        r"|\b(?P<arxiv>arXiv)[:：]\s?(?P<arxiv_value>[\w.-]+(?:/\d+)?)"
        r"|\b(?P<cn>CN)\s?(?P<cn_value>\d\d-\d{4}(?:/[A-Z]{1,2}[\d.]*)?)(?!\d)"
        r"|(?P<csbn>统一书号|統一書號)[\s:：]*(?P<csbn_value>\d{3,6}[·.．・•‧-]\d{1,5})",
        re.IGNORECASE | re.ASCII,
    )


def written(text: str, offset: int = 0) -> Iterator[tuple[str, str, Span]]:
    """The identifiers in running text: name, value and place, `offset` added to the place."""
    for match in _written().finditer(text):
        name = match.lastgroup or ""
        name = name.removesuffix("_value")
        value = match[f"{name}_value"]
        stripped = value.rstrip(" .,;)-")
        start = match.start(f"{name}_value")
        yield name, stripped, Span(offset + start, offset + start + len(stripped))
