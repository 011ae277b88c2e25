"""Matches of the grammar become tokens: points with their places, lists and short ranges taken apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from crosscheck.dates import guard
from crosscheck.dates.clock import Clock, clock_of
from crosscheck.dates.grammar import JOIN, point, stopped
from crosscheck.dates.guard_year import year_stands
from crosscheck.dates.point import Base, Point, Ref, Token
from crosscheck.dates.words import era_of, eras, number, rows, window
from crosscheck.model.span import Span
from crosscheck.patterns import compiled

_RANGE = compiled(r" ?(?:至|到|-|~|～|/) ?")
_LEFT = compiled(rf"(.+?)({JOIN}|/)")


def tokens(folded: str) -> Iterator[Token]:
    """The dates of the calendar in `folded`, in order; none overlaps another."""
    pattern, at = point(), 0
    while (m := pattern.search(folded, at)) is not None:
        m = _whole_words(m, folded)
        found = tuple(_read(m, folded)) if m.end() > m.start() else ()
        yield from found
        at = m.end() if found else _resume(m)


def _whole_words(m: re.Match[str], folded: str) -> re.Match[str]:
    """`m` without a part of a year or day that is the beginning of a longer word: 1985年初 of 1985年初中毕业."""
    for group, roles in (("part", ("clock",)), ("q", ("year-part", "month-part"))):
        if m[group] and stopped(folded, m[group], m.end(group), *roles) and m.start(group) > m.start():
            m = point().match(folded, m.start(), m.start(group)) or m
    if m["y"] and not (m["m"] or m["mref"]):
        day = next((group for group in ("dref", "d", "bare") if m[group]), None)
        if day is not None:  # 1945年|后天主教会, 1989年|十大: no day stands right behind a year
            begin = m.start("dls") if day == "d" and m["dls"] else m.start(day)
            m = point().match(folded, m.start(), begin) or m
    return m


def _resume(m: re.Match[str]) -> int:
    """Where to look on after a match that was turned away: behind its first figures."""
    if m.end() == m.start():
        return m.end() + 1
    for group in ("y", "m", "d", "h"):
        if m[group] is not None and m.end(group) > m.start():
            return max(m.start() + 1, m.end(group) if m[group].isascii() else m.start() + 1)
    return m.start() + 1


def _read(m: re.Match[str], folded: str) -> Iterator[Token]:
    if not _stands(m, folded):
        return
    start = m.start()
    whole = _point(m, folded)
    if whole is None:
        return
    if m["y"] is not None:
        start -= len(era_of(folded, m.start("y"), m["y"])) if start == m.start("y") else 0
    end = m.start() + len(m[0].rstrip())
    span = Span(start, end)
    for group, last, name in (("dls", "d", "day"), ("mls", "m", "month"), ("yls", "y", "year")):
        if m[group]:
            yield from _several(m, group, last, name, whole, span)
            return
    if m["mpair"]:
        pair = number(m["mpair"])
        yield Token(
            span=span,
            start=replace(whole, month=pair),
            end=replace(whole, year=None, year_ref=None),
            rule="range",
        )
        return
    yield Token(span=span, start=whole)


def _several(m: re.Match[str], group: str, last: str, name: str, whole: Point, span: Span) -> Iterator[Token]:
    """11月27、29日 as two tokens, 8-12日 as one."""
    final = m[group + ""]
    pieces = [(g[1], g.start(1), g.end(1), g[2]) for g in _LEFT.finditer(final)]
    base = m.start(group)
    heads = [number(text) for text, *_ in pieces]
    limit = {"year": 9999, "month": 12, "day": 31}[name]
    if any(head is None or not 1 <= head <= limit for head in heads):
        return
    bare = _bare(whole, name)
    if len(pieces) == 1 and (_RANGE.fullmatch(pieces[0][3]) or _near(m, name, heads[0])):
        yield Token(span=span, start=_with(_head(whole, name), name, heads[0]), end=bare, rule="range")
        return
    for index, (_, begin, stop, _) in enumerate(pieces):
        first = index == 0
        left = _with(_head(whole, name) if first else Point(steps=whole.steps), name, heads[index])
        yield Token(span=Span(span.start if first else base + begin, base + stop), start=left, rule="list")
    yield Token(span=Span(m.start(last), span.end), start=bare, rule="list")


def _near(m: re.Match[str], name: str, head: int | None) -> bool:
    """5、6月间: two months in a row with 间 behind are a range."""
    return name == "month" and head is not None and m.string.startswith(("间", "之间"), m.end())


def _head(whole: Point, name: str) -> Point:
    """What stands before the first figure of a list: the year of months, the year and month of days."""
    kept = replace(whole, part=None, clock=None, stamp="", loose=False)
    if name == "year":
        return replace(kept, month=None, month_ref=None, day=None, day_ref=None, short=False)
    if name == "month":
        return replace(kept, day=None, day_ref=None)
    return kept


def _bare(whole: Point, name: str) -> Point:
    """The last of a list, without what stands before the first."""
    if name == "year":
        return whole
    kept = replace(whole, year=None, year_ref=None, short=False)
    return kept if name == "month" else replace(kept, month=None, month_ref=None, leap=False)


def _with(point_: Point, name: str, amount: int | None) -> Point:
    if name == "year":
        return replace(point_, year=amount)
    return replace(point_, month=amount) if name == "month" else replace(point_, day=amount)


def _stands(m: re.Match[str], folded: str) -> bool:
    if m["y"]:
        return year_stands(m, folded)
    if m["dref"] and (m["m"] or m["mref"]):
        return False
    for group, role in (("yref", "year"), ("dref", "day"), ("mref", "month"), ("part", "clock")):
        # 当年的 says "of those days", but not where its month follows (当年的10月8日).
        if stopped(folded, m[group], m.end(group), role) and not (group == "yref" and m["m"]):
            return False
    if m["yref"] or m["dref"] or (m["mref"] and not m["d"]):
        return guard.reference_stands(m, folded)
    if m["m"] or m["mref"]:
        return guard.month_stands(m, folded)
    if m["d"]:
        return guard.day_stands(m, folded)
    if m["bare"]:
        return False
    if m["q"]:
        return guard.part_stands(m, folded)
    return guard.clock_stands(m, folded)


def _ref(word: str | None, role: str) -> Ref | None:
    row = rows(role).get(word or "")
    if row is None:
        return None
    bases: dict[str, Base] = {"document": "document", "heading": "heading"}
    return bases.get(row["base"], "context"), int(row["a"])


def _point(m: re.Match[str], folded: str) -> Point | None:
    """The point that a match writes, None where its figures cannot be a date."""
    year, steps, lunar = _year(m, folded)
    month, day = number(m["m"]), number(m["d"] or (m["bare"] or "").strip("初日") or None)
    if (month is not None and not 1 <= month <= 12) or (day is not None and not 1 <= day <= 31):
        return None
    if m["bare"] and m["d"] is None:
        if day is None or not (m["y"] or m["m"]):
            return None
        lunar = lunar or m["bare"].startswith("初")
    lunar = lunar or bool(m["cal"] or m["leap"] or m["m"] in ("正", "冬", "腊"))
    held = rows("day")[m["dref"]]["b"] if m["dref"] else ""
    clock = clock_of(m, held)
    if m["h"] is not None and clock is None:
        return None
    found = Point(
        year=year, short=_short(m) and "calendar" not in steps, year_ref=_ref(m["yref"], "year"), reign=_reign(m) and "calendar" not in steps, era=_era(m, folded),
        month=month, leap=bool(m["leap"]), month_ref=_ref(m["mref"], "month"),
        day=day, day_ref=_ref(m["dref"], "day"), lunar=lunar, julian=m["jul"] is not None,
        part=window(m["q"], "month-part" if m["m"] or m["mref"] else "year-part"),
        steps=steps,
    )  # fmt: skip
    if m["q"] and found.part is None:
        return None
    return found if clock is None else timed(found, clock)


def timed(found: Point, clock: Clock) -> Point:
    """`found` with a time of day."""
    return replace(found, clock=clock.span, stamp=clock.stamp, loose=clock.loose, half=clock.half)


def _reign(m: re.Match[str]) -> bool:
    """Whether the year can only be counted within an era: 三十五年六月, 5年3月, not 五七年六月 or 98年6月."""
    if m["y"] is None or m["ad"] or len(m["y"]) > 3:
        return False
    return len(m["y"]) == 1 or any(char in "十廿卅" for char in m["y"])


def _era(m: re.Match[str], folded: str) -> tuple[int, bool] | None:
    """The era that a match names: the year before its first, and whether its months are lunar."""
    name = "" if m["y"] is None or m["ad"] else era_of(folded, m.start("y"), m["y"])
    return (int(eras()[name]["first"]) - 1, eras()[name]["calendar"] == "lunar") if name else None


def _short(m: re.Match[str]) -> bool:
    return m["y"] is not None and len(m["y"]) == 2 and not m["ad"] and m["y"] != "元"


def _year(m: re.Match[str], folded: str) -> tuple[int | None, tuple[str, ...], bool]:
    """The year of a match, how it was reached, and whether its months are lunar."""
    written = "".join(filter(None, (m["y"], m["m"], m["d"], m["bare"])))
    steps = ("numeral",) if written and not written.isascii() else ()
    if m["y"] is None:
        return None, steps, False
    amount = number(m["y"])
    era = "" if m["ad"] else era_of(folded, m.start("y"), m["y"])
    if amount is None or not era:
        if amount is not None and m["ad"] in ("公元前", "西元前", "纪元前", "前"):
            amount = 1 - amount
        return amount, steps, False
    row = eras()[era]
    year = int(row["first"]) + amount - 1
    lunar = row["calendar"] == "lunar" or (row["calendar"] == "japanese" and year < 1873)
    steps = (*steps, "calendar") if year <= int(row["last"]) else (*steps, "calendar", "era-past-its-end")
    return year, steps, lunar
