"""What dates do to the time in force: brackets, titles and quotations, bounds, comparisons, plans."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from typing import Literal

from crosscheck.dates.generic import every_year
from crosscheck.dates.guard import opens
from crosscheck.dates.moment import TimeFrame
from crosscheck.dates.point import COUNTED, Token
from crosscheck.model.span import Span
from crosscheck.patterns import compiled

Weight = Literal["moves", "recent", "born", "ends", "none"]

_PAIRS = {")": "(", "）": "（", "]": "[", "】": "【", "》": "《", "〉": "〈", "”": "“", "〕": "〔"}
_OPENING = frozenset(_PAIRS.values())
_EDGES = compiled("[" + re.escape("".join(_PAIRS) + "".join(_OPENING)) + "]")


# How many brackets that are still open a closing one may lie behind.
_DEEPEST = 64


class Scopes:
    """Bracketed stretches of a block, which one goes through in order."""

    def __init__(self, spans: tuple[Span, ...]) -> None:
        self._spans = spans
        self._next = 0
        self._starts: list[int] = []
        self._ends: list[int] = []
        for span in spans:
            if not self._ends or span.start >= self._ends[-1]:
                self._starts.append(span.start)
                self._ends.append(span.end)

    def begun(self, at: int) -> Iterator[Span]:
        """The stretches that begin at or before `at` and were not given before."""
        while self._next < len(self._spans) and self._spans[self._next].start <= at:
            self._next += 1
            yield self._spans[self._next - 1]

    def inside(self, at: int) -> bool:
        """Whether a place lies inside one of them."""
        place = bisect_left(self._starts, at) - 1
        return place >= 0 and at < self._ends[place]


def scopes(folded: str, block: Span) -> tuple[Span, ...]:
    """The stretches of a block inside brackets, titles and quotations, in order of their beginning; those left open do not count."""
    found: list[Span] = []
    open_: list[tuple[str, int]] = []
    for m in _EDGES.finditer(folded, block.start, block.end):
        if m[0] in _OPENING:
            open_.append((m[0], m.start()))
            continue
        wanted = _PAIRS[m[0]]
        for depth in range(len(open_) - 1, max(-1, len(open_) - 1 - _DEEPEST), -1):
            if open_[depth][0] == wanted:
                found.append(Span(open_[depth][1], m.end()))
                del open_[depth:]
                break
    return tuple(sorted(found, key=lambda span: (span.start, -span.end)))


_BOUND_AFTER = compiled(
    r"(?P<until>或(?:之前|以前)|[及和](?:之前|以前))|(?P<since>或(?:之后|以后)|[及和](?:之后|以后)|起|以来|开始|至今|以降|-(?=[)）]))"
    r"|(?P<before>之前|以前|前(?![往后线夕身进任来去期方锋沿列景人述苏总言奏提])|为止|止)|(?P<after>之后|以后|后(?![来勤方卫备院宫世者代续裔]))"
)
_BOUND_BEFORE = compiled(
    r"(?:(?P<as_of>截至|截止到?)|(?P<until>迄|不迟于|最迟|最晚|至迟))(?:到|至|于|在)?$|(?P<since>自从?|从)$"
)


@cache
def _compared() -> re.Pattern[str]:
    return compiled(r"(?:[比较同如像]|类似|相比|不同于|早于|晚于|迟于|先于|高于|低于|多于|少于|有别于)$")


_COMPARED_AFTER = compiled(r"[^，。；]{0,8}(?:相比|相同|相似|类似|一样)")
_REPEATED = compiled(
    r"(?:每年|每逢|逢|历年|每届|年年|一般|通常|常年|往年)(?:的|都|会|均|约|多|在|于|定|逢|从|自){0,3}$"
)
_ABOUT_BEFORE = compiled(
    r"(?:大约|(?<![条合协公相签立违预制缔盟和契邀节特婚赴之条])约|大概|约莫|大致)(?:[在于是]|为)?$"
)
_ABOUT_AFTER = compiled(r"前后(?![两三几])|左右|上下")
# 1995年条例 names a text by its year, unless something is done to it there.
_TEXT_OF = compiled(
    r"(?:宪法|条例|法案|法令|协定|协议|条约|公约|草案|版)(?![^，。；]{0,6}(?:签|通过|颁|生效|公布|缔|施行|实施|出|发))"
)
_PLANNED = compiled(r"(?:预计|计划|预定|原定|拟|将于|将在|将会|规划|争取|有望|定于|力争|要求)[^，。；]{0,6}$")
_ADJUNCT = ("在", "于", "到", "至", "自", "从", "由", "即", "及", "和", "与", "月", "年", "截")


def bound(token: Token, folded: str) -> tuple[str, ...]:
    """The bound that words beside a date give it: before, until, since, after, as_of; () for none."""
    if token.end is not None:
        return ()
    after = _BOUND_AFTER.match(folded, token.span.end)
    if after is not None and after.lastgroup:
        return (after.lastgroup,)
    before = _BOUND_BEFORE.search(folded, max(0, token.span.start - 4), token.span.start)
    return (before.lastgroup,) if before is not None and before.lastgroup else ()


def repeated(token: Token, folded: str) -> bool:
    """Whether a date comes again every year (每年5月4日): it then has no year."""
    if token.start.has_year:
        return False
    led = _REPEATED.search(folded, max(0, token.span.start - 7), token.span.start)
    return bool(led) or every_year(token, folded)


def hedged(token: Token, folded: str) -> bool:
    """Whether words beside a date say that it is about then: 约1200年, 1957年前后."""
    before = _ABOUT_BEFORE.search(folded, max(0, token.span.start - 4), token.span.start)
    return bool(before or _ABOUT_AFTER.match(folded, token.span.end))


_FIGURE = r"[\d一二三四五六七八九十百两数几多半若干]"
# Words that carry the story on to a year, or a day, that they do not tell; at the beginning of a clause.
_OPENS = r"(?:^|(?<=[，,。；;：、！？\s)）他她它但而]))"
_YEARS_ON = compiled(
    rf"{_OPENS}(?:又?过了|再过|又过)?(?:大?约|近)?(?:{_FIGURE}+[多余]?年(?:多|半)?(?:之|以)?后|[多数几]年来?(?:之|以)?后|(?:长大|成年|毕业)后)"
)
_DAYS_ON = compiled(
    rf"{_OPENS}(?:{_FIGURE}+个?(?:多)?(?:月|周|星期|天|日|小时)(?:多|半)?(?:之|以)?后|每[日天晚周]|不久|其后|此后|随后)"
)


def lapsed(frame: TimeFrame, folded: str, between: Span, inside: Callable[[int], bool]) -> TimeFrame:
    """`frame` after the words between two dates: 三年后 leaves no year in force, 数日后 no day; what stands in brackets does not."""

    def said(pattern: re.Pattern[str]) -> bool:
        return any(not inside(m.start()) for m in pattern.finditer(folded, between.start, between.end))

    if frame.year is None and frame.month is None and frame.day is None:
        return frame
    if said(_YEARS_ON):
        return frame.untold()
    return replace(frame, day=None) if frame.day is not None and said(_DAYS_ON) else frame


# A year this far from the one in force that the narrator himself brings in is an aside.
_ASIDE_YEARS = 40
_NARRATOR = compiled(r"(?:我|笔者|作者|如今|今天|现今|今)[^，。；\n]{0,10}$")
_BORN_BEFORE = compiled(r"(?<![诞发产萌衍滋寄优先])生于(?:公元)?$")
_BORN_AFTER = compiled(r"出?生(?=[，,。；;、于在人的）)]|$)")


def _birth(token: Token, folded: str) -> bool:
    """Whether a year tells when somebody was born: 1950年出生的张某, 生于1950年."""
    if token.start.year is None or token.end is not None:
        return False
    start, end = token.span.start, token.span.end
    return bool(_BORN_AFTER.match(folded, end) or _BORN_BEFORE.search(folded, max(0, start - 5), start))


def _aside(token: Token, folded: str, bounds: tuple[str, ...], year: int | None) -> bool:
    """Whether a date leaves the story for a moment.

    我在1983年丈量过 in a chapter on 1860, 自1879年以来 in one on 2005, a year of birth in the midst of a trial.
    """
    said = token.start.year
    if said is None or year is None or said == year:
        return False
    start = token.span.start
    if said < year and "since" in bounds:
        return True
    return abs(said - year) > _ASIDE_YEARS and bool(_NARRATOR.search(folded, max(0, start - 14), start))


def weight(
    token: Token, folded: str, bounds: tuple[str, ...], year: int | None, *, headed: bool = False
) -> Weight:
    """Whether a date sets the time in force ("moves"), only the year that 同年 speaks of ("recent"), leaves none
    that is told ("ends": 三年后), or does nothing."""
    start, point = token.span.start, token.start
    if COUNTED in point.steps:
        return "ends"
    if point.scale or point.week is not None:
        return "none"
    if point.day_ref is not None and point.day_ref[0] != "context" and point.day_ref[1] and headed:
        return "none"  # 昨晚 in a diary: its day goes on
    if _birth(token, folded):
        return "born"
    if _aside(token, folded, bounds, year):
        return "none" if "since" in bounds else "recent"
    leading = folded[max(0, start - 10) : start]
    if point.year_ref is not None and point.year_ref[0] == "document" and point.year_ref[1] != 0:
        return "recent"
    if leading.endswith(("早在", "远在")) or repeated(token, folded):
        return "none"
    if any(name in bounds for name in ("before", "until", "as_of")):
        return "none"
    beside = leading.endswith(("与", "和", "跟")) and _COMPARED_AFTER.match(folded, token.span.end)
    if _compared().search(leading) or beside:
        return "none"
    if point.has_year and _PLANNED.search(leading):
        return "none"
    if point.grain == 1 and point.part is None and _TEXT_OF.match(folded, token.span.end):
        return "none"
    attributive = folded.startswith("的", token.span.end)
    if attributive and point.has_year and not _at_sentence(folded, start):
        return "recent" if leading.endswith(_ADJUNCT) else "none"
    return "moves" if not _noun_like(token, folded) else "none"


def _noun_like(token: Token, folded: str) -> bool:
    """Whether a month alone is part of a name (六月全会) rather than a time at which something happens."""
    point, start, end = token.start, token.span.start, token.span.end
    if point.has_year or point.grain != 2 or point.part is not None or token.end is not None:
        return False
    return not (opens(folded, start) or folded[start - 1] in _ADJUNCT or opens(folded + "。", end + 1))


def _at_sentence(folded: str, start: int) -> bool:
    return start == 0 or folded[start - 1] in "。！？!?；;\n "
