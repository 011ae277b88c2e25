"""Other forms of dates as tokens: decades and centuries, figures with dots or strokes, weeks, 三天后."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from crosscheck.dates import grammar
from crosscheck.dates.guard import opens
from crosscheck.dates.point import COUNTED, Base, Point, Ref, Token
from crosscheck.dates.words import era_before, eras, number, window
from crosscheck.model.span import Span
from crosscheck.patterns import compiled

_RANGE = ("至", "到", "-", "~", "～")


_SCALE = compiled("世纪|年代")


def scales(folded: str) -> Iterator[Token]:
    """Decades and centuries."""
    done = 0
    for anchor in _SCALE.finditer(folded):
        m = grammar.scale().search(folded, max(done, anchor.start() - 14), anchor.end() + 12)
        if m is None or m.end() < anchor.end():
            continue
        done = m.end()
        century = _century(m)
        if m["dec"] is None and m["eec"] is None:
            if century is not None and (m["c"] is not None or m["cq"] is not None):
                part = window(m["cq"], "century-part")
                yield _token(m, Point(year=century, scale="century", span_years=100, part=part))
            continue
        key = "d" if m["dec"] is not None else "e"
        yield from _decades(m, key, century)


def _token(m: re.Match[str], start: Point, end: Point | None = None) -> Token:
    steps = () if m[0].isascii() or not re.search("[一二三四五六七八九十]", m[0]) else ("numeral",)
    return Token(span=Span(m.start(), m.end()), start=replace(start, steps=steps), end=end, rule="scale")


def _century(m: re.Match[str]) -> int | None:
    """The first year of the century that a match names, None where it names none."""
    if m["cref"]:
        return 2001 if m["cref"].startswith("本") else 1901
    count = number(m["c"])
    if count is None or not 1 <= count <= 30:
        return None
    return -100 * count + 1 if m["cbc"] else 100 * count - 99


def _decades(m: re.Match[str], key: str, century: int | None) -> Iterator[Token]:
    part = window(m[f"{key}q"], "decade-part")
    last = _decade(m[f"{key}ec"], century)
    if last is None:
        return
    final = Point(year=last[0], short=last[1], scale="decade", span_years=10, part=part)
    left, pair = m[f"{key}l"], m[f"{key}p"]
    if pair:
        first = _decade(pair + "十", century)
        yield _token(m, replace(final, year=first[0] if first else last[0], part=None), final)
        return
    if not left:
        yield _token(m, final)
        return
    head = re.match(r"(\d{2,4}|.十)(.*)", left)
    first = _decade(head[1], century) if head else None
    if head is None or first is None:
        yield _token(m, final)
    elif head[2].strip() in _RANGE:
        yield _token(m, replace(final, year=first[0], short=first[1], part=None), final)
    else:
        start = Point(year=first[0], short=first[1], scale="decade", span_years=10)
        yield Token(span=Span(m.start(), m.start(f"{key}l") + head.end(1)), start=start, rule="scale")
        yield Token(span=Span(m.start(f"{key}ec"), m.end()), start=final, rule="scale")


def _decade(text: str, century: int | None) -> tuple[int, bool] | None:
    """The first year of a decade and whether its century is still open."""
    amount = number(text)
    if amount is None or amount % 10:
        return None
    if amount >= 100:
        return amount, False
    return (century - 1 + amount, False) if century is not None else (amount, True)


def figures(folded: str) -> Iterator[Token]:
    """1911.10.10, 1911-10-10T08:00, 10/10/1911, and years such as （1935-2001）."""
    for m in grammar.numeric().finditer(folded):
        span = Span(m.start(), m.end())
        if m["ny"]:
            day = Point(year=int(m["ny"]), month=int(m["nm"]), day=int(m["nd"]))
            if m["nh"]:
                at = int(m["nh"]) * 60 + int(m["nmi"])
                day = replace(day, clock=(at, at), stamp=f"T{m['nh']}:{m['nmi']}")
            yield Token(span=span, start=day, rule="figures")
        elif m["dy"] and not (m["ds"] == "-" and folded[m.start() - 1 : m.start()] == "-"):
            first, second = int(m["da"]), int(m["db"])
            day_, month = (second, first) if second > 12 and m["ds"] == "/" else (first, second)
            if 1 <= month <= 12 and 1 <= day_ <= 31:
                steps = () if first > 12 or second > 12 or first == second else ("day-first",)
                yield Token(
                    span=span,
                    start=Point(year=int(m["dy"]), month=month, day=day_, steps=steps),
                    rule="figures",
                )
        elif m["dy"]:
            continue
        elif m["sa"]:
            end = None if m["sb"] is None else Point(year=int(m["sb"]), short=len(m["sb"]) == 2)
            yield Token(span=span, start=Point(year=int(m["sa"])), end=end, rule="season")
        elif m["rz"] or m["ro"]:
            yield Token(span=span, start=Point(year=int(m["rz"] or m["ro"])), rule="years")
        elif int(m["ra"]) < int(m["rb"]):
            start, end = Point(year=int(m["ra"])), Point(year=int(m["rb"]))
            if folded[m.start() - 1] in "(（：:":  # mostly a birth and a death
                yield Token(span=Span(*m.span("ra")), start=start, rule="years")
                yield Token(span=Span(*m.span("rb")), start=end, rule="years")
            else:
                yield Token(span=span, start=start, end=end, rule="years")


_REIGN = compiled("年间|时期|时代|初年|末年|中叶|[前中后早晚末初]期")


def reigns(folded: str) -> Iterator[Token]:
    """康熙年间, 光绪初年: a reign or its beginning or end."""
    for m in _REIGN.finditer(folded):
        name = era_before(folded, m.start())
        if not name or int(eras()[name]["last"]) == 9999:
            continue
        first, last = int(eras()[name]["first"]), int(eras()[name]["last"])
        low, high, exact = window(m[0], "era-part") or (0, 100, True)
        years = last - first
        part = None if exact else (years * low // 100, years * high // 100, False)
        point = Point(year=first, scale="decade", span_years=years + 1, part=part, steps=("calendar",))
        yield Token(span=Span(m.start() - len(name), m.end()), start=point, rule="reign")


_MONTH_END = compiled(r"(?<=[，,。；;！？\s（(于到至])月(?P<q>[底初末])(?=[，,、。\u4e00-\u9fff])")


def month_ends(folded: str) -> Iterator[Token]:
    """月底, 月初 of the month in force, where a clause begins."""
    for m in _MONTH_END.finditer(folded):
        point = Point(month_ref=("context", 0), part=window(m["q"], "month-part"))
        yield Token(span=Span(m.start(), m.end()), start=point, rule="month-end")


_WEEKDAYS = "一二三四五六日"


def weeks(folded: str) -> Iterator[Token]:
    """下周, 上周一: counted from the week of the document."""
    if not any(word in folded for word in ("周", "星期", "礼拜")):
        return
    for m in grammar.week().finditer(folded):
        ref, day = m["wref"], m["wd"]
        by = (
            -2
            if ref.startswith("上上")
            else -1
            if ref.startswith("上")
            else 2
            if ref.startswith("下下")
            else 1
        )
        by = 0 if ref[0] in "这本" else by
        weekday = 0 if not day else 8 if day == "末" else _WEEKDAYS.find("日" if day == "天" else day) + 1
        if weekday == 0 and "末" in m[0]:
            weekday = 8
        yield Token(span=Span(m.start(), m.end()), start=Point(week=(by, weekday)), rule="week")


def distances(folded: str) -> Iterator[Token]:
    """三天后, 5天前, at the beginning of a clause or behind 他 and its like."""
    for m in grammar.distance().finditer(folded):
        count = 2 if m["n"] == "两" else number(m["n"])
        if (
            count is None
            or not 0 < count < 400
            or not (opens(folded, m.start()) or folded[m.start() - 1] in "他她它们")
        ):
            continue
        if folded[m.start() - 1 : m.start()] in ("、", "-", "~"):
            continue  # 2、3天后 is a guess
        count *= 7 if m["week"] else 1
        by = count if m["way"].endswith("后") else -count
        yield Token(span=Span(m.start(), m.end()), start=Point(day_ref=("context", by)), rule="distance")


_LED_ON = frozenset("他她它于在到至是直")


def years_on(folded: str) -> Iterator[Token]:
    """两年后, 又过了三年, 八年前: where a clause begins, or behind 他, 于 and their like."""
    if "年" not in folded and "个月" not in folded:
        return
    for m in grammar.years_on().finditer(folded):
        count = 2 if m["n"] == "两" else number(m["n"])
        guess = len(m["n"]) == 2 and not m["n"].isascii() and "十" not in m["n"]  # 三四年后
        if count is None or guess or not 0 < count <= 60 or not (m["over"] or m["way"]):
            continue
        if opens(folded, m.start()) or folded[m.start() - 1] in _LED_ON:
            point = _counted(m, count)
            if point is not None:
                yield Token(span=Span(m.start(), m.end()), start=point, rule="years-on")


def _counted(m: re.Match[str], count: int) -> Point | None:
    ahead = not (m["way"] or "后").endswith("前")
    if m["same"]:
        if m["unit"] != "年" or not m["way"] or (ahead and m["same"].startswith("今")):
            return None
        base: Base = "document" if m["same"].startswith("今") else "context"
        return Point(year_ref=(base, count if ahead else -count), day_ref=(base, 0), steps=(COUNTED,))
    if m["unit"] != "年":
        return Point(month_ref=("context", count)) if ahead and m["m"] is None else None
    ref: Ref = ("context", count) if ahead else ("document", -count)
    month, day = number(m["m"]), number(m["d"])
    if (month is not None and not 1 <= month <= 12) or (day is not None and not 1 <= day <= 31):
        return None
    return Point(year_ref=ref, month=month, day=day, steps=(COUNTED,))
