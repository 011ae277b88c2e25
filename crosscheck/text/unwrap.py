"""Joins the lines of a hard-wrapped text into paragraphs, by how wide they are on a screen.

Whether a text is hard-wrapped at all is told by its lines: where lines that stop in the middle of a sentence
are all about equally wide, something wrapped them; where lines end with their sentences, each is a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from crosscheck.patterns import compiled
from crosscheck.text.lines import Line, width

_ENDED = compiled(r"(?:[。！？!?；;…：:.．][”’」』）)》〉〕\]0-9¹²³]*|[」”])$")
_LEAD = compiled(
    r"[（(「『《〈“‘【\[]*(?:[A-Za-z0-9À-ɏ][A-Za-z0-9À-ɏ.,'’-]*|.)[）)，。、；：！？”’」』》〉】\]]*",
    re.DOTALL,
)
_GOING_ON = "，、；的在和与與及是了为為之將将對对於于從从（《「“"
_SPACED = compiled(
    r"(?:[一二三四五六七八九十]{1,3}|第[一二三四五六七八九十0-9]{1,4}[章节節编編篇回部卷])[ \u3000]"
)
_HANGING = "，。、；：！？）」』》〉”’,.;:!?)"
_BRACKETS = ("（", "）"), ("《", "》"), ("「", "」"), ("“", "”"), ("(", ")"), ("『", "』")
_OPENING = compiled("[（《「“(『]")
# Lines as wide as this share of the widest count as full; tuned on proportional and fixed-width wrapping alike.
_FULL, _NEARLY = 0.88, 0.78
_LEAST_WIDTH = 20


@dataclass(frozen=True, slots=True)
class Wrapping:
    """How a text is wrapped: the width of its full lines in cells, or in characters where `counted`.

    `strictness` is the share of the lines that had no room for what the next one begins with.
    """

    width: int
    counted: bool
    strictness: float

    @property
    def exact(self) -> bool:
        """Whether a line that had room was ended on purpose."""
        return self.strictness >= 0.9

    def size(self, line: Line) -> int:
        """The width of a line with its indent."""
        return _size(line, self.counted)

    def lead(self, text: str, line: Line) -> int:
        """The width of what a line begins with and a wrapper would not have parted."""
        return _lead(text, line, self.counted)


def _size(line: Line, counted: bool) -> int:
    return line.end - line.start + line.indent // 2 if counted else line.width + line.indent


def _ended(text: str, line: Line) -> bool:
    return bool(_ENDED.search(text[max(line.start, line.end - 12) : line.end]))


def _lead(text: str, line: Line, counted: bool) -> int:
    match = _LEAD.match(text, line.start, line.end)
    return (len(match.group()) if counted else width(match.group())) if match else 0


def _parted(text: str, line: Line) -> bool:
    """Whether a line itself shows that it was cut: it ends with a comma or particle, or inside brackets."""
    body = text[line.start : line.end]
    if body[-1] in _GOING_ON:
        return True
    return bool(_OPENING.search(body)) and any(
        body.count(left) > body.count(right) for left, right in _BRACKETS
    )


def wrapping(text: str, found: tuple[Line, ...]) -> Wrapping | None:
    """The wrapping of a text, or None where each line is a paragraph of its own.

    The lines that stop in mid-sentence are looked at: most of them lie in a band below one width, most of the
    lines in that band stop in mid-sentence, and they are about as full as a wrapper makes them.  A poem (narrow)
    and a list (of all widths, each line whole) do not.  Widths are cells, or else numbers of characters.
    """
    pairs = {
        text[line.start : line.end]: (line, following)
        for line, following in pairwise(found)
        if line.width >= _LEAST_WIDTH and not _ended(text, line) and not numbered_heading(text, line)
    }  # a line that comes again and again, such as a caption, counts once
    if len(pairs) < 2:
        return None
    ways = [_measured(text, found, list(pairs.values()), counted) for counted in (False, True)]
    return max((way for way in ways if way), key=lambda way: (way.strictness, not way.counted), default=None)


def _measured(
    text: str, found: tuple[Line, ...], pairs: list[tuple[Line, Line]], counted: bool
) -> Wrapping | None:
    running = sorted(_size(line, counted) for line, _ in pairs)
    best, top, low = 0, 0, 0
    for high, widest in enumerate(running):
        while running[low] < widest * _FULL:
            low += 1
        if high - low + 1 >= best:
            best, top = high - low + 1, widest
    full = {text[x.start : x.end] for x in found if top * _FULL <= _size(x, counted) <= top}
    band = len(full)
    least = 2 if top >= (20 if counted else 40) else 3
    if best < least or best < 0.6 * len(running) or best < 0.6 * band:
        return None
    wider = sum(_size(line, counted) > top * 1.1 for line in found)
    if wider > (0.005 if counted else 0.5) * len(found):
        return None
    inside = [pair for pair in pairs if top * _FULL <= _size(pair[0], counted) <= top]
    return _wrapped(text, inside, len(running), counted)


def _wrapped(text: str, inside: list[tuple[Line, Line]], running: int, counted: bool) -> Wrapping | None:
    """The wrapping of lines of about one width, where a wrapper made them so."""
    sizes = sorted(_size(line, counted) for line, _ in inside)
    top, middle = sizes[-1], sizes[len(sizes) // 2]
    reaches = [_size(line, counted) + _lead(text, following, counted) for line, following in inside]
    if sum(reach > middle - (1 if counted else 3) for reach in reaches) < 0.6 * running:
        return None
    # Punctuation may hang over the edge: it does not tell where the edge is.
    top = max((_size(line, counted) for line, _ in inside if text[line.end - 1] not in _HANGING), default=top)
    found = Wrapping(top, counted, sum(reach > top for reach in reaches) / len(reaches))
    parted = sum(_parted(text, line) for line, _ in inside) >= max(1, 0.06 * len(inside))
    if not parted and not (found.exact and (not counted or len(set(sizes)) == 1)):
        return None
    return found


@cache
def _heading() -> re.Pattern[str]:
    return compiled(
        r"(?:[一二三四五六七八九十百]{1,3}(?:[ 　、.．:：]+)|[（(][一二三四五六七八九十]{1,3}[）)]"
        r"|第[一二三四五六七八九十百0-9]{1,4}[章节節编編篇回部卷][ 　、：:]|\d{1,2}(?:\.\d{1,2}){1,3}[ 　]|[◎●■◆※⊙○☆★▲▼])\S"
    )


def numbered_heading(text: str, line: Line) -> bool:
    """Whether a line has the form of a numbered heading (``一 ...``, ``第二章 ...``) and ends without a mark."""
    body = text[line.start : line.end]
    return line.width <= 76 and bool(_heading().match(body)) and not re.search(r"[。；;，,、]$", body)


def continued(text: str, line: Line, following: Line, wrapped: Wrapping | None) -> bool:
    """Whether `following` goes on with the paragraph of `line`."""
    if wrapped is None:
        return False
    size, ended = wrapped.size(line), _ended(text, line)
    if numbered_heading(text, following) and (ended or size < 0.95 * wrapped.width):
        return False
    if size > wrapped.width * 1.1 or (
        numbered_heading(text, line) and (size < _FULL * wrapped.width or _SPACED.match(text, line.start))
    ):
        return False
    if ended and (following.indent > line.indent or following.blanks > line.blanks + 1):
        return False
    lead = wrapped.lead(text, following)
    room = 0 if ended else max(3 if wrapped.counted else 6, 0.14 * wrapped.width)  # fonts may be proportional
    if wrapped.exact and size + lead <= wrapped.width - room:
        return False
    reach = size + max(0, lead - (1 if wrapped.counted else 2))
    if reach >= wrapped.width * _FULL:
        return not ended or size >= wrapped.width * _FULL
    return reach >= wrapped.width * _NEARLY and not ended


def paragraphs(text: str, found: tuple[Line, ...], fresh: Iterable[int] = ()) -> tuple[tuple[Line, ...], ...]:
    """`found` in paragraphs, in order; a line whose `start` is among `fresh` always begins one."""
    wrapped = wrapping(text, found)
    single = spaced_singly(found)
    begins = frozenset(fresh)
    out: list[list[Line]] = []
    for number, line in enumerate(found):
        before = found[number - 1] if number else None
        if (
            before is None
            or line.start in begins
            or not continued(text, before, line, wrapped)
            or (single and line.blanks and (len(out) == 1 or not _cut(text, before, wrapped)))
        ):
            out.append([line])
        else:
            out[-1].append(line)
    return tuple(tuple(paragraph) for paragraph in out)


def _cut(text: str, line: Line, wrapped: Wrapping | None) -> bool:
    """Whether a line stops in mid-sentence at the very edge, as the last one of a page does."""
    return wrapped is not None and wrapped.size(line) >= 0.95 * wrapped.width and not _ended(text, line)


def spaced_singly(found: tuple[Line, ...]) -> bool:
    """Whether lines follow one another without a blank line, so that a blank one parts paragraphs."""
    return sum(line.blanks == 0 for line in found[1:]) > 0.2 * max(1, len(found) - 1)


def spaced(left: str, right: str) -> bool:
    """Whether a blank stands where a line ending with `left` is joined to one beginning with `right`."""
    if not (left.isascii() and right.isascii()) or left in "-/([" or right in ")].,;:!?":
        return left.isalpha() and right.isalpha() and not _wide(left) and not _wide(right)
    return not (left.isdecimal() and right.isdecimal())


def _wide(character: str) -> bool:
    return character >= "\u2e80"
