"""Conversion rules of a wiki: spellings that a page itself calls the same."""

from __future__ import annotations

import re

_CODE = re.compile(r"(?:^|;|；)\s*(?:[^;:；]{0,80}=>\s*)?zh(?:-[a-z]{2,4})?\s*:\s*([^;；]*)", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>|'{2,}|\[\[|\]\]")


def spellings(rule: str) -> tuple[str, ...]:
    """The spellings of a rule (``zh-cn:空间站; zh-tw:太空站;``), each once, in order; () where it is no rule."""
    found = (_TAG.sub("", match.group(1)).strip() for match in _CODE.finditer(rule))
    return tuple(dict.fromkeys(word for word in found if word and len(word) <= 60))


def shown(rule: str) -> tuple[int, int] | None:
    """The span within `rule` of the spelling that is shown: the first one; None where it is no rule."""
    match = _CODE.search(rule)
    if not match:
        return None
    start, end = match.span(1)
    text = rule[start:end]
    return start + len(text) - len(text.lstrip()), end - len(text) + len(text.rstrip())
