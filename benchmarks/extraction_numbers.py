"""Numbers of the public cases, span and value exact; the folder is given as argument."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path

from crosscheck.quantities.amount import amount_of
from crosscheck.quantities.found import Found
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


def found(name: str, text: str) -> list[tuple[int, int, float]]:
    """Start, last character and value of what is read, in the convention of set `name` (percent: in hundredths)."""
    folded = fold(text)
    if name == "number":
        return [(start, end - 1, float(number.stated)) for start, end, number in numerals(folded)]
    rows = []
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


def _second(folded: str, item: Found) -> int:
    """Where the second number of a range begins: of 5-20% that set lists 20% alone."""
    joins = [folded.rfind(join, item.start, item.short) + len(join) for join in ("-", "~", "至", "到")]
    return max(joins)


def main() -> None:
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/bench")
    for name in ("number", *WANTED):
        path = folder / f"{name}.json"
        if not path.exists():
            print(f"{path} is not there: nothing measured")
            continue
        cases = json.loads(path.read_text(encoding="utf-8"))
        right = 0
        for case in cases:
            gold = [
                (r["Start"], r.get("End", 0), float(r["Resolution"]["value"].rstrip("%")))
                for r in case["Results"]
                if "Resolution" in r
            ]
            ours = found(name, case["Input"])
            right += len(gold) == len(ours) and all(
                a[:2] == b[:2] and abs(a[2] - b[2]) <= 1e-6 * max(1.0, abs(a[2]))
                for a, b in zip(gold, ours, strict=True)
            )
        print(f"{name}: {right} of {len(cases)} = {right / len(cases):.3f}")


if __name__ == "__main__":
    main()
