"""The differences of a claim and its evidence, found on the folded texts, given as stretches of the originals."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from crosscheck.model.span import Span
from crosscheck.patterns import compiled

# The comparison is quadratic: past this many code points a side, nothing is marked.
LONGEST = 600

_NUMBER = r"\d+(?:[,.]\d+)*[十百千万亿]*%?|[〇零一二三四五六七八九十百千万亿两廿卅]+"
_DATE = rf"(?:(?:{_NUMBER})(?:世纪|年代|年|月|日|号|时|分|秒))"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What stands on one side only, as spans counted from the start of each side, in order."""

    claim: tuple[Span, ...] = ()
    evidence: tuple[Span, ...] = ()


@cache
def _tokens() -> re.Pattern[str]:
    return compiled(rf"{_DATE}|{_NUMBER}|[A-Za-z]+(?:[-'.·][A-Za-z]+)*|.", re.DOTALL)


@cache
def _wholes() -> re.Pattern[str]:
    return compiled(rf"{_DATE}+|{_NUMBER}")


def _pieces(folded: str, names: Iterable[Span]) -> list[str]:
    """`folded` cut into what may differ as a whole: names, parts of dates, numbers, words, single characters."""
    out: list[str] = []
    position = 0
    for name in sorted(names):
        if name.start >= position and name.end <= len(folded):
            out += _tokens().findall(folded[position : name.start])
            out.append(folded[name.start : name.end])
            position = name.end
    return out + _tokens().findall(folded[position:])


def _operations(left: list[str], right: list[str]) -> list[tuple[int, int]]:
    """The edit script as (operation, number of code points): -1 left only, 0 both, 1 right only."""
    from diff_match_patch import diff_match_patch

    code: dict[str, str] = {}

    def encoded(pieces: list[str]) -> str:
        return "".join(code.setdefault(piece, chr(0xE000 + len(code))) for piece in pieces)

    engine = diff_match_patch()
    engine.Diff_Timeout = 0
    found = engine.diff_main(encoded(left), encoded(right), False)
    engine.diff_cleanupSemantic(found)
    size = {letter: len(piece) for piece, letter in code.items()}
    return [(operation, sum(size[letter] for letter in letters)) for operation, letters in found]


def _widened(spans: list[Span], folded: str) -> tuple[Span, ...]:
    """`spans`, each grown to the whole date or number that it lies in, those that meet joined."""
    wholes = [Span(*match.span()) for match in _wholes().finditer(folded)]
    grown = []
    for span in spans:
        hit = [whole for whole in wholes if whole.touches(span)]
        grown.append(Span(min([span, *hit]).start, max(s.end for s in [span, *hit])))
    return joined(grown)


def joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """`spans` in order, those that overlap or meet made one, empty ones left out."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start <= out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        elif len(span):
            out.append(span)
    return tuple(out)


@dataclass(slots=True)
class _Sides:
    """Where the walk through an edit script stands, and what it has seen on either side."""

    left: int
    right: int
    alone: tuple[list[Span], list[Span]]
    swapped: tuple[list[Span], list[Span]]


def _walk(operations: list[tuple[int, int]]) -> _Sides:
    """The changed spans of both sides: `alone` has no counterpart, `swapped` stands for something else."""
    sides = _Sides(0, 0, ([], []), ([], []))
    pending: list[Span | None] = [None, None]
    for operation, size in [*operations, (0, 0)]:
        if operation < 0:
            pending[0] = Span(sides.left, sides.left + size)
        elif operation > 0:
            pending[1] = Span(sides.right, sides.right + size)
        else:
            kept = sides.swapped if all(pending) else sides.alone
            for side in (0, 1):
                if (span := pending[side]) is not None:
                    kept[side].append(span)
            pending = [None, None]
        sides.left += size if operation <= 0 else 0
        sides.right += size if operation >= 0 else 0
    return sides


def difference(
    claim: str, evidence: str, names: tuple[Iterable[Span], Iterable[Span]] = ((), ())
) -> Difference:
    """What differs between two folded texts; a word that stands for another is marked as a whole.

    `names` are spans of either side that are never cut.  What one side only leaves out (the year of a date)
    is marked by itself.
    """
    if claim == evidence or max(len(claim), len(evidence)) > LONGEST:
        return Difference()
    sides = _walk(_operations(_pieces(claim, names[0]), _pieces(evidence, names[1])))
    return Difference(
        claim=joined((*sides.alone[0], *_widened(sides.swapped[0], claim))),
        evidence=joined((*sides.alone[1], *_widened(sides.swapped[1], evidence))),
    )
