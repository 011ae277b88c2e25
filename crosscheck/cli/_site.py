"""Writes the pages of a corpus and their index into a folder."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from crosscheck.cli._write import spare, write
from crosscheck.messages import Language
from crosscheck.model.report import Report
from crosscheck.model.step import Message


def is_folder(target: str | None) -> bool:
    """Whether an output is asked for as a folder: it ends in a slash, or is one."""
    return (
        bool(target) and target != "-" and (str(target).endswith(("/", "\\")) or Path(str(target)).is_dir())
    )


def write_site(
    reports: Iterable[Report],
    folder: str,
    language: Language,
    *,
    failures: tuple[tuple[str, Message], ...] = (),
    resolved: Mapping[str, int] | None = None,
    inputs: Iterable[str] = (),
) -> tuple[str, ...]:
    """Write a page for each of `reports` and an index over them into `folder`; the paths written, the index first.

    Other files that are in the folder stay.  OutputError where one cannot be written, UsageError where one is among
    `inputs`: then none is written.
    """
    from crosscheck.render.site import INDEX, site

    made = site(reports, language, failures=failures, resolved=resolved)
    read = tuple(inputs)
    for name in (INDEX, *(name for name, _ in made.pages)):
        spare(str(Path(folder) / name), read)
    written = []
    for name, page in made.pages:
        target = str(Path(folder) / name)
        write(page(), target)
        written.append(target)
    # Last, so that it never leads to a page that is not there yet.
    index = str(Path(folder) / INDEX)
    write(made.index, index)
    return (index, *written)
