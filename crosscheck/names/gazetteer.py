"""Known places: provinces, prefectures, counties and foreign divisions as data, found by the longest name, left to right.

A place is never told by a suffix alone where a longer name is known: 中国湖南省 holds 中国 and 湖南省, no 中国湖.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from crosscheck.lexicon import table, words
from crosscheck.names.words import HAN, countries
from crosscheck.patterns import compiled

# What the name of a division of China ends with; what is left is the name that it goes by (菏泽市 / 菏泽).
_LAST = compiled(
    r"(?<=..)(?:(?:(?:[\u3400-\u9fff]{1,3}族|各族|维吾尔|哈萨克|蒙古|柯尔克孜|塔吉克|锡伯|东乡){0,6}(?:自治区|自治州|自治县|自治旗)"
    r"|特别行政区|地区|林区|特区|[省市县区盟州旗])$)"
)
# Divisions that are known by two characters are common words as often (东区, 城区): they want an edge before them.
_SHORT = 2
# Words that hold the name of a place across their edges: 沿海地区 is not in 海地.
_DECOYS = compiled(
    "(?:[沿近深远临环滨公领内外浅东南西北黄渤]海地|海地[区带质形貌理域层壳])|(?:[黄黑辽淮漯沙洛汾渭泾漳沁滹卫界两大小运内外清][河江](?=[东西南北]))"
    "|大理[石寺院由论解想]|最大理|不大理|三明治|确保定|人保定|中国[共国人]民?党|发展中国家|[其当此]中国[家民内外]|日本[州县](?=制|界)|北海道|北海舰|东海舰|南海舰|四平八|普通化|交通化|山东北[方侧麓坡面]|山西北[方侧麓坡面]"
    "|上海上|海南海|巴中[友关方两]|古巴中|以色列宁|日照时|日照[充率强]|来宾[^市县]|东方红|东方人|东方国|东方快|安康[^市县]|长沙发|白银[^市县]|黄金海|中山[装狼]|朝阳[产行]"
)
# What the seats of former divisions are followed by: 安陆州, 保定府.
_OLD = compiled("州(?![\u3400-\u9fff]?[县市])|府(?![上邸第库绸])|路(?=总管)|郡(?!主)")
# Before a province whose name begins with a mountain, a river or a lake nothing but these may stand: 笔架山东.
_AFTER = frozenset(
    "在从自由至抵赴往到驻离于和与及或对向入出回来去经过为是属今古原省国市我此该任据占克攻守治巡游返避居住籍令使将把被以了的、"
)
_NATURAL = frozenset("山河湖江海云广")


@dataclass(frozen=True, slots=True)
class Known:
    """A known place from `start` to `end`; `sure` where the name needs no word beside it to be one."""

    start: int
    end: int
    sure: bool


@cache
def _names() -> dict[str, bool]:
    """Every known name, bare names too, and whether it is sure."""
    out: dict[str, bool] = {}
    common = {name for row in table("places") if row["class"] == "word" for name in row["hans"].split()}
    for row in table("places"):
        for name in row["hans"].split():
            if row["class"] == "word":
                continue
            china = row["class"] in ("province", "prefecture", "county", "district")
            out[name] = (
                row["class"] == "former"
                or (len(name) > _SHORT and row["class"] not in ("either", "past"))
                or (china and name[-1] in "省市县")
            )
            bare = _LAST.sub("", name)
            if (
                bare != name
                and bare not in common
                and len(bare) > 1
                and row["class"] != "district"
                and (china or name[-1] not in "区道")
            ):
                out.setdefault(bare, row["class"] == "province" or len(bare) > _SHORT)
    for name in words("countries", **{"class": "region"}):
        out[name] = True
    for name in ("吉林", "海南"):
        out[name] = True
    return out


@cache
def _index() -> dict[str, tuple[int, ...]]:
    """The sizes of the names that begin with two characters, the longest first."""
    sizes: dict[str, set[int]] = {}
    for name in (*_names(), *countries()):
        sizes.setdefault(name[:2], set()).add(len(name))
    return {head: tuple(sorted(found, reverse=True)) for head, found in sizes.items()}


@lru_cache(maxsize=8)
def _skipped(folded: str) -> dict[int, int]:
    return {match.start(): match.end() for match in _DECOYS.finditer(folded)}


@lru_cache(maxsize=8)
def decoys(folded: str) -> frozenset[int]:
    """Where characters stand that look like a place and are the edge of two other words: 沿|海地|区."""
    return frozenset(at for start, end in _skipped(folded).items() for at in range(start, end))


def known(folded: str) -> Iterator[Known]:
    """The known places of a text but for countries, in order, none overlapping another; the longest name counts."""
    index, names, nations = _index(), _names(), countries()
    skipped = _skipped(folded)
    at, last = 0, -1
    while at < len(folded) - 1:
        if at in skipped:
            at = skipped[at]
            continue
        for size in index.get(folded[at : at + 2], ()):
            word = folded[at : at + size]
            if word in nations:
                at = last = at + size
                break
            if len(word) == size and word in names and _edge(folded, at, word, last):
                old = _OLD.match(folded, at + size) if word[-1] not in "省市县区州府政" else None
                yield Known(at, old.end() if old else at + size, names[word] or old is not None)
                at = last = old.end() if old else at + size
                break
        else:
            at += 1


def _edge(folded: str, start: int, word: str, last: int) -> bool:
    """Whether a name may begin at `start`, where the place before it ends at `last`."""
    before = folded[start - 1 : start] if start else ""
    after = folded[start + len(word) : start + len(word) + 1]
    if word[-1] == "区" and after and after in "域别分间块隔划":
        return False
    if start == last or not compiled(HAN).match(before):
        return True
    if word[0] in _NATURAL and len(word) == _SHORT and word != "湖广":
        return before in _AFTER or folded[start - 2 : start] in ("山东", "时任", "现任")
    if len(word) == _SHORT and word[-1] in "区县市":
        return before in _AFTER
    return True


def is_known(word: str) -> bool:
    """Whether `word` is the name of a known place, that no person is called by."""
    return word in _names() and word not in _either()


@cache
def _either() -> frozenset[str]:
    """Names that persons are called by as well: 华盛顿, 林肯."""
    return frozenset(
        name for row in table("places") if row["class"] == "either" for name in row["hans"].split()
    )


@cache
def _within() -> dict[str, frozenset[str]]:
    out: dict[str, set[str]] = {}
    for row in table("places"):
        if row["within"]:
            for name in row["hans"].split():
                out.setdefault(_LAST.sub("", name) or name, set()).add(_LAST.sub("", row["within"]))
    return {name: frozenset(holders) for name, holders in out.items()}


def within(inner: str, outer: str) -> bool:
    """Whether `inner` is known to lie in `outer`, over any number of steps: 曹县 in 山东."""
    goal, seen = _LAST.sub("", outer) or outer, {_LAST.sub("", inner) or inner}
    front = set(seen)
    while front:
        front = {holder for name in front for holder in _within().get(name, ())} - seen
        if goal in front:
            return True
        seen |= front
    return False


def bare(name: str) -> str:
    """The name of a division without the word for what it is: 菏泽市 as 菏泽; others as they are."""
    return re.sub(_LAST, "", name) or name
