"""What a stretch of text speaks of, as weighted grams: the common measure of all alignment.

Words that mean much the same (签署, 签订) become one sign first, from the table of concepts; then every sign, every
Han character, every pair of Han neighbours and every Latin word is a gram.  Dates and digits are left out: they are
compared as values, never as characters.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable
from functools import cache
from operator import add

from crosscheck import lexicon
from crosscheck.patterns import compiled

# Function words and characters that join any two texts.
STOP = frozenset("的了在是与和及等于为其由以之从而被将对并也又都就到中上下后前时有这那该此各所者地得着过把向")
_PIECE = compiled(r"[\u3400-\u9fff\U00020000-\U0003ffff\ue000-\uf8ff]+|[A-Za-z][A-Za-z.'-]+")
_SIGNS = 0xE000
# An act with one of these right after it is part of a noun (发射场, 研究所, 出版社): nothing was done.
_NOUN = frozenset("场区台站器架塔者家权员所部厂馆法费量力率式书稿物品团队组线社室局处科课院")


# An act that ends with one of these takes an object, and is part of no noun (列为|法定古迹).
_VERBAL = frozenset("为于了成到入出")


# The words that begin with two characters, in the order to try them: the word, its sign, whether it is an act.
_Openings = dict[str, list[tuple[str, str, bool]]]


@cache
def _signs() -> dict[str, str]:
    rows = lexicon.table("concepts")
    order = {name: i for i, name in enumerate(dict.fromkeys(row["concept"] for row in rows))}
    return {row["hans"]: chr(_SIGNS + order[row["concept"]]) for row in rows}


@cache
def _openings() -> _Openings:
    """The table of concepts by the first two characters of its words: acts first, the longest first.

    Hundreds of words in one regular expression take ten times as long, to compile and to run.
    """
    found: _Openings = {}
    rows = ((row["hans"], row["class"] == "act") for row in lexicon.table("concepts"))
    for word, act in sorted(rows, key=lambda row: (not row[1], -len(row[0]), row[0])):
        found.setdefault(word[:2], []).append((word, _signs()[word], act))
    return found


def is_sign(char: str) -> bool:
    """Whether a character stands for a concept, as `conceptual` writes it."""
    return "\ue000" <= char <= "\uf8ff"


def conceptual(folded: str) -> str:
    """`folded` with every word of the table of concepts as the sign of its concept; lengths change."""
    openings = _openings()
    pieces: list[str] = []
    done = 0
    for place, pair in enumerate(map(add, folded, folded[1:])):
        if pair not in openings or place < done:
            continue
        for word, sign, act in openings[pair]:
            end = place + len(word)
            noun = act and folded[end : end + 1] in _NOUN and word[-1] not in _VERBAL
            if folded.startswith(word, place) and not noun:
                pieces += (folded[done:place], sign)
                done = end
                break
    return "".join((*pieces, folded[done:])) if pieces else folded


def grams(conceptual_text: str) -> tuple[str, ...]:
    """The distinct grams of a text that `conceptual` made, in order of appearance."""
    found: dict[str, None] = {}
    for piece in _PIECE.findall(conceptual_text):
        if piece[0] < "\u3000":
            found[piece.lower()] = None
            continue
        previous = ""
        for char in piece:
            joins = char not in STOP and not is_sign(char)
            if char not in STOP:
                found[char] = None
            if joins and previous:
                found[previous + char] = None
            previous = char if joins else ""
    return tuple(found)


@cache
def _acts() -> frozenset[str]:
    return frozenset(_signs()[row["hans"]] for row in lexicon.table("concepts") if row["class"] == "act")


def acts(found: Iterable[str]) -> frozenset[str]:
    """The signs among some grams that stand for something done (签署, 停用), not for a thing or a measure."""
    return _acts().intersection(found)


@cache
def _names() -> dict[str, str]:
    return {_signs()[row["hans"]]: row["concept"] for row in lexicon.table("concepts")}


def act_of(char: str) -> str:
    """The name of the act that a character of `conceptual` text stands for, "" where it stands for none."""
    return _names()[char] if char in _acts() else ""


def substance(found: Iterable[str]) -> int:
    """How much some grams say, counted in grams: a sign stands for a word of two characters and their pair."""
    return sum(3 if is_sign(gram) else 1 for gram in found)


class _Known(dict[str, float]):
    """Weights worked out so far; a gram that is not among them is weighed when it is asked for."""

    single = 0.35

    def __init__(self, df: Counter[str], count: int) -> None:
        super().__init__()
        self._df = df
        self._count = count

    def __missing__(self, gram: str) -> float:
        weight = math.log(1 + self._count / (1 + self._df[gram]))
        if len(gram) == 1 and not is_sign(gram):
            weight *= self.single
        self[gram] = weight
        return weight


class Weights:
    """How much a gram says: its rarity over the sentences of the entry and its sources.

    ``log(1 + n / (1 + df))`` over n sentences, a lone character at a third of that, a concept as a pair.  `of` is
    the same as calling the weights, without the cost of a call.
    """

    def __init__(self, sentences: Iterable[tuple[str, ...]]) -> None:
        self._df: Counter[str] = Counter()
        count = 0
        for found in sentences:
            self._df.update(found)
            count += 1
        # Short texts say little about rarity: at least as if there were 200 sentences.
        self.of: Callable[[str], float] = _Known(self._df, max(count, 200)).__getitem__

    def __call__(self, gram: str) -> float:
        """The weight of `gram`, above 0."""
        return self.of(gram)

    def frequency(self, gram: str) -> int:
        """In how many sentences `gram` stands."""
        return self._df[gram]
