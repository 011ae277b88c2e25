"""How two dates relate."""

from __future__ import annotations

import re

from crosscheck.dates import calendar
from crosscheck.dates.point import COUNTED
from crosscheck.model.comparison import Comparison, Relation
from crosscheck.model.fact import Fact
from crosscheck.model.step import Step, say
from crosscheck.model.values import PartialDate

Outcome = tuple[Relation, tuple[Step, ...], float]
# Two stretches of time that share at least this part of the shorter one "overlap well".
_OVERLAP = 0.5


def compare(claim: Fact, evidence: Fact) -> Comparison:
    """The relation of two dates; figures, calendar and context do not matter, precision does not contradict."""
    ours, theirs = claim.value, evidence.value
    if not isinstance(ours, PartialDate) or not isinstance(theirs, PartialDate):
        return Comparison(relation="incomparable")
    relation, steps, near = relate(ours, theirs)
    if relation == "equivalent" and claim.folded == evidence.folded:
        relation = "identical"
        steps = (say("date.same", claim=ours.edtf, evidence=theirs.edtf),)
    return Comparison(relation=relation, steps=steps, nearness=near)


def relate(ours: PartialDate, theirs: PartialDate) -> Outcome:
    """The relation of two values, the steps that tell why, and how near two different ones are."""

    def told(key: str) -> Step:
        return say(f"date.{key}", claim=ours.edtf, evidence=theirs.edtf)

    if "impossible" in ours.steps or "impossible" in theirs.steps:
        same = ours.edtf == theirs.edtf
        return (
            ("equivalent", (told("impossible"),), 1.0)
            if same
            else ("different", (told("impossible"),), _near(ours, theirs))
        )
    open_ = ours.first is None or theirs.first is None
    if COUNTED in (*ours.steps, *theirs.steps) and (open_ or not _meet(ours, theirs)):
        return "incomparable", (told("context"),), 0.0
    if open_:
        return _without_year(ours, theirs, told("year-open"), told("different-day"))
    bounds = _bound(ours), _bound(theirs)
    if bounds[0] != bounds[1]:
        return _bounded(ours, theirs, bounds)
    if ours.edtf == theirs.edtf and ours.approximate == theirs.approximate:
        return _same(ours, theirs)
    return _known(ours, theirs)


def _bound(value: PartialDate) -> str:
    """Which side of a date its words leave open: "earlier" (前), "later" (以后) or "".

    起 and 从 give a beginning, 截至 the day of a count: such dates are meant as they stand.
    """
    if "before" in value.steps or "until" in value.steps:
        return "earlier"
    return "later" if "after" in value.steps else ""


# How far from its date a bound still speaks of the same: 1962年以前 allows 1960, and says nothing of 1901.
_REACH = 5 * 366


def _bounded(ours: PartialDate, theirs: PartialDate, bounds: tuple[str, str]) -> Outcome:
    """The relation of two dates of which one at least is a bound."""
    args = {"claim": ours.edtf, "evidence": theirs.edtf}
    if _meet(ours, theirs):
        return "compatible", (say("date.bound", **args),), 1.0
    first, second = (ours, theirs) if _days(ours)[1] < _days(theirs)[0] else (theirs, ours)
    gap = _days(second)[0] - _days(first)[1]
    allowed = _bound(first) == "later" or _bound(second) == "earlier"
    if "" not in bounds:
        allowed = _bound(first) == "later"
    if not allowed:
        return "different", (say("date.out-of-bound", **args),), _near(ours, theirs)
    if gap > _REACH:
        return "incomparable", (say("date.bound", **args),), 0.0
    return "compatible", (say("date.bound", **args),), 1.0


def _same(ours: PartialDate, theirs: PartialDate) -> Outcome:
    args = {"claim": ours.edtf, "evidence": theirs.edtf}
    if not _clocks_meet(ours, theirs):
        return "different", (say("date.different-time", **args),), 0.95
    if ours.approximate and (ours.first, ours.last) != (theirs.first, theirs.last):
        if not _meet(ours, theirs):
            return "different", (say("date.different-part", **args),), 0.8
        return "compatible", (say("date.about", **args),), 1.0
    if ours.clock != theirs.clock:
        return "compatible", (say("date.part-of-day", **args),), 1.0
    return "equivalent", (say(_why(ours, theirs), **args),), 1.0


def _why(ours: PartialDate, theirs: PartialDate) -> str:
    either = (*ours.steps, *theirs.steps)
    if "calendar" in either:
        return "date.calendar"
    if any(step.endswith(("-from-context", "-document-date")) for step in either):
        return "date.context"
    return "date.numeral" if "numeral" in either else "date.same"


def _days(value: PartialDate) -> tuple[int, int]:
    if value.first is None or value.last is None:
        raise ValueError("a date without a year covers no days")
    return value.first, value.last


def _meet(ours: PartialDate, theirs: PartialDate) -> bool:
    (low, high), (start, end) = _days(ours), _days(theirs)
    return low <= end and start <= high


def _clocks_meet(ours: PartialDate, theirs: PartialDate) -> bool:
    if ours.clock is None or theirs.clock is None:
        return True
    slack = 30 if ours.approximate or theirs.approximate else 0
    return ours.clock[0] - slack <= theirs.clock[1] and theirs.clock[0] <= ours.clock[1] + slack


