"""Footnotes at the foot of the pages of a PDF, and the marks in the text of the same page."""

from __future__ import annotations

from dataclasses import dataclass, field

from crosscheck.patterns import compiled
from crosscheck.read.end_notes import Marks, Notes, note_number, weigh_mark
from crosscheck.text.lines import Line

_SIGNS = "⓪①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹"


# A number with its line and the place of its first word, or a place, its end and its number.
_Triple = tuple[int, int, int]


@dataclass(slots=True)
class Feet:
    """The lines of all pages with the footnotes parted from them: `notes` are groups of lines, one a note."""

    body: list[Line] = field(default_factory=list)
    notes: list[tuple[Line, ...]] = field(default_factory=list)
    labels: Notes = field(default_factory=dict)
    marks: Marks = field(default_factory=dict)


def part(source: str, pages: list[tuple[Line, ...]]) -> Feet:
    """The footnotes of `pages` and their marks.

    Notes are the last lines of a page whose numbers count up to its end, from 1 or from the page before; the text
    of the page must hold a mark for each.  Where each page counts from 1, a label has its page (``p3/1``).
    """
    feet, last = Feet(), 0
    cut: list[tuple[int, tuple[Line, ...], int, list[_Triple], list[_Triple]]] = []
    for number, page in enumerate(pages, 1):
        first, labels = _notes(source, page, last)
        marks = _marks(source, page[:first], [n for n, _, _ in labels]) if labels else []
        if len(marks) < len(labels) or not labels:
            cut.append((number, page, len(page), [], []))
            continue
        last = labels[-1][0]
        cut.append((number, page, first, labels, marks))
    firsts = [labels[0][0] for _, _, _, labels, _ in cut if labels]
    several = firsts.count(1) > 1
    for number, page, first, labels, marks in cut:
        feet.body += page[:first]
        name = f"p{number}/" if several else ""
        ends = [*(at for _, at, _ in labels[1:]), len(page)]
        for (count, at, body), following in zip(labels, ends, strict=False):
            feet.labels[page[at].start] = (f"{name}{count}", body)
            feet.notes.append(page[at:following])
        feet.marks.update({start: (end, f"{name}{count}") for start, end, count in marks})
    return feet


def _notes(source: str, page: tuple[Line, ...], last: int) -> tuple[int, list[_Triple]]:
    """Where the notes of a page begin, and for each its number, its line, and the place of its first word."""
    found: list[_Triple] = []
    for at in range(len(page) - 1, 0, -1):
        number, body = note_number(source, page[at])
        if not number:
            continue
        if found and number != found[-1][0] - 1:
            break
        found.append((number, at, body))
        if number in (1, last + 1):
            return at, found[::-1]
    return len(page), []


def _marks(source: str, body: tuple[Line, ...], numbers: list[int]) -> list[_Triple]:
    """The place and end of the mark of each of `numbers` in `body`, one after the other; those not found left out."""
    marks: list[_Triple] = []
    position = 0
    for number in numbers:
        raised = "".join(_DIGITS[int(digit)] for digit in str(number))
        sign = f"|{_SIGNS[number]}" if number < len(_SIGNS) else ""
        wanted = compiled(rf"[\[［〔]{number}[\]］〕]|{raised}{sign}|(?<!\d){number}(?![\d.．%])")
        best: tuple[float, int, int] | None = None
        for line in body:
            begin = line.start + (line is body[0])
            for match in wanted.finditer(source, max(position, begin), line.end):
                weight = (
                    weigh_mark(source, *match.span())
                    if match.group().isdecimal() and match.group().isascii()
                    else 9.0
                )
                if weight >= 2 and (best is None or weight > best[0]):
                    best = (weight, *match.span())
        if best:
            position = best[2]
            marks.append((best[1], best[2], number))
    return marks
