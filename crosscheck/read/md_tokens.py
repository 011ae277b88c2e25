"""The signs of Markdown inside a paragraph, and which of them pair."""

from __future__ import annotations

import re
from functools import cache

from crosscheck.patterns import compiled
from crosscheck.read.seek import seek


@cache
def tokens() -> re.Pattern[str]:
    """A sign, by its kind."""
    return compiled(
        r"""
        (?P<mark>\\\[[^\[\]\\\n]{1,30}\\\])
        |(?P<foot>\[\^[^\]\s]{1,60}\])
        |(?P<escape>\\[!-/:-@\[-`{-~])
        |(?P<soft>(?:\\|[ \t]*)(?:\r\n|[\n\r\x0b\x0c])[ \t]*(?:>[ \t]?)*)
        |(?P<image>!\[)
        |(?P<open>\[)
        |(?P<close>\])
        |(?P<code>`+)
        |(?P<note>\^\[)
        |(?P<comment><!--)
        |(?P<auto><(?:https?://|mailto:)[^<>\s]{1,2000}>)
        |(?P<sub>(?<=[A-Za-z])~\w{1,6}~)
        |(?P<sup><sup\b[^<>\n]{0,200}>(?:<a\s[^<>\n]{0,400}>)?[^<>\n]{1,20}(?:</a>)?</sup>|\^[^\^\s]{1,12}\^)
        |(?P<tag></?[A-Za-z][^<>]{0,1000}>)
        |(?P<entity>&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)
        |(?P<emphasis>\*{1,3}|(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w)|~~)
        """,
        re.VERBOSE,
    )


FIRST = compiled(r"[ \t]++|[\\\[\]!`<^~&*_\n\r\x0b\x0c]")
_EMPHATIC = compiled(r"[\\`<*_~]")  # what emphasis begins with, and what may hide it
_BRACKET = compiled(r"\\.|[\[\]]", re.DOTALL)


def brackets(source: str, start: int, end: int) -> dict[int, int]:
    """Where each bracket of a stretch is closed."""
    pairs: dict[int, int] = {}
    stack: list[int] = []
    for match in _BRACKET.finditer(source, start, end):
        if match.group() == "[":
            stack.append(match.start())
        elif match.group() == "]" and stack:
            pairs[stack.pop()] = match.start()
    return pairs


def emphasis(source: str, start: int, end: int) -> frozenset[int]:
    """Where the signs of emphasis of a stretch stand that pair with another one."""
    dropped: list[int] = []
    waiting: dict[str, list[int]] = {}
    position = start
    while match := seek(_EMPHATIC, tokens(), source, position, end):
        position = match.end()
        if match.lastgroup != "emphasis":
            continue
        kind = match.group()
        stack = waiting.setdefault(kind, [])
        if stack and not source[match.start() - 1].isspace():
            dropped += [stack.pop(), match.start()]
        elif kind in ("**", "***"):
            dropped.append(match.start())
            stack.append(match.start())
        elif not source[match.end() : match.end() + 1].isspace():
            stack.append(match.start())
    return frozenset(dropped)
