"""What a text itself says that a name is: 任天堂是一家公司 tells that 任天堂 is nobody, 永乐十八年 that 永乐 is a reign."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from crosscheck.lexicon import either, words
from crosscheck.names.words import surnames
from crosscheck.patterns import compiled

# What counts no persons; 一只 + 野生 + 华南虎.
_COUNTED = compiled(
    r"(?:[只头匹棵株款台架辆艘枚颗]|(?<!一)[家座])(?:野生|雄性?|雌性?|幼|小|大|成年|人工|的){0,2}$"
)
_OWNED = compiled(r"的?(?:种群|亚种|栖息|繁殖|幼崽|株式会社|旗下|子公司|股价|销量|发售)")
# Another name of what is explained: 又称林豹.
_ALIAS = compiled(r"[又也亦或简俗原旧全][称叫名作译](?:为|作)?([\u3400-\u9fff]{2,6})")
# The name of a species in brackets: 三日疟（P. malariae）.
_SPECIES = compiled(
    r"\s?[（(](?:学名[:：]?)?\s?[*_]{0,2}[A-Z](?:[a-z]+|\.)\s[a-z]{3,}(?:\s[a-z]{3,})?[*_]{0,2}\s?[)）]"
)
_ENOUGH = 2
_ERA = compiled(
    r"(?:[元一二三四五六七八九十廿]{1,3}(?:年|、[二三四五六七八九])|年间|年号|朝(?![中野廷臣鲜])|初年|末年|年)"
)
_RULER = compiled(r"(?:皇?帝|天子|皇后|皇太后)")


@cache
def _explained() -> re.Pattern[str]:
    """What explains a name from its end on: 是 ... and, last, a noun for what is nobody."""
    noun = either(words("subject_nouns"))
    other = r"(?:[又也亦或简俗原旧全][称叫名作译][^。；\n是，]{0,60}[，,]|，)?"
    return compiled(
        rf"(?:[（(][^（）()\n。]{{0,60}}[)）])?{other}是(?!由|在|因)(?P<what>[^。；\n，,]{{0,60}}?(?P<noun>{noun}))(?=[。；，,（(\n])"
    )


@cache
def _eras() -> frozenset[str]:
    return frozenset(words("eras"))


@cache
def _places() -> frozenset[str]:
    return frozenset(words("subject_nouns", **{"class": "place"}))


def things(folded: str, names: Iterable[str], place: bool = False) -> frozenset[str]:
    """Those of `names` that begin a sentence which explains them as a firm, a species, a work (or, with `place`, a place)."""
    found = tuple(sorted(set(names)))
    out = set()
    for match in re.finditer(either(found), folded) if found else ():
        start, end = match.span()
        if start == 0 or folded[start - 1] in "\n。":
            said = _explained().match(folded, end)
            if said is not None and (place or said["noun"] not in _places()):
                out.add(match[0])
                out.update(_ALIAS.findall(folded, end, said.start("what")))
    return frozenset(out)


def nobody(folded: str, names: Iterable[str]) -> frozenset[str]:
    """Those of `names` that are no persons by the words of the text: what it explains as something else, counts as animals
    and wares are counted, or dates by; a surname with the word for surname (王姓) is none either."""
    found = frozenset(names)
    out = {name for name in found if len(name) == len("王姓") and name[1] == "姓" and name[0] in surnames()}
    votes: dict[str, int] = {}
    for match in re.finditer(either(tuple(sorted(found))), folded) if found else ():
        name, start, end = match[0], match.start(), match.end()
        vote = 0
        if name in _eras():
            vote = -2 * _ENOUGH if _RULER.match(folded, end) else _ENOUGH * bool(_ERA.match(folded, end))
        elif _SPECIES.match(folded, end):
            vote = _ENOUGH
        elif _COUNTED.search(folded, max(0, start - 5), start) or _OWNED.match(folded, end):
            vote = 1
        votes[name] = votes.get(name, 0) + vote
    return frozenset(out | {name for name, count in votes.items() if count >= _ENOUGH}) | things(
        folded, found, True
    )
