"""The blocks of a Markdown file, as spans of its source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from crosscheck.patterns import compiled
from crosscheck.read.md_heading import bare

PieceKind = Literal["heading", "paragraph", "item", "ordered", "footnote", "cell", "html"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A block: its text from `start` to `end`; `whole` is where its marker begins and `marker` where that ends.

    `label` is the number of an item or note, or the head of a cell's column; `tail` says that only numbered items
    follow up to the end of the file.
    """

    kind: PieceKind
    start: int
    end: int
    whole: int = 0
    marker: int = 0
    level: int = 0
    label: str = ""
    tail: bool = False


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int


_LINE = compiled(r"[^\n\r]*(?:\r\n|\n|\r|$)")
_HEADING = compiled(r" {0,3}(#{1,6})(?:[ \t　]+|(?=[^\s#\d]))")
_ITEM = compiled(r"([ \t]*)([-*+•])(?:[ \t]+|$)")
_ORDERED = compiled(r"([ \t]*)(\d{1,3})[.)](?:[ \t]+|$)")
_RULE = compiled(r" {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$")
_SETEXT = compiled(r" {0,3}(=+|-{2,})[ \t]*$")
_FENCE = compiled(r" {0,3}(```+|~~~+)")
_FOOTNOTE = compiled(r" {0,3}\[\^([^\]\s]{1,60})\]:[ \t]*")
_DEFINITION = compiled(
    r" {0,3}\[[^\]\[^][^\]\[]{0,200}\]:[ \t]+\S{1,2000}(?:[ \t]+[\"'(].{0,500}[\"')])?[ \t]*$"
)
_QUOTE = compiled(r" {0,3}(?:>[ \t]?)+")
_DELIMITER = compiled(r"[ \t]*+(?:\|[ \t]*+)?:?-++:?[ \t]*+(?:\|[ \t]*+:?-++:?[ \t]*+)*+(?:\|[ \t]*+)?$")
_COLUMNS = compiled(r"[ \t]*+-{2,}+(?:[ \t]++-{2,}+)++[ \t]*+$")
_GAPPED = compiled(r"\S+(?: \S+)*")
_CELL = compiled(r"(?:\\.|[^|\\])+")
_TAGGED = compiled(
    r" {0,3}</?(?:figure|figcaption|img|div|table|tbody|thead|tr|td|th|center|ul|ol|li|dl|dt|dd|blockquote|section|aside|"
    r"article|details|iframe|video|audio|script|style|p|h[1-6]|hr|gallery|nav|header|footer)\b",
    re.IGNORECASE,
)
_NAMED = compiled(r"\[(?:Category|分类|分類):")


@cache
def _starts() -> tuple[re.Pattern[str], ...]:
    return (_HEADING, _ITEM, _ORDERED, _FENCE, _FOOTNOTE, _TAGGED, _RULE, _QUOTE)


