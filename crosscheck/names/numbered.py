"""Bodies that a number names: 第38师团, 国军四十六师, 第601厂, 第二十一届冬季奥林匹克运动会."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from crosscheck.lexicon import either, words
from crosscheck.names.body import Body
from crosscheck.patterns import compiled

_NUMBER = r"(?:\d{1,5}|[〇零一二三四五六七八九十百]{1,6})"
_NOT = r"(?![长员旗歌花火徽礼装服人民用官阶职种医范业任衣爷队傅父生友资兄弟妹姐娘徒馆游途客店社]|行社|大衣)"
# Numbers that need no 第 before them: of two signs or more, so that no 三军 and no 二师 is a body.
_BARE = (
    r"(?<![\d第〇零一二三四五六七八九十百年月])(?:\d{2,5}|[二三四五六七八九]?十[一二三四五六七八九]?"
    r"|[一二三四五六七八九]百[〇零一二三四五六七八九十]{0,4})"
)


def _any(sort: str) -> str:
    return either(words("numbered_bodies", **{"class": sort}))


@cache
def _led() -> re.Pattern[str]:
    """Whose troops and of what arm, right before a number."""
    sides = rf"(?P<side>{_any('side')}|{either(words('countries', **{'class': 'country'}))})"
    return compiled(rf"(?:{sides})?(?:陆军|海军|空军|皇家)?(?:{_any('arm')}){{0,2}}$")


@cache
def _cores() -> tuple[re.Pattern[str], ...]:
    """Units by 第 and by a bare number, works, and sessions."""
    unit = rf"(?>{_any('unit')}){_NOT}"
    return (
        compiled(rf"第{_NUMBER}(?:{_any('arm')})?+{unit}(?:第{_NUMBER}{unit})?"),
        compiled(rf"(?<![\d第〇零一二三四五六七八九十百]){_NUMBER}{unit}"),
        compiled(
            rf"第{_NUMBER}(?:{_any('works')}){_NOT}|(?<![\d第])\d{{3,5}}(?:厂|工厂|研究所|医院|基地){_NOT}"
        ),
        compiled(
            rf"(?:中国共产党|中国国民党|中共|国民党)?第{_NUMBER}[届次](?:[夏冬]季|全国|世界|亚洲|国际|中国|联合国|中共|上海|远东)?"
            rf"(?:{_any('session')})(?![员代主])"
        ),
    )


@cache
def _alone() -> re.Pattern[str]:
    return compiled(rf"{_BARE}(?>集团军|师团|联队|师|旅){_NOT}")


def numbered(folded: str) -> Iterator[Body]:
    """Every body that is named by a number; that of somebody's post is left to the post (第38师团长)."""
    units, bare, works, sessions = _cores()
    for pattern in (units, bare, works):
        for match in pattern.finditer(folded):
            low = max(0, match.start() - 16)
            led = _led().search(folded, low, match.start())
            start = led.start() if led else match.start()
            if pattern is bare and not (led and led["side"]) and not _alone().match(folded, match.start()):
                continue
            yield Body(start, match.end(), "organisation", "numbered")
    for match in sessions.finditer(folded):
        yield Body(match.start(), match.end(), "organisation", "numbered")
