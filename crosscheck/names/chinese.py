"""Chinese and Japanese names by rule: a surname and a given name beside an office, a form of address or a verb."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from crosscheck.lexicon import either, table, words
from crosscheck.names.seed import Seed
from crosscheck.names.words import (
    HAN,
    addresses,
    given,
    is_chinese_name,
    is_foreign_name,
    japanese,
    office_ends,
    said,
    surname,
    surname_of,
    surnames,
)
from crosscheck.patterns import compiled

# What may follow a name: no Han character, or a word that no name ends before by chance.
FUNCTION = (
    "的", "和", "与", "及", "以及", "等", "在", "于", "为", "向", "对", "将", "曾", "则", "也", "又", "率", "从", "到", "是",
    "被", "由", "把", "就", "都", "已", "并", "同", "因", "之", "访", "赴", "出席", "主持", "领导", "创作", "创办", "创立",
    "发表", "提出", "发现", "发明", "设计", "撰写", "编写", "翻译", "建立", "担任", "出任", "前往", "抵达", "带领", "宣布",
    "获得", "当选", "先生", "女士", "同志", "所", "著", "等人", "两人", "二人", "一行", "夫妇", "父子", "兄弟", "姐妹", "去世",
    "逝世", "出生", "生于", "病逝", "签署", "签订", "写", "画", "饰演", "执导", "主演", "演唱", "还", "后来", "当时", "未", "不",
    "有", "接替", "接任", "会见", "致电", "致函", "决定", "认为", "指示", "下令", "起草", "起", "上", "兼", "商定", "会谈", "受命", "联名", "联合", "通电", "起义", "等", "因",
)  # fmt: skip


@cache
def _edge() -> str:
    office_verbs = words("office_verbs", **{"class": "hold"})
    return rf"(?=(?!{HAN})|{either((*FUNCTION, *office_verbs, *addresses()))}|(?:{said()}))"


@cache
def _after_office() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A Chinese name, and what follows a Japanese surname, up to the edge of a name."""
    return (
        compiled(rf"({surname()}{given()}){_edge()}"),
        compiled(rf"({given()}{HAN}??){_edge()}"),
    )


def _clear(folded: str, word: str, end: int) -> bool:
    """Whether a surname that is a common word as well (和, 成, 全) stands in a name that ends at a mark."""
    common = word[0] in surnames("common") or word[:2] in surnames("common")
    addressed = any(folded.startswith(word, end) for word in addresses())
    return common or addressed or not compiled(HAN).match(folded[end : end + 1])


@cache
def _before_verb() -> re.Pattern[str]:
    common = surname_of("common")
    verbs = either(
        (*words("office_verbs", **{"class": "hold"}), "时任", "现任", "曾任", "历任", "等人", "出生于",
         "生于", "逝世", "去世", "病逝", "率领", "率团", "主持", "发表", "创作", "创办", "签署", "访华", "访问", "先生", "女士",
         "同志", "院士", "教授", "将军", "夫妇", "执导", "主演", "饰演", "编著", "主编")
    )  # fmt: skip
    return compiled(
        rf"(?<!{HAN})((?:{common}){given()})(?=(?:{said()}|{verbs})|[（(](?:\d{{3,4}}年?[-－]|生于|字|号))"
    )


def by_cue(folded: str) -> Iterator[Seed]:
    """Names right after an office or an occupation, or at the head of a clause before what only people do."""
    chinese, following = _after_office()
    for end in office_ends(folded):
        match = chinese.match(folded, end)
        if match and is_chinese_name(match[1]) and _clear(folded, match[1], match.end(1)):
            yield Seed(end, match.end(1), "office-before")
        size = next((size for size in (3, 2) if folded[end : end + size] in japanese()), 0)
        if size and (match := following.match(folded, end + size)):
            yield Seed(end, match.end(1), "office-before")
    for match in _before_verb().finditer(folded):
        if is_chinese_name(match[1]):
            yield Seed(match.start(1), match.end(1), "verb-after")
    for match in _met().finditer(folded):
        if is_chinese_name(match[1]):
            yield Seed(match.start(1), match.end(1), "verb-before")


