"""The sources that an entry itself cites, out of those that are at hand."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace

from crosscheck import cite
from crosscheck.cite.settings import Settings
from crosscheck.errors import InputError
from crosscheck.gate.batch import File, Job
from crosscheck.gate.cache import Cache, digest, maker
from crosscheck.gate.hashes import Hashes
from crosscheck.gate.library import document
from crosscheck.gate.stored import pack
from crosscheck.model.document import Document

# How much of a source is needed to tell which reference names it: more than `cite.match` looks at.
_HEAD = 4096


def narrowed(jobs: Iterable[Job], cache: Cache) -> tuple[Job, ...]:
    """`jobs` with only those sources that a reference of the entry names.

    A source that cannot be read is left out, an entry that cannot be read is left without sources: what becomes of it
    is told when it is checked.
    """
    hashes = Hashes()
    heads: dict[File, Document | None] = {}
    return tuple(_narrow(job, hashes, heads, cache) for job in jobs)


def _narrow(job: Job, hashes: Hashes, heads: dict[File, Document | None], cache: Cache) -> Job:
    files = (job.entry, *job.sources)
    parts = [json.dumps(pack(job.options))]
    parts += [part for file in files for part in (file.path, file.date, file.form, hashes.of(file.place))]
    key = digest("cited", maker(), *parts)
    known = _numbers(cache.get(key), len(job.sources))
    if known is None:
        known = _cited(job, heads, cache)
        cache.put(key, json.dumps(known))
    return replace(job, sources=tuple(job.sources[number] for number in known), offered=len(job.sources))


def _numbers(text: str | None, limit: int) -> list[int] | None:
    try:
        data = json.loads(text) if text else None
    except ValueError:
        return None
    if isinstance(data, list) and all(type(number) is int and 0 <= number < limit for number in data):
        return data
    return None


def _cited(job: Job, heads: dict[File, Document | None], cache: Cache) -> list[int]:
    try:
        entry = document(job.entry, "entry", job.max_bytes, cache)
    except InputError:
        return []
    for file in job.sources:
        if file not in heads:
            heads[file] = _head(file, job.max_bytes, cache)
    sources = tuple(
        replace(head, id=str(number))
        for number, file in enumerate(job.sources)
        if (head := heads[file]) is not None
    )
    return sorted(
        {int(match.source) for match in cite.match(entry, sources, Settings(named=job.options.named))}
    )


def _head(file: File, max_bytes: int, cache: Cache) -> Document | None:
    try:
        found = document(file, "source", max_bytes, cache)
    except InputError:
        return None
    return replace(
        found, source=found.source[:_HEAD], text="", folded=found.folded[:_HEAD], blocks=(), links=(), marks=(),
        references=(), notices=(),
    )  # fmt: skip
