"""A part and the work that it stands in, written with two strokes and no mark: 作者. 题名 // 容器. 地: 社, 年: 页."""

from __future__ import annotations

import re
from functools import cache

from crosscheck.cite.date_forms import year_of
from crosscheck.cite.gbt import head_of
from crosscheck.cite.markup import ADDRESS
from crosscheck.cite.record import Record
from crosscheck.patterns import compiled

_LONGEST = 400


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {
        "address": compiled(ADDRESS),
        "titles": compiled(r"《[^《》]{0,200}》"),
        "strokes": compiled(r"(?<![:/])//(?![/])"),
        "host": compiled(
            r"\s?[《“\"]?(?P<container>\w[^《》“”\"/.．。,，;；\[\]]{1,80})[》”\"]?\s*+(?=[.．。,，;；\[(（—–-])"
        ),
        "year": compiled(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)"),
        "house": compiled(
            r"(?P<place>[^\s.．:：,，;；。]{1,20})\s?[:：]\s?(?P<publisher>[^.．:：,，;；。\d]{2,40})[,，]"
        ),
        "issue": compiled(r"(?:№|No\.?|第)\s?(\d{1,4})(?:\s?期)?"),
        "pages": compiled(
            r"(?:[Pp]{1,2}\.|[СсCc]\.|第)\s?(\d{1,5}(?:\s?[-–—]\s?\d{1,5})?)(?!\s?[期卷])|[:：]\s?(\d{1,5}(?:\s?[-–—]\s?\d{1,5})?)"
        ),
    }


def read(text: str) -> Record | None:
    """The record of a line with two strokes, None where a name before them or a name and a year behind them is missing."""
    pattern = _patterns()
    if "//" not in text or len(text) > _LONGEST:
        return None
    bare = pattern["address"].sub(lambda match: " " * len(match[0]), text)
    strokes = pattern["strokes"].search(pattern["titles"].sub(lambda match: " " * len(match[0]), bare))
    if strokes is None or not re.search(r"\w{2}", bare[: strokes.start()]):
        return None
    tail = bare[strokes.end() :]
    host, year = pattern["host"].match(tail), pattern["year"].search(tail)
    if host is None or year is None:
        return None
    authors, title = head_of(bare[: strokes.start()].strip())
    rest = tail[host.end() :]
    house, issue, pages = (pattern[name].search(rest) for name in ("house", "issue", "pages"))
    editors, container = head_of(tail[: host.end() + house.start()].strip(" .．。,，")) if house else ((), "")
    return Record(
        form="plain",
        type="chapter" if house else "article-journal" if issue else "",
        authors=authors,
        editors=editors,
        title=title.strip('《》“”" '),
        container=(container or host["container"]).strip('《》“”" '),
        place=house["place"] if house else "",
        publisher=house["publisher"].strip() if house else "",
        date=year[0],
        year=year_of(year[0]),
        issue=issue[1] if issue else "",
        pages=(pages[1] or pages[2]) if pages else "",
    )
