"""A surname that stands for its bearer: 孙被选为会长, 蒋偕宋美龄抵达, where a text names somebody so more than once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from crosscheck.lexicon import either, words
from crosscheck.names.seed import Seed
from crosscheck.names.words import HAN, is_chinese_name
from crosscheck.names.words import surname as any_surname
from crosscheck.patterns import compiled

# Surnames that no common word is; those of `_NAMED` are words or states too, and want a full name in the text.
_CLEAR = "李张刘杨吴徐孙朱胡郭郑邓冯曹彭萧蔡潘袁董蒋杜吕沈姚卢姜崔谭汪廖贾傅邹邱阎薛郝龚邵"
_NAMED = "陈赵周魏梁林罗苏叶熊侯钱严程陆范钟孟贺顾谢丁康韩黄马高宋唐秦毛江段汤武王戴施洪尹黎乔赖殷孔柳阮庄翁葛柯耿聂裴"
# Where there are kings, 王 is one of them.
_ROYAL = compiled(r"[国先诸大女亲郡]王|王[国室朝位后妃子宫室孙族]|[皇先]帝|太子")


@dataclass(frozen=True, slots=True)
class Alone:
    """A surname alone from `start` to `end`; the word that shows it reaches to `after`."""

    start: int
    end: int
    after: int


@cache
def _pattern() -> re.Pattern[str]:
    return compiled(
        rf"(?<!{HAN})(?<![·•・‧“《])([{_CLEAR}{_NAMED}])({either(words('after_surname'))}|和(?={any_surname()}{HAN}))(?={HAN}|[，,])"
    )


def alone(folded: str, models_words: Mapping[str, int]) -> tuple[Alone, ...]:
    """The surnames that stand alone in a text, in order; `models_words` are the persons that the recogniser saw, with
    how often: what it saw twice is a name, and a surname counts where two words or a full name speak for it."""
    by_name: dict[str, list[re.Match[str]]] = {}
    for match in _pattern().finditer(folded):
        whole = [
            w for size in (2, 3, 4) if (w := folded[match.start() : match.start() + size]) in models_words
        ]
        if not any(models_words[word] > 1 and _whole(word, match[2]) for word in whole):
            by_name.setdefault(match[1], []).append(match)
    out = []
    full = [word for word in models_words if is_chinese_name(word) and word[-1] not in "王帝公侯后妃宗祖"]
    for one, matches in by_name.items():
        heads = {match[2][0] for match in matches}
        named = any(word[0] == one and word[1] not in heads for word in full)
        if one == "王" and _ROYAL.search(folded):
            continue
        shown = {match[2] for match in matches}
        if named or (len(shown) > 1 and one in _CLEAR):
            out += [Alone(m.start(), m.end(1), m.end()) for m in matches]
    return tuple(sorted(out, key=lambda found: found.start))


def _whole(word: str, shown: str) -> bool:
    """Whether a word that was seen may be a name in which the first character of `shown` belongs to the given name."""
    return is_chinese_name(word) and (len(word) == 3 or word[1:] != shown[: len(word) - 1] or len(shown) > 1)


def after_surnames(folded: str, seeds: list[Seed], single: tuple[Alone, ...]) -> list[Seed]:
    """The seeds, those that begin with a surname alone cut down to the name that follows it: 蒋偕 + 宋美龄."""
    begins = {one.start: one for one in single}
    out = []
    for seed in seeds:
        one = begins.get(seed.start)
        if one is None:
            out.append(seed)
        elif one.after < seed.end and is_chinese_name(folded[one.after : seed.end]):
            out.append(Seed(one.after, seed.end, seed.rule))
    return out


def bearer(surname: str, names: Iterable[str]) -> str:
    """The one full name of a text that has this surname, else the surname itself."""
    verbs = {word[0] for word in words("after_surname")}
    full = {name for name in names if len(name) > 1 and name[0] == surname and is_chinese_name(name)}
    full = {name for name in full if len(name) > 2 or name[1] not in verbs}
    return full.pop() if len(full) == 1 else surname
