"""Events and laws named in running text, by their last word and a part before it that is no common word: 汶川大地震, 马关条约."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from crosscheck.lexicon import either, words
from crosscheck.names.common import common_words, composed, uncommon_tail
from crosscheck.names.gazetteer import is_known
from crosscheck.patterns import compiled

_LONGEST = 10
# A name of an event begins after the last of these.
_STOPS = frozenset(
    "依按据令的了在是与及由于为以将被把对从到着过说也都又并或而则即因所其此该各每某让使这那有无未不与和向给跟同自至打经就可"
    "场次个起件项份条种类纸年月日时期前后中间内外上下第后等称作成当任先再最更很太"
)
_NUMERALS = "〇零一二三四五六七八九十百"
_COUNTED = compiled(r"[一两几数][颗个场次项件部份种条只名位座家片支架辆艘台把张段首句阵类批套组群根]")
_ORDINAL = compiled(rf"第[{_NUMERALS}\d]{{1,3}}次$")
# What stands between a name and the last word of a festival: 上海|国际|电影节.
_MIDDLE = compiled(r"(?:国际|世界|大学生|青少年|青年|儿童|国际青年|独立|民间|戏曲)$")
# Heads of events that begin other words as often.
_GOES_ON = compiled(
    r"性|军(?!事)|政府|家|员|者|的?时期|型|力|会员|史|法庭|罪|中心|部|区(?!域)|带|犯|片|局|委|协会"
)
_BY_NUMBER = r"事变|事件|惨案|运动|起义|暴动|血案|兵变|事故|地震|大地震|政变|学运|战役|战争"


@cache
def _known() -> re.Pattern[str]:
    ordinal = rf"(?:第[{_NUMERALS}\d]次)?"
    return compiled(
        rf"(?<![第这此该每首太]){ordinal}(?:{either(words('known_things'))})(?![家员者型史军会]|政府|纪念|博物)"
    )


@cache
def _heads() -> re.Pattern[str]:
    every = (*words("thing_heads", **{"class": "event"}), *words("thing_heads", **{"class": "law"}))
    never = ("协议", "作战", "行动", "危机", "风波", "条款", "事故", "奥运会", "世博会", "公报")
    return compiled(
        rf"(?:{either(tuple(word for word in every if word not in never))})(?!{_GOES_ON.pattern})"
    )


_DIGITS = compiled(
    rf"(?<![\d.])\d{{1,2}}[·.]\d{{1,2}}(?:(?![的亿万千百元两年月日级])[\u3400-\u9fff]){{0,6}}?(?:{_BY_NUMBER})"
)
_HAN_DIGITS = compiled(
    rf"(?<![{_NUMERALS}第百千万年月·])[一二三四五六七八九十]{{1,2}}·?[〇一二三四五六七八九十]{{1,3}}(?:{_BY_NUMBER})"
)
_QUOTED = compiled(
    r"“[^“”\n]{2,12}”(?:[\u3400-\u9fff]{0,6}?)(?:特别重大)?(?:[\u3400-\u9fff]{0,4}?)(?:事件|事变|惨案|事故|运动|空难|起义|血案)(?![\u3400-\u9fff]*?”)"
)


def events(folded: str) -> Iterator[tuple[int, int]]:
    """Where events and laws are named in a folded text; the stretches may overlap."""
    for pattern in (_known(), _DIGITS, _HAN_DIGITS):
        for match in pattern.finditer(folded):
            yield match.span()
    for match in _QUOTED.finditer(folded):
        yield match.span()
    for match in _heads().finditer(folded):
        start = _start(folded, match.start())
        if match.start() - start >= 2:
            yield start, match.end()


def _start(folded: str, head: int) -> int:
    """Where the name begins whose last word begins at `head`; `head` itself where there is none."""
    middle = _MIDDLE.search(folded, max(0, head - 4), head)
    stem = middle.start() if middle else head
    if middle and (
        town := next((n for n in (4, 3, 2) if n <= stem and is_known(folded[stem - n : stem])), 0)
    ):
        return stem - town
    floor = max(0, head - _LONGEST)
    for place in range(head - 1, floor - 1, -1):
        if folded[place] in _STOPS:
            floor = place + 1
            break
    start = uncommon_tail(folded, floor, stem)
    word = folded[start:stem]
    if _COUNTED.match(word) or (len(word) < 3 and word[:1] in _NUMERALS):
        return head  # 一部|宪法, 一颗恒星|运动
    if not word or composed(word) or word in common_words() or all(c in _NUMERALS for c in word):
        return head
    ordinal = _ORDINAL.search(folded, max(0, start - 5), start)
    return ordinal.start() if ordinal else start
