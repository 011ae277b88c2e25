"""Numbers read out of the public cases of Recognizers-Text (MIT), span and value exact.

    python benchmarks/extraction_numbers.py [DIR] [--misses]

The cases are not part of the project: DIR (or ``CROSSCHECK_BENCH``, by default ``../shared/bench``) holds number.json,
percent.json ...  A case counts where every number of it is found and nothing else.  Conventions of those sets, mapped here
and nowhere else: ``number`` lists every numeral, units or not, so `numerals` is asked; the others list number and unit
without hedge and noun; spaces inside numbers are read over; percentages are in hundredths, 三成 and 七折 among them; of a
range (5-20%) ``percent`` lists only the second number; ``number-range`` calls the upper end of a range open, and 多 open above.
"""

from __future__ import annotations

import argparse
import json
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

from crosscheck.quantities.amount import amount_of
from crosscheck.quantities.bounded import bounded
from crosscheck.quantities.found import Found
from crosscheck.quantities.number import Number
from crosscheck.quantities.numerals import numerals
from crosscheck.quantities.scan import scan
from crosscheck.quantities.spacing import wide_gaps
from crosscheck.text.fold import fold

WANTED = {
    "percent": ("share", "points", "discount"),
    "currency": ("money",),
    "age": ("age", "duration"),
    "dimension": (),
}
OTHERS = ("share", "points", "discount", "money", "age", "duration", "count")
Row = tuple[int, int, Any]


def found(name: str, text: str) -> list[Row]:
    """Start, last character and value of what is read, in the convention of set `name`."""
    folded = fold(text)
    if name == "number":
        return [(start, end - 1, float(number.stated)) for start, end, number in numerals(folded)]
    if name == "number-range":
        read = ((start, end, interval(number)) for start, end, number in bounded(folded))
        return [(start, end - 1, shown) for start, end, shown in read if shown]
    rows: list[Row] = []
    for item in scan(folded, gaps=wide_gaps()):
        amount = amount_of(item)
        kind = amount.dimension.split(":")[0]
        if kind in WANTED[name] if WANTED[name] else kind not in OTHERS:
            start = item.start
            if name == "percent" and amount.low != amount.high and not amount.hedged:
                start, amount = _second(folded, item), replace(amount, stated=amount.high or amount.stated)
            scale = 100 * amount.factor if kind in ("share", "discount") else 1
            rows.append((start, item.short - 1, float(amount.stated * scale)))
    return rows


def interval(number: Number) -> str:
    """The interval as ``number-range`` writes it: ``(10,20)``, ``[30,)``; "" for a plain number."""
    if number.low == number.high:
        return ""
    if number.text.rstrip("万亿").endswith(("多", "余")):
        number = replace(number, high=None)
    ends = tuple("" if end is None else f"{float(end):g}" for end in (number.low, number.high))
    ranged = number.low is not None and number.high is not None and not number.hedged
    left = "(" if number.low is None or number.low_open else "["
    right = ")" if number.high is None or number.high_open or ranged else "]"
    return f"{left}{ends[0]},{ends[1]}{right}"


def _second(folded: str, item: Found) -> int:
    """Where the second number of a range begins."""
    joins = [folded.rfind(join, item.start, item.short) + len(join) for join in ("-", "~", "至", "到")]
    return max(joins)


def gold(name: str, case: dict[str, Any]) -> list[Row]:
    """What the set lists for `case`."""
    rows: list[Row] = []
    for result in case["Results"]:
        if "Resolution" not in result:
            continue
        value = result["Resolution"]["value"]
        if name == "number-range":
            parts = value[1:-1].split(",")
            value = value[0] + ",".join(f"{float(part):g}" if part else "" for part in parts) + value[-1]
        else:
            value = float(value.rstrip("%"))
        rows.append((result["Start"], result.get("End", 0), value))
    return rows


def alike(one: list[Row], other: list[Row]) -> bool:
    """Whether the two list the same places and values, up to the sets' rounding."""
    if len(one) != len(other):
        return False
    for mine, theirs in zip(one, other, strict=True):
        if isinstance(mine[2], str):
            near = mine[2] == theirs[2]
        else:
            near = abs(mine[2] - theirs[2]) <= 1e-6 * max(1.0, abs(mine[2]))
        if mine[:2] != theirs[:2] or not near:
            return False
    return True


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", nargs="?", default=os.environ.get("CROSSCHECK_BENCH", "../shared/bench"))
    parser.add_argument("--misses", action="store_true", help="print every case that is read otherwise")
    options = parser.parse_args()
    print("set           right    of  share")
    for name in ("number", *WANTED, "number-range"):
        path = Path(options.folder) / f"{name}.json"
        if not path.exists():
            print(f"{path} is not there: nothing measured")
            continue
        cases = json.loads(path.read_text(encoding="utf-8"))
        missed = [case for case in cases if not alike(gold(name, case), found(name, case["Input"]))]
        right = len(cases) - len(missed)
        print(f"{name:12} {right:6} {len(cases):5}  {right / len(cases):.3f}")
        for case in missed if options.misses else ():
            print(f"    {case['Input']}  {gold(name, case)}  {found(name, case['Input'])}")


if __name__ == "__main__":
    main()
