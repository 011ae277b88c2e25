"""References as the Chinese Wikipedia prints its templates: 作者. 题名. 地点: 出版社. 2009: 12–15. ISBN ...

A saved page, or one converted to markdown, has these lines where the wikitext had a template.
"""

from __future__ import annotations

import re
from functools import cache

from crosscheck.cite.date_forms import year_of
from crosscheck.cite.gbt import people
from crosscheck.cite.record import Record
from crosscheck.patterns import compiled

_LONGEST = 500


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    date = r"(?P<date>\d{4}(?:-\d\d?(?:-\d\d?)?|年(?:\d{1,2}月(?:\d{1,2}日)?)?)?)"
    pages = r"(?:\s*:\s*(?P<pages>[\d\w][\d\w,\s–-]*))?"
    return {
        "note": compiled(
            r"(?<!\s)\s*+[（(](?:原始内容|原始內容|页面存档|頁面存檔|简体|繁体|中文|英语|英語|日语|日語|德语|俄语|法语|内容|內容)[^（(）)]*(?:[（(][^（(）)]*[）)][^（(）)]*)?[）)]\.?"
        ),
        "identifiers": compiled(
            r"(?<!\s)\s*+(?:ISBN|ISSN|OCLC|doi|PMID|arXiv|JSTOR|Bibcode)[\s:：].*$", re.IGNORECASE
        ),
        "accessed": compiled(r"(?<!\s)\s*+\[(\d{4}-\d\d?-\d\d?)\]"),
        "book": compiled(
            rf"(?P<head>.+?)\.\s(?P<place>[^.:：]{{1,20}})[:：]\s?(?P<publisher>[^.:：\d]{{2,40}})\.\s{date}{pages}\.?"
        ),
        "journal": compiled(
            rf"(?P<head>.+?)\.\s(?P<container>[^.]{{2,60}})\.\s{date},\s?(?P<volume>\d+)?\s?(?:[（(](?P<issue>[^）)]+)[）)])?{pages}\.?"
        ),
        "page": compiled(rf"(?P<head>.+?)\.\s(?P<container>[^.]{{2,60}})\.\s{date}{pages}\.?"),
    }


def _head(text: str) -> tuple[tuple[str, ...], str] | None:
    """Authors and title, None where it cannot be told which is which."""
    parts = re.split(r"(?<![A-Z])\.\s", text)
    if len(parts) == 1:
        return (), parts[0].strip()
    if len(parts) != 2 or len(parts[0]) > 80:
        return None
    names = (
        tuple(name.strip() for name in parts[0].split(";") if name.strip())
        if ";" in parts[0]
        else people(parts[0])
    )
    return names, parts[1].strip()


def read(text: str) -> Record | None:
    """The record of a printed template, None where the line has another form."""
    if len(text) > _LONGEST or ". " not in text or "《" in text[:2]:
        return None
    pattern = _patterns()
    line = pattern["identifiers"].sub("", pattern["note"].sub("", text)).strip()
    accessed = pattern["accessed"].search(line)
    if accessed:
        line = (line[: accessed.start()] + line[accessed.end() :]).strip()
    for form in ("book", "journal", "page"):
        match = pattern[form].fullmatch(line)
        head = _head(match["head"]) if match else None
        if match is None or head is None or (form == "journal" and not (match["volume"] or match["issue"])):
            continue
        parts = match.groupdict()
        type_ = {"book": "book", "journal": "article-journal", "page": "webpage" if accessed else ""}[form]
        return Record(
            form="plain",
            type=type_,
            authors=head[0],
            title=head[1],
            container=parts.get("container") or "",
            place=parts.get("place") or "",
            publisher=parts.get("publisher") or "",
            date=match["date"],
            year=year_of(match["date"]),
            volume=parts.get("volume") or "",
            issue=parts.get("issue") or "",
            pages=(match["pages"] or "").strip(),
            access_date=accessed[1] if accessed else "",
        )
    return None
