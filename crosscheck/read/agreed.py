"""One spelling for the label of a mark and of its reference: ``[註 1]`` in the text, ``注 1`` in the list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crosscheck.model.document import Mark, Reference


def agreed(marks: Sequence[Mark], references: Sequence[Reference]) -> tuple[Reference, ...]:
    """`references`, those with a group under the label that their marks spell in another script or case."""
    if not any("/" in reference.label for reference in references):
        return tuple(references)
    from crosscheck.text.fold import simplified

    def plain(label: str) -> str:
        return simplified(label).lower()

    spelled: dict[str, str] = {}
    for mark in marks:
        if "/" in mark.label:
            spelled.setdefault(plain(mark.label), mark.label)
    exact = {mark.label for mark in marks}
    out = []
    for reference in references:
        label = spelled.get(plain(reference.label), "")
        if label and reference.label not in exact and "/" in reference.label:
            reference = replace(reference, label=label)  # noqa: PLW2901
        out.append(reference)
    return tuple(out)
