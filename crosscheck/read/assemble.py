"""The end of every reader: a draft becomes a Document."""

from __future__ import annotations

import hashlib
from collections import Counter
from functools import cache
from pathlib import PurePath

from crosscheck.lexicon import table
from crosscheck.model.document import Document, Notice, Role, Script
from crosscheck.read.interface import Draft
from crosscheck.text.fold import fold, simplified

# How many characters of a long text tell its script.
_SAMPLE = 40_000


@cache
def _simplified_only() -> frozenset[str]:
    return frozenset("".join(row["hans"] for row in table("simplified_only")))


def script_of(text: str) -> Script:
    """The script of `text`, told by the characters that exist in one script only."""
    if len(text) > _SAMPLE:
        middle = len(text) // 2
        text = text[: _SAMPLE // 2] + text[middle : middle + _SAMPLE // 4] + text[-_SAMPLE // 4 :]
    counts = Counter(text)
    if not any("\u3400" <= char <= "\u9fff" for char in counts):
        return "other"
    ideographs = sorted(char for char in counts if "\u4e00" <= char <= "\u9fa5")
    written = simplified("\n".join(ideographs))[::2]
    traditional = sum(counts[old] for old, new in zip(ideographs, written, strict=True) if old != new)
    only = _simplified_only()
    simple = sum(count for char, count in counts.items() if char in only)
    if not traditional + simple:
        return "Hans"
    share = traditional / (traditional + simple)
    if share >= 0.85:
        return "Hant"
    return "Hans" if share <= 0.15 else "mixed"


def assemble(
    draft: Draft, *, path: str, role: Role, media_type: str, data: bytes, name: str = ""
) -> Document:
    """The document of a draft; `data` are the file's own bytes, `name` its id (`role` where it is "")."""
    identity = name or role
    return Document(
        id=identity,
        path=path,
        role=role,
        media_type=media_type,
        title=draft.title or PurePath(path).stem,
        script=script_of(draft.text),
        sha256=hashlib.sha256(data).hexdigest(),
        source=draft.source,
        text=draft.text,
        folded=fold(draft.text),
        origins=draft.origins,
        date=draft.date,
        blocks=draft.blocks,
        links=draft.links,
        marks=draft.marks,
        references=draft.references,
        variants=draft.variants,
        notices=tuple(Notice(document=identity, message=(message,)) for message in draft.notices),
    )