@cache
def _behind() -> tuple[re.Pattern[str], re.Pattern[str]]:
    name = rf"({surname()}{HAN}{{1,2}})"
    held = r"(?:担任|兼任|出任|接任|继任|代理|充任|署理)"
    return (
        compiled(rf"(?:一职)?(?:[为是]|[:：]\s?){name}(?!{HAN})"),
        compiled(rf"(?:一职)?由{name}(?={held})"),
    )


@cache
def _met() -> re.Pattern[str]:
    """A name that ends a clause after what is done to people only: 见到了马维国."""
    verbs = "见到|会见|接见|拜访|采访|拜会|认识|结识|嫁给|娶|师从|师承|致电|致函|委派|聘请|邀请|接替|悼念|看望|慰问|迎娶|逮捕|暗杀|刺杀"
    return compiled(rf"(?:{verbs})[了过]?((?:{surname_of('common')}){HAN}{{2}})(?!{HAN})")


@cache
def _labels() -> re.Pattern[str]:
    known = either(tuple(row["hans"] for row in table("person_labels")))
    return compiled(rf"(?m)(?:^|(?<=[\n；;]))(?:{known})[:：]\s?({surname()}{HAN}{{1,2}})(?!{HAN})")


def labelled(folded: str) -> Iterator[Seed]:
    """Names set behind an office by 为, 是, 由 or a colon, and values of fields that hold a person (配偶：林徽因)."""
    for end in office_ends(folded):
        for pattern in _behind():
            match = pattern.match(folded, end)
            if match and _named(match[1]):
                yield Seed(match.start(1), match.end(1), "office-before")
    for match in _labels().finditer(folded):
        if _named(match[1]):
            yield Seed(match.start(1), match.end(1), "label")


def _named(word: str) -> bool:
    """Whether a word between marks is a Chinese name; one may end with 和 there: 张充和."""
    return is_chinese_name(word) or (len(word) == 3 and word[2] == "和" and is_chinese_name(word[:2]))


_TITLE = compiled(rf"《({HAN}{{2,6}})[与和、]({HAN}{{2,6}})》")


def in_titles(folded: str) -> Iterator[Seed]:
    """Two persons that a title joins: 《毛泽东与尼克松》."""
    for match in _TITLE.finditer(folded):
        if all(is_chinese_name(word) or (len(word) > 2 and is_foreign_name(word)) for word in match.groups()):
            yield from (Seed(match.start(group), match.end(group), "title") for group in (1, 2))


_LIST_OPENERS = "有为是括如及和与由以将员者派请"


def in_lists(folded: str, known: frozenset[str]) -> Iterator[Seed]:
    """The other names of a list that holds a known one: 陈赓、宋任穷、钱学森等."""
    tail = compiled(rf"(?:{either(FUNCTION)})")
    for match in compiled(rf"(?<!{HAN}){HAN}++(?:、{HAN}++)+").finditer(folded):
        at = match.start()
        parts: list[tuple[int, str]] = []
        for part in match[0].split("、"):
            parts.append((at, part))
            at += len(part) + 1
        if not any(part in known or part[:3] in known or part[:2] in known for _, part in parts):
            continue
        for place, (start, part) in enumerate(parts):
            last = place == len(parts) - 1
            if not last and part not in known and is_chinese_name(part):
                yield Seed(start, start + len(part), "list")
            elif not place:
                yield from _first_of_list(start, part, known)
            elif last:
                yield from _last_of_list(start, part, known, tail)


def _first_of_list(start: int, part: str, known: frozenset[str]) -> Iterator[Seed]:
    for size in (3, 2):
        word = part[-size:]
        if (
            len(part) > size
            and part[-size - 1] in _LIST_OPENERS
            and word not in known
            and is_chinese_name(word)
        ):
            yield Seed(start + len(part) - size, start + len(part), "list")
            return


def _last_of_list(start: int, part: str, known: frozenset[str], tail: re.Pattern[str]) -> Iterator[Seed]:
    for size in (3, 2):
        word = part[:size]
        ends = len(part) == size or tail.match(part, size)
        if len(word) == size and ends and word not in known and is_chinese_name(word):
            yield Seed(start, start + size, "list")
            return
