"""What was known before: a count for each finding, without lines and without a clock.

Two findings are the same where rule, document, claim and evidence are, each by its typed value and its words; moving
text, converting it to the other script or editing around it changes none of them.  Files of an earlier version knew
neither values nor what makes a number of digits: what they hold is read, and told of as less sure.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from crosscheck import storage
from crosscheck.errors import UnreadableError
from crosscheck.gate.items import Item
from crosscheck.gate.wording import bare, exact

FILE = "crosscheck-baseline.json"
SCHEMA = "crosscheck.gate.baseline/2"
EARLIER = "crosscheck.gate.baseline/1"


class Fingerprint(NamedTuple):
    """What makes two findings the same; the values are None where an earlier version wrote it."""

    document: str
    rule: str
    claim: str
    evidence: str
    value: str | None = None
    evidence_value: str | None = None

    @property
    def earlier(self) -> bool:
        """Whether it is of an earlier version, which did not know values."""
        return self.value is None


@dataclass(frozen=True, slots=True)
class Baseline:
    """How often each finding was there."""

    counts: Counter[Fingerprint] = field(default_factory=Counter)

    @property
    def earlier(self) -> int:
        """How many findings are known as an earlier version knew them."""
        return sum(number for known, number in self.counts.items() if known.earlier)


def fingerprint(item: Item) -> Fingerprint:
    """The fingerprint of `item`."""
    return Fingerprint(
        item.document,
        item.rule,
        exact(item.claim.exact),
        exact(item.evidence.exact) if item.evidence else "",
        item.claim.value,
        item.evidence.value if item.evidence else "",
    )


def known_as(item: Item) -> tuple[Fingerprint, Fingerprint]:
    """What `item` may stand in a baseline as: its fingerprint, then the one that an earlier version gave it."""
    evidence = bare(item.evidence.exact) if item.evidence else ""
    return fingerprint(item), Fingerprint(item.document, item.rule, bare(item.claim.exact), evidence)


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
        json.dumps({**_plain(print_), "count": number}, ensure_ascii=False)
        for print_, number in sorted(baseline.counts.items(), key=_order)
        if number > 0
    ]
    body = ",\n  ".join(rows)
    return (
        f'{{"schema": "{SCHEMA}", "findings": [\n  {body}\n]}}\n'
        if rows
        else (f'{{"schema": "{SCHEMA}", "findings": []}}\n')
    )


def _plain(print_: Fingerprint) -> dict[str, str]:
    return {name: value for name, value in print_._asdict().items() if value is not None}


def _order(row: tuple[Fingerprint, int]) -> tuple[str, ...]:
    return tuple(part or "" for part in row[0])


def keep(path: str, new: Baseline, documents: frozenset[str]) -> Baseline:
    """Write `new` for `documents` to the baseline at `path`, all others as they stand there, and give what it holds now.

    It is read again for it, and held against others who write it.
    """
    with storage.locked(path):
        made = both(load(path), new, documents) if Path(path).exists() else new
        storage.replace(path, dump(made).encode("utf-8", errors="replace"))
    return made


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
    if schema not in (SCHEMA, EARLIER):
        raise UnreadableError(path, f"is no baseline that this version can read ({schema or 'no schema'})")
    rows = data.get("findings")
    counts: Counter[Fingerprint] = Counter()
    for number, row in enumerate(rows if isinstance(rows, list) else [None], 1):
        if not _good(row):
            raise UnreadableError(path, f"finding {number} of the baseline is off")
        counts[Fingerprint(*(row.get(name) for name in Fingerprint._fields))] += row["count"]
    return Baseline(counts)


def _good(row: Any) -> bool:
    names = set(row) - {"count"} if isinstance(row, dict) else set()
    return (
        names in (set(Fingerprint._fields), set(Fingerprint._fields[:4]))
        and all(isinstance(row[name], str) for name in names)
        and type(row.get("count")) is int
        and row["count"] > 0
    )
