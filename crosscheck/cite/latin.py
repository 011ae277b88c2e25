"""References in Latin script, as Chicago, APA and MLA write them: only where the whole line has one of their forms."""

from __future__ import annotations

import re
from functools import cache

from crosscheck.cite.record import Record
from crosscheck.patterns import compiled

# A longer line is a note with a citation in it, and none of the forms.
_LONGEST = 400


_OTHERS = compiled(r"(?:^|(?<=[\s,;]))et al\.?$", re.IGNORECASE)


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    people = r"(?P<people>[A-Z][^\d()\"“”]{1,120}?)"
    year = r"(?P<year>\d{4})[a-z]?"
    pages = r"(?:[,.]\s*(?:pp?\.\s*)?(?P<pages>\d+(?:\s?[-–—]\s?\d+)?))?\.?"
    imprint = r"(?:(?P<place>[A-Z][^:.\d]{1,40}):\s*)?(?P<publisher>[A-Z][^:,.\d]{2,60})"
    volume = (
        r"(?:,?\s*(?:[Vv]ol\.\s*)?(?P<volume>\d+))?(?:,?\s*(?:[Nn]o\.\s*(?P<number>\d+)|\((?P<issue>\d+)\)))?"
    )
    return (
        # Last, First (1992). Title. Place: Publisher. p. 45.
        compiled(rf"{people}\s?\({year}\)[.,]\s?(?P<title>[^.\"“”]{{3,160}})\.\s?{imprint}{pages}"),
        # Last, First. Title. Place: Publisher, 1990, pp. 10-12.
        compiled(rf"{people}[.,]\s(?P<title>[A-Z][^.\"“”]{{3,160}})\.\s?{imprint},\s*{year}{pages}"),
        # First Last, Title (Place: Publisher, 1990), 10-12.
        compiled(rf"{people},\s(?P<title>[A-Z][^.\"“”()]{{3,160}})\({imprint},\s*{year}\){pages}"),
        # First Last, "Title", Journal, Vol. 3, No. 12 (1962), pp. 3-9.
        compiled(
            rf"{people}[.,]\s+[\"“](?P<title>[^\"“”]{{3,200}}?)[.,]?[\"”][.,]?\s+(?P<container>[A-Z][^\d\"“”()]{{2,80}}?){volume},?\s*\({year}\)"
            rf"(?:[,:.]\s*(?:pp?\.\s*)?(?P<pages>\d+(?:\s?[-–—]\s?\d+)?))?\.?"
        ),
    )


def _people(text: str) -> tuple[str, ...]:
    names = [name.strip(" ,;") for name in re.split(r";|&|\band\b", text)]
    names = [_OTHERS.sub("", name).strip(" ,;") for name in names]
    return tuple(name for name in names if name)


def read(text: str) -> Record | None:
    """The record of a line in one of the known forms, None otherwise."""
    if not text[:1].isascii() or len(text) > _LONGEST or not re.search(r"\d{4}", text):
        return None
    line = re.sub(r"(?<!\s)\s++(?:ISBN|DOI|doi|OCLC)\b.*$", "", text.strip())
    for form in _forms():
        match = form.fullmatch(line)
        if match:
            parts = match.groupdict()
            journal = parts.get("container") or ""
            return Record(
                form="plain",
                type="article-journal" if journal else "book",
                authors=_people(parts["people"]),
                title=parts["title"].strip(),
                container=journal.strip(" ,"),
                place=(parts.get("place") or "").strip(),
                publisher=(parts.get("publisher") or "").strip(),
                date=parts["year"],
                year=parts["year"],
                volume=parts.get("volume") or "",
                issue=parts.get("number") or parts.get("issue") or "",
                pages=parts.get("pages") or "",
            )
    return None
