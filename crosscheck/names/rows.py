"""Offices in tables: a row whose columns are headed 姓名 and 职务 says who was what."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator

from crosscheck.model.document import Block
from crosscheck.names.holding_model import Holding
from crosscheck.names.person_scene import PersonScene
from crosscheck.patterns import compiled
from crosscheck.text.heads import holds

_PARTS = compiled(r"[^、，,/;；\n（(\[]+(?:[（(][^（）()]{0,40}[）)])?")
_BEHIND = compiled(r"[（(\[][^\n]*+")
_OFFICE = compiled(r"[\u3400-\u9fffA-Za-z·“”]{2,24}")
# One person in two offices at once: 第一书记兼政委.
_CHAIN = compiled(r"兼任?|暨")
_NO_OFFICE = compiled(r"[年月日]|^(?:无|不详|同上|待定|未知|空缺)$")


def in_rows(scene: PersonScene) -> Iterator[Holding]:
    """What the one person of a row of a table was, by the cell below 职务 and its like."""
    rows: dict[int, list[Block]] = defaultdict(list)
    for block in scene.text.document.blocks:
        if block.row and block.label and not block.apparatus:
            rows[block.row].append(block)
    for cells in rows.values():
        kinds = [holds(cell.label) for cell in cells]
        named = [cell for cell, kind in zip(cells, kinds, strict=True) if kind == "name"]
        if len(named) != 1 or "office" not in kinds:
            continue
        low, high = (bisect_left(scene.starts, at) for at in (named[0].span.start, named[0].span.end))
        persons = scene.people[low:high]
        if len(persons) != 1:
            continue
        for cell, kind in zip(cells, kinds, strict=True):
            if kind == "office":
                yield from _offices(scene.folded, cell, persons[0].canonical)


def _offices(folded: str, cell: Block, holder: str) -> Iterator[Holding]:
    for match in _PARTS.finditer(folded, cell.span.start, cell.span.end):
        start, words = match.start(), _BEHIND.sub("", match.group())
        for part in _CHAIN.split(words):
            start = folded.index(part, start)
            office = part.strip()
            if _OFFICE.fullmatch(office) and not _NO_OFFICE.search(office):
                begin = start + len(part) - len(part.lstrip())
                yield Holding(begin, begin + len(office), office, (holder,), "", "row")
            start += len(part)
