"""Pages of wikis as sources."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from urllib.parse import urlsplit

from crosscheck.cite.interface import Check, Fault
from crosscheck.cite.page import Page
from crosscheck.cite.record import Record
from crosscheck.cite.vocabulary import longest_first, words_of
from crosscheck.model.step import say
from crosscheck.patterns import compiled
from crosscheck.text.fold import simplified

# A longer line is a note in which a wiki may be spoken of.
_SHORT = 80
# The Wikipedia of a language: 英文維基百科.
_NAME = "(?:[\u4e00-\u9fff]{1,4}[文语語])?(?:维基百科|維基百科)"


@cache
def _interwiki() -> re.Pattern[str]:
    """A reference that is only a link to a page of a wiki: [[:en:Foo]], [[w:甲]]."""
    return compiled(
        r"\s*+(?:\[\[:?(?:w|wikipedia|[a-z]{2,3}(?:-[a-z]+)?):[^\[\]]{1,200}\]\][\s。，,.]*+)+"
        rf"(?:{_NAME}[\s。，,.]*+)?",
        re.IGNORECASE,
    )


@cache
def _named() -> re.Pattern[str]:
    """A part of a plain line that is the name of a wiki: 《甲》，英文维基百科，2019年."""
    names = "|".join(re.escape(name) for name in longest_first("wiki-name"))
    return compiled(rf"[，,。.；;—–\s-](?:{_NAME}|{names})(?:[，,。.；;（(\s]|$)", re.IGNORECASE)


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").lower()
    except ValueError:
        return ""


def wiki_of(record: Record, text: str = "") -> str:
    """The wiki that a record cites, by its address or the name of what it stands in, "" where it cites none; `text` is its line."""
    host = _host(record.url)
    for known in sorted(words_of("wiki-host")):
        if host == known or host.endswith(f".{known}"):
            return known
    if record.form == "plain" and len(text) <= _SHORT and (found := _named().search(text)):
        return found[0].strip("，,。.；;—– -（(")
    named = [simplified(text).lower() for text in (record.container, record.publisher)]
    return next(
        (name for name in sorted(words_of("wiki-name")) if any(t.startswith(name) for t in named)), ""
    )


def _wikis(page: Page) -> Iterator[Fault]:
    for entry, record in zip(page.entries, page.records, strict=True):
        wiki = wiki_of(record, entry.markup)
        if not wiki and page.wiki is not None and _interwiki().fullmatch(entry.markup):
            wiki = "wiki"
        if wiki:
            yield Fault(entry.span, say("cite.wiki-source", wiki=wiki))


CHECKS = (
    Check(
        rule="wiki-source",
        severity="warning",
        doc="A page of a wiki or of an encyclopedia that anybody may edit, cited for a claim: a wiki that cites itself "
        "or its like proves nothing. Texts of Wikisource are not meant.",
        names=("Template: Circular reference", "Template: User-generated source", "zh: 维基百科不是可靠来源"),
        fault="苏堤长约2.8公里<ref>{{cite web |url=https://zh.wikipedia.org/wiki/苏堤 |title=苏堤 |access-date=2020-05-01}}</ref>。",
        mended="苏堤长约2.8公里<ref>{{cite web |url=http://www.example.org/sudi |title=苏堤 |access-date=2020-05-01}}</ref>。",
        find=_wikis,
    ),
)
