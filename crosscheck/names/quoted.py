"""What stands in quotation marks: something said or shouted, a title or a name, or a word held at arm's length."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from crosscheck.lexicon import either, words
from crosscheck.model.text import Text
from crosscheck.names.marks import pairs
from crosscheck.names.memo import remembered
from crosscheck.patterns import compiled

Use = Literal["quote", "title", "other"]
_LONG = 6
_CALLED = compiled(
    r"(?:简称|简称为|又名|又称|又称为|亦称|亦称为|名为|命名为|取名|取名为|定名为|更名为|改名为|改名|原名|本名|别名|别称|俗称|"
    r"代号|代号为|名叫|称作|叫做|叫作|题为|名称为|号称|称为|译为|译名|昵称|绰号|外号|史称|世称|人称|合称|并称|统称|通称|美称|誉为|"
    r"被称为|改为|改称|改称为|名曰|呼号|呼号为|自号|雅号|书名|片名|剧名|曲名|歌名|番号|名字是|名称是|所谓)(?:是|为)?的?[，:：]?$"
)
_NAMED_AFTER = compiled(
    r"(?:一文|一书|一诗|一曲|号|计划|工程|(?:发展)?战略|核心舱|实验舱|舱|空间站|太空站|行动|政策|系列|方案|专栏|奖|杯|展|展览|项目|活动|运动|事件|飞船|卫星|火箭|探测器|机车|列车|战舰|航母|潜艇)"
)
# Terms of a policy by their number: 第三步, 三步走, 两弹一星, 一五.
_STEP = compiled(
    r"第[一二三四五六七八九十][\u3400-\u9fff]{1,3}|[一二两三四五六七八九十](?:步走|个代表|弹一星|大战略)"
)
_NAME_INSIDE = compiled(r"(?:号|计划|工程|行动|奖|杯)$")


@dataclass(frozen=True, slots=True)
class Quoted:
    """A stretch in quotation marks, marks left out of `start` and `end`; `use` is what it is."""

    start: int
    end: int
    use: Use
    closed: bool


@cache
def _cues() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    say, chant = words("speech_verbs", **{"class": "say"}), words("speech_verbs", **{"class": "chant"})
    return (
        compiled(rf"(?:{either(say)})(?:了|着|过|一句)?[，:：]?$"),
        compiled(rf"(?:{either(chant)})(?:了|着|过|一句|出)?[^，。；“”]{{0,6}}[，:：是为]?$"),
        compiled(rf"[^，。；“”]{{0,4}}(?:{either(chant)})|(?:等|的)[^，。；“”]{{0,4}}(?:{either(chant)})"),
    )


@cache
def _ends_a_name() -> re.Pattern[str]:
    every = (*words("place_suffixes", **{"class": "site"}), *words("organisation_suffixes"))
    return compiled(rf"(?:{either(tuple(word for word in every if len(word) > 1))})$")


@remembered
def quoted(text: Text) -> tuple[Quoted, ...]:
    """The stretches in quotation marks of `text`, in order; those inside others are left out."""
    found: list[Quoted] = []
    for block in text.document.blocks:
        for mark in '“"':
            for start, end, closed in pairs(text.folded, mark, block.span.start, block.span.end):
                if start < end and (closed or mark == "“"):
                    found.append(Quoted(start, end, "other", closed))
    found.sort(key=lambda q: q.start)
    return tuple(_used(text.folded, found))


def _used(folded: str, found: list[Quoted]) -> list[Quoted]:
    """Each with its use; those in a row (“…”、“…”等口号) are of one use."""
    out: list[Quoted] = []
    place = 0
    while place < len(found):
        last = place
        while last + 1 < len(found) and re.fullmatch(
            r"[、，和与及或]{0,2}|以及", folded[found[last].end + 1 : found[last + 1].start - 1]
        ):
            last += 1
        row = found[place : last + 1]
        use = _use(folded, row)
        out += [Quoted(q.start, q.end, use or _alone(folded, q), q.closed) for q in row]
        place = last + 1
    return out


def _use(folded: str, row: list[Quoted]) -> Use | None:
    said, chanted, chanted_after = _cues()
    if not all(compiled(r"[\u3400-\u9fff]").search(folded[one.start : one.end]) for one in row):
        return None
    before = folded[max(0, row[0].start - 16) : row[0].start - 1]
    after = folded[row[-1].end + 1 : row[-1].end + 13]
    if _CALLED.search(before):
        return "title"
    if chanted.search(before) or chanted_after.match(after):
        return "quote"
    if said.search(before) and (row[0].end - row[0].start >= 4 or before[-1:] in "，:："):
        return "quote"
    return None


def _alone(folded: str, one: Quoted) -> Use:
    inside = folded[one.start : one.end]
    if _NAME_INSIDE.search(inside) and len(inside) <= 14:
        return "title"
    if _STEP.fullmatch(inside):
        return "title"
    if len(inside) < _LONG or not compiled(r"[\u3400-\u9fff]").search(inside):
        return "title" if _NAMED_AFTER.match(folded, one.end + 1) and len(inside) >= 2 else "other"
    if not compiled(r"[，。！？、；]").search(inside) and _ends_a_name().search(inside):
        return "other"
    return "quote"
