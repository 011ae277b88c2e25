"""Names of prizes, medals and honours: 金鸡奖最佳摄影奖, 全国劳动模范, 诺贝尔和平奖."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from crosscheck.patterns import compiled

# A prize reaches back to the last of these in its clause.
_STOP = (
    r"[的了为是及与获得予颁授届度夺摘捧项个枚座次该此其各每名从在于以被将把向对到曾并又也者于由给第]|和(?!平)|(?<![一二三四五六七八九十特])等|[年月日](?!度)|荣膺|入选|评出|评选|设立|设(?!计)|颁发|入围|参评|争夺|竞逐|提名|"
    r"拿下|摘下|捧回|捧走|抱走|赢下|横扫|连续|先后|首次|再次|追授|追认|评为|共|年度|角逐|斩|折|桂|冠(?=军)"
)
_LAST = r"(?:文学奖|科学奖|和平奖|摄影奖|奖章|勋章|勋位|奖牌|奖杯|荣誉称号|金奖|金像奖?|银奖|银像奖?|铜奖|奖)(?![金项学励状券品级惩池])"
_ALONE = compiled(
    r"(?:[大小该此本获得颁领授发评中抽受有无某各]|[一二三四五六七八九十]等|[特头首末]等?|优秀|鼓励|安慰|纪念|最高|最大|多个|多项|[金银铜]质?|国家|国际|全国)*"
    r"(?:奖章|勋章|勋位|奖牌|奖杯|荣誉称号|奖|金像)$"
)


@cache
def _award() -> re.Pattern[str]:
    return compiled(rf"(?:{_LAST})")


@cache
def _stop() -> re.Pattern[str]:
    return compiled(rf".*(?:[^\u3400-\u9fff·]|{_STOP})", re.DOTALL)


@cache
def _best() -> re.Pattern[str]:
    """A prize that is named by whom it is given to: 获最佳男配角提名."""
    return compiled(
        r"(?:获|荣获|获得|夺得|摘得|赢得|捧得|摘下|拿了|拿到|拿下|得了|当选|入围|提名|评为|奖)(?:\w{0,4}?)(最佳(?:新|男|女|外语|原创|改编|纪录|动画|艺术)?[\u3400-\u9fff]{2,4}?)(?=奖?提名|奖|称号|殊荣|[，。；、）)]|$)"
    )


def awards(folded: str) -> Iterator[tuple[int, int]]:
    """Where the prizes and honours of a text stand, each of two in a row (金鸡奖最佳摄影奖) by itself."""
    floor = 0
    for match in _award().finditer(folded):
        low = max(floor, match.start() - 20)
        found = _stop().match(folded, low, match.start())
        start, end = found.end() if found else low, match.end()
        floor = end
        word = folded[start:end]
        if len(word) >= 3 and not _ALONE.fullmatch(word):
            yield start, end
    for match in _best().finditer(folded):
        yield match.span(1)
