"""Headings of sections that are no running text: references, see also, external links."""

from __future__ import annotations

from functools import cache

from crosscheck.lexicon import table

# Sections that hold no text of the article; what stands in prose under "notes" is text.
APPARATUS = frozenset(("references", "see", "links"))
_BLANKS = "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f \x85\xa0\u2002\u2003\u2009\u2028\u2029\u202f\u3000"
_BEFORE, _BEHIND = _BLANKS + "#=*【[（(「◎●■◆", _BLANKS + "#=*】]）)」：:"


@cache
def _roles() -> dict[str, str]:
    return {word: row["role"] for row in table("sections") for word in (row["hans"], row["hant"]) if word}


def role(heading: str) -> str:
    """What the section under `heading` holds: references, notes, see, links, or "" for running text."""
    if len(heading) > 40:
        return ""
    words = heading.lstrip(_BEFORE).rstrip(_BEHIND).replace(" ", "").replace("　", "").lower()
    return _roles().get(words, "")
