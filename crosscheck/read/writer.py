"""The builder that readers write with: running text, marks, links and references, and the draft at the end."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from crosscheck.model.document import BlockKind, Link, Mark, Reference
from crosscheck.model.origins import Written
from crosscheck.model.span import Span
from crosscheck.model.step import Step
from crosscheck.read.agreed import agreed
from crosscheck.read.interface import Draft
from crosscheck.read.works import settled
from crosscheck.text.builder import Opened, TextBuilder
from crosscheck.text.fold import radicals
from crosscheck.text.unwrap import spaced

# Seen by nobody: soft hyphens, zero-width characters, marks of direction, byte-order marks, controls.
_UNSEEN = re.compile(
    "[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffe]+"
)
_VERTICAL = str.maketrans(
    "︐︑︒︓︔︕︖︗︘︙︰︱︵︶︷︸︹︺︻︼︽︾︿﹀﹁﹂﹃﹄",
    "，、。：；！？〖〗…：—（）｛｝〔〕【】《》〈〉「」『』",
)
_ODD = re.compile("[\u2e80-\u2fdf\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe44]")


@cache
def _compatible(character: str) -> str:
    import unicodedata

    plain = unicodedata.normalize("NFC", character)
    return plain if len(plain) == 1 else character


def glyphs(text: str) -> str:
    """`text` with radicals, vertical forms and compatibility characters as the plain ones, one for one."""
    if not _ODD.search(text):
        return text
    return _ODD.sub(lambda match: _compatible(match.group()), radicals(text).translate(_VERTICAL))


# One Han character, a wide blank or several, and another: 黄　岩.
_APART = re.compile(
    "([\u3400-\u9fff])(?<![一二三四五六七八九十百千万零〇])(?:\u3000+| {2,}|\xa0+| ?\u3000 ?)([\u3400-\u9fff])"
)
_ROW_HEAD = 80  # characters

# Ends of lines to some programs and none to others: what keeps records of lines must not meet them.
_SEPARATED = re.compile("[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")

_RAISED = str.maketrans("0123456789+-−n()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻ⁿ⁽⁾")


def raised(text: str) -> str:
    """`text` as superscript where each of its characters has such a form, else as it is."""
    out = text.translate(_RAISED)
    return out if all(old != new for old, new in zip(text, out, strict=True)) else text


class Writer(TextBuilder):
    """A builder that also gathers what hangs on the text."""

    def __init__(self, source: str) -> None:
        super().__init__(source)
        self.marks: list[Mark] = []
        self.links: list[Link] = []
        self.references: list[Reference] = []
        self.notices: list[Step] = []
        self.begin = 0
        self.rows = 0
        self._row: tuple[int, str] | None = None
        self._pause: tuple[int, int, str | None] | None = None

    def begin_row(self, head: str = "") -> None:
        """Begin a row of a table: the cells that follow are of it.  `head` is what it begins with, else its first cell is."""
        self.rows += 1
        self._row = (self.rows, head)

    def end_rows(self) -> None:
        """End the table: cells that follow are of no row."""
        self._row = None

    def pause(self, start: int, end: int, blank: str | None = None) -> None:
        """Note a soft line end; what is written next decides what it becomes: `blank`, or a blank between words."""
        if self._pause is None:
            self._pause = (start, end, blank)

    def _append(self, text: str, source: int, width: int) -> None:
        if self._pause is not None:
            start, end, blank = self._pause
            self._pause = None
            last = self.last()
            if last and (blank if blank is not None else spaced(last, text[0])):
                super()._append(" ", start, end - start)
        self._pieces.append(text)
        self._runs.append(Written(self.length, source, len(text), width))
        self.length += len(text)

    def open(
        self, kind: BlockKind, *, level: int = 0, label: str = "", row: int = 0, row_head: str = ""
    ) -> None:
        """Begin a block, a soft line end before it forgotten; a cell is of the row that has begun."""
        self._pause = None
        if kind == "cell" and self._row is not None:
            self.close()  # the cell before may be what the row begins with
            row, row_head = self._row
        super().open(kind, level=level, label=label, row=row, row_head=row_head)
        self.begin = self.length

    def close(self) -> None:
        """End the open block."""
        self._pause = None
        if self._open is not None and self._open.kind in ("cell", "field"):
            self._close_up(self._open)
        super().close()

    def _close_up(self, opened: Opened) -> None:
        """A name of two characters that is set apart to be as wide as one of three (黄　岩) reads as one word.

        The first words of a row name it.
        """
        begin = opened.start
        words = self.since(begin)
        apart = _APART.fullmatch(words[-8:].rpartition("：")[2]) if len(words) < 40 else None
        if apart:
            last = self._places(1)
            first = self._places(len(apart.group()))
            self.cut(self.length - len(apart.group()))
            self._append(apart.group(1), *first)
            self._append(apart.group(2), *last)
            words = self.since(begin)
            while self.links and self.links[-1].span.end > self.length:
                link = self.links.pop()
                if link.span.start >= self.length:
                    continue
                self.links.append(replace(link, span=Span(link.span.start, self.length)))
        if opened.row and not opened.row_head and self._row is not None and words.strip():
            self._row = (self._row[0], words.strip()[:_ROW_HEAD])

    def _places(self, back: int) -> tuple[int, int]:
        """Where the character `back` from the end came from: its place in the source, and how much it stands for."""
        wanted = self.length - back
        run = next(run for run in reversed(self._runs) if run.clean <= wanted)
        return run.source + (wanted - run.clean) * run.width, run.width

    def last(self) -> str:
        """The last character of the open block, "" where there is none yet."""
        return self._pieces[-1][-1] if self._pieces and self.length > self.begin else ""

    def follows_word(self) -> bool:
        """Whether the last character is one that a reference mark may follow: Han or punctuation, no letter or digit."""
        last = self.last()
        return bool(last) and not (last.isascii() and last.isalnum())

    def since(self, position: int) -> str:
        """What was written from clean offset `position` on."""
        wanted, pieces = self.length - position, []
        for piece in reversed(self._pieces):
            if wanted <= 0:
                break
            pieces.append(piece[-wanted:])
            wanted -= len(piece)
        return "".join(reversed(pieces))

    def run(self, start: int, end: int) -> None:
        """Append the source from `start` to `end` without the characters that nobody sees."""
        words = self.source[start:end]
        if words.isprintable():  # most texts, and several times as fast
            self.put(words, start, end)
            return
        for match in _UNSEEN.finditer(self.source, start, end):
            self.keep(start, match.start())
            start = match.end()
        self.keep(start, end)

    def cut(self, length: int) -> None:
        """Take back what was written from clean offset `length` on; it must be inside the open block."""
        while self.length > length:
            run, piece = self._runs.pop(), self._pieces.pop()
            self.length -= run.length
            if self.length < length:
                kept = length - self.length
                super()._append(piece[:kept], run.source, run.width)
        self._pause = None

    def mark(self, label: str, start: int, end: int) -> None:
        """Note that a reference mark stood here, at `start` to `end` of the source."""
        self.marks.append(Mark(at=self.length, label=label, source=Span(start, end)))

    def draft(
        self, *, title: str = "", date: str | None = None, variants: tuple[tuple[str, ...], ...] = ()
    ) -> Draft:
        """The draft of all that was written."""
        text, origins, blocks = self.finish()
        text = glyphs(text)
        if _SEPARATED.search(text):
            text = _SEPARATED.sub(" ", text)
        return Draft(
            source=self.source,
            text=text,
            origins=origins,
            blocks=settled(text, blocks),
            title=title,
            date=date,
            links=tuple(self.links),
            marks=tuple(self.marks),
            references=agreed(self.marks, self.references),
            variants=variants,
            notices=tuple(self.notices),
        )
