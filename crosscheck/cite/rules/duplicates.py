"""The same source written out twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from crosscheck.cite.interface import Check, Fault
from crosscheck.cite.markup import plain
from crosscheck.cite.page import Page
from crosscheck.cite.record import Record
from crosscheck.cite.reference import Entry
from crosscheck.cite.vocabulary import words_of
from crosscheck.model.step import say
from crosscheck.patterns import compiled


@cache
def _cuts() -> re.Pattern[str]:
    return compiled(r"[\s，,。.：:；;、（）()《》〈〉“”\"'\[\]/|]+")


def _key(entry: Entry, record: Record) -> str:
    """What two references to the same place of the same work have in common, whatever their script and order."""
    from crosscheck.text.fold import fold

    if record.form == "template":
        address = re.sub(r"^https?://(?:www\.)?|/$", "", record.url)
        fields = (
            record.title,
            record.container,
            address,
            *sorted(record.authors),
            record.year,
            record.volume,
            record.issue,
            record.pages,
            record.chapter,
            record.quote,
        )
        if not record.title and not address:
            return ""
        return "template\0" + _cuts().sub("", fold("\x1f".join(fields)).lower())
    text, url = plain(entry.markup)
    url = url or entry.address
    folded = fold(text).lower()
    pieces = [piece for piece in _cuts().split(re.sub(r"[-–—]+", "-", folded)) if piece]
    if len("".join(pieces)) < 6 and not url:
        return ""
    if any(folded.startswith(word) for word in words_of("ibid")):
        return ""
    return "text\0" + "\0".join(sorted(pieces)) + "\0" + re.sub(r"^https?://(?:www\.)?|/$", "", url)


def _duplicates(page: Page) -> Iterator[Fault]:
    from crosscheck.cite.short import plain_shorts

    short = {found.span for found in plain_shorts(page)}
    first: dict[str, Entry] = {}
    for entry, record in zip(page.entries, page.records, strict=True):
        if (
            not entry.markup.strip()
            or entry.span in short
            or ("{{" in entry.markup and record.form != "template")
        ):
            continue
        key = _key(entry, record)
        if not key:
            continue
        other = first.setdefault(key, entry)
        if other is not entry and (not entry.name or other.label != entry.label):
            label = other.name or (other.label if not other.label.startswith("#") else "")
            if label:
                yield Fault(entry.span, say("cite.duplicate-reference", label=label))
            else:
                yield Fault(entry.span, say("cite.duplicate-reference-unnamed"))


CHECKS = (
    Check(
        rule="duplicate-reference",
        severity="warning",
        doc="The same page of the same work written out twice, in whatever script, punctuation or order of fields. One "
        "named reference used twice is shorter, and is mended in one place.",
        names=("CheckWiki 81", "CheckWiki 558"),
        fault="甲<ref>茅以升：《中国古桥技术史》，北京出版社，1986年，第12页</ref>，"
        "乙<ref>茅以升：《中國古橋技術史》, 北京出版社, 1986年, 第12页。</ref>。",
        mended='甲<ref name="古桥">茅以升：《中国古桥技术史》，北京出版社，1986年，第12页</ref>，乙<ref name="古桥" />。',
        find=_duplicates,
    ),
)
