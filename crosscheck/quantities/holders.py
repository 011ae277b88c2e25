"""Whose the numbered fields of an infobox are: seats2 counts the seats of the party in party2."""

from __future__ import annotations

import re
from itertools import groupby

from crosscheck.model.document import Block

# Fields that name whom the other fields with their number speak of, the first that is there.
_NAMING = (
    "party", "政党", "党派", "candidate", "候选人", "nominee", "team", "球队", "country", "国家", "combatant", "参战方",
)  # fmt: skip
_NUMBERED = re.compile(r"(.*?)[ _]?(\d{1,2})(?:_[a-z]+)?$")
_LONGEST = 20


def holders(blocks: tuple[Block, ...], folded: str, labels: list[str]) -> dict[int, str]:
    """For each numbered field (by its index in `blocks`) who holds it; `labels` are the folded labels of the blocks."""
    found: dict[int, str] = {}
    for is_field, run in groupby(range(len(blocks)), key=lambda n: blocks[n].kind == "field"):
        if is_field:
            found.update(_of_run(list(run), blocks, folded, labels))
    return found


def _of_run(run: list[int], blocks: tuple[Block, ...], folded: str, labels: list[str]) -> dict[int, str]:
    numbered = {n: match for n in run if (match := _NUMBERED.match(labels[n]))}
    names: dict[tuple[str, str], str] = {}
    for n, match in numbered.items():
        value = folded[blocks[n].span.start : blocks[n].span.end].partition("：")[2].strip()
        if match[1].lower() in _NAMING and 0 < len(value) <= _LONGEST:
            names[match[1].lower(), match[2]] = value
    held: dict[int, str] = {}
    for n, match in numbered.items():
        name = next((names[word, match[2]] for word in _NAMING if (word, match[2]) in names), "")
        if name and match[1].lower() not in _NAMING:
            held[n] = name
    return held
