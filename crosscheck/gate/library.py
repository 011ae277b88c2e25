"""Documents by their files, read once and looked up afterwards."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace

from crosscheck.errors import InputError
from crosscheck.gate import batch
from crosscheck.gate.batch import File, Job
from crosscheck.gate.cache import Cache, digest, maker
from crosscheck.gate.hashes import Hashes
from crosscheck.gate.stored import Unfit, pack, unpack
from crosscheck.model.document import Document, Role
from crosscheck.model.report import Report
from crosscheck.model.step import say


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts of a document, with the hash of the file that they were read out of."""

    sha256: str
    source: str
    text: str
    folded: str


def document(file: File, role: Role, max_bytes: int, cache: Cache) -> Document:
    """The document in `file`, looked up where it was read before."""
    content = Hashes().of(file.place)
    key = digest("document", maker(), role, file.path, file.date, file.form, content)
    text = cache.get(key) if content else None
    if text is not None:
        try:
            return unpack(Document, json.loads(text))
        except (Unfit, ValueError, RecursionError):
            pass
    found = batch.read(file, role, max_bytes)
    cache.put(key, json.dumps(pack(found), ensure_ascii=False))
    return found


def with_texts(
    report: Report, job: Job, cache: Cache, *, whole: bool, seen: dict[File, Texts] | None = None
) -> Report:
    """`report` with the texts of its documents, and with all else that was read of them where `whole`.

    Texts in `seen` are not looked up again, others are put there: many entries may share a source.  InputError where a
    file is not the one that was checked.
    """
    files = {file.path: file for file in (job.entry, *job.sources)}
    if whole:
        fill = (_whole(bare, files[bare.path], job.max_bytes, cache) for bare in report.documents)
    else:
        known = {} if seen is None else seen
        fill = (_with(bare, files[bare.path], job.max_bytes, cache, known) for bare in report.documents)
    return replace(report, documents=tuple(fill))


def _with(bare: Document, file: File, max_bytes: int, cache: Cache, seen: dict[File, Texts]) -> Document:
    """`bare` with its texts alone."""
    texts = seen.get(file) or seen.setdefault(file, _texts(bare, file, max_bytes, cache))
    _same(bare, texts.sha256)
    return replace(bare, source=texts.source, text=texts.text, folded=texts.folded)


def _whole(bare: Document, file: File, max_bytes: int, cache: Cache) -> Document:
    full = document(file, bare.role, max_bytes, cache)
    _same(bare, full.sha256)
    return replace(full, id=bare.id, role=bare.role)


def _texts(bare: Document, file: File, max_bytes: int, cache: Cache) -> Texts:
    """The texts of a document alone: these are quickly looked up, and most formats need no more."""
    content = Hashes().of(file.place)
    key = digest("texts", maker(), file.path, file.date, file.form, content)
    known = _known(cache.get(key)) if content else None
    if known is None:
        full = batch.read(file, bare.role, max_bytes)
        known = Texts(full.sha256, full.source, full.text, full.folded)
        cache.put(key, json.dumps(pack(known), ensure_ascii=False))
    return known


def _known(text: str | None) -> Texts | None:
    try:
        return unpack(Texts, json.loads(text)) if text else None
    except (Unfit, ValueError, RecursionError):
        return None


def _same(bare: Document, sha256: str) -> None:
    if bare.sha256 != sha256:
        raise InputError(bare.path, say("notice.changed"))
