"""What was known before: a count for each finding, without lines and without a clock.

Two findings are the same where rule, document, folded claim and folded evidence are; moving text, converting it to
the other script or editing around it changes none of them.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from crosscheck.errors import UnreadableError
from crosscheck.gate.items import Item
from crosscheck.text.fold import fold

SCHEMA = "crosscheck.gate.baseline/1"


class Fingerprint(NamedTuple):
    """What makes two findings the same."""

    document: str
    rule: str
    claim: str
    evidence: str


@dataclass(frozen=True, slots=True)
class Baseline:
    """How often each finding was there."""

    counts: Counter[Fingerprint] = field(default_factory=Counter)


def bare(text: str) -> str:
    """The letters and digits of the folded `text`; all of it but white space where it has none of them."""
    folded = fold(text)
    return "".join(char for char in folded if char.isalnum()) or "".join(folded.split())


def fingerprint(item: Item) -> Fingerprint:
    """The fingerprint of `item`."""
    return Fingerprint(
        item.document,
        item.rule,
        bare(item.claim.exact),
        bare(item.evidence.exact) if item.evidence else "",
    )


def of(items: Iterable[Item]) -> Baseline:
    """The baseline that knows just `items`."""
    return Baseline(Counter(fingerprint(item) for item in items))


def both(old: Baseline, new: Baseline, documents: frozenset[str]) -> Baseline:
    """`new` for what was found in `documents`, `old` for all others."""
    kept = {print_: number for print_, number in old.counts.items() if print_.document not in documents}
    return Baseline(Counter(kept) + new.counts)


def dump(baseline: Baseline) -> str:
    """The file of `baseline`, one finding a line, in order."""
    rows = [
        json.dumps({**print_._asdict(), "count": number}, ensure_ascii=False)
        for print_, number in sorted(baseline.counts.items())
        if number > 0
    ]
    body = ",\n  ".join(rows)
    return (
        f'{{"schema": "{SCHEMA}", "findings": [\n  {body}\n]}}\n'
        if rows
        else (f'{{"schema": "{SCHEMA}", "findings": []}}\n')
    )


def load(path: str) -> Baseline:
    """The baseline in the file at `path`; UnreadableError where it is not there or is none."""
    try:
        data = json.loads(Path(path).read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise UnreadableError(path, "there is no such baseline; --write-baseline writes one") from None
    except OSError as error:
        raise UnreadableError(path, f"the baseline cannot be read: {error.strerror}") from None
    except (ValueError, RecursionError) as error:
        raise UnreadableError(path, f"the baseline is no JSON: {error}") from None
    schema = data.get("schema") if isinstance(data, dict) else None
    if schema != SCHEMA:
        raise UnreadableError(path, f"is no baseline that this version can read ({schema or 'no schema'})")
    rows = data.get("findings")
    counts: Counter[Fingerprint] = Counter()
    for number, row in enumerate(rows if isinstance(rows, list) else [None], 1):
        if not _good(row):
            raise UnreadableError(path, f"finding {number} of the baseline is off")
        counts[Fingerprint(*(row[name] for name in Fingerprint._fields))] += row["count"]
    return Baseline(counts)


def _good(row: Any) -> bool:
    return (
        isinstance(row, dict)
        and set(row) == {*Fingerprint._fields, "count"}
        and all(isinstance(row[name], str) for name in Fingerprint._fields)
        and type(row["count"]) is int
        and row["count"] > 0
    )
