"""Headings of sections that are no running text: references, see also, external links."""

from __future__ import annotations

from functools import cache

from crosscheck.lexicon import table
from crosscheck.patterns import compiled

# Sections that hold no text of the article; what stands in prose under "notes" is text.
APPARATUS = frozenset(("references", "see", "links"))
# Headings that end no section of a higher level: 专著 below 参考文献 is a part of that list.
WITHIN = frozenset(("", "works"))
_BLANKS = "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f \x85\xa0\u2002\u2003\u2009\u2028\u2029\u202f\u3000"
_BEFORE, _BEHIND = _BLANKS + "#=*【[（(「◎●■◆", _BLANKS + "#=*】]）)」：:"
_NUMBERED = compiled(
    r"(?:第?[一二三四五六七八九十\d]{1,3}[章节節部]?[、.．:：）)]?|[（(][一二三四五六七八九十\d]{1,3}[）)]|[ivx]{1,4}[.．、]|附录?錄?[:：])"
)
_COUNTS = frozenset("第一二三四五六七八九十0123456789（(ivx附")
_EDIT = compiled(r"\[(?:编辑|編輯|edit|编辑源代码|編輯原始碼)\]\s*$")


@cache
def _roles() -> dict[str, str]:
    return {word: row["role"] for row in table("sections") for word in (row["hans"], row["hant"]) if word}


def role(heading: str) -> str:
    """What the section under `heading` holds: references, notes, see, links, works (somebody's), or "" for running text.

    A number before the words counts for nothing (``五、参考文献``), nor does what a wiki puts behind them.
    """
    if len(heading) > 40:
        return ""
    if heading.endswith("]"):
        heading = _EDIT.sub("", heading)
    words = heading.lstrip(_BEFORE).rstrip(_BEHIND).replace(" ", "").replace("　", "").lower()
    found = _roles().get(words, "")
    if not found and words[:1] in _COUNTS:
        found = _roles().get(_NUMBERED.sub("", words), "")
    return found
