"""A backtracking matcher that counts its steps: what an expression costs on a text, without a clock.

It walks the tree that the engine's own parser gives, tries what the engine tries, in the same order, and takes no short cuts,
so that work that grows with the square of the text grows so here.
"""

from __future__ import annotations

import re
from re import _constants as c  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

from tests.patterns.sets import set_of

# A bounded repeat up to this counts as bounded; a longer one as without end.
BOUND = 130

_REPEATS = (c.MAX_REPEAT, c.MIN_REPEAT, c.POSSESSIVE_REPEAT)


class TooMuchError(Exception):
    """The steps allowed are used up."""


def parse(pattern: str, flags: int) -> Any:
    """The tree of an expression."""
    return _parser.parse(pattern, flags & ~re.UNICODE)


class Machine:
    """An expression, ready to be tried on texts."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.tree = parse(pattern, flags)
        self.flags = flags | self.tree.state.flags
        self.code: list[tuple[Any, ...]] = []
        self._sequence(self.tree, self.flags)
        self._emit("end")
        self.steps = 0

    def match(self, text: str, limit: int) -> int:
        """The steps of one try at the beginning of `text`; TooMuchError past `limit`."""
        self.steps, self._limit = 0, limit
        self._run(0, text, 0)
        return self.steps

    def search(self, text: str, limit: int) -> int:
        """The steps of looking for the expression from every place of `text`, matches passed over; TooMuchError past `limit`."""
        self.steps, self._limit = 0, limit
        start = 0
        while start <= len(text):
            end = self._run(0, text, start)
            start = max(end, start + 1) if end is not None else start + 1
        return self.steps

    def _emit(self, *instruction: Any) -> int:
        self.code.append(instruction)
        return len(self.code) - 1

    def _sequence(self, nodes: Any, flags: int) -> None:
        for op, value in nodes:
            self._node(op, value, flags)

    def _node(self, op: Any, value: Any, flags: int) -> None:
        one = set_of(op, value, flags)
        if one is not None:
            self._emit("set", one)
        elif op is c.AT:
            self._emit("at", value)
        elif op is c.SUBPATTERN:
            group, add, drop, body = value
            self._emit("open", group)
            self._sequence(body, (flags | add) & ~drop)
            self._emit("close", group)
        elif op is c.ATOMIC_GROUP:
            self._inner("atomic", value, flags)
        elif op in (c.ASSERT, c.ASSERT_NOT):
            direction, body = value
            back = body.getwidth()[0] if direction < 0 else 0
            self._inner("look", body, flags, back, op is c.ASSERT)
        elif op is c.BRANCH:
            self._branch(value[1], flags)
        elif op in _REPEATS:
            self._repeat(op, value, flags)
        elif op is c.GROUPREF:
            self._emit("same", value)
        elif op is c.FAILURE:
            self._emit("fail")
        else:
            raise NotImplementedError(str(op))

    def _inner(self, name: str, body: Any, flags: int, *more: Any) -> None:
        at = self._emit(name)
        self._sequence(body, flags)
        self._emit("end")
        self.code[at] = (name, at + 1, len(self.code), *more)

    def _branch(self, bodies: Any, flags: int) -> None:
        at = self._emit("branch")
        starts, leaves, firsts = [], [], []
        for body in bodies:
            starts.append(len(self.code))
            firsts.append(set_of(body[0][0], body[0][1], flags) if len(body) else None)
            self._sequence(body, flags)
            leaves.append(self._emit("jump"))
        self.code[at] = ("branch", tuple(zip(starts, firsts, strict=True)), {})
        for leave in leaves:
            self.code[leave] = ("jump", len(self.code))

    def _repeat(self, op: Any, value: Any, flags: int) -> None:
        low, high, body = value
        if op is c.POSSESSIVE_REPEAT:
            self._inner("atomic", [(c.MAX_REPEAT, value)], flags)
            return
        for _ in range(min(low, BOUND)):
            self._sequence(body, flags)
        lazy = op is c.MIN_REPEAT
        if high is c.MAXREPEAT or high > BOUND:
            self._loop(body, flags, lazy)
            return
        splits = []
        for _ in range(high - low):
            splits.append(self._emit("split"))
            self._sequence(body, flags)
        for at in splits:
            ways = (at + 1, len(self.code))
            self.code[at] = ("split", *(reversed(ways) if lazy else ways))

    def _loop(self, body: Any, flags: int, lazy: bool) -> None:
        at = self._emit("split")
        empty = body.getwidth()[0] == 0
        if empty:
            self._emit("mark", at)
        self._sequence(body, flags)
        self._emit("again" if empty else "jump", at)
        ways = (at + 1, len(self.code))
        self.code[at] = ("split", *(reversed(ways) if lazy else ways))

    def _run(self, pc: int, text: str, start: int) -> int | None:  # noqa: PLR0912 - one step of a machine is one list of cases
        """The end of the match that begins at `start`, None where there is none."""
        code, size = self.code, len(text)
        stack: list[tuple[int, int, dict[Any, int]]] = [(pc, start, {})]
        while stack:
            pc, at, kept = stack.pop()
            while True:
                self.steps += 1
                if self.steps > self._limit:
                    raise TooMuchError
                instruction = code[pc]
                name = instruction[0]
                pc += 1
                if name == "set":
                    if at >= size or not instruction[1](text[at]):
                        break
                    at += 1
                elif name == "split":
                    stack.append((instruction[2], at, kept))
                    pc = instruction[1]
                elif name == "jump":
                    pc = instruction[1]
                elif name == "branch":
                    ways = self._ways(instruction, text[at : at + 1])
                    stack.extend((way, at, kept) for way in reversed(ways))
                    self.steps += len(ways)
                    break
                elif name == "end":
                    return at
                elif name in ("atomic", "look"):
                    got = self._aside(instruction, text, at)
                    if got is None:
                        break
                    pc, at = instruction[2], got
                elif name in ("open", "close", "mark"):
                    kept = {**kept, (name, instruction[1]): at}
                elif name == "again":
                    if kept[("mark", instruction[1])] != at:
                        pc = instruction[1]
                elif name == "at":
                    if not _stands(instruction[1], text, at, self.flags):
                        break
                elif name == "same":
                    first, last = (kept.get((word, instruction[1]), -1) for word in ("open", "close"))
                    if first < 0 or last < first or not text.startswith(text[first:last], at):
                        break
                    at += last - first
                else:
                    break
        return None

    def _aside(self, instruction: tuple[Any, ...], text: str, at: int) -> int | None:
        """Where the text goes on after an atomic group or a look around, None where it does not."""
        if instruction[0] == "atomic":
            return self._run(instruction[1], text, at)
        back, wanted = instruction[3:]
        found = at >= back and self._run(instruction[1], text, at - back) is not None
        return at if found == wanted else None

    @staticmethod
    def _ways(instruction: tuple[Any, ...], char: str) -> tuple[int, ...]:
        known: dict[str, tuple[int, ...]] = instruction[2]
        if char not in known:
            known[char] = tuple(s for s, first in instruction[1] if first is None or (char and first(char)))
        return known[char]


def _stands(kind: Any, text: str, at: int, flags: int) -> bool:
    if kind in (c.AT_BEGINNING_STRING, c.AT_BEGINNING):
        return at == 0 or bool(kind is c.AT_BEGINNING and flags & re.MULTILINE and text[at - 1] == "\n")
    if kind is c.AT_END_STRING:
        return at == len(text)
    if kind is c.AT_END:
        last = at == len(text) or (at == len(text) - 1 and text[at] == "\n")
        return last or bool(flags & re.MULTILINE and text[at] == "\n")
    edge = _word(text[at - 1 : at] if at else "") != _word(text[at : at + 1])
    return edge == (kind is c.AT_BOUNDARY)


def _word(char: str) -> bool:
    return char.isalnum() or char == "_"
