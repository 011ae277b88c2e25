"""Ships, their classes, aircraft and other models by their names: 驱逐舰济南号, 定远舰, 基洛级潜艇, 歼-15, 米格-21."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from crosscheck.lexicon import either
from crosscheck.names.common import common_words, composed
from crosscheck.names.words import transliterating
from crosscheck.patterns import compiled

_VESSEL = r"(?:[航母导弹驱逐护卫巡洋战列补给登陆潜炮扫雷]{0,4}舰|航母|[快炮舰潜]艇|[邮油货客渡商帆轮]轮|[商货帆渔兵炮]船|飞船|客机|列车|机车)"
_NAME = r"[\u3400-\u9fff]{2,6}?"
_STOP = "的了在是与及由和从到为以将被把对也都又并其此该各每有无不共另即两三四五六七八九十数几首末下上"
_MODELS = (
    "歼", "轰", "直", "运", "强", "歼轰", "歼教", "教", "武直", "图", "米格", "苏", "伊尔", "安", "雅克", "卡", "米", "东风", "红旗", "鹰击", "巨浪",
    "翼龙", "彩虹", "枭龙", "幻影", "解放", "红箭", "霹雳",
)  # fmt: skip


@cache
def _models() -> re.Pattern[str]:
    return compiled(rf"(?:{either(_MODELS)})-\d{{1,3}}[A-Z]{{0,2}}(?![\d-])")


_BEHIND = compiled(rf"{_VESSEL}“?(?P<name>(?![{_STOP}]){_NAME}号)”?(?!码)")
_FURTHER = compiled(rf"、“?(?P<name>(?![{_STOP}]){_NAME}号)”?(?=、|和|及|，|。|等|与|驶|抵|首|也|在|于|以及)")
_SHIP = compiled(r"(?P<name>[\u3400-\u9fff]{2,3})舰(?![队艇只载长员桥炮船身型岛种体])")
_CLASS = compiled(r"(?P<name>[\u3400-\u9fff·]{2,8})级(?=[\u3400-\u9fff]{0,6}(?:舰|艇|航母|航空母舰|船|轮))")


def craft(folded: str) -> Iterator[tuple[int, int]]:
    """Where craft, classes of craft and models are named in a folded text; the stretches may overlap."""
    for match in _models().finditer(folded):
        yield match.span()
    listed = 0  # how far the lists of names have been followed
    for match in _BEHIND.finditer(folded):
        if not composed(match["name"][:-1]):
            yield match.span("name")
        further = _FURTHER.match(folded, match.end()) if match.end() >= listed else None
        while further is not None:
            yield further.span("name")
            listed = further.end()
            further = _FURTHER.match(folded, listed)
    for match in _SHIP.finditer(folded):
        name = match["name"]
        for size in (2, 3):
            word = name[-size:]
            if len(word) == size and _names_a_ship(word):
                yield match.end() - 1 - size, match.end()
                break
    for match in _CLASS.finditer(folded):
        start = match.end("name")
        while start > match.start("name") and folded[start - 1] in transliterating():
            start -= 1
        if match.end("name") - start >= 2 and not composed(folded[start : match.end("name")]):
            yield start, match.end()


def _names_a_ship(word: str) -> bool:
    return (
        f"{word}舰" not in common_words()
        and not composed(word)
        and word not in common_words()
        and not set(word) & set(_STOP)
        and not compiled(
            r"[战旗军母巨炮敌我友僚主各护驱巡登补扫潜布靶民卫逐洋弹力级型号]$|反|^[单双多各全小大新旧老艘]|驱逐|护卫|巡洋|(?:运输|医院|训练|侦察|补给|登陆|支援|指挥)$"
        ).search(word)
    )
