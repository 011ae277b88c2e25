"""Decisions that an edit takes away: what they waived is new again, though no text has changed."""

from __future__ import annotations

from collections.abc import Iterable

from crosscheck.gate.decisions import Decision, load, read
from crosscheck.gate.git import Change

# The name of an entry, a rule, and the id of a finding.
Key = tuple[str, str, str]


def decided(path: str, change: Change | None) -> tuple[tuple[Decision, ...], frozenset[Key]]:
    """The decisions in force in the file at `path`, and what was decided before `change` and is no more.

    What is staged counts as it is staged, unless git knows nothing of the file.
    """
    now = load(path)
    if change is None:
        return now, frozenset()
    before = change.old(path)
    if change.staged:
        staged = change.new(path)
        if staged is not None or before is not None:
            now = read(staged or b"", path)
    return now, keys(read(before or b"", path)) - keys(now)


def keys(decisions: Iterable[Decision]) -> frozenset[Key]:
    """What `decisions` are about, those left out that name a rule alone."""
    return frozenset((one.claim.path, one.rule, one.id) for one in decisions if one.id)
