"""From the pairs of a configuration to what has to be read for each."""

from __future__ import annotations

from fnmatch import fnmatchcase
from pathlib import Path

from crosscheck.gate.batch import File, Job
from crosscheck.options import Options, Pair


def job_of(pair: Pair, options: Options) -> Job:
    """`pair` with what `options` say of each of its files."""
    sources = tuple(file_of(path, options) for path in pair.sources)
    return Job(entry=file_of(pair.entry, options), sources=sources, options=options.judging())


def file_of(path: str, options: Options) -> File:
    """The file at `path` with its date and form."""
    form = next((form for pattern, form in options.formats if _is(path, pattern, options)), "")
    return File(path=path, place=path, date=options.date_of(path) or "", form=form)


def _is(path: str, pattern: str, options: Options) -> bool:
    return fnmatchcase(options.name_of(path), pattern) or fnmatchcase(Path(path).name, pattern)
