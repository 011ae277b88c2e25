"""Times of day out of a match of the grammar."""

from __future__ import annotations

import re
from dataclasses import dataclass

from crosscheck.dates.words import number, rows

_MINUTES = {"半": 30, "整": 0, "正": 0, "一刻": 15, "三刻": 45}


@dataclass(frozen=True, slots=True)
class Clock:
    """`span` in minutes of the day, inclusive; `stamp` in EDTF, "" for 上午 and its like; `loose` for 9时许.

    `half` is "late" where a word moved the hour behind noon (下午2时), "open" where no word says which half of the day it is."""

    span: tuple[int, int]
    stamp: str = ""
    loose: bool = False
    half: str = ""


def clock_of(m: re.Match[str], held: str = "") -> Clock | None:
    """The time of day of a match, None where it has none or an impossible one; `held` is a word for the part of day
    that the day's own word holds (今晚)."""
    row = rows("clock").get(m["part"] or held)
    if m["h"] is None:
        return None if row is None else Clock((int(row["a"]), int(row["b"])))
    hour = number("2" if m["h"] == "两" else m["h"])
    if hour is None or hour > 24:
        return None
    half = "open" if row is None and hour < 12 and not m["h"].startswith("0") else ""
    if row is not None:
        moved = _shifted(hour, row["form"], m["part"] or held)
        half = "late" if 12 <= moved != hour else ""
        hour = moved
    minute = number(m["mi"] or m["mi0"] or m["mi2"] or m["mi3"])
    if minute is None:
        minute = _MINUTES.get(m["half"] or "")
    loose = m["half"] in ("许", "左右", "多") or m["ca"] is not None
    if minute is not None and minute > 59:
        return None
    if hour == 24:  # the end of the day: ISO 8601 writes it as hour 24
        return None if minute else Clock((1439, 1439), "T24" if minute is None else "T24:00")
    at = hour * 60
    second = number(m["s"] or m["s2"])
    if minute is None:
        return Clock((at, at + 59), f"T{hour:02d}", loose, half)
    stamp = f"T{hour:02d}:{minute:02d}" + (f":{second:02d}" if second is not None and second < 60 else "")
    return Clock((at + minute, at + minute), stamp, loose, half)


def _shifted(hour: int, add: str, word: str) -> int:
    """The hour of the day of an hour that a word such as 下午 stands before."""
    if add == "12" and hour < 12:
        noon = word in ("中午", "午间", "正午")
        return hour if noon and hour >= 10 else hour + 12
    if hour == 12 and word in ("凌晨", "半夜", "午夜"):
        return 0
    if hour == 12 and word.startswith(("晚", "夜", "深夜", "今晚")):
        return 24
    return hour
