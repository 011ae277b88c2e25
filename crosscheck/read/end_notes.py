"""Numbered notes at the end of a plain text, and their marks, which stand glued to words (车站1，)."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from unicodedata import normalize

from crosscheck.patterns import compiled
from crosscheck.read.labels import label
from crosscheck.read.sections import role
from crosscheck.text.lines import Line

_LABEL = compiled(
    r"(?:[\[［〔【(（]?(\d{1,3})(?:[\]］〕】)）][ 　.、]?|[.．、][ 　]?(?!\d)|[ \t　\xa0]+)|([①-⑳])[ 　.、]*)(?=\S)"
)
_SIGN = compiled(r"(?=[①-⑳¹²³⁰⁴-⁹])(?<=[^\s：:；;\x00-\x7f])(?:[①-⑳]|[¹²³⁰⁴-⁹]{1,3})")
_BRACKETED = compiled(r"[\[［〔]([^\[\]［］〔〕\r\n]{1,10})[\]］〕]")
_GLUED = compiled(r"(?<![\dA-Za-z.．,·:：/%-])\d{1,3}(?![\d.．%A-Za-z℃°:/-])")
_STOPS = "，。、；：！？」』”’）)》〉,;!?"
# What stands before a number that counts: 第1, 共3, 比2 ...; behind it: units of the calendar and counters.
_COUNTING_BEFORE = "第约約共达達至到比为為以了有近逾每零〇点點分月年日届屆名其余餘满滿仅僅計计号號-—–~～之"
_COUNTING_AFTER = "年月日号號时時分秒个個名人位次条條项項艘架辆輛台臺座所枚吨噸米公千万萬亿億岁歲天周週届屆级級种種层層英海里元度倍比成章节節点點世代线線路師师军軍营營楼樓至到—–~～"
Notes = dict[int, tuple[str, int]]
Marks = dict[int, tuple[int, str]]


_CITED = compiled(
    r"https?://|出版社|[书書]局|ISBN|doi:|[页頁]|[第]\d+[期卷版]|《[^》]+》[，,（(]", re.IGNORECASE
)


def cited(text: str) -> bool:
    """Whether a note gives a source and little else."""
    return bool(_CITED.search(text)) and text.count("。") <= 2


def find_notes(source: str, found: tuple[Line, ...]) -> Notes:
    """The notes at the end of a text: start of the line -> (label, where its text begins).

    Under a heading for notes, or as the last lines of the text: labels count up from 1.
    """
    headed = -1
    for number, line in enumerate(found):
        if line.width <= 40 and role(source[line.start : line.end]) in ("notes", "references"):
            headed = number
    for first in range(len(found) - 1, -1, -1):
        match = _LABEL.match(source, found[first].start, found[first].end)
        if match and _number(match) == 1:
            chain = _chain(source, found[first:])
            under = 0 <= headed < first and first - headed <= 2
            if under or (first and len(chain) > 1 and _tail(source, found, first)):
                return chain
            if first < len(found) * 0.5:
                break
    return {}


def _tail(source: str, found: tuple[Line, ...], first: int) -> bool:
    before = found[first - 1]
    return source[before.end - 1] in "。！？」”）)…" and first > len(found) * 0.4 and found[first].blanks > 0


def _chain(source: str, found: tuple[Line, ...]) -> Notes:
    chain: Notes = {}
    for line in found:
        match = _LABEL.match(source, line.start, line.end)
        if match and _number(match) == len(chain) + 1:
            chain[line.start] = (str(len(chain) + 1), match.end())
    return chain


def _number(match: re.Match[str]) -> int:
    return int(match.group(1)) if match.group(1) else ord(match.group(2)) - ord("①") + 1


def note_number(source: str, line: Line) -> tuple[int, int]:
    """The number that a line begins with as a note does, and where its words begin; 0 and 0 where it has none."""
    match = _LABEL.match(source, line.start, line.end)
    return (_number(match), match.end()) if match else (0, 0)


def _signs(source: str, notes: Notes) -> Marks:
    """Circled and raised numbers in the text that match the notes."""
    labels = {name for name, _ in notes.values()}
    marks: Marks = {}
    for match in _SIGN.finditer(source, 0, min(notes)):
        sign = match.group()
        number = str(ord(sign) - ord("①") + 1) if "①" <= sign[0] <= "⑳" else str(int(normalize("NFKC", sign)))
        if number in labels:
            marks[match.start()] = (match.end(), number)
    return marks


@dataclass(frozen=True, slots=True)
class _Candidate:
    start: int
    end: int
    label: int
    weight: float


def weigh_mark(source: str, start: int, end: int) -> float:
    """How much speaks for bare digits from `start` to `end` being a mark: 0 not at all, 2 and more rather surely."""
    before = source[start - 1] if start else "\n"
    after = source[end] if end < len(source) else "\n"
    if (
        after in "年月日時时分秒%％"
        or before in _COUNTING_BEFORE
        or not (before >= "\u2e80" or before in "”’…)")
    ):
        return 0.0
    if before in "。！？":
        return 4.0
    if before in "（(《〈「『“、":
        return 0.0
    if after in _STOPS or after in "\r\n":
        return 4.0
    if before in "」』”’）)》〉，；：":
        return 2.0 if after not in _COUNTING_AFTER else 0.0
    return 0.5 if after in _COUNTING_AFTER else 1.0


def _candidates(source: str, groups: tuple[tuple[Line, ...], ...], notes: Notes) -> list[_Candidate]:
    found: list[_Candidate] = []
    stop = min(notes) if notes else len(source)
    for group in groups:
        for line in group:
            if line.start >= stop:
                return found
            for match in _GLUED.finditer(source, line.start + 1, line.end):
                weight = weigh_mark(source, match.start(), match.end())
                if weight and not match.group().startswith("0"):
                    found.append(_Candidate(match.start(), match.end(), int(match.group()), weight))
    return found


def _increasing(candidates: list[_Candidate]) -> list[_Candidate]:
    """The heaviest chain of candidates whose labels rise (equal ones need weight), in the order of the text."""
    best: dict[int, float] = {}
    tops: list[int] = []
    back: dict[int, int | None] = {}
    holder: dict[int, int] = {}
    for number, candidate in enumerate(candidates):
        place = bisect_right(tops, candidate.label - 1)
        before = max(tops[:place], key=lambda top: best[top], default=None)
        weight = candidate.weight + (best[before] if before is not None else 0.0)
        if weight > best.get(candidate.label, 0.0):
            back[number] = holder[before] if before is not None else None
            if candidate.label not in best:
                tops.insert(bisect_right(tops, candidate.label), candidate.label)
            best[candidate.label] = weight
            holder[candidate.label] = number
    chain: list[_Candidate] = []
    at: int | None = holder[max(tops, key=lambda top: best[top])] if tops else None
    while at is not None:
        chain.append(candidates[at])
        at = back[at]
    return chain[::-1]


def find_marks(source: str, groups: tuple[tuple[Line, ...], ...], notes: Notes) -> Marks:
    """The marks in the paragraphs of a text, in order: place -> (end, label); "" for an editor's tag, to be dropped.

    Bracketed numbers are marks wherever they stand.  Bare digits glued to a word are, where they count up and
    match the labels of the notes at the end (circled and raised ones too), or, without notes, where they count up from 1 and each stands at a stop.
    """
    marks: Marks = {}
    stop = min(notes) if notes else len(source)
    for match in _BRACKETED.finditer(source, 0, stop):
        found = label(match.group(1))
        if found is not None and match.start() and source[match.start() - 1] not in "\r\n":
            marks[match.start()] = (match.end(), found)
    if notes and not any(found for _, found in marks.values()):
        marks |= _signs(source, notes)
    if any(found for _, found in marks.values()):
        return dict(sorted(marks.items()))
    candidates = _candidates(source, groups, notes)
    if notes:
        labels = {int(name) for name, _ in notes.values()}
        chain = _increasing([c for c in candidates if c.label in labels])
        sure = sum(c.weight >= 2 for c in chain)
        if sure * 2 < len(chain) or not sure:
            chain = [c for c in chain if c.weight >= 4]
    else:
        chain = _increasing([c for c in candidates if c.weight >= 4])
        if len(chain) < 3 or [c.label for c in chain] != list(range(1, len(chain) + 1)):
            chain = []
    return dict(sorted((marks | {c.start: (c.end, str(c.label)) for c in chain}).items()))
