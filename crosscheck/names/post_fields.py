"""Posts and occupations that the field of an infobox lists."""

from __future__ import annotations

from collections.abc import Iterator

from crosscheck.names.holding_model import Holding, names_of
from crosscheck.names.office import furthest, occupations
from crosscheck.names.person_scene import PersonScene
from crosscheck.patterns import compiled
from crosscheck.text.fold import fold

_NAMED = frozenset({"姓名", "名字", "人名", "人物", "name", "人员", "主官", "任职者"})
_POST = frozenset(
    {
        "职务",
        "职位",
        "官职",
        "职称",
        "职衔",
        "头衔",
        "身份",
        "军衔",
        "post",
        "office",
        "title",
        "职业",
        "岗位",
        "担任职务",
    }
)
_OWN_NAME = frozenset(
    {
        "姓名",
        "name",
        "本名",
        "中文名",
        "原名",
        "全名",
        "人名",
        "native_name",
        "birth_name",
        "出生名",
        "名字",
        "姓名1",
    }
)
# Fields whose values are offices or names of others.
_OF_OTHERS = frozenset({
    "配偶", "父母", "亲属", "子女", "父亲", "母亲", "前任", "继任", "president", "vicepresident", "primeminister", "governor", "monarch", "spouse",
    "parents", "relatives", "children", "predecessor", "successor", "website", "known_for", "caption", "notable_students", "branch", "commands", "军种", "allegiance", "效忠", "party", "政党", "battles", "名称", "学生", "导师",
})  # fmt: skip
_LONGEST_POST = 24
_ACT = compiled(r"[的了是在于被为把由，。；：“”]|毕业|参加|获|第[一二三四五六七八九十]名")
_PIECE = compiled(r"[^、，,;；/\n|·]+")
_CHAIN = compiled(r"兼任?|暨")


def in_fields(scene: PersonScene) -> Iterator[Holding]:
    """The offices that a field of a person's infobox lists, each from end to end; he is whom a field before names, or the page's subject."""
    topic = scene.topic()
    holders = (topic.canonical,) if topic is not None else ()
    for block in scene.text.document.blocks:
        if block.kind != "field":
            continue
        begin, label = block.span.start + len(block.label), fold(block.label).strip().lower()
        if label in _OWN_NAME:
            named = names_of(scene.people_in(begin, block.span.end))
            holders = (*holders, *(name for name in named if name not in holders))
        elif holders and label not in _OF_OTHERS:
            for start, end in _pieces(scene.folded, begin, block.span.end):
                yield Holding(start, end, scene.folded[start:end], holders, "", "field")


def _pieces(folded: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches between marks that are an office or an occupation from end to end, a chain of them (主编兼社长) taken apart."""
    for piece in _PIECE.finditer(folded, begin, end):
        at = piece.start()
        for part in _CHAIN.split(piece[0]):
            start, close = at, at + len(part)
            at = folded.find(part, at) + len(part)
            at += (joint.end() - joint.start()) if (joint := _CHAIN.match(folded, at)) else 0
            while start < close and folded[start] in " ：:　（(":
                start += 1
            while close > start and folded[close - 1] in " 　。)）":
                close -= 1
            if start < close and _is_office(folded, start, close):
                yield start, close


def _is_office(folded: str, start: int, end: int) -> bool:
    """Whether a stretch is an office or an occupation: it ends with the word for one, and nothing in it speaks of an act."""
    if end - start > _LONGEST_POST or _ACT.search(folded, start, end):
        return False
    return any(furthest(folded, head) == end for head in occupations().finditer(folded, start, end))
