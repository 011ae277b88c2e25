"""Which stretches of a text an edit touched, by sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from crosscheck.model.span import Span

_UNIT = re.compile(r"[^。！？\n]*[。！？\n]?")


@dataclass(frozen=True, slots=True)
class Edit:
    """The sentences that are in one text only, as spans of the old and of the new text, in order.

    Where sentences were only taken out or only put in, the other text has the sentences on both sides of the gap.
    """

    old: tuple[Span, ...] = ()
    new: tuple[Span, ...] = ()


def between(old: str, new: str) -> Edit:
    """The edit that made `new` of `old`."""
    before, after = _units(old), _units(new)
    matcher = SequenceMatcher(
        None, [old[s.start : s.end] for s in before], [new[s.start : s.end] for s in after], autojunk=False
    )
    lost, made = [], []
    for tag, low, high, first, last in matcher.get_opcodes():
        if tag != "equal":
            lost.append(_stretch(before, low, high))
            made.append(_stretch(after, first, last))
    return Edit(tuple(lost), tuple(made))


def _units(text: str) -> list[Span]:
    return [Span(*match.span()) for match in _UNIT.finditer(text) if match.end() > match.start()]


def _stretch(units: list[Span], low: int, high: int) -> Span:
    """From the unit `low` to the one before `high`; where that is none, the units around the gap."""
    if low == high:
        low, high = max(0, low - 1), min(len(units), high + 1)
    return Span(units[low].start, units[high - 1].end) if low < high else Span(0, 0)


def touches(spans: tuple[Span, ...], start: int, end: int) -> bool:
    """Whether any of `spans` shares a code point with the half-open stretch."""
    return any(span.touches(Span(start, end)) for span in spans)
