"""Common words: what is told from them is whether a run of characters may be a name at all."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

# Single characters that make a longer common word of a common word (毛|细胞, 网络|版, 大|地震).
_AFFIXES = frozenset(
    "性者员家化学法权机器师生人民军国新大小旧总副各全高低上下中内外前后式线站车船舰舱部队团会科系组班届级类种型版店厂场馆院所局处室区市县省"
    "城镇村乡路街桥山河湖海岛男女老少多单双反非超微软硬主客本分子母公私官制度率值量数界业热病症药酸素油剂液膜骨血心脑肝肺胃肾眼口手足头"
    "语话文字词曲歌舞剧片戏书报刊史诗画像神佛道教派党族氏王帝后妃侯爵士兵将帅相官吏奖赛杯牌号令案件罪刑税费钱币价"
)
_LONGEST = 4


@cache
def common_words() -> frozenset[str]:
    """The words of ``plain_words.tsv``."""
    return _lines("plain_words")


@cache
def latin_words() -> frozenset[str]:
    """Latin words that name nothing by themselves, in lower case."""
    return _lines("latin_words")


def _lines(name: str) -> frozenset[str]:
    """The words of a table of one column: split at once, as there are too many for records."""
    lines = files("crosscheck.data.zh").joinpath(f"{name}.tsv").read_text(encoding="utf-8").split("\n")
    return frozenset(line for line in lines if line and line[0] != "#" and line != "hans")


def composed(word: str) -> bool:
    """Whether a word is made of common words from end to end (网页浏览器, 法定古迹), with single characters that only add to one."""
    reached = [False] * len(word) + [False]
    reached[0] = True
    for at in range(len(word)):
        if not reached[at]:
            continue
        if word[at] in _AFFIXES:
            reached[at + 1] = True
        for size in range(2, _LONGEST + 1):
            if word[at : at + size] in common_words():
                reached[min(len(word), at + size)] = True
    return reached[len(word)] and holds_common(word)


def holds_common(word: str) -> bool:
    """Whether a common word stands somewhere in `word`."""
    return any(
        word[at : at + size] in common_words()
        for size in range(2, _LONGEST + 1)
        for at in range(len(word) - size + 1)
    )


def uncommon_tail(folded: str, floor: int, end: int) -> int:
    """Where the run of characters that ends at `end` begins once a common word, or what is no Han character, comes before it."""
    start = end
    while start > floor:
        if not "\u3400" <= folded[start - 1] <= "\u9fff" and folded[start - 1] != "·":
            break
        if any(
            folded[start - size : start] in common_words()
            for size in range(2, _LONGEST + 1)
            if start - size >= floor
        ):
            break
        start -= 1
    return start