def _known(ours: PartialDate, theirs: PartialDate) -> Outcome:
    args = {"claim": ours.edtf, "evidence": theirs.edtf}
    if not _meet(ours, theirs):
        return _apart(ours, theirs)
    if not _clocks_meet(ours, theirs) and _single(ours) and _single(theirs):
        return "different", (say("date.different-time", **args),), 0.95
    (low, high), (start, end) = _days(ours), _days(theirs)
    if (
        (low, high) == (start, end)
        and not (ours.approximate or theirs.approximate)
        and ours.clock == theirs.clock
    ):
        return "equivalent", (say(_why(ours, theirs), **args),), 1.0
    if (low <= start and end <= high) or (start <= low and high <= end):
        key = "within" if "/" in ours.edtf or "/" in theirs.edtf else "finer"
        if (low, high) == (start, end) and (ours.approximate or theirs.approximate):
            key = "about"
        return "compatible", (say(f"date.{key}", **args),), 1.0
    shared = min(high, end) - max(low, start) + 1
    loose = ours.approximate or theirs.approximate or _wide(ours) or _wide(theirs)
    if loose or shared >= _OVERLAP * min(high - low + 1, end - start + 1):
        return "compatible", (say("date.overlap", **args),), 1.0
    return "different", (say("date.overlap-little", **args),), 0.8


def _wide(value: PartialDate) -> bool:
    """Decades and centuries are said roughly."""
    return value.precision in ("decade", "century")


def _single(value: PartialDate) -> bool:
    return value.first == value.last


def _apart(ours: PartialDate, theirs: PartialDate) -> Outcome:
    """Two dates that share no day: a hedged one still allows its nearest neighbours."""
    if "day-first" in (*ours.steps, *theirs.steps) and _parts(ours)[0] == _parts(theirs)[0]:
        return "incomparable", (say("date.order", claim=ours.edtf, evidence=theirs.edtf),), 0.0
    (low, high), (start, end) = _days(ours), _days(theirs)
    gap = start - high if start > high else low - end
    if (ours.approximate or theirs.approximate) and gap <= _slack(ours, theirs):
        return "compatible", (say("date.about", claim=ours.edtf, evidence=theirs.edtf),), 1.0
    key = _difference(ours, theirs)
    return "different", (say(f"date.{key}", claim=ours.edtf, evidence=theirs.edtf),), _near(ours, theirs)


def _slack(ours: PartialDate, theirs: PartialDate) -> int:
    """How many days a hedge reaches past its window: a year for a year, a month for its part, three days for a part of a month."""
    wide = max(ours, theirs, key=lambda value: _days(value)[1] - _days(value)[0] if value.approximate else -1)
    width = _days(wide)[1] - _days(wide)[0] + 1
    if wide.precision == "year":
        return 366
    return 3 if width <= 31 else 31 if width <= 366 else 366


def _parts(value: PartialDate) -> tuple[int | None, int | None, int | None]:
    """Year, month and day as far as both ends of a value share them."""
    if value.first is None or value.last is None:
        found = re.match(r"XXXX-(\d\d)(?:-(\d\d))?", value.edtf)
        if found is None:
            found = re.match(r"(?:-?\d{4})-(\d\d)(?:-(\d\d))?", value.edtf)
        return (None, int(found[1]), int(found[2]) if found[2] else None) if found else (None, None, None)
    one, other = calendar.date_of(value.first), calendar.date_of(value.last)
    if one[0] != other[0]:
        return None, None, None
    if one[1] != other[1]:
        return one[0], None, None
    return one[0], one[1], one[2] if one == other else None


def _difference(ours: PartialDate, theirs: PartialDate) -> str:
    """What is the coarsest thing that differs: the year, the month or the day."""
    one, other = _parts(ours), _parts(theirs)
    if None in (one[0], other[0]) or one[0] != other[0]:
        return "different-year"
    return "different-month" if None in (one[1], other[1]) or one[1] != other[1] else "different-day"


def _near(ours: PartialDate, theirs: PartialDate) -> float:
    """0.9 for the same month, 0.7 for the same day of another year, 0.6 for the year beside, falling from there."""
    one, other = _parts(ours), _parts(theirs)
    if (
        one[1] is not None
        and one[:2] == other[:2]
        and (one[0] is not None or "XXXX" in ours.edtf + theirs.edtf)
    ):
        return 0.9
    if one[1] is not None and one[1] == other[1] and one[2] is not None and one[2] == other[2]:
        return 0.7
    if one[1] is not None and one[1:] == other[1:]:  # the same month of another year
        return 0.6
    if ours.first is None or theirs.first is None:
        return 0.3
    (low, high), (start, end) = _days(ours), _days(theirs)
    years = max(0.0, max(start - high, low - end) / 365.25)
    if one[0] is not None and one[0] == other[0]:
        return 0.8
    if one[0] is not None and other[0] is not None and abs(one[0] - other[0]) == 1:
        return 0.6
    return round(0.55 / (1.0 + years / 5.0), 3)


def _without_year(ours: PartialDate, theirs: PartialDate, open_: Step, different: Step) -> Outcome:
    """Where one of two dates has no year: month and day decide, as far as both have them."""
    if ours.edtf == theirs.edtf:
        return "equivalent", (open_,), 1.0
    one, other = _parts(ours), _parts(theirs)
    if one[1] is None or other[1] is None or "calendar" in {*ours.steps} ^ {*theirs.steps}:
        return "incomparable", (), 0.0  # a bare year and a bare month, a lunar month and a solar one
    if one[1] != other[1] or (one[2] is not None and other[2] is not None and one[2] != other[2]):
        return "different", (different,), _near(ours, theirs)
    if not _clocks_meet(ours, theirs):
        return "different", (different,), 0.95
    return "compatible", (open_,), 1.0
