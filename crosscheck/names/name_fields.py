"""Names that a field of an infobox gives under its label: 别名, 绰号, 年号, 代号, 舷号."""

from __future__ import annotations

from collections.abc import Iterator

from crosscheck.model.text import Text
from crosscheck.patterns import compiled
from crosscheck.text.fold import fold

_LABELS = frozenset(
    {
        "nickname", "nicknames", "别名", "别称", "昵称", "绰号", "外号", "谥号", "庙号", "年号", "封号", "尊号", "称号", "法号", "alias", "aliases", "other_names",
        "othernames", "代号", "codename", "呼号", "callsign", "舷号", "pennant", "船名", "舰名", "ship name", "艺名", "笔名", "pseudonym", "字", "号",
    }
)  # fmt: skip
_PIECE = compiled(r"[^、，,;；/\n→()（）]+")
_NAME = compiled(r"[\u3400-\u9fffA-Za-z0-9·. -]{1,20}")


def name_fields(text: Text) -> Iterator[tuple[int, int]]:
    """The names in the fields of `text` that hold nothing else."""
    for block in text.document.blocks:
        if block.kind != "field" or fold(block.label).strip().lower() not in _LABELS:
            continue
        for match in _PIECE.finditer(text.folded, block.span.start + len(block.label), block.span.end):
            start, end = match.span()
            while start < end and text.folded[start] in " ：:“”":
                start += 1
            while end > start and text.folded[end - 1] in " ：:“”":
                end -= 1
            if end - start > 1 and _NAME.fullmatch(text.folded, start, end):
                yield start, end
