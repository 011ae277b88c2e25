"""Plain text: hard-wrapped or a paragraph a line, with numbered notes at its end."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from crosscheck.model.document import Reference
from crosscheck.model.span import Span
from crosscheck.patterns import compiled
from crosscheck.read.end_notes import Marks, Notes, find_marks, find_notes
from crosscheck.read.interface import Draft
from crosscheck.read.sections import APPARATUS, role
from crosscheck.read.writer import Writer
from crosscheck.read.written_on import stated
from crosscheck.text.lines import Line, lines
from crosscheck.text.unwrap import numbered_heading, paragraphs

_PAGE = compiled(r"[-–—·.]?[ 　]?第?[ 　]?(\d{1,4})[ 　]?页?頁?[ 　]?[-–—·.]?$")
_MARKS = compiled(r"(?:[\[［〔][^\[\]［］〔〕\s]{1,10}[\]］〕]|[①-⑳¹²³⁰⁴-⁹]){1,8}+$")
_ENDS = tuple("。！？」”")
_SENTENCE = compiled(r"[。！？!?；;，,：:…]")
# A line that underlines the one before it, as reStructuredText and many plain texts mark headings.
_UNDERLINE = compiled(r"([=\-~^\"'`*+#_.:])\1{2,}$")
_NUMBER = r"(?:\d{1,4}|[〇零○一二三四五六七八九十廿卅元正冬腊臘]{1,4})"
_DATE_LINE = compiled(
    rf"[【〔\[]?(?=[^\s])(?:(?:公元|西元|民[国國])?{_NUMBER} ?年(?:度)?)?(?:{_NUMBER} ?月(?:份)?)?(?:{_NUMBER} ?[日号號])?(?:[上下]午|[早晚]上|晚|星期.|[（(](?:星期|[周週]).[）)])?[】〕\]]?$"
)


def _heading(
    source: str,
    paragraph: tuple[Line, ...],
    before: tuple[Line, ...],
    following: tuple[Line, ...] | None,
    underlined: frozenset[int],
    *,
    author: bool,
) -> bool:
    """Whether a paragraph is a heading; `author` says that it stands where a text names its author."""
    line = paragraph[0]
    body = source[line.start : line.end]
    if len(paragraph) > 1 or line.width > 76:
        return False
    if line.start in underlined or (following is not None and _date_alone(body)):
        return True
    if author:
        return False
    if numbered_heading(source, line) or role(body):
        return True
    if following is None or line.width > 44 or _SENTENCE.search(body) or body[0] in "（(⊙":
        return False
    if (
        before[-1].width <= 44
        and len(before) == 1
        and not _SENTENCE.search(source[before[0].start : before[0].end])
    ):
        return before[0].start == 0 or bool(
            numbered_heading(source, before[0])
        )  # else one of several short lines
    ended = _unmarked(source[following[0].start : following[-1].end])[-1:] in _ENDS
    return len(following) > 1 or ((ended or following[0].width > 60) and following[0].width > 2 * line.width)


def _date_alone(body: str) -> bool:
    """Whether a line is a date in brackets that mark it as a heading: 【十二月十九日】."""
    return body[0] in "【〔[" and body[-1] in "】〕]" and len(body) > 3 and bool(_DATE_LINE.match(body))


def _underlines(source: str, found: tuple[Line, ...]) -> dict[int, int]:
    """For each line that underlines the one before it, by its start: the start of that one.

    The line before is short, ends no sentence and begins its paragraph; the underline is about as long.
    """
    out: dict[int, int] = {}
    for number, (line, under) in enumerate(pairwise(found)):
        if under.blanks or line.width > 76 or not _UNDERLINE.match(source, under.start, under.end):
            continue
        wide = 0.5 * line.width <= under.width <= 2 * line.width + 4
        above = found[number - 1] if number else None
        fresh = above is None or line.blanks > 0 or above.start in out
        if (
            above is not None
            and not fresh
            and above.width == under.width
            and source[above.start] == source[under.start]
        ):
            fresh, out[above.start] = True, line.start  # a heading between two lines
        ended = source[line.end - 1] in "。；;，,、"
        if wide and fresh and not ended and line.start not in out:
            out[under.start] = line.start
    return out


def read(source: str, path: str) -> Draft:
    """The draft of a plain text: its first line is the title."""
    writer = Writer(source)
    title = write(writer, without_page_numbers(source, lines(source)))
    return writer.draft(title=title, date=stated(source))


def without_page_numbers(source: str, found: tuple[Line, ...]) -> tuple[Line, ...]:
    """`found` without the lines that are page numbers: three at least, each one more than the one before."""
    numbered = [
        (int(match.group(1)), line)
        for line in found
        if line.width <= 12 and (match := _PAGE.match(source, line.start, line.end))
    ]
    if len(numbered) < 3 or any(b[0] != a[0] + 1 for a, b in pairwise(numbered)):
        return found
    dropped = {line for _, line in numbered}
    return tuple(line for line in found if line not in dropped)


def write(writer: Writer, found: tuple[Line, ...]) -> str:
    """Write `found`, lines of the writer's source, as paragraphs, headings and notes; the title, "" without one."""
    under = _underlines(writer.source, found)
    behind = {after.start for line, after in pairwise(found) if line.start in under}
    found = tuple(line for line in found if line.start not in under)
    notes = find_notes(writer.source, found)
    titles = frozenset(under.values())
    groups = paragraphs(writer.source, found, (*notes, *titles, *behind))
    return write_groups(writer, groups, find_marks(writer.source, groups, notes), notes, titles)


