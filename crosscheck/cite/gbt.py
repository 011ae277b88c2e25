"""GB/T 7714 lines (2005, 2015 and 2025 forms): ``作者. 题名[M]. 地: 社, 年: 页.``

The mark in brackets is the anchor: what stands before it is authors and title, what stands after it depends on it.
"""

from __future__ import annotations

import re
from functools import cache

from crosscheck.cite.date_forms import year_of
from crosscheck.cite.markup import ADDRESS
from crosscheck.cite.record import Record
from crosscheck.patterns import compiled

TYPES = {
    "M": "book", "C": "paper-conference", "N": "article-newspaper", "J": "article-journal", "D": "thesis", "R": "report",
    "S": "standard", "P": "patent", "DB": "dataset", "CP": "software", "EB": "webpage", "A": "chapter", "G": "book",
    "CM": "map", "DS": "dataset", "Z": "", "PP": "article-journal", "K": "book",
}  # fmt: skip
CARRIERS = ("MT", "DK", "CD", "OL")
_ASCII = str.maketrans("．，：；（）［］／　–—―～", ".,:;()[]/ ----")
MARK = compiled(r"(?<!\s)\s*+\[\s*+([A-Z]{1,2})\s*+(?:/\s*+([A-Z]{2})\s*+)?\]\s*+")


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    year = r"(?P<date>\[?c?(?:\d{4}(?:-\d\d?(?:-\d\d?)?|/\d{4}|-\d{4})?|民国\w{1,4}年(?:\(\d{4}\))?)\]?年?)"
    pages = r"(?:\s*+:\s*+(?P<pages>[A-Za-z]{0,2}\d[\w\s,+-]*+))?"
    people = r"(?:(?P<translators>[^.:]{1,40}?),?\s?译(?:者)?\.\s*)?"
    edition = r"(?:(?P<edition>第?[\w一二三四五六七八九十]+版|\d+(?:st|nd|rd|th) ed|修订版|rev ed)\.?\s*)?"
    return {
        "book": compiled(
            rf"{people}{edition}(?:(?P<place>[^:,]{{1,30}}+):\s*+)?(?P<publisher>[^:,\d][^:,]{{0,60}}+),\s*+{year}{pages}"
        ),
        "journal": compiled(
            rf"(?P<container>[^,]{{1,80}}+),\s*+{year}(?:\s*+,\s*+(?P<volume>[\w-]++))?(?:\s*+\((?P<issue>[^()]++)\))?{pages}"
        ),
        "newspaper": compiled(rf"(?P<container>[^,]{{1,60}}+),\s*+{year}(?:\s*+\((?P<pages>[^()]++)\))?"),
        "unmarked": compiled(
            r"(?P<head>[^\[\]:]{3,160}?)\.\s*(?P<place>[^.:,]{1,20}):\s*(?P<publisher>[^:,\d]{2,40}),\s*(?P<date>\d{4})"
            rf"{pages}\.?"
        ),
        "address": compiled(ADDRESS),
        "published": compiled(r"\((\d{4}(?:-\d\d?(?:-\d\d?)?)?)\)"),
        "accessed": compiled(r"\[(\d{4}-\d\d?-\d\d?)\]"),
        "doi": compiled(r"(?i)\bdoi\s*[:：]\s*(10\.[^\s，。；]+)"),
        "number": compiled(r"^\s*(?:\[\d+\]|\(\d+\)|\d+[.)])\s*"),
        "bracketed": compiled(r"(?P<people>[^《》:：.．。]{1,60}+)[:：.．]\s?《(?P<title>[^《》]{1,120})》"),
        "others": compiled(r"(?<=\bet al)\.\s*+(?=[^\s,(\[])"),
        "split": compiled(
            r"(?<![A-ZА-Я])(?<!\s[A-ZА-Я])(?<!\bet al)(?<!\bal)(?<!\bJr)(?<!\d)\.\s*(?=\S)|(?<=[A-ZА-Я])\.\s+(?=[A-ZА-Я]?[a-zа-я]{2,}|[A-Z]\w+ [a-z])"
        ),
    }


def mark_of(text: str) -> re.Match[str] | None:
    """The type mark of a line, None where it has none; brackets of other use ([2012-03-04], [1]) are passed over."""
    plain = text.translate(_ASCII)
    for match in MARK.finditer(plain):
        if match[2] or match[1] in TYPES or match.end() == len(plain) or plain[match.end()] in ".,/(":
            return match
    return None


