"""Texts that are likely to cost an expression most: its own pieces, many times, and then what it does not want."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from re import _constants as c  # type: ignore[attr-defined]
from typing import Any

from tests.patterns.machine import BOUND, Machine, TooMuchError
from tests.patterns.sets import set_of

_ALPHABET = "1a甲 一年的A,，。\n-\"'“”《》〈〉<>[]{}|()（）:：;；/\\*#=.、·〇第月\u3000é&~?!_+%"
_SIZE = 140
_STEPS = 1_000_000
# Twice the text costs twice the steps where work is linear, and four times where it goes with the square.
GROWTH = 2.7


def growth(pattern: str, flags: int, *, everywhere: bool) -> tuple[float, str]:
    """How much more steps twice the text takes, at worst, and the piece that was repeated; (0, "") without a long repeat.

    `everywhere`: the expression is looked for from every place of the text, else tried once at its beginning.
    """
    machine = Machine(pattern, flags)
    steps = machine.search if everywhere else machine.match
    loops = list(_loops(machine.tree, machine.flags, ""))
    worst, text = 0.0, ""
    for before, piece, after in _texts(loops, pattern) if loops else ():
        if everywhere and before:
            continue  # what is repeated gives every place to begin at
        try:
            small = steps(before + piece * _SIZE + after, _STEPS)
            large = steps(before + piece * (2 * _SIZE) + after, 4 * _STEPS)
        except TooMuchError:
            return 99.0, f"{before!r} + {piece!r} * n + {after!r}"
        if large / small > worst:
            worst, text = large / small, f"{before!r} + {piece!r} * n + {after!r}"
    return worst, text


def _texts(loops: list[tuple[str, Any, int]], pattern: str) -> Iterator[tuple[str, str, str]]:
    """What stands before, what is repeated, and what stands after."""
    alphabet = list(dict.fromkeys(_ALPHABET + "".join(re.findall(r"\w", pattern))[:40]))
    sets = [set_of(body[0][0], body[0][1], flags) for _, body, flags in loops if len(body) == 1]
    chars: dict[tuple[bool, ...], str] = {}
    for char in alphabet:
        key = tuple(bool(one and one(char)) for one in sets)
        if any(key):
            chars.setdefault(key, char)
    best = sorted(chars, key=lambda key: -sum(key))[:8]
    pieces = [chars[key] for key in best]
    for _, body, flags in loops:
        pieces += list(_samples(body, flags, alphabet))[:4]
    pieces = list(dict.fromkeys(piece for piece in pieces if piece))[:12]
    pieces += [a + b for a, b in product(pieces[:4], pieces[:4]) if a != b]
    befores = list(dict.fromkeys(["", *(before for before, _, _ in loops)]))[:4]
    pieces += [
        before + next(_samples(body, flags, alphabet), "") for before, body, flags in loops[:6] if before
    ]
    for before, piece in product(befores, dict.fromkeys(pieces)):
        yield before, piece, "\0"


def _loops(nodes: Any, flags: int, before: str) -> Iterator[tuple[str, Any, int]]:
    """Every long repeat: a text that leads to it, its body, the flags in force."""
    for op, value in nodes:
        if op in (c.MAX_REPEAT, c.MIN_REPEAT, c.POSSESSIVE_REPEAT):
            if value[1] is c.MAXREPEAT or value[1] > BOUND:
                yield before, value[2], flags
            yield from _loops(value[2], flags, before)
        elif op is c.SUBPATTERN:
            yield from _loops(value[3], (flags | value[1]) & ~value[2], before)
        elif op is c.BRANCH:
            for body in value[1]:
                yield from _loops(body, flags, before)
        elif op is c.ATOMIC_GROUP:
            yield from _loops(value, flags, before)
        elif op in (c.ASSERT, c.ASSERT_NOT):
            yield from _loops(value[1], flags, before)
        before += next(_samples([(op, value)], flags, list(_ALPHABET)), "")


def _samples(nodes: Any, flags: int, alphabet: list[str]) -> Iterator[str]:
    """Short texts that fit, the shortest ways first."""
    parts = [list(_sample(op, value, flags, alphabet))[:3] or [""] for op, value in nodes]
    for number, choice in enumerate(product(*parts)):
        if number > 5:
            return
        yield "".join(choice)


def _sample(op: Any, value: Any, flags: int, alphabet: list[str]) -> Iterator[str]:
    if op is c.LITERAL:
        yield chr(value)
    elif (one := set_of(op, value, flags)) is not None:
        listed = [chr(v) for o, v in value if o is c.LITERAL] if op is c.IN else []
        yield from [char for char in (*listed, *alphabet) if one(char)][:2]
    elif op is c.SUBPATTERN:
        yield from _samples(value[3], (flags | value[1]) & ~value[2], alphabet)
    elif op is c.ATOMIC_GROUP:
        yield from _samples(value, flags, alphabet)
    elif op is c.BRANCH:
        for body in value[1][:3]:
            yield next(_samples(body, flags, alphabet), "")
    elif op in (c.MAX_REPEAT, c.MIN_REPEAT, c.POSSESSIVE_REPEAT):
        for sample in _samples(value[2], flags, alphabet):
            yield sample * max(value[0], 1)
