"""Numbered notes at the end of a plain text, and their marks, which stand glued to words (车站1，)."""

from __future__ import annotations

import re
from functools import cache
from unicodedata import normalize

from crosscheck.patterns import compiled
from crosscheck.read.labels import groups, label
from crosscheck.read.mark_chain import Candidate, rising
from crosscheck.read.sections import role
from crosscheck.text.lines import Line

_LABEL = compiled(
    r"(?:[\[［〔【(（]?(\d{1,3})(?:[\]］〕】)）][ 　.、]?|[.．、][ 　]?(?!\d)|[ \t　\xa0]+)|([①-⑳])[ 　.、]*)(?=\S)"
)


@cache
def _named() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A label with a word at the beginning of a note (``注1：``, ``[注 1]``), and its mark in round brackets."""
    label = rf"(?P<group>{'|'.join(groups())})[ 　]?(?P<number>\d{{1,3}})"
    parted = r"(?:[\]］〕】)）][ 　]?[:：.、．]?|[ 　]?[:：.、．]|[ \t　]+)[ 　]*(?=\S)"
    return (
        compiled(rf"[\[［〔【(（]?{label}{parted}", re.IGNORECASE),
        compiled(rf"[（(【]{label}[）)】]", re.IGNORECASE),
    )


# The two that follow begin with what they look for, and look back after it: that is many times as fast.
_SIGN = compiled(r"[①-⑳¹²³⁰⁴-⁹](?<=[^\s：:；;\x00-\x7f].)(?:(?<=[¹²³⁰⁴-⁹])[¹²³⁰⁴-⁹]{1,2})?")
_GLUED = compiled(r"\d(?<![\dA-Za-z.．,·:：/%-]\d)\d{0,2}(?![\d.．%A-Za-z℃°:/-]|,\d{3})")
_BRACKETED = compiled(r"[\[［〔]([^\[\]［］〔〕\r\n]{1,10})[\]］〕]")
_STOPS = "，。、；：！？」』”’）)》〉,;!?"
# What stands before a number that counts: 第1, 共3, 比2 ...; behind it: units of the calendar and counters.
_COUNTING_BEFORE = "第约約共达達至到比为為以了有近逾每零〇点點分月年日届屆名其余餘满滿仅僅計计号號-—–~～之"
_COUNTING_AFTER = "年月日号號时時分秒个個名人位次条條项項艘架辆輛台臺座所枚吨噸米公千万萬亿億岁歲天周週届屆级級种種层層英海里元度倍比成章节節点點世代线線路師师军軍营營楼樓至到—–~～"
Notes = dict[int, tuple[str, int]]
Marks = dict[int, tuple[int, str]]


_CITED = compiled(
    r"https?://|出版社|[书書]局|ISBN|doi:|[页頁]|[第]\d+[期卷版]|《[^《》]++》[，,（(]", re.IGNORECASE
)


def cited(text: str) -> bool:
    """Whether a note gives a source and little else."""
    return bool(_CITED.search(text)) and text.count("。") <= 2


def find_notes(source: str, found: tuple[Line, ...]) -> Notes:
    """The notes at the end of a text: start of the line -> (label, where its text begins).

    Under a heading for notes, or as the last lines of the text: labels count up from 1, bare or each behind the same
    word (``注1``: its label is ``注/1``).
    """
    headed = -1
    for number, line in enumerate(found):
        if line.width <= 40 and role(source[line.start : line.end]) in ("notes", "references"):
            headed = number
    behind: dict[tuple[str, int], int] = {}  # the next line that has this label
    following: dict[int, int] = {}  # the line with the label that is one more
    for first in range(len(found) - 1, -1, -1):
        group, count, _ = _labelled(source, found[first])
        if not count:
            continue
        behind[group, count] = first
        if (group, count + 1) in behind:
            following[first] = behind[group, count + 1]
        if count == 1:
            under = 0 <= headed < first and first - headed <= 2
            several = first in following or group
            if under or (first and several and _tail(source, found, first)):
                return _chain(source, found, first, following)
            if first < len(found) * 0.5:
                break
    return {}


def _tail(source: str, found: tuple[Line, ...], first: int) -> bool:
    before = found[first - 1]
    return source[before.end - 1] in "。！？」”）)…" and first > len(found) * 0.4 and found[first].blanks > 0


def _chain(source: str, found: tuple[Line, ...], first: int, following: dict[int, int]) -> Notes:
    chain: Notes = {}
    at: int | None = first
    while at is not None:
        group, count, body = _labelled(source, found[at])
        chain[found[at].start] = (f"{group}/{count}" if group else str(count), body)
        at = following.get(at)
    return chain


def _labelled(source: str, line: Line) -> tuple[str, int, int]:
    """The word and the number of the label that a line begins with, and where its words begin; ("", 0, 0) without one."""
    match = _LABEL.match(source, line.start, line.end)
    if match:
        return "", _number(match), match.end()
    match = _named()[0].match(source, line.start, line.end)
    return (match["group"], int(match["number"]), match.end()) if match else ("", 0, 0)


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


def _candidates(source: str, groups: tuple[tuple[Line, ...], ...], notes: Notes) -> list[Candidate]:
    found: list[Candidate] = []
    stop = min(notes) if notes else len(source)
    for group in groups:
        for line in group:
            if line.start >= stop:
                return found
            for match in _GLUED.finditer(source, line.start + 1, line.end):
                weight = weigh_mark(source, match.start(), match.end())
                if weight and not match.group().startswith("0"):
                    found.append(Candidate(match.start(), match.end(), int(match.group()), weight))
    return found


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
    labels = {name for name, _ in notes.values()}
    if any("/" in name for name in labels):
        for match in _named()[1].finditer(source, 1, stop):
            name = f"{match['group']}/{match['number']}"
            if name in labels and source[match.start() - 1] not in "\r\n":
                marks[match.start()] = (match.end(), name)
    if notes and not any(found for _, found in marks.values()):
        marks |= _signs(source, notes)
    if any(found for _, found in marks.values()):
        return dict(sorted(marks.items()))
    candidates = _candidates(source, groups, notes)
    if notes:
        chain = rising([c for c in candidates if str(c.label) in labels])
        sure = sum(c.weight >= 2 for c in chain)
        if sure * 2 < len(chain) or not sure:
            chain = [c for c in chain if c.weight >= 4]
    else:
        chain = rising([c for c in candidates if c.weight >= 4])
        if len(chain) < 3 or [c.label for c in chain] != list(range(1, len(chain) + 1)):
            chain = []
    return dict(sorted((marks | {c.start: (c.end, str(c.label)) for c in chain}).items()))
