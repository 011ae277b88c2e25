"""Headings of sections that are no running text: references, see also, external links."""

from __future__ import annotations

from functools import cache

from crosscheck.lexicon import table
from crosscheck.patterns import compiled

# Sections that hold no text of the article; what stands in prose under "notes" is text.
APPARATUS = frozenset(("references", "see", "links"))
_DRESS = compiled(r"^[\s#=*【\[（(「◎●■◆]*|[\s#=*】\]）)」：:]*$")


@cache
def _roles() -> dict[str, str]:
    return {word: row["role"] for row in table("sections") for word in (row["hans"], row["hant"]) if word}


def role(heading: str) -> str:
    """What the section under `heading` holds: references, notes, see, links, or "" for running text."""
    if len(heading) > 40:
        return ""
    words = _DRESS.sub("", heading).replace(" ", "").replace("　", "").lower()
    return _roles().get(words, "")
