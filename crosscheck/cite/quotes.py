"""Quotations, word for word: is what stands in quotation marks what the source says?

A quotation is looked up in the letters of the source alone, without punctuation, spaces and line ends, in the folded
text, so that script, width and typesetting cannot hide it.  One that is not there is looked for by short pieces of it,
and aligned only where several of them stand together: the time grows with the source, not with source times quotation.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import Literal

from crosscheck.cite.letters import Letters, letters_of, reduced
from crosscheck.cite.typeset import differences
from crosscheck.cite.vocabulary import longest_first
from crosscheck.lexicon import either
from crosscheck.model.span import Span
from crosscheck.patterns import compiled

__all__ = ["FLOOR", "SHORT", "Letters", "Quotation", "check_quotation", "letters_of"]

State = Literal["exact", "typeset", "altered", "truncated", "spliced", "absent"]

# Below this share of equal letters two passages are two passages, not one that was altered: on invented quotations one
# changed word in ten letters stays above it, other sentences on the same matter stay below .6.
FLOOR = 0.78
# Fewer letters than this make no quotation that could be told from a phrase that anyone may use.
SHORT = 8
# An ellipsis over more letters than this joins two passages rather than leave out a part of one.
FAR = 400
_SEED = 4
_SEEDS = 24
_HITS = 64
ELLIPSIS = compiled(r"[\[（(]?(?:…+|⋯+|\.{3,}|。{3,}|·{3,})[\]）)]?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """What became of a quotation in one source.

    `place` is the passage in the source's clean text, None where it is absent; `names` are differences that do not
    count (``script``, ``width``, ``quotation marks``, ``punctuation``, ``spaces``, ``line ends``); `changes` pairs of the
    words of the quotation and those of the source; `turn` the word that a cut or an ellipsis hides; `distance` the
    letters under an ellipsis; `score` the share of equal letters.
    """

    state: State
    place: Span | None = None
    score: float = 0.0
    names: tuple[str, ...] = ()
    changes: tuple[tuple[str, str], ...] = ()
    turn: str = ""
    front: bool = False
    distance: int = 0


def check_quotation(quotation: str, source: Letters) -> Quotation:
    """What became of `quotation`, the words between its marks as written, in `source`."""
    pieces = [piece for piece in ELLIPSIS.split(quotation) if reduced(piece)]
    if not pieces or not source.text:
        return Quotation(state="absent")
    if len(pieces) > 1:
        return _spliced(pieces, source)
    return _whole(pieces[0], source)


def _whole(quotation: str, source: Letters) -> Quotation:
    wanted = reduced(quotation)
    start = source.text.find(wanted)
    if start < 0:
        return _altered(wanted, source)
    place = source.span(start, start + len(wanted))
    names = differences(quotation, source.document, place)
    if len(wanted) >= SHORT - 2:
        turn, front = _cut(source, place)
        if turn:
            return Quotation(state="truncated", place=place, score=1.0, names=names, turn=turn, front=front)
    return Quotation(state="typeset" if names else "exact", place=place, score=1.0, names=names)


def _cut(source: Letters, place: Span) -> tuple[str, bool]:
    """The turning word right after a passage, or the negation right before it, and whether it is the latter."""
    folded = source.document.folded
    after = re.match(
        rf"[，,、；;\s”]*(?:({either(longest_first('turning'))})|[^，。；！？]{{0,12}}?(除外|以外|之外|除非)(?=[，。；！？]))",
        folded[place.end : place.end + 24],
    )
    if after:
        return after[1] or after[2], False
    before = re.search(
        rf"({either(longest_first('negation'))})[“\s]*$", folded[max(0, place.start - 8) : place.start]
    )
    return (before[1], True) if before else ("", False)


def _spliced(pieces: list[str], source: Letters) -> Quotation:
    position, first, distance, turn = 0, -1, 0, ""
    names: dict[str, None] = {}
    for piece in pieces:
        wanted = reduced(piece)
        start = source.text.find(wanted, position)
        if start < 0:
            whole = source.text.find(wanted)
            if whole < 0:
                return (
                    _altered("".join(map(reduced, pieces)), source)
                    if len(wanted) >= SHORT
                    else Quotation(state="absent")
                )
            return Quotation(
                state="spliced",
                place=source.span(whole, whole + len(wanted)),
                score=1.0,
                distance=len(source.text),
            )
        if first >= 0:
            distance = max(distance, start - position)
            turn = turn or _hidden(source.text[position:start])
        first = start if first < 0 else first
        names.update(
            dict.fromkeys(differences(piece, source.document, source.span(start, start + len(wanted))))
        )
        position = start + len(wanted)
    place = source.span(first, position)
    if distance > FAR or turn:
        return Quotation(
            state="spliced",
            place=place,
            score=1.0,
            turn="" if distance > FAR else turn,
            distance=distance,
            names=tuple(names),
        )
    return Quotation(state="typeset" if names else "exact", place=place, score=1.0, names=tuple(names))


def _hidden(text: str) -> str:
    """The first word in left-out text that turns or denies."""
    if len(text) > FAR:
        return ""
    match = re.search(either((*longest_first("turning"), *longest_first("negation"))), text)
    return match[0] if match else ""


def _windows(wanted: str, source: Letters) -> list[int]:
    """Where in the source several short pieces of `wanted` stand together, the likeliest first."""
    count = max(1, min(_SEEDS, len(wanted) // 2))
    offsets = sorted({round(n * (len(wanted) - _SEED) / max(1, count - 1)) for n in range(count)})
    width = max(8, len(wanted) // 3)
    votes: Counter[int] = Counter()
    for offset in offsets:
        seed, position = wanted[offset : offset + _SEED], -1
        for _ in range(_HITS):
            position = source.text.find(seed, position + 1)
            if position < 0:
                break
            bucket = (position - offset) // width
            votes[bucket] += 1
            votes[bucket + 1] += 1
    best = sorted(votes.items(), key=lambda item: (-item[1], item[0]))[:4]
    return [bucket * width for bucket, count in best if count > 1 or len(wanted) < 2 * _SEED * 2]


def _altered(wanted: str, source: Letters) -> Quotation:
    if len(wanted) < SHORT:
        return Quotation(state="absent")
    from rapidfuzz import fuzz
    from rapidfuzz.distance import Levenshtein

    best: tuple[float, int, int] = (0.0, 0, 0)
    for window in _windows(wanted, source):
        start = max(0, window - len(wanted))
        text = source.text[start : window + 2 * len(wanted)]
        found = fuzz.partial_ratio_alignment(wanted, text, score_cutoff=FLOOR * 100 - 8)
        if found is None:
            continue
        score, left, right = _region(wanted, text, found.dest_start, found.dest_end)
        best = max(best, (score, -(start + left), start + right))
    score, start, end = best[0], -best[1], best[2]
    if score < FLOOR:
        return Quotation(state="absent")
    passage = source.text[start:end]
    changes = tuple(
        _widened(wanted, passage, op.src_start, op.src_end, op.dest_start, op.dest_end)
        for op in Levenshtein.opcodes(wanted, passage)
        if op.tag != "equal"
    )
    return Quotation(
        state="altered",
        place=source.span(start, end),
        score=round(score, 3),
        changes=tuple(dict.fromkeys(changes)),
    )


def _region(wanted: str, text: str, start: int, end: int) -> tuple[float, int, int]:
    """The stretch of `text` that `wanted` stands for, with its likeness; `start` and `end` are where they are most alike.

    A first or last word that was changed belongs to it: it reaches to the first and last letters of `wanted` where
    they are near, else as far as `wanted` does.
    """
    from rapidfuzz.distance import Indel, Levenshtein

    blocks = [op for op in Levenshtein.opcodes(wanted, text[start:end]) if op.tag == "equal"]
    candidates = []
    left, right = text.rfind(wanted[:2], 0, start + 2), text.find(wanted[-2:], max(0, end - 2))
    if blocks:
        lead, trail = blocks[0], blocks[-1]
        reach = (
            max(0, start + lead.dest_start - lead.src_start),
            start + trail.dest_end + len(wanted) - trail.src_end,
        )
        candidates.append((left if left >= 0 else reach[0], right + 2 if right >= 0 else reach[1]))
        candidates.append((reach[0], min(len(text), reach[1])))
    for left, right in candidates:
        score = Indel.normalized_similarity(wanted, text[left:right])
        if score >= FLOOR:
            return score, left, right
    return Indel.normalized_similarity(wanted, text[start:end]), start, end


def _widened(wanted: str, passage: str, s1: int, e1: int, s2: int, e2: int) -> tuple[str, str]:
    """The changed words, widened to whole numbers; an insertion or a deletion takes its neighbour with it."""
    if s1 == e1 or s2 == e2 or any(text[i].isdecimal() for text, i in ((wanted, s1), (passage, s2))):
        while (
            s1
            and s2
            and wanted[s1 - 1] == passage[s2 - 1]
            and (wanted[s1 - 1].isdecimal() or s1 == e1 or s2 == e2)
        ):
            s1, s2 = s1 - 1, s2 - 1
            if not wanted[s1].isdecimal():
                break
        while e1 < len(wanted) and e2 < len(passage) and wanted[e1] == passage[e2] and wanted[e1].isdecimal():
            e1, e2 = e1 + 1, e2 + 1
    return wanted[s1:e1], passage[s2:e2]
