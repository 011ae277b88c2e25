"""Names that took in a character of the word beside them, and runs that the recogniser takes for persons and that are none.

Told by what stands right beside them; what a link, a Latin form, an office or a label tells is let be.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from crosscheck.lexicon import either, words
from crosscheck.names.seed import Seed
from crosscheck.names.words import (
    DOT,
    HAN,
    is_chinese_name,
    is_foreign_name,
    japanese,
    surnames,
    transliterating,
)
from crosscheck.patterns import compiled

_DOUBTFUL = frozenset(("recogniser", "list", "carried", "japanese", "verb-after"))
_DYNASTIES = "夏商周秦汉魏晋宋齐梁陈隋唐辽金元明清"
_SCHOOL = compiled(r"(?:[小中大]学|学[校院]|书院|医院|公司|幼儿园)$")
_CLASSICAL = compiled(r"[者焉矣哉兮]")
_SAYING = compiled(r"[谓曰云](?=[：:，,“])")
# A street beside another one: 谢斐道和骆克道.
_STREET = "道街路巷坊"
_STREETS = compiled(rf"[、及和与]{HAN}{{2,5}}[{_STREET}]")
# Characters of foreign names that no word ends with before a name.
_PHONETIC = frozenset("尔斯亚拉那姆鲁诺罗克弗塞娜莉蒂")
_LIVING = compiled(
    r"[鱼鲽鲷鲈鳗鲨鲤鲀鲹虾蟹贝螺蛙龟蛇鸟雀鹰鸭鹅蜂蝶蛾蚁虫蛛鼠猴鹿犬狼豹鲸草藤木树花竹藻菌蕨松柏杉莲菊兰薯莓菜豆麦莽根]$|[纲目科属]$"
)
_NATURE = compiled(
    r"学名|植物|物种|鱼类|鸟类|昆虫|哺乳|爬行|两栖|甲壳|[属科目]的?(?:一种|一属|物种)|[\u3400-\u9fff]科[\u3400-\u9fff]{1,4}属"
)


@cache
def _straddled() -> re.Pattern[str]:
    """A verb of two characters whose first one a name may have swallowed: 莱佛士登|陆, 丰臣秀吉成|为."""
    return compiled(rf"(?:{either(words('name_verbs'))})(?!续)")


def trimmed(folded: str, taken: list[Seed]) -> list[Seed]:
    """The seeds, with what they took of the words beside them given back, and what they lost put on again."""
    known = {folded[seed.start : seed.end] for seed in taken}
    out: list[Seed] = []
    for seed in sorted(taken, key=lambda s: s.start):
        again = _trim(folded, seed, known)
        out.append(again if not out or again.start >= out[-1].end else seed)
    starts = [seed.start for seed in out[1:]] + [len(folded)] if out else []
    return [replace(seed, end=min(seed.end, start)) for seed, start in zip(out, starts, strict=True)]


def _trim(folded: str, seed: Seed, known: set[str]) -> Seed:
    start, end = seed.start, seed.end
    word, after = folded[start:end], folded[end : end + 1]
    if seed.rule == "dotted":
        last = max(word.rfind(dot) for dot in DOT) + 1
        longer = next((w for w in known if len(w) > len(word) - last > 0 and w.startswith(word[last:])), "")
        if longer and folded.startswith(longer, start + last):
            return replace(seed, end=start + last + len(longer))  # 詹姆斯·史 + 都华
    if seed.rule not in _DOUBTFUL and seed.rule != "dotted":
        return seed
    long = len(word) > 4 or (len(word) == 4 and not is_chinese_name(word)) or is_foreign_name(word)
    if long and len(word) > 2 and _straddled().match(folded, end - 1):
        return replace(seed, end=end - 1)
    if len(word) == 3 and _SAYING.match(folded, end - 1) and is_chinese_name(word[:2]):
        return replace(seed, end=end - 1)  # 鲁迅 + 谓：
    if word[0] == "王" and len(word) > 2 and compiled(HAN).match(folded[start - 1 : start]):
        rest = word[1:]
        if rest in known or (rest[:2] in surnames() and len(rest) > 2):
            return replace(seed, start=start + 1)  # 东辽王 + 耶律留哥
    if len(word) == 2 and word[0] in _DYNASTIES and after in ("宗", "祖") and after:
        return replace(seed, end=end + 1)  # 元成 + 宗
    if word[-1] == "系" and word[-2] in "宗祖帝":
        return replace(seed, end=end - 1)  # 武宗 + 系
    return seed


def strays(folded: str, taken: Iterable[Seed]) -> frozenset[str]:
    """The words among `taken` that are no persons wherever they stand: families, schools, streets, species, cut names."""
    seen: dict[str, list[Seed]] = {}
    for seed in taken:
        seen.setdefault(folded[seed.start : seed.end], []).append(seed)
    nature = bool(_NATURE.search(folded))
    return frozenset(
        word
        for word, seeds in seen.items()
        if all(seed.rule in _DOUBTFUL for seed in seeds)
        and (
            _never(word, nature)
            or all(_torn(folded, seed) or _street(folded, seed) or _family(folded, seed) for seed in seeds)
        )
    )


def _never(word: str, nature: bool) -> bool:
    if word[-1] in "家氏" and word[:-1] in japanese():
        return True  # a family
    if _SCHOOL.search(word) or _CLASSICAL.search(word):
        return True
    return nature and bool(_LIVING.search(word))


def _torn(folded: str, seed: Seed) -> bool:
    """Whether a foreign name that the recogniser saw begins in the midst of a longer one: 安那 + 托利亚."""
    word, before = folded[seed.start : seed.end], folded[max(0, seed.start - 2) : seed.start]
    if seed.rule != "recogniser" or len(before) < 2 or not is_foreign_name(word):
        return False
    return before[1] in _PHONETIC and before[0] in transliterating()


def _street(folded: str, seed: Seed) -> bool:
    """Whether a name is a street's beside another one, its last character read or not: 谢菲道和洛克|道."""
    start, end = seed.start, seed.end
    if folded[end - 1] not in _STREET:
        end += 1
        if folded[end - 1 : end] not in tuple(_STREET):
            return False
    beside = folded[start - 2 : start - 1] in tuple(_STREET) and folded[start - 1] in "、及和与"
    return beside or bool(_STREETS.match(folded, end))


def _family(folded: str, seed: Seed) -> bool:
    word = folded[seed.start : seed.end]
    return word in japanese() and folded[seed.end : seed.end + 1] in ("家", "氏")
