"""A part of a date: 1957年 as 1958年, 十月 as 八月, 15日 as 21日; the rest of the date stays."""

from __future__ import annotations

import re
from functools import cache
from random import Random

from crosscheck.model.report import Finding
from crosscheck.model.span import Span
from crosscheck.mutations._numerals import rewritten
from crosscheck.mutations.interface import Change, Ground, Way
from crosscheck.text.numerals import value

_DIGIT = "[0-9〇○零一二三四五六七八九十廿卅]"
_RANGE = re.compile(rf"(?:年代?|月|日|号|{_DIGIT})[初中末底旬]?(?:至|到|-+|~)同?{_DIGIT}")


@cache
def _parts() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<year>{_DIGIT}{{2,4}})(?P<of>年代?)|(?P<month>{_DIGIT}{{1,2}})月(?!球)|(?P<day>{_DIGIT}{{1,3}})[日号]"
        rf"|(?P<hour>{_DIGIT}{{1,2}})[时点](?!钟头)|(?P<minute>{_DIGIT}{{1,3}})分"
    )


@cache
def _figures() -> re.Pattern[str]:
    return re.compile(
        r"(?<!\d)(?P<year>\d{4})(?P<mark>[-./])(?P<month>\d{1,2})(?:(?P=mark)(?P<day>\d{1,2}))?(?!\d)"
    )


def _plant(ground: Ground, finding: Finding, random: Random) -> Change | None:
    folded = ground.folded(finding.claim.clean)
    written = _figures().search(folded)
    if not written and _RANGE.search(folded):
        return None
    matches = [written] if written else list(_parts().finditer(folded))
    parts = [
        (name, match.start(name), match[name], match.groupdict().get("of") or "")
        for match in matches
        for name in ("year", "month", "day", "hour", "minute")
        if match.groupdict().get(name)
    ]
    if not parts:
        return None
    name, at, old, of = random.choice(parts)
    new = _other(name, old, of, random)
    start = finding.claim.clean.start + at
    return None if new is None else ground.change("date", finding, (Span(start, start + len(old)), new))


def _other(name: str, old: str, of: str, random: Random) -> str | None:
    """Another number for a part of a date, in its own form; a decade moves by tens, days stop at 28."""
    number = value(old)
    if number is None or number.denominator != 1 or (name == "year" and len(old) == 3):
        return None
    now = int(number)
    if name == "year":
        step = 10 if of == "年代" else 1
        pool = [now + step * by for by in (-3, -2, -1, 1, 2, 3)]
        pool = [year for year in pool if year > 0 and len(str(year)) == len(str(now))]
    else:
        low, high = {"month": (1, 12), "day": (1, 28), "hour": (1, 12), "minute": (1, 59)}[name]
        pool = [n for n in range(low, high + 1) if n != now and len(str(n)) == len(str(now))]
    return rewritten(random.choice(pool), old) if pool else None


CHANGE = Way(name="date", doc=__doc__ or "", kinds=("date",), plant=_plant)
