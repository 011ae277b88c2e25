"""The end of every reader: a draft becomes a Document."""

from __future__ import annotations

import hashlib
from pathlib import PurePath

from crosscheck.model.document import Document, Notice, Role, Script
from crosscheck.read.interface import Draft
from crosscheck.text.fold import fold, simplified


def script_of(text: str) -> Script:
    """The script of `text`, told by the characters that exist in one script only."""
    import opencc

    def changed(other: str) -> int:
        return sum(a != b for a, b in zip(text, other, strict=False))

    traditional = changed(simplified(text))
    simple = changed(opencc.OpenCC("s2t").convert(text))
    if not traditional + simple:
        return "Hans" if any("\u4e00" <= char <= "\u9fff" for char in text) else "other"
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
        notices=tuple(Notice(document=identity, message=message) for message in draft.notices),
    )
