"""Foreign names by rule: with their Latin form in brackets, with middle dots, beside an office or a verb of speech."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from crosscheck.lexicon import either, words
from crosscheck.names.seed import Seed
from crosscheck.names.sounds import likeness_to_latin
from crosscheck.names.words import (
    DOT,
    HAN,
    ends_with_office,
    is_chinese_name,
    is_foreign_name,
    not_after_name,
    office_ends,
    said,
    strongly_transliterating,
    transliterating,
)
from crosscheck.patterns import compiled

_LATIN = compiled(
    rf"(?<!{HAN})(?<!{HAN}[{DOT}-])({HAN}[\u3400-\u9fff{DOT}-]*+)\s?[（(]([A-Z][A-Za-z\u00c0-\u024f.'’-]*(?: [A-Za-z\u00c0-\u024f.'’-]+)*)"
    r"\s*(?=[)）,，;；、:：]|\d)"
)
_BODY = compiled(
    r"(?i)\b(?:univers\w*|institut\w*|college|school|company|corp\w*|inc|ltd|river|lake|mount\w*|island\w*|sea|bay|"
    r"city|county|state|project|program\w*|agency|museum|railway|party|committee|council|bank|group|system|act|"
    r"treaty|of|the|for|and|san|saint|st|fort|new|church|press|journal|theory|effect|class|center|centre)\b"
)
_PLACE_BEFORE = compiled(
    r"(?:在|于|至|抵|赴|往|到|从|自|距|经|位于|飞往|前往|来自|迁居|移居|首都|城市|小镇|港口)$"
)

_REACH = 24  # no name and no office before it is longer


def _title_end(run: str) -> int:
    """Where the last office or occupation in `run` ends, 0 where there is none."""
    return next((place for place in range(len(run), 1, -1) if ends_with_office(run[:place])), 0)


def _starts(run: str) -> Iterator[int]:
    """Where a name that ends with `run` can start: after the last office, back to the last foreign character."""
    floor = _title_end(run[:-1])
    floor = floor if len(run) - floor >= 2 else 0
    start = len(run)
    while start > floor and (run[start - 1] in transliterating() or run[start - 1] in DOT):
        start -= 1
    yield from range(start, len(run) - 1)


def with_latin(folded: str) -> Iterator[Seed]:
    """Names followed by their Latin form: 尼赫鲁（Jawaharlal Nehru）."""
    for match in _LATIN.finditer(folded):
        run, latin = match[1][-_REACH:], match[2].strip()
        if _BODY.search(latin) or not compiled(r"[a-z]").search(latin) or not_after_name().search(run[-3:]):
            continue
        starts = list(_starts(run))
        best = _start_by_latin(run, starts, latin)
        if best is None:
            best = next((at for at in (len(run) - 3, len(run) - 2) if at >= 0 and _chinese(run, at)), None)
        if best is None and " " in latin:
            after = _title_end(run)  # 荷兰总督揆一（Frederick Coyett）
            best = after if 2 <= len(run) - after <= 4 else None
        if best is not None and len(run) - best <= 3 and _torn_off(run, best):
            after = _title_end(run)
            near = [at for at in (best - 1, best - 2) if at >= 0 and (_chinese(run, at) or at == after > 0)]
            best = near[0] if near else None
        if best is None or run[best] in DOT or _PLACE_BEFORE.search(run[:best]):
            continue
        begin = match.end(1) - len(run) + best
        yield Seed(begin, match.end(1), "latin", latin)


def _torn_off(run: str, at: int) -> bool:
    """Whether a short name has a character before it that may belong to it: 周 + 杰伦."""
    before = run[:at]
    return (
        bool(before) and before[-1] not in "和与及的由向对是为在给同跟从被" and not ends_with_office(before)
    )


def _start_by_latin(run: str, starts: list[int], latin: str) -> int | None:
    """The longest start unless a shorter one fits the Latin form clearly better; None where none fits."""
    fits = [(likeness_to_latin(run[at:], latin), at) for at in starts if run[at] not in DOT]
    top = max((fit for fit, _ in fits), default=0.0)
    if top < 0.45:
        return None
    return next(at for fit, at in fits if fit >= top - 0.2)


def _chinese(run: str, at: int) -> bool:
    if not is_chinese_name(run[at:]):
        return False
    return at == 0 or ends_with_office(run[:at])


@cache
def _beside() -> tuple[re.Pattern[str], re.Pattern[str]]:
    strong, every = "".join(sorted(strongly_transliterating())), "".join(sorted(transliterating()))
    name = rf"([{strong}][{every}]{{1,6}}[{strong}])"
    verbs = either((*words("office_verbs", **{"class": "hold"}), "率", "等人", "出生", "去世", "逝世"))
    before = compiled(rf"{name}(?![{every}{DOT}])")
    after = compiled(rf"(?<!{HAN}){name}(?=(?:{said()}|{verbs}|院士|教授|将军|先生))")
    return before, after


def beside_title(folded: str) -> Iterator[Seed]:
    """Names after an office or an occupation, or at the head of a clause before a verb of speech or of office."""
    before, after = _beside()
    found = [("office-before", before.match(folded, end)) for end in office_ends(folded)]
    found += [("verb-after", match) for match in after.finditer(folded)]
    for rule, match in found:
        if match and is_foreign_name(match[1]) and not not_after_name().match(folded, match.end(1)):
            yield Seed(match.start(1), match.end(1), rule)
