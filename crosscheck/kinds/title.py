"""Titles of works and treaties, names given in quotation marks, names of vessels, craft, programmes and prizes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from crosscheck.kind import nothing
from crosscheck.kinds import _wording_slot as slot
from crosscheck.lexicon import either
from crosscheck.model.comparison import Comparison
from crosscheck.model.fact import Fact, Mention
from crosscheck.model.span import Span
from crosscheck.model.step import say
from crosscheck.model.text import Text
from crosscheck.model.values import Wording
from crosscheck.names.awards import awards
from crosscheck.names.change import substituted
from crosscheck.names.marks import pairs
from crosscheck.names.own import one_by_lexicon
from crosscheck.names.quoted import quoted
from crosscheck.names.words import transliterating
from crosscheck.patterns import compiled
from crosscheck.registry import Kind

_DOC = """Titles: works, laws and treaties, names in quotation marks, named craft, prizes and honours.

Read are 《》 and 〈〉, “天宫” after 又名 or 命名为, craft by name and number (神舟十二号), prizes by their last word (金鸡奖).

agree: the same title in another script or punctuation, in short or in full (中苏国防新技术协定 / 国防新技术协定).
conflict: another number of the same series (神舟十二号 / 神舟十三号).  unsupported: a similar title of another work
(北京学界全体宣言 / 北京市民宣言).
Limits: a title that is never closed reaches to the end of its paragraph."""

_HAN_NUMERAL = "一二三四五六七八九十百〇零两"
_NUMERAL = _HAN_NUMERAL + "0-9"
_CRAFT = (
    "运载火箭", "火箭", "载人飞船", "货运飞船", "飞船", "卫星", "探测器", "空间站", "航空母舰", "航母", "驱逐舰", "护卫舰", "巡洋舰", "战列舰",
    "潜艇", "核潜艇", "导弹", "客机", "战斗机", "轰炸机", "直升机", "机车", "列车", "邮轮", "油轮", "帆船", "商船", "渡轮", "望远镜",
)  # fmt: skip
ALTERED, ALIKE = 0.8, 0.59  # a title with one word changed; two titles that are just alike
_LEAD_STOP = "的了在是和与及由于为将被把对从到着过也都又并以向乘搭载用第这那该此其每各有年月日时同至或等共"
_PUNCTUATION = compiled(r"[\s，。、；：:,.·•・“”《》〈〉()（）\[\]!?！？-]")
_NUMBERED = compiled(rf"[{_NUMERAL}]+")


@cache
def _craft() -> re.Pattern[str]:
    """神舟十二号, 长征五号B遥二运载火箭, 东风-5型导弹: a name, a numeral and 号 or 型, with what it is."""
    name = rf"[^{_LEAD_STOP}\W\d_a-zA-Z{_HAN_NUMERAL}]{{2,6}}(?<![路街道巷弄楼院室座门])"
    variant = rf"(?:[A-Z甲乙丙丁改](?![A-Za-z]))?(?:遥[{_NUMERAL}]+)?"
    return compiled(
        rf"(?<![路街道巷])({name}-?(?:[{_HAN_NUMERAL}]+|\d{{1,2}}|[A-Z]-?\d+)[号型]{variant})(?:({either(_CRAFT)}))?(?!楼|院|店|房|线|机|文件|馆|公路|门|令)"
    )


@cache
def _named() -> re.Pattern[str]:
    """What the name of a craft, a line, a treaty or a programme ends with: a link to its page is a name."""
    return compiled(
        rf"(?:号|支线|铁路|条约|协定|公约|宣言|协议|公报|计划|工程|奖|杯|法案|[^方宪民刑立司]法典|{either(_CRAFT)})$"
    )


def find(text: Text) -> Iterator[Mention]:
    """The titles of `text`."""
    folded = text.folded
    for block in text.document.blocks:
        for opening in "《〈":
            for start, end, closed in pairs(folded, opening, block.span.start, block.span.end):
                if start < end:
                    span = Span(start - 1, end + 1) if closed else Span(start - 1, end)
                    yield _mention(span, "mark" if closed else "unclosed", folded[start:end], 3)
    for link in text.document.links:
        word = folded[link.span.start : link.span.end]
        if (
            link.entity
            and 3 <= len(word) <= 30
            and _named().search(word)
            and folded[link.span.start - 1] not in "《〈"
        ):
            yield _mention(link.span, "link", word, 1)
    for one in quoted(text):
        if one.use == "title":
            yield _mention(
                Span(one.start - 1, one.end + one.closed), "quoted", folded[one.start : one.end], 2
            )
    for start, end in awards(folded):
        yield _mention(Span(start, end), "award", folded[start:end], 0)
    for match in _craft().finditer(folded):
        start = _name_start(folded, match.start(1))
        if match.end(1) - start >= 4:
            yield _mention(Span(start, match.end()), "craft", folded[start : match.end()], 1)


def _name_start(folded: str, start: int) -> int:
    """Leaves out what is no part of a craft's name: a verb of two characters before a name of two."""
    verbs = either(
        (
            "发射",
            "乘坐",
            "搭载",
            "对接",
            "乘搭",
            "搭乘",
            "进入",
            "返回",
            "建造",
            "研制",
            "飞船",
            "火箭",
            "卫星",
            "目前",
            "其中",
            "首艘",
            "首枚",
            "成功",
            "进行",
        )
    )
    pattern = compiled(verbs)
    end = compiled(rf"[^{_NUMERAL}A-Z-]*").match(folded, start).end()  # type: ignore[union-attr]
    foreign = end
    while foreign > start and folded[foreign - 1] in transliterating():
        foreign -= 1
    if end - foreign >= 3:
        return foreign
    cuts = [match.end() for match in pattern.finditer(folded, start, end) if end - match.end() >= 2]
    start = cuts[-1] if cuts else start
    return start if end - start <= 4 else end - 2


