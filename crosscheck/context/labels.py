"""What the label of a field or a cell stands for in running text."""

from __future__ import annotations

from functools import cache
from itertools import groupby, pairwise, takewhile

from crosscheck import lexicon
from crosscheck.model.document import Block
from crosscheck.text.fold import fold

# Cells of a row that are looked at.
_CELLS = 12


class Labels:
    """The labels of a document's blocks; `masked` is its folded text without values."""

    def __init__(self, blocks: tuple[Block, ...], masked: str) -> None:
        self._blocks = blocks
        self._masked = masked
        self._rows: dict[int, range] | None = None

    def words(self, number: int) -> str:
        """How running text says the label of a block: of a field, the words for it; of a cell, its column and its row."""
        block = self._blocks[number]
        if block.kind == "field":
            return _field_words().get(_key(block.label), fold(block.label))
        if block.kind == "cell":
            return " ".join((fold(block.label), *self._beside_in_row(number)))
        return ""

    def _beside_in_row(self, number: int) -> list[str]:
        """What the other cells of a cell's row say."""
        if self._rows is None:
            self._rows = rows(self._blocks)
        others = [self._blocks[n].span for n in self._rows.get(number, ()) if n != number][:_CELLS]
        return [self._masked[span.start : span.end] for span in others]


def rows(blocks: tuple[Block, ...]) -> dict[int, range]:
    """For each cell of a table's body the blocks of its row: one begins where the label of the first column comes round again.

    Cells without a label come first where columns have heads; where they come again, each is the head of its row.
    """
    found: dict[int, range] = {}
    for is_cell, run in groupby(range(len(blocks)), key=lambda n: blocks[n].kind == "cell"):
        cells = list(run) if is_cell else []
        heads = sum(1 for _ in takewhile(lambda n: not blocks[n].label, cells))
        headed = any(not blocks[n].label for n in cells[heads:])
        body = cells[max(0, heads - headed) :]
        begins = [n for n in body if blocks[n].label == blocks[body[0]].label]
        for begin, end in pairwise((*begins, *(n + 1 for n in body[-1:]))):
            found.update(dict.fromkeys(range(begin, end), range(begin, end)))
    return found


@cache
def _field_words() -> dict[str, str]:
    return {_key(row["hans"]): row["words"] for row in lexicon.table("field_words")}


def _key(label: str) -> str:
    return fold(label).strip().lower().replace(" ", "_").rstrip("0123456789")
