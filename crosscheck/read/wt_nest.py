"""Which brackets of a wikitext belong together, found in one pass."""

from __future__ import annotations

import re
from functools import cache

from crosscheck.read.seek import seek

_PAIRS = {"}}": "{{", "]]": "[[", "|}": "{|", "}-": "-{"}


_FIRST = re.compile(r"[<{\[\]|}-]")


@cache
def _brackets() -> re.Pattern[str]:
    return re.compile(
        r"(?P<comment><!--)|(?P<raw><(nowiki|math|source|syntaxhighlight|gallery|pre|timeline|score|chem)\b[^<>/]{0,500}>)"
        r"|(?P<ref><ref\b(?:[^<>\"']|\"[^\"<>]{0,500}\"|'[^'<>]{0,500}'){0,600}?(?P<empty>/)?>)|(?P<unref></ref\s*>)"
        r"|(?P<table>\{\|)|(?P<open>\{\{|\[\[|-\{(?!\{))|(?P<close>\}\}|\]\]|\|\}(?!\})|\}-)",
        re.IGNORECASE | re.MULTILINE,
    )


class Nest:
    """The pairs of a source: ``pairs[start] == end``, where `end` lies behind the closing bracket."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.pairs: dict[int, int] = {}
        self.hidden: dict[int, int] = {}
        self._find()

    def _find(self) -> None:
        source, depth = self.source, {"{{": 0, "[[": 0, "{|": 0, "-{": 0, "<ref": 0}
        position, lost = 0, set[str]()
        found: list[tuple[str, int]] = []
        while match := seek(_FIRST, _brackets(), source, position, len(source)):
            position, kind, start = match.end(), match.lastgroup, match.start()
            if kind == "table" and not self._leads(start):
                continue
            if kind == "comment":
                close = -1 if "-->" in lost else source.find("-->", position)
                position = self._hide(start, close + 3 if close >= 0 else 0, position, "-->", lost)
            elif match.group("raw"):
                end = f"</{match.group(3).lower()}>"
                close = -1 if end in lost else self._find_close(end, position)
                position = self._hide(start, close, position, end, lost)
            elif match.group("empty"):
                self.pairs[start] = match.end()
            elif kind in ("table", "open", "ref"):
                name = {"table": "{|", "ref": "<ref"}.get(kind, match.group())
                found.append((name, start))
                depth[name] += 1
            else:
                name = "<ref" if kind == "unref" else _PAIRS[match.group()]
                if depth[name]:
                    self._pop(found, depth, name, match.end())

    def _leads(self, start: int) -> bool:
        """Whether nothing but blanks and colons stands before `start` on its line."""
        before = self.source[max(0, start - 80) : start]
        return not re.split(r"[\r\n]", before)[-1].strip(" \t:")

    def _find_close(self, end: str, position: int) -> int:
        match = re.compile(re.escape(end[:-1]) + r"\s*>", re.IGNORECASE).search(self.source, position)
        return match.end() if match else -1

    def _hide(self, start: int, end: int, position: int, name: str, lost: set[str]) -> int:
        if end <= 0:
            lost.add(name)
            return position
        self.pairs[start] = self.hidden[start] = end
        return end

    def _pop(self, stack: list[tuple[str, int]], depth: dict[str, int], name: str, end: int) -> None:
        while stack:
            other, start = stack.pop()
            depth[other] -= 1
            if other == name:
                self.pairs[start] = end
                return

    def line_end(self, position: int, end: int) -> int:
        """Where the line at `position` ends; line ends inside brackets do not count."""
        while match := _STOP.search(self.source, position, end):
            close = self.pairs.get(match.start())
            if match.group()[0] in "\r\n":
                return match.start()
            position = close if close and close <= end else match.end()
        return end

    def split(self, start: int, end: int, mark: str) -> list[tuple[int, int]]:
        """The stretches between the `mark` at the top level of `start` to `end`."""
        out, position = [], start
        pattern = _splitter(mark)
        while match := pattern.search(self.source, position, end):
            close = self.pairs.get(match.start())
            if match.group() == mark:
                out.append((start, match.start()))
                start = position = match.end()
            else:
                position = close if close and close <= end else match.end()
        out.append((start, end))
        return out

    def split_breaks(self, start: int, end: int) -> list[tuple[int, int]]:
        """The stretches between line breaks (``<br>``) outside of other brackets."""
        out, position = [], start
        while match := _BREAKS.search(self.source, position, end):
            close = self.pairs.get(match.start())
            if match.group(1):
                out.append((start, match.start()))
                start = position = match.end()
            else:
                position = close if close and close <= end else match.end()
        out.append((start, end))
        return out


_BREAKS = re.compile(r"(<br\s*/?>)|\{\{|\[\[|\{\||-\{|<!--|<[A-Za-z]+", re.IGNORECASE)
_STOP = re.compile(r"\r\n|\r|\n|\{\{|\[\[|\{\||-\{|<!--|<[A-Za-z]+")


@cache
def _splitter(mark: str) -> re.Pattern[str]:
    return re.compile(rf"{re.escape(mark)}|\{{\{{|\[\[|\{{\||-\{{|<!--|<[A-Za-z]+")
