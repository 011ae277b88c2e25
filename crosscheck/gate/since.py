"""What an edit brought about: the old state of the changed pairs, and the claims that the edit touches.

A claim is touched where its own sentence changed, where the sentence of its evidence changed (the one that it has now
or the one that it had), or where it came to mean another value.  Problems of citations need no such test: they depend
on nothing but the text.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from crosscheck.errors import InputError
from crosscheck.gate.batch import File, Job, Result, read
from crosscheck.gate.edit import Edit, between, touches
from crosscheck.gate.git import Change
from crosscheck.gate.items import Item


@dataclass(frozen=True, slots=True)
class Past:
    """The repository before and after an edit, old texts laid out in `folder`; `changed` are real paths."""

    change: Change
    folder: Path
    changed: frozenset[str]
    unstaged: frozenset[str]
    renamed: dict[str, str]

    @classmethod
    def of(cls, change: Change, folder: Path) -> Past:
        """The past of the working tree, or of the index where `change` is of staged files."""
        unstaged = change.unstaged() if change.staged else ()
        return cls(
            change,
            folder,
            frozenset(os.path.realpath(path) for path in change.files()),
            frozenset(os.path.realpath(path) for path in unstaged),
            change.renamed(),
        )

    def gone(self) -> tuple[str, ...]:
        """The files that were there before and are no more, those that were renamed left out."""
        moved = frozenset(self.renamed.values())
        return tuple(path for path in sorted(self.changed) if path not in moved and not Path(path).exists())

    def now(self, job: Job) -> Job:
        """`job` with the texts that are to be checked: of the index where that is what is looked at."""
        if not self.change.staged:
            return job
        return replace(job, entry=self._staged(job.entry), sources=tuple(map(self._staged, job.sources)))

    def before(self, job: Job, lost: tuple[File, ...] = ()) -> Job | None:
        """`job` as it was before the edit, with its `lost` sources; None where there was no entry or no source yet."""
        entry = self._old(job.entry)
        sources = tuple(old for old in map(self._old, (*job.sources, *lost)) if old)
        return replace(job, entry=entry, sources=sources) if entry and sources else None

    def _staged(self, file: File) -> File:
        if not {os.path.realpath(file.path)} & (self.changed | self.unstaged):
            return file
        data = self.change.new(file.path)
        return file if data is None else self._laid(file, "new", data)

    def _old(self, file: File) -> File | None:
        if os.path.realpath(file.path) not in self.changed:
            return self._staged(file) if self.change.staged else file
        data = self.change.old(self.renamed.get(os.path.realpath(file.path), file.path))
        return None if data is None else self._laid(file, "old", data)

    def _laid(self, file: File, side: str, data: bytes) -> File:
        """`file` with its text laid out where its name tells as much as before."""
        target = self.folder / side / os.path.relpath(os.path.realpath(file.path), self.change.root)
        if not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
        return replace(file, place=str(target))


def touched(
    job: Job, old: Job | None, was: Result | None, name_of: Callable[[str], str]
) -> Callable[[Item], bool]:
    """A test of whether the edit from `old` to `job` can have brought about an item; everything is new without `old`."""
    if old is None or was is None or was.report is None:
        return lambda _: True
    edits = _edits(job, old, name_of)
    known = {finding.id: finding for finding in was.report.findings}
    paths = {document.id: name_of(document.path) for document in was.report.documents}

    def test(item: Item) -> bool:
        if item.level == "citation":
            return True
        before = known.get(item.id)
        if before is None or before.claim.value != item.claim.value:
            return True
        entry = edits.get(item.document, Edit())
        if touches(entry.new, item.claim.start, item.claim.end):
            return True
        place = item.evidence
        if place and touches(edits.get(item.source, Edit()).new, place.start, place.end):
            return True
        return any(
            touches(edits.get(paths[e.place.document], Edit()).old, e.place.start, e.place.end)
            for e in before.evidence
        )

    return test


def _edits(job: Job, old: Job, name_of: Callable[[str], str]) -> dict[str, Edit]:
    """The edit of each document that has one, by name; one that was not there before is new throughout."""
    before = {file.path: file for file in (old.entry, *old.sources)}
    edits: dict[str, Edit] = {}
    for file in (job.entry, *job.sources):
        past = before.get(file.path)
        if past is None or past.place != file.place:
            edits[name_of(file.path)] = between(
                _source(past, job.max_bytes) if past else "", _source(file, job.max_bytes)
            )
    here = {file.path for file in (job.entry, *job.sources)}
    for file in old.sources:
        if file.path not in here:
            edits[name_of(file.path)] = between(_source(file, job.max_bytes), "")
    return edits


def _source(file: File, max_bytes: int) -> str:
    try:
        return read(file, "source", max_bytes).source
    except InputError:
        return ""
