"""The end of every reader: a draft becomes a Document."""

from __future__ import annotations

import hashlib
from collections import Counter
from functools import cache
from pathlib import PurePath

from crosscheck.model.document import Document, Notice, Role, Script
from crosscheck.read.interface import Draft
from crosscheck.text.fold import fold, simplified

# Simplified characters that Traditional texts write too, with another meaning.
_SHARED = frozenset(
    "后里台干斗谷几面松曲系余云占志制致准冲出丑卜才吊向回困夫姜家折表卷千秋胡舍症术征郁只于布岳仇朱游叶沈着咨"
)


# How many characters of a long text tell its script.
_SAMPLE = 40_000


@cache
def _scripts() -> tuple[frozenset[str], frozenset[str]]:
    """The characters of Traditional texts only, and those of Simplified texts only."""
    every = [chr(code) for code in range(0x4E00, 0x9FA6)]
    pairs = list(zip(every, simplified("\n".join(every))[::2], strict=True))
    traditional = frozenset(old for old, new in pairs if old != new)
    return traditional, frozenset(new for old, new in pairs if old != new) - traditional - _SHARED


def script_of(text: str) -> Script:
    """The script of `text`, told by the characters that exist in one script only."""
    if len(text) > _SAMPLE:
        middle = len(text) // 2
        text = text[: _SAMPLE // 2] + text[middle : middle + _SAMPLE // 4] + text[-_SAMPLE // 4 :]
    counts = Counter(text)
    if not any("\u3400" <= char <= "\u9fff" for char in counts):
        return "other"
    old, new = _scripts()
    traditional = sum(counts[char] for char in counts if char in old)
    simple = sum(counts[char] for char in counts if char in new)
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
        notices=tuple(Notice(document=identity, message=message) for message in draft.notices),
    )
