"""Persons in tables: told by the heads of the columns (姓名, 导演), not only by how a name is built."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crosscheck.model.document import Block
from crosscheck.model.text import Text
from crosscheck.names.seed import Seed
from crosscheck.names.words import is_chinese_name, is_foreign_name
from crosscheck.patterns import compiled
from crosscheck.text.heads import bare, holds

# Heads that say outright that a name stands below; under others a word must be built as one too.
_OUTRIGHT = frozenset(("姓名", "人名", "名字"))
_HAN = r"\u3400-\u9fff\U00020000-\U000323af"
_NAME = compiled(rf"[{_HAN}]{{2,4}}|[{_HAN}·•・]{{3,20}}")
_PARTS = compiled(r"[^、，,/;；\n（(\[]+(?:[（(][^（）()]{0,40}[）)])?")
# What stands in the place of a name.
_NOBODY = compiled(
    r"空[缺悬]|待定|未[知定详设]|不[详明]|暂缺|无|同上|合计|总计|小计|平均|其他|匿名|佚名|集体|全体.*|各.*|[省市区县]+"
)
_BRACKET = compiled(r"[（(\[].*", re.DOTALL)


def in_cells(text: Text) -> Iterator[Seed]:
    """The names in cells below, or in a row behind, a head that says so."""
    for block in text.document.blocks:
        if block.kind != "cell" or block.apparatus or not block.label:  # a head has no head
            continue
        for head in (block.label, block.row_head):
            if holds(head) == "name":
                yield from _names(text.folded, block, bare(head) in _OUTRIGHT)
                break


def _names(folded: str, block: Block, outright: bool) -> Iterator[Seed]:
    for match in _PARTS.finditer(folded, block.span.start, block.span.end):
        words = _BRACKET.sub("", match.group())
        # A flag's country stands before the name of a player: 中国 严明.
        start = match.start() + words.rstrip().rfind(" ") + 1 if " " in words.strip() else match.start()
        word = folded[start : match.start() + len(words.rstrip())]
        lead = len(word) - len(word.lstrip())
        word = word.strip()
        if not _NAME.fullmatch(word) or _NOBODY.fullmatch(word):
            continue
        dotted = any(dot in word for dot in "·•・")
        if dotted or outright or is_chinese_name(word) or (len(word) > 2 and is_foreign_name(word)):
            yield Seed(start + lead, start + lead + len(word), "label")
