"""Notices as the page shows them: sentences that change with the language of the reader, and what stands between them."""

from __future__ import annotations

from dataclasses import dataclass

from crosscheck.model.document import Notice
from crosscheck.model.step import AS_IS
from crosscheck.render._cards import Sentence, Steps
from crosscheck.render._quotes import clipped


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeText:
    """A notice on `document`: sentences of the catalogue, and what stands between them as it is."""

    document: str
    parts: tuple[Sentence | str, ...]


def notice_text(notice: Notice, steps: Steps) -> NoticeText:
    """`notice` as sentences that `steps` numbers; texts that follow one another are one."""
    parts: list[Sentence | str] = []
    for step in notice.message:
        part = clipped(step.args[0][1]) if step.key == AS_IS else steps.sentence(step)
        if isinstance(part, str) and parts and isinstance(parts[-1], str):
            parts[-1] += part
        else:
            parts.append(part)
    return NoticeText(document=notice.document, parts=tuple(parts))
