"""The blocks of a Markdown file, as spans of its source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from crosscheck.patterns import compiled
from crosscheck.read.md_heading import bare
from crosscheck.read.md_tables import Piece, PieceKind, Tables

_HEADING = compiled(
    r" {0,3}(#{1,6})(?:[ \t　]+|(?=[^\s#\d])(?![^\s#]{1,60}#[^#\n]))"
)  # #桥# ... is a hashtag
# The box of a task list goes with the sign of its item.
_BOX = r"(?:[ \t]+\\?\[[ xX]\\?\](?=[ \t]))?(?:[ \t]+|$)"
_ITEM = compiled(rf"([ \t]*)([-*+•]){_BOX}")
_ORDERED = compiled(rf"([ \t]*)(\d{{1,3}})[.)]{_BOX}")
# An entry of a list of references; punctuation behind the number makes it a mark that a line begins with.
_BRACKETED = compiled(r" {0,3}\\?[\[［〔](\d{1,3})\\?[\]］〕][ \t　]*(?=[^\s\[(（:：，。、；！？,.;!?^])")
_RULE = compiled(r" {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$")
_SETEXT = compiled(r" {0,3}(=+|-{2,})[ \t]*$")
_FENCE = compiled(r" {0,3}(```+|~~~+)")
_CONTAINER = compiled(
    r" {0,3}(?<!:):{3,}+[ \t]*+(?:[\w-]{1,30}+|\{[^{}]{0,200}\})?[ \t]*+:{0,10}$"
)  # a fence of a block with a name
_FOOTNOTE = compiled(r" {0,3}\[\^([^\]\s]{1,60})\]:[ \t]*")
_DEFINITION = compiled(
    r" {0,3}\[[^\]\[^][^\]\[]{0,200}\]:[ \t]+\S{1,2000}(?:[ \t]+[\"'(].{0,500}[\"')])?[ \t]*$"
)
_INDENTED = compiled(r"(?: {4}|\t)")
_QUOTE = compiled(r" {0,3}(?:>[ \t]?)+")
_TAGGED = compiled(
    r" {0,3}</?(?:figure|figcaption|img|div|table|tbody|thead|tr|td|th|center|ul|ol|li|dl|dt|dd|blockquote|section|aside|"
    r"article|details|iframe|video|audio|script|style|p|h[1-6]|hr|gallery|nav|header|footer)\b",
    re.IGNORECASE,
)
_NAMED = compiled(r"\[(?:Category|分类|分類):")


@cache
def _starts() -> tuple[re.Pattern[str], ...]:
    return (_HEADING, _ITEM, _ORDERED, _FENCE, _FOOTNOTE, _TAGGED, _RULE, _QUOTE, _CONTAINER)


class _Blocks(Tables):
    def __init__(self, source: str, body: int) -> None:
        super().__init__(source, body)
        self.numbered = self._numbered()

    def _numbered(self) -> frozenset[int]:
        """The lines that begin with bracketed numbers which count up from 1, two at least."""
        found: list[int] = []
        run: list[int] = []
        for number, line in enumerate(self.lines):
            match = _BRACKETED.match(self.source, line.start, line.end)
            if match is None:
                continue
            if int(match.group(1)) != len(run) + 1:
                found += run if len(run) > 1 else ()
                run = []
            if int(match.group(1)) == len(run) + 1:
                run.append(number)
        return frozenset(found + run if len(run) > 1 else found)

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
        elif any(self._match(pattern, here) for pattern in (_RULE, _DEFINITION, _CONTAINER)):
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
        elif here in self.numbered and (entry := self._match(_BRACKETED, here)):
            yield from self._taken("bracketed", entry, entry.group(1))
        elif self._match(_TAGGED, here):
            yield from self._tagged()
        elif here + 1 < len(self.lines) and self._table():
            yield from self._rows()
        elif self._gapped(here) or (here + 1 < len(self.lines) and self._gapped(here + 1)):
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
            yield Piece(kind="verbatim", start=start, end=end)

    def _taken(self, kind: PieceKind, match: re.Match[str], label: str) -> Iterator[Piece]:
        """An item or note with the lines that go on with it; a note with the indented paragraphs below it."""
        listed = kind in ("item", "ordered")
        whole = match.start(1) + len(match.group(1)) if listed else match.start()
        indent = len(match.group(1).expandtabs(4)) if listed else 0
        last = self.at
        self.at += 1
        while self.at < len(self.lines):
            if self._blank(self.at):
                following = self._indented() if kind == "footnote" else 0
                if not following:
                    break
                self.at = following
            elif self._begins(self.at):
                break
            last = self.at
            self.at += 1
        start, end = self._trim(match.end(), self.lines[last].end)
        marker = match.start(2) + len(match.group(2)) + 1 if kind == "ordered" else match.end()
        yield Piece(
            kind=kind, start=start, end=end, whole=whole, marker=marker, level=1 + indent // 4, label=label
        )  # fmt: skip

    def _indented(self) -> int:
        """The next line that is not blank, where it is indented as what belongs to a note; 0 where it is not."""
        number = self.at
        while number < len(self.lines) and self._blank(number):
            number += 1
        return number if number < len(self.lines) and self._match(_INDENTED, number) else 0

    def _begins(self, number: int) -> bool:
        line = self.lines[number]
        if number in self.numbered or _NAMED.match(self.source, line.start):
            return True
        return any(self._match(pattern, number) for pattern in _starts())

    def _tagged(self) -> Iterator[Piece]:
        first = self.at
        while self.at < len(self.lines) and not self._blank(self.at):
            self.at += 1
        yield Piece(kind="html", start=self.lines[first].start, end=self.lines[self.at - 1].end)

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
        if found[number].kind not in ("ordered", "bracketed"):
            break
        found[number] = replace(found[number], tail=True)
    return found
