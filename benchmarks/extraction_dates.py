"""Dates read out of the public cases of Recognizers-Text (MIT), span and value exact.

    python benchmarks/extraction_dates.py [--bench DIR] [--misses] [--peers]

The cases are not part of the project: DIR (or ``CROSSCHECK_BENCH``) holds date.json, date-period.json and datetime.json.
Measured are the cases that speak of calendar dates; what is left out is listed with its reason.  The two sides write
dates differently: everything about that is in `their_span` and `ours_allows` below.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
import time
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from crosscheck.extract import facts  # noqa: E402
from crosscheck.kinds.date import KIND  # noqa: E402
from crosscheck.model.fact import Fact  # noqa: E402
from tests.support import text_of  # noqa: E402

FILES = ("date", "date-period", "datetime")


@dataclass(frozen=True)
class Result:
    """One date as the public set has it: `open_ends` are the days that it offers for a value left open."""

    text: str
    start: int
    timex: str
    values: tuple[dict[str, str], ...]


def results(case: dict[str, Any]) -> list[dict[str, Any]]:
    return list(case.get("Results") or [])


def out_of_scope(case: dict[str, Any]) -> str:
    """Why a case is left out, "" where it is measured."""
    for result in results(case):
        kind = result.get("TypeName") or f"datetimeV2.{result['Type']}"
        kind = kind.split(".")[-1]
        timex = timex_of(result)
        if kind in ("time", "timerange"):
            return "a time of day alone"
        if kind == "duration" or (
            "PT" in timex and "XXXX" not in timex and not re.search(r"T\d\d:?\d*,.*PT1H", timex)
        ):
            return "a duration, or a moment counted from now in minutes"
        if kind == "set":
            return "a repeating set"
        if (kind == "datetime" and re.search(r"(分钟|小时|钟头)", result["Text"])) or timex == "FUTURE_REF":
            return "a duration, or a moment counted from now in minutes"
        if timex.startswith("XXXX-WXX") or "WXX" in timex:
            return "a weekday alone"
        if re.search(r"W\d\d$", timex) and "的" in result["Text"]:
            return "a week counted within a month or year"
        if re.search(r"P\d+W\)$", timex) or "下半周" in result["Text"]:
            return "a week counted within a month or year"
        if result["Text"] == "大年三十":
            return "a feast"
        if re.search(r"P\d+[DY]\)$", timex) and re.match(r"近|未来|过去", result["Text"]):
            return "a stretch counted from now"
        if result.get("Resolution", {}) and any(
            v.get("isLunar") for v in result["Resolution"].get("values", [])
        ):
            return "a lunar day, which the set leaves unconverted"
    return ""


def timex_of(result: dict[str, Any]) -> str:
    if "Value" in result:
        return str(result["Value"].get("Timex", ""))
    return str(result["Resolution"]["values"][0].get("timex", ""))


def days_offered(result: dict[str, Any]) -> set[tuple[str, str]]:
    """(first day, day after the last) of each reading that the set gives."""
    offered = set()
    if "Value" in result:
        for name in ("FutureResolution", "PastResolution"):
            given = result["Value"].get(name) or {}
            offered.add((given.get("startDate") or given.get("date", ""), given.get("endDate", "")))
    else:
        for given in result["Resolution"]["values"]:
            offered.add((given.get("start") or given.get("value", ""), given.get("end", "")))
    return offered


# Their spans take in the prepositions and bounds of a date, ours end with the date itself.
_LEAD = re.compile(r"(?:自从|自|从|在)$")
_TAIL = re.compile(r" ?(?:[及或和]?(?:之前|以前|之后|以后)|[前后起]|以来|开始|之间|间)")


def their_span(fact: Fact, text: str, wanted: dict[str, Any]) -> bool:
    """Whether a fact stands where the set has its date, but for the words of a bound around it."""
    start, end = wanted["Start"], wanted["Start"] + len(wanted["Text"])
    starts, ends = {fact.span.start}, {fact.span.end}
    lead = _LEAD.search(text[: fact.span.start])
    if lead:
        starts.add(lead.start())
    tail = _TAIL.match(text, fact.span.end)
    if tail:
        ends.add(tail.end())
    return start in starts and end in ends


def ours_allows(fact: Fact, wanted: dict[str, Any]) -> bool:
    """Whether the fact's EDTF value says what the set's TIMEX says.

    The end of their interval is the day after ours, or the first day of the last unit named (2016 to 2018 ends on 2018-01-01);
    where they leave the year open and offer the one before and the one after the day of reference, ours is one of the two.
    """
    edtf, timex = str(fact.value), timex_of(wanted)
    if edtf == timex:
        return True
    value = fact.value
    first, last = getattr(value, "first", None), getattr(value, "last", None)
    if re.fullmatch(r"\d{4}-(SP|SU|FA|WI)", timex):
        months = {"SP": (2, 5), "SU": (5, 8), "FA": (8, 11), "WI": (10, 14)}[timex[-2:]]
        year = int(timex[:4])
        return edtf == f"{year:04d}~" and first == date(year, months[0], 1).toordinal()
    part_of_day = re.fullmatch(r"(.*)T(?:MO|AF|EV|NI)", timex)
    if part_of_day:
        return getattr(value, "clock", None) is not None and (
            edtf == part_of_day[1] or edtf[5:] == part_of_day[1][5:]
        )
    if first is None or last is None:
        return edtf == timex
    low = date.fromordinal(first).isoformat()
    ends = {(date.fromordinal(last) + timedelta(days=1)).isoformat(), date.fromordinal(last).isoformat()}
    if "/" in edtf:
        ends |= {_first_day(edtf.split("/")[1])}
    for start, end in days_offered(wanted):
        if "T" in edtf:
            moments = [piece.replace("T", " ") for piece in edtf.split("/")]
            if start.startswith(moments[0]) and (not end or end.startswith(moments[-1])):
                return True
        elif "bound" in _mod(wanted):
            if timex == edtf:
                return True
        elif start[:10] == low and (end[:10] in ends if end else first == last):
            return True
    return False


def _first_day(edtf: str) -> str:
    parts = [*edtf.split("T", maxsplit=1)[0].rstrip("~").split("-"), "01", "01"]
    return "-".join(parts[:3])


def _mod(wanted: dict[str, Any]) -> str:
    values = wanted.get("Resolution", {}).get("values", [{}])
    return "bound" if values[0].get("Mod") else ""


def right(case: dict[str, Any]) -> tuple[bool, list[str]]:
    """Whether every date of a case is read, none besides, and what was read."""
    text = case["Input"]
    reference = (case.get("Context") or {}).get("ReferenceDateTime", "")[:10] or None
    read = [fact for fact in facts(text_of(text, reference), (KIND,)) if fact.kind == "date"]
    wanted = results(case)
    good = len(read) == len(wanted) and all(
        their_span(fact, text, want) and ours_allows(fact, want)
        for fact, want in zip(read, wanted, strict=True)
    )
    return good, [f"{fact.text} = {fact.value}" for fact in read]


def peers(cases: list[dict[str, Any]]) -> None:
    """The same cases by other libraries, where they are installed: spans alone, since each has its own values."""
    try:
        from recognizers_date_time import recognize_datetime  # type: ignore[import-not-found]
    except ImportError:
        print("recognizers-text is not installed here")
    else:
        hits = 0
        for case in cases:
            found = [(r.start, r.end + 1) for r in recognize_datetime(case["Input"], "zh-cn")]
            hits += found == [(w["Start"], w["Start"] + len(w["Text"])) for w in results(case)]
        print(f"recognizers-text: spans {hits}/{len(cases)}")
    try:
        import jionlp  # type: ignore[import-not-found]
    except ImportError:
        print("jionlp is not installed here")
    else:
        hits = 0
        for case in cases:
            found = [tuple(r["offset"]) for r in jionlp.ner.extract_time(case["Input"])]
            hits += found == [(w["Start"], w["Start"] + len(w["Text"])) for w in results(case)]
        print(f"jionlp: spans {hits}/{len(cases)}")


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    default = os.environ.get("CROSSCHECK_BENCH", str(HERE.parent.parent / "shared" / "bench"))
    parser.add_argument("--bench", type=Path, default=Path(default))
    parser.add_argument("--misses", action="store_true", help="print every case that is read wrongly")
    parser.add_argument(
        "--peers", action="store_true", help="also run other libraries, where they are installed"
    )
    options = parser.parse_args()
    if not (options.bench / "date.json").exists():
        print(f"the public cases are not at {options.bench}: nothing measured", file=sys.stderr)
        return 0
    left: Counter[str] = Counter()
    measured: list[dict[str, Any]] = []
    total = good = 0
    for name in FILES:
        cases = json.loads((options.bench / f"{name}.json").read_text(encoding="utf-8"))
        inside = [case for case in cases if not out_of_scope(case)]
        left.update(out_of_scope(case) for case in cases if out_of_scope(case))
        hits = 0
        begun = time.perf_counter()
        for case in inside:
            fine, read = right(case)
            hits += fine
            if options.misses and not fine:
                want = [f"{w['Text']} = {timex_of(w)}" for w in results(case)]
                print(f"  {case['Input']!r}: want {want}, read {read}")
        spent = time.perf_counter() - begun
        print(f"{name}: {hits}/{len(inside)} = {hits / len(inside):.3f} ({spent * 1000:.0f} ms)")
        total, good, measured = total + len(inside), good + hits, measured + inside
    print(f"all: {good}/{total} = {good / total:.3f}")
    print("left out: " + "; ".join(f"{count} {reason}" for reason, count in sorted(left.items())))
    if options.peers:
        peers(measured)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
