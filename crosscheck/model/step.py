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


# What is told in several sentences, with what stands between them.
Message = tuple[Step, ...]
AS_IS = "as-is"


def as_is(text: str) -> Step:
    """`text` as a step: it reads the same in every language."""
    return Step(AS_IS, (("text", text),))


def joined(*steps: Step, between: str = ": ") -> Message:
    """`steps` one after another, with `between` between them."""
    return tuple(part for step in steps for part in (as_is(between), step))[1:]