def write_groups(
    writer: Writer,
    groups: tuple[tuple[Line, ...], ...],
    marks: Marks,
    notes: Notes,
    underlined: frozenset[int] = frozenset(),
) -> str:
    """Write paragraphs, their marks and notes known, and the starts of `underlined` headings; the title, "" without one."""
    source = writer.source
    order = tuple(marks)
    title, author = "", -1
    for number, group in enumerate(groups):
        first = group[0].start
        following = groups[number + 1] if number + 1 < len(groups) else None
        if number == 0 and len(groups) > 1 and _titled(source, group, following):
            title = source[first : group[-1].end]
            writer.open("heading", level=1)
            author = 1
        elif first in notes:
            _note(writer, group, marks, order, notes)
            continue
        elif number and _heading(
            source, group, groups[number - 1], following, underlined, author=number == author
        ):
            writer.close()
            writer.section = source[first : group[-1].end].strip()
            writer.apparatus = role(writer.section) in APPARATUS
            writer.open("heading", level=2)
        else:
            writer.open("paragraph")
        _write(writer, group, marks, order, first)
    writer.close()
    return title


def _note(
    writer: Writer, group: tuple[Line, ...], marks: Marks, order: tuple[int, ...], notes: Notes
) -> None:
    label, body = notes[group[0].start]
    writer.open("note", label=label)
    begin = writer.length
    _write(writer, group, marks, order, body)
    span = Span(group[0].start, group[-1].end)
    text = writer.since(begin)
    writer.references.append(Reference(label=label, text=text, source=span, form="note"))


def _titled(source: str, group: tuple[Line, ...], following: tuple[Line, ...] | None) -> bool:
    if following is None or len(group) > 2 or sum(line.width for line in group) > 120:
        return False
    return _unmarked(source[group[0].start : group[-1].end])[-1:] not in tuple("。；;，,：:、")


def _unmarked(words: str) -> str:
    """`words` without the reference marks at their end."""
    return _MARKS.sub("", words[-60:])


def _write(writer: Writer, group: tuple[Line, ...], marks: Marks, order: tuple[int, ...], body: int) -> None:
    """Write the lines of a paragraph from `body` on, joined, marks taken out; `order` are the places of `marks`."""
    before = -1
    for line in group:
        start = max(line.start, body)
        if before >= 0:
            writer.pause(before, start)
        position = start
        for place in order[bisect_left(order, start) : bisect_left(order, line.end)]:
            end, label = marks[place]
            writer.run(position, place)
            if label:
                writer.mark(label, place, end)
            position = end
        writer.run(position, line.end)
        before = line.end