def _mention(span: Span, rule: str, title: str, rank: int) -> Mention:
    return Mention(kind="title", span=span, rule=f"title/{rule}", rank=rank, data=(title.strip(),))


def facts(text: Text, mentions: tuple[Mention, ...]) -> tuple[Fact, ...]:
    """The titles among `mentions`, without their marks."""
    return tuple(
        Fact(
            kind="title",
            span=mention.span,
            rule=mention.rule,
            value=Wording(folded=mention.data[0]),
            sentence=text.sentence_at(mention.span.start).index,
            document=text.document,
        )
        for mention in mentions
        if mention.kind == "title"
    )


def _bare(title: str) -> str:
    return _PUNCTUATION.sub("", title)


def compare(claim: Fact, evidence: Fact) -> Comparison:
    """How two titles relate: equal, one in short, or other titles."""
    one, other = str(claim.value), str(evidence.value)
    if one == other:
        return Comparison(relation="identical", nearness=1.0)
    plain, bare = _bare(one), _bare(other)
    if plain == bare:
        return Comparison(
            relation="equivalent", steps=(say("title.written", claim=one, evidence=other),), nearness=1.0
        )
    if one_by_lexicon(one, other):
        return Comparison(
            relation="equivalent", steps=(say("title.lexicon", claim=one, evidence=other),), nearness=1.0
        )
    kinds = compiled(rf"(?:{either(_CRAFT)})$")
    if _NUMBERED.search(plain) and kinds.sub("", plain) == kinds.sub("", bare):
        return Comparison(
            relation="compatible", steps=(say("title.short", claim=one, evidence=other),), nearness=1.0
        )
    from rapidfuzz import fuzz

    near = fuzz.ratio(plain, bare) / 100
    numbers = [_NUMBERED.findall(re.sub(r"\d+", lambda m: _chinese(m[0]), name)) for name in (plain, bare)]
    if numbers[0] and numbers[1] and numbers[0] != numbers[1] and near >= 0.5:
        return Comparison(
            relation="different", steps=(say("title.number", claim=one, evidence=other),), nearness=near
        )
    if numbers[0] == numbers[1] and numbers[0] and _same_but_number(plain, bare):
        return Comparison(
            relation="equivalent", steps=(say("title.written", claim=one, evidence=other),), nearness=1.0
        )
    short, long = sorted((plain, bare), key=len)
    if len(short) >= 2 and (
        long.startswith(short) or long.endswith(short) or (len(short) >= 4 and short in long)
    ):
        return Comparison(
            relation="compatible", steps=(say("title.short", claim=one, evidence=other),), nearness=1.0
        )
    if substituted(plain, bare):
        step = say("title.word", claim=one, evidence=other)
        return Comparison(relation="different", steps=(step,), nearness=max(near, ALTERED))
    step = say("title.other", claim=one, evidence=other)
    return Comparison(relation="different", steps=(step,), nearness=min(near, ALIKE))


def _chinese(digits: str) -> str:
    """A number below 100 in Chinese numerals (12 -> 十二), digit by digit above."""
    names = "〇一二三四五六七八九"
    value = int(digits)
    if value < 100:
        tens, ones = divmod(value, 10)
        lead = ("" if tens == 1 else names[tens]) + "十" if tens else ""
        return (lead + (names[ones] if ones else "")) or names[0]
    return "".join(names[int(digit)] for digit in digits)


def _same_but_number(one: str, other: str) -> bool:
    return _NUMBERED.sub("#", one) == _NUMBERED.sub("#", other)


_SHORT = 4  # with its marks: of short titles, one character makes another work
_SERIES = 0.5  # titles less near than this are two works


def _altered(claim: Fact, evidence: Fact, comparison: Comparison) -> bool:
    """Whether both are titles in marks or prizes, and no mere names: 神舟六号 and 神舟八号 are two ships."""
    return comparison.nearness >= _SERIES and _marked(claim) and _marked(evidence)


def _marked(fact: Fact) -> bool:
    return (fact.folded[:1] in "《〈" and len(fact.span) > _SHORT) or fact.folded[-1:] in "奖章"


KIND = Kind(
    name="title",
    doc=_DOC,
    find=find,
    facts=facts,
    compare=compare,
    sure=True,
    order=70,
    color="35",
    nesting=True,
    closed=True,
    worded=True,
    group="title",
    keys=slot.keys,
    siblings=("quote",),
    telling=slot.telling,
    coarse=nothing,
    heads=nothing,
    names=False,
    contradicts=True,
    altered=_altered,
)