class _Blocks:
    def __init__(self, source: str, body: int) -> None:
        self.source = source
        self.lines = [
            _Line(match.start(), match.start() + len(match.group().rstrip("\r\n")))
            for match in _LINE.finditer(source, body)
            if match.group()
        ]
        self.at = 0
        self.listed = False

    def _match(self, pattern: re.Pattern[str], number: int) -> re.Match[str] | None:
        line = self.lines[number]
        return pattern.match(self.source, line.start, line.end)

    def _blank(self, number: int) -> bool:
        line = self.lines[number]
        return not self.source[line.start : line.end].strip()

    def _trim(self, start: int, end: int) -> tuple[int, int]:
        text = self.source[start:end]
        return start + len(text) - len(text.lstrip()), max(start, end - len(text) + len(text.rstrip()))

    def run(self) -> Iterator[Piece]:
        while self.at < len(self.lines):
            if self._blank(self.at):
                self.at += 1
                continue
            yield from self._next()

    def _next(self) -> Iterator[Piece]:
        here = self.at
        line = self.lines[here]
        if self._match(_FENCE, here):
            yield from self._fenced()
        elif self._match(_RULE, here) or self._match(_DEFINITION, here):
            self.at += 1
        elif heading := self._match(_HEADING, here):
            self.at += 1
            words = bare(self.source[heading.end() : line.end])
            start, end = self._trim(heading.end(), heading.end() + len(words))
            yield Piece(kind="heading", start=start, end=end, level=len(heading.group(1)))
        elif note := self._match(_FOOTNOTE, here):
            yield from self._taken("footnote", note, note.group(1))
        elif item := self._match(_ITEM, here):
            yield from self._taken("item", item, "")
        elif item := self._match(_ORDERED, here):
            yield from self._taken("ordered", item, item.group(2))
        elif self._match(_TAGGED, here):
            yield from self._tagged()
        elif here + 1 < len(self.lines) and self._table():
            yield from self._rows()
        elif self._match(_COLUMNS, here) or (here + 1 < len(self.lines) and self._match(_COLUMNS, here + 1)):
            yield from self._gapped_rows()
        else:
            yield from self._paragraph()

    def _fenced(self) -> Iterator[Piece]:
        opened = self._match(_FENCE, self.at)
        fence = opened.group(1) if opened else "```"
        self.at += 1
        while self.at < len(self.lines):
            line = self.lines[self.at]
            self.at += 1
            if self.source[line.start : line.end].strip().startswith(fence):
                break
            start, end = self._trim(line.start, line.end)
            yield Piece(kind="paragraph", start=start, end=end)

    def _taken(self, kind: PieceKind, match: re.Match[str], label: str) -> Iterator[Piece]:
        """An item or note with the lines that go on with it."""
        whole = match.start(1) + len(match.group(1)) if kind != "footnote" else match.start()
        indent = len(match.group(1).expandtabs(4)) if kind != "footnote" else 0
        last = self.at
        self.at += 1
        while self.at < len(self.lines) and not self._blank(self.at) and not self._begins(self.at):
            last = self.at
            self.at += 1
        start, end = self._trim(match.end(), self.lines[last].end)
        marker = match.start(2) + len(match.group(2)) + 1 if kind == "ordered" else match.end()
        yield Piece(
            kind=kind, start=start, end=end, whole=whole, marker=marker, level=1 + indent // 4, label=label
        )  # fmt: skip

    def _begins(self, number: int) -> bool:
        line = self.lines[number]
        if _NAMED.match(self.source, line.start):
            return True
        return any(self._match(pattern, number) for pattern in _starts())

    def _tagged(self) -> Iterator[Piece]:
        first = self.at
        while self.at < len(self.lines) and not self._blank(self.at):
            self.at += 1
        yield Piece(kind="html", start=self.lines[first].start, end=self.lines[self.at - 1].end)

    def _table(self) -> bool:
        line, rule = self.lines[self.at], self.lines[self.at + 1]
        return (
            self.source.find("|", line.start, line.end) >= 0
            and self.source.find("-", rule.start, rule.end) >= 0
            and self.source.find("|", rule.start, rule.end) >= 0
            and bool(_DELIMITER.match(self.source, rule.start, rule.end))
        )

    def _cells(self, number: int) -> list[tuple[int, int]]:
        start, end = self._trim(self.lines[number].start, self.lines[number].end)
        start += self.source.startswith("|", start)
        if end > start and self.source[end - 1] == "|":
            end -= 1
        return [self._trim(*match.span()) for match in _CELL.finditer(self.source, start, end)]

    def _rows(self) -> Iterator[Piece]:
        heads = [self.source[start:end] for start, end in self._cells(self.at)]
        for start, end in self._cells(self.at):
            yield Piece(kind="cell", start=start, end=end)
        self.at += 2
        while (
            self.at < len(self.lines)
            and "|" in self.source[self.lines[self.at].start : self.lines[self.at].end]
        ):
            for column, (start, end) in enumerate(self._cells(self.at)):
                yield Piece(
                    kind="cell", start=start, end=end, label=heads[column] if column < len(heads) else ""
                )
            self.at += 1

    def _gapped_rows(self) -> Iterator[Piece]:
        """A table whose columns are parted by blanks, under a line of dashes for each column."""
        heads: list[str] = []
        while self.at < len(self.lines) and not self._blank(self.at):
            line = self.lines[self.at]
            self.at += 1
            if (
                _COLUMNS.match(self.source, line.start, line.end)
                or self.source[line.start : line.end].strip("- ") == ""
            ):
                continue
            cells = [match.span() for match in _GAPPED.finditer(self.source, line.start, line.end)]
            named = len(heads) == len(cells)
            for column, (start, end) in enumerate(cells):
                yield Piece(kind="cell", start=start, end=end, label=heads[column] if named else "")
            if not heads and self.at < len(self.lines) and self._match(_COLUMNS, self.at):
                heads = [self.source[start:end] for start, end in cells]

    def _paragraph(self) -> Iterator[Piece]:
        first = self.at
        quote = self._match(_QUOTE, first)
        self.at += 1
        named = _NAMED.match(self.source, self.lines[first].start)
        while self.at < len(self.lines) and not self._blank(self.at):
            setext = self._match(_SETEXT, self.at)
            if setext and self.at == first + 1 and not quote:
                self.at += 1
                start, end = self._trim(self.lines[first].start, self.lines[first].end)
                yield Piece(kind="heading", start=start, end=end, level=1 if "=" in setext.group() else 2)
                return
            goes_on = (quote and self._match(_QUOTE, self.at)) or (
                named and _NAMED.match(self.source, self.lines[self.at].start)
            )
            if not goes_on and self._begins(self.at):
                break
            self.at += 1
        start = quote.end() if quote else self.lines[first].start
        begin, end = self._trim(start, self.lines[self.at - 1].end)
        if begin < end:
            yield Piece(kind="paragraph", start=begin, end=end)


def pieces(source: str, body: int) -> list[Piece]:
    """The blocks of `source` from `body` on, in order, markers and empty ones (but empty items) left out."""
    found = list(_Blocks(source, body).run())
    for number in range(len(found) - 1, -1, -1):
        if found[number].kind != "ordered":
            break
        found[number] = replace(found[number], tail=True)
    return found
