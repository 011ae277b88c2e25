"""``crosscheck cite --corpus``: what the citations of many entries show together."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from crosscheck.cite.record import Record
from crosscheck.cite.survey import Survey, Way, survey
from crosscheck.cite.works import Citation, Place, citations_of
from crosscheck.cli._write import spare
from crosscheck.errors import UsageError
from crosscheck.options import Options

# Works that the text shows; the JSON has them all.
_SHOWN = 20


def surveyed(
    paths: tuple[str, ...],
    sources: tuple[str, ...],
    form: str | None,
    options: Options,
    target: str | None = None,
) -> Survey:
    """The survey of the entries at `paths`, or of the configuration's; `sources`, or the configuration's, are at hand.

    UsageError where `target`, which is to be written, is one of the files.
    """
    import crosscheck
    from crosscheck import cite
    from crosscheck.gate.corpus import plan
    from crosscheck.read import expand

    pairs = () if paths else plan(options)
    files = expand(paths) if paths else tuple(pair.entry for pair in pairs)
    brought = dict.fromkeys(source for pair in pairs for source in pair.sources)
    own = (
        expand(sources) if sources else tuple(brought) or (expand(options.sources) if options.sources else ())
    )
    entries = tuple(file for file in files if file not in own)
    if not entries:
        raise UsageError("--corpus", "there is no entry to look at: name files or folders")
    spare(target, (options.path, *files, *own))
    citations: list[Citation] = []
    for path in entries:
        document = crosscheck.read(path, role="entry", format=form, max_bytes=options.max_bytes)
        citations.extend(citations_of(document, cite.records(document)))
    texts = tuple(
        crosscheck.read(path, name=f"source-{number}", format=form, max_bytes=options.max_bytes)
        for number, path in enumerate(own, 1)
    )
    return survey(citations, texts)


def as_json(found: Survey) -> str:
    """`found` as ``crosscheck.works/1``."""
    data = {
        "schema": "crosscheck.works/1",
        "summary": {"entries": found.entries, "citations": found.citations, "works": found.works},
        "variances": [asdict(item) for item in found.variances],
        "clashes": [asdict(item) for item in found.clashes],
        "wanted": [
            {
                **_work(item.record),
                "entries": item.entries,
                "places": [asdict(place) for place in item.places],
            }
            for item in found.wanted
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _work(record: Record) -> dict[str, Any]:
    fields = {
        "title": record.title,
        "authors": record.authors,
        "container": record.container,
        "publisher": record.publisher,
        "year": record.year,
        "url": record.url,
        "identifiers": dict(record.identifiers),
    }
    return {name: value for name, value in fields.items() if value}


def as_text(found: Survey) -> str:
    """`found` for a terminal."""
    return "".join(f"{line}\n" for line in _lines(found))


def _lines(found: Survey) -> Iterator[str]:
    for variance in found.variances:
        yield f"one work, several forms of its {variance.field}: {variance.title}"
        yield from _ways(variance.ways)
    for clash in found.clashes:
        yield f"one ISBN, several titles: {clash.isbn}"
        yield from _ways(clash.ways)
    if found.wanted:
        yield "cited and not at hand, the most wanted first:"
    for item in found.wanted[:_SHOWN]:
        record = item.record
        parts = (
            "、".join(record.authors),
            record.title or record.url,
            record.publisher or record.container,
            record.year,
        )
        entries = f"{len(item.entries)} {'entry' if len(item.entries) == 1 else 'entries'}"
        yield f"  {entries}, {len(item.places)}x: {', '.join(part for part in parts if part)}"
    if len(found.wanted) > _SHOWN:
        yield f"  ... and {len(found.wanted) - _SHOWN} more"
    yield (
        f"{len(found.variances)} differences, {len(found.clashes)} ISBN with several titles, {len(found.wanted)} works "
        f"not at hand; {found.works} works in {found.citations} citations of {found.entries} entries"
    )


def _ways(ways: tuple[Way, ...]) -> Iterator[str]:
    for way in ways:
        yield f"  {way.value}  ({', '.join(map(_place, way.places[:4]))}{', ...' if len(way.places) > 4 else ''})"


def _place(place: Place) -> str:
    return f"{place.path}:{place.line}"
