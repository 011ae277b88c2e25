"""Offices in tables: a row whose columns are headed 姓名 and 职务 says who was what."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator

from crosscheck.model.document import Block
from crosscheck.names.holding_model import Holding
from crosscheck.names.scene import Scene
from crosscheck.patterns import compiled
from crosscheck.text.heads import holds

_PARTS = compiled(r"[^、，,/;；\n（(\[]+(?:[（(][^（）()]{0,40}[）)])?")
_JOINT = compiled(r"(?<=..)兼(?:任)?(?!职)")
_BEHIND = compiled(r"[（(\[][^\n]*+")
_OFFICE = compiled(r"[\u3400-\u9fffA-Za-z·“”]{2,24}")
_NO_OFFICE = compiled(r"[年月日]|^(?:无|不详|同上|待定|未知|空缺)$")


def in_rows(scene: Scene) -> Iterator[Holding]:
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
        words = match.group()
        at = match.start() + len(words) - len(words.lstrip())
        for office in _JOINT.split(_BEHIND.sub("", words).strip()):
            start = folded.find(office, at)
            at = start + len(office)
            if _OFFICE.fullmatch(office) and not _NO_OFFICE.search(office):
                yield Holding(start, at, office, (holder,), "", "row")
