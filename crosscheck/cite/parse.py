"""A reference of any form becomes a Record."""

from __future__ import annotations

import re
from dataclasses import replace

from crosscheck.cite import gbt, hosted, latin, line, rendered
from crosscheck.cite.identifiers import written
from crosscheck.cite.markup import ADDRESS, link_words, plain
from crosscheck.cite.record import Record
from crosscheck.cite.reference import Cite, Entry
from crosscheck.cite.template import record_of_cite
from crosscheck.patterns import compiled

_ADDRESS = compiled(ADDRESS)
# The way back to the text, which printed lists have at one end of a note: ↑, ^ a b, ↩.
_BACK = compiled(r"^[↑^]\s?(?:\d{1,3}\.\d{1,3}\s?|[a-z]\s){0,40}|(?<![↩↑⏎\uFE0E\uFE0F])[↩↑⏎\uFE0E\uFE0F]++$")


def record_of(entry: Entry, cites: tuple[Cite, ...]) -> Record:
    """The record of `entry`; `cites` are the citation templates inside it, of which the first one counts."""
    if cites:
        return record_of_cite(cites[0], entry.label, entry.span)
    return replace(record_of_text(entry.markup, entry.address), label=entry.label, span=entry.span)


def _linked(record: Record, words: str, text: str) -> Record:
    """`record` with the words of its link as title: the date is what stands beside them, a year in them is of the matter."""
    beside = line.dated(text.replace(words, " ", 1))
    host = re.match(r"[\s，,。.：:；;]*+《([^《》]{1,80})》", text.partition(words)[2])
    return replace(
        record,
        title=words.strip('"“”'),
        container=host[1] if host else "",
        date=beside.date,
        year=beside.year,
        pages=beside.pages,
    )


def _inside(record: Record, words: str, text: str) -> Record:
    """`record` where its title stands behind the words of its link: [某文]，《某报》 is an article in a paper."""
    at, own = text.find(words), text.find(record.title)
    if record.container or record.title in words or not 0 <= at < own:
        return record
    if line.parted(text[at + len(words) : own].rstrip("《〈")) is None:
        return record  # words of a sentence stand between the two
    authors = tuple(name for name in record.authors if name not in words and words not in name)
    return replace(record, authors=authors, title=words.strip('"“”'), container=record.title)


def record_of_text(markup: str, address: str = "") -> Record:
    """The record of a reference in words: a GB/T 7714 line, a plain line, an address alone."""
    text, url = plain(markup)
    text, url = _BACK.sub("", text).strip(), url or address
    if not text:
        return Record(form="url" if url else "empty", type="webpage" if url else "", url=url)
    if url and (text.strip("[]()<>. ") in (url, url.rstrip("/")) or _ADDRESS.fullmatch(text)):
        return Record(form="url", type="webpage", url=url)
    record = (
        gbt.read(text)
        or hosted.read(text)
        or gbt.read_unmarked(text)
        or rendered.read(text)
        or latin.read(text)
        or line.read(text)
    )
    words = link_words(markup)
    if record.form == "plain" and words and record.title == text:
        record = _linked(record, words, text)
    elif record.form == "plain" and words and "《" not in words and "〈" not in words:
        record = _inside(record, words, text)
    identifiers = tuple((name, value) for name, value, _ in written(text))
    known = dict(record.identifiers)
    more = tuple(pair for pair in identifiers if pair[0] not in known)
    record = replace(record, url=record.url or url, identifiers=record.identifiers + more)
    if record.url and not record.type and not record.publisher:
        record = replace(record, type="webpage")
    return record
