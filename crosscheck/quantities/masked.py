"""Words that hold the character of a numeral and are no number: 一般, 统一, 十分, 三峡, 百姓."""

from __future__ import annotations

from functools import cache

from crosscheck.lexicon import table
from crosscheck.quantities.lazy import Lazy

_NUMERAL = "一二三四五六七八九十百千万亿零两"
# Words that are none where a numeral follows: 一到五个.
_RANGES = ("一到", "一至")
# Words that count after a word that bounds them: 近百年, 逾千里.
_ROUNDED = ("九天", "百年", "百日", "百里", "千里", "千年", "万里", "万年")
_BOUNDS = "近逾超约达第历了共"
_GOES_ON = Lazy(r"[百千万亿十〇零两\d几]|分之")
# A word for a size before a number that it does not belong to: 高二|丈.
_SIZE = Lazy(r"[高长宽深大小][一二三四六](?=[丈尺寸米里公英层分厘毫圈])")
_TEN_PARTS = Lazy(r"十分(?!钟|之)")
_WHILE = Lazy(r"[一两]会儿")


@cache
def _by_start() -> dict[str, tuple[str, ...]]:
    """The words under their first two characters, the longest first."""
    index: dict[str, list[str]] = {}
    for row in table("number_words"):
        word = row["hans"]
        index.setdefault(word[:2], []).append(word)
    return {start: tuple(sorted(found, key=len, reverse=True)) for start, found in index.items()}


@cache
def first_characters() -> str:
    """The characters that such words begin with."""
    return "".join(sorted({start[0] for start in _by_start()} | set("十一两")))


def masked(folded: str, at: int) -> int:
    """Where the word that begins at `at` ends; `at` itself where none does."""
    for word in _by_start().get(folded[at : at + 2], ()):
        if folded.startswith(word, at):
            end = at + len(word)
            if word in _ROUNDED and folded[at - 1 : at] in tuple(_BOUNDS) and at:
                continue
            if not (
                (word[-1] in _NUMERAL or word in _RANGES)
                and (_GOES_ON.match(folded, end) or _SIZE.match(folded, at))
            ):
                return end
    match = _TEN_PARTS.match(folded, at) or _WHILE.match(folded, at)
    return match.end() if match else at