def read(text: str) -> Record | None:
    """The record of a line with a type mark, None where it has none or nothing stands before it."""
    mark = mark_of(text)
    if mark is None or not text[: mark.start()].strip():
        return None
    plain = text.translate(_ASCII)
    number = _patterns()["number"].match(plain)
    head = text[number.end() if number else 0 : mark.start()].strip()
    if not head:
        return None
    authors, title = head_of(head)
    tail, found = _tail(plain, mark.end())
    host = ""
    if tail.startswith("//"):
        host, tail = _host(tail[2:])
    parts = _body(mark[1], tail)
    date = (parts.get("date") or found.get("date") or "").strip("[]")
    container = (parts.get("container") or "").strip()
    host_editors: tuple[str, ...] = ()
    if host:
        host_editors, container = head_of(host)
    type_ = TYPES.get(mark[1], "")
    return Record(
        form="gbt",
        type="chapter" if host and type_ == "book" else type_,
        mark=mark[1] + (f"/{mark[2]}" if mark[2] else ""),
        authors=authors,
        editors=host_editors,
        translators=people(parts.get("translators") or ""),
        title=title,
        container=container,
        edition=parts.get("edition") or "",
        place=(parts.get("place") or "").strip("[] "),
        publisher=(parts.get("publisher") or "").strip(),
        date=date,
        year=year_of(date) if date else "",
        volume=parts.get("volume") or "",
        issue=(parts.get("issue") or "").strip(),
        pages=(parts.get("pages") or "").strip(),
        url=found.get("url", ""),
        access_date=found.get("accessed", ""),
        identifiers=(("doi", found["doi"]),) if "doi" in found else (),
    )


def read_unmarked(text: str) -> Record | None:
    """The record of a line that has the form of a book but no mark, None where it has another form."""
    match = _patterns()["unmarked"].fullmatch(text.translate(_ASCII)) if len(text) < 400 else None
    if match is None or "《" in text:
        return None
    authors, title = head_of(text[: match.end("head")])
    if not authors:
        return None
    return Record(
        form="plain",
        type="book",
        authors=authors,
        title=title,
        place=match["place"].strip(),
        publisher=match["publisher"].strip(),
        date=match["date"],
        year=match["date"],
        pages=(match["pages"] or "").strip(),
    )


def people(text: str) -> tuple[str, ...]:
    """The names of a list of people; 等 and et al end it."""
    names = []
    for part in re.split(r"[,，、;；]", text):
        name = re.sub(r"^[\[［（(〔【][\u4e00-\u9fff]{1,4}[\]］）)〕】]\s*", "", part.strip())
        name = re.sub(r"(?:等|et al\.?|编著?|主编|著|译|等著|整理)$", "", name).strip()
        if name and name.lower() not in ("et al", "jr", "编", "主编", "著", "译"):
            names.append(name)
    return tuple(names)


def head_of(head: str) -> tuple[tuple[str, ...], str]:
    """Authors and title; a head without a full stop between the two is a title."""
    plain = head.translate(_ASCII)
    if "《" in head[:1] or "“" in head[:1]:
        return (), head.strip("《》")
    marked = _patterns()["bracketed"].fullmatch(head)
    if marked:
        return people(marked["people"]), marked["title"]
    cut = _patterns()["others"].search(plain) or _patterns()["split"].search(plain)
    if cut is None or cut.end() >= len(head):
        return (), head.strip(" .．")
    return people(head[: cut.start()]), head[cut.end() :].strip(" .．")


def _tail(plain: str, start: int) -> tuple[str, dict[str, str]]:
    """What follows the mark, without address, dates in brackets and DOI, which are handed over by name."""
    pattern = _patterns()
    tail, found = plain[start:], {}
    address = pattern["address"].search(tail)
    if address:
        found["url"] = address[0].rstrip(".,;")
        tail = tail[: address.start()] + " " + tail[address.end() :]
    doi = pattern["doi"].search(tail)
    if doi:
        found["doi"] = doi[1].rstrip(".")
        tail = tail[: doi.start()] + tail[doi.end() :]
    for name, key in (("accessed", "accessed"), ("published", "date")):
        match = pattern[name].search(tail)
        if match:
            found[key] = match[1]
            tail = tail[: match.start()] + tail[match.end() :]
    return tail.strip(" .,"), found


def _host(tail: str) -> tuple[str, str]:
    """The work that a part stands in, and what follows it."""
    head, mark, rest = tail.partition("[")
    if mark and re.match(r"[A-Z]{1,2}(?:/[A-Z]{2})?\]", rest):
        return head.strip(), rest.partition("]")[2].strip(" .")
    cut = re.search(r"\.\s*(?=[^.:,]{1,30}:[^.]*,\s*\[?c?\d{4})", tail)
    if cut:
        return tail[: cut.start()].strip(), tail[cut.end() :]
    return tail.strip(" ."), ""


def _body(mark: str, tail: str) -> dict[str, str | None]:
    """Publisher, journal, pages: by the type of the mark first, by any other form that fits otherwise."""
    pattern = _patterns()
    order = {"J": ("journal", "book"), "N": ("newspaper", "journal")}.get(mark, ("book",))
    for name in order:
        match = pattern[name].match(tail)
        if match:
            return match.groupdict()
    year = re.search(r"(?<!\d)\d{4}(?:-\d\d?(?:-\d\d?)?)?(?!\d)", tail)
    return {"date": year[0]} if year else {}
