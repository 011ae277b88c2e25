"""What the checks of citations are told from outside."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Settings of the checks, all of them optional.

    `mark_position` is the house rule on marks at a full stop: ``before`` it, ``after`` it, or "" for either.  `named` says
    by hand which file is which reference: pairs of a path or glob and what tells the reference, each its label, its name,
    or some of its text.
    """

    mark_position: str = ""
    named: tuple[tuple[str, tuple[str, ...]], ...] = ()


DEFAULT = Settings()
