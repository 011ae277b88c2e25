"""Messages for a person, as data: a key of the catalogue with its arguments."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """One sentence of a reason: `key` names it in the catalogues, `args` fill its places, in order of name.

    Keys and words stand in ``crosscheck/data/messages/*.toml``, one file a subject with its words in each language.
    """

    key: str
    args: tuple[tuple[str, str], ...] = ()


def say(key: str, **args: object) -> Step:
    """A step with its arguments as text."""
    return Step(key, tuple(sorted((name, str(value)) for name, value in args.items())))
