"""Is a name that only the recogniser calls a person a place, a people or a thing?  What stands beside it all over the text votes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from crosscheck.lexicon import either, words
from crosscheck.names.seed import Seed
from crosscheck.names.words import (
    DOT,
    addresses,
    common_words,
    ends_with_office,
    is_chinese_name,
    is_foreign_name,
    said,
)
from crosscheck.patterns import compiled

# Rules that a person is sure by, whatever else stands in the text.
_SURE = frozenset(
    ("lexicon", "link", "latin", "dotted", "regnal", "office-before", "label", "verb-before", "title")
)
_BEFORE = compiled(
    r"(?:位于|抵达|飞抵|前往|飞往|首都|首府|省会|城市|小镇|港口|移居|定居|迁居|途经|占领|攻占|进攻|攻打|攻陷|包围|收复|来自|驻扎|登陆|撤出|返回|"
    r"[^实现存潜内所]在|[^对由关属等低]于|离开|赴|抵|驻|迁往|迁至|邻近|毗邻|南部|北部|东部|西部|境内的|国家|原产|产于|分布|球会|球队|俱乐部|班霸|劲旅|领头羊|车站|城镇|村庄|自治区|行政区|上市公司|品牌|原名|站名)$"
)
_STORM = compiled(r"(?:风暴|台风|飓风|小行星|战舰|航母|卫星|飞船)$")
_LED = compiled(
    r"的?(?:领导|主持|指挥|率领|带领|陪同|看来|之后|之前|死后|去世|逝世|统治|在位|[、和与及]?[^，。]{0,4}的(?:领导|带领|指挥|帮助|建议|支持))"
)
_PEOPLE = compiled(
    r"人(?![物民员士才事口质数的])|族|语(?!气|言中)|文(?!章)|教(?![授练师])|派(?![出遣人])|风格|文明|神话"
)
_KIN = compiled(
    r"(?:的?(?:父亲|母亲|妻子|丈夫|儿子|女儿|兄弟|哥哥|弟弟|姐姐|妹妹|祖父|之[子女妻父母弟兄妹孙])|夫人|夫妇)"
)
_LIVING = compiled(
    r"(?:[肌鱼科属目纲种亚草花木树蛇虫鸟蜂蝶蟹虾贝菌藻蕨兰松柏杉竹藤薯莓蛙龟鲸鲨鳗鲷鲈鳅鲤雀鹰鹭鸭鸡蝇蚁蛛蝠鼠猴鹿羚犬狼豹]|[花叶果种茎鳞羽骨牙足尾]片|星座|彗星|台风|飓风|风暴)"
)


def voted_out(folded: str, taken: list[Seed]) -> frozenset[str]:
    """The words among `taken` that are no persons: those that stand as a place, a people or a species more often than
    as somebody, and common words that nothing calls a person."""
    sure = {folded[seed.start : seed.end] for seed in taken if seed.rule in _SURE}
    doubtful = {folded[seed.start : seed.end] for seed in taken} - sure
    doubtful = {word for word in doubtful if not any(mark in word for mark in DOT)}
    parts = {part for word in sure for part in re.split(f"[{DOT}]", word)}
    counts = counted(folded, doubtful)
    return frozenset(word for word in doubtful - parts if _out(word, *counts.get(word, (0, 0, 0))))


def _out(word: str, places: int, persons: int, every: int) -> bool:
    """Whether a word is no person by so many votes among its occurrences: a name that may as well be Chinese wants more."""
    if word in common_words():
        return not persons
    if is_chinese_name(word):
        share = 8 if is_foreign_name(word) and len(word) == 2 else 3
        return places > 1 and not persons and share * places > every
    return places > persons and 6 * places > every


def standing_as_places(folded: str, found: Iterable[str]) -> frozenset[str]:
    """Those of the foreign names `found` that stand as places in a text more often than as persons."""
    counts = counted(
        folded,
        {word for word in found if is_foreign_name(word) and word[-1] not in "帝后妃王公侯"},
        peoples=False,
    )
    return frozenset(
        word for word, (places, persons, every) in counts.items() if places > persons and 6 * places > every
    )


def counted(folded: str, found: Iterable[str], peoples: bool = True) -> dict[str, tuple[int, int, int]]:
    """How often each word stands as a place (a people, a species), how often as somebody, and how often at all."""
    out: dict[str, tuple[int, int, int]] = {}
    names = tuple(sorted(found))
    if not names:
        return out
    for match in re.finditer(either(names), folded):
        start, end = match.span()
        place = bool(_place_end().match(folded, end)) or (
            peoples and bool(_PEOPLE.match(folded, end) or _LIVING.match(folded, end))
        )
        if peoples and not place:
            place = bool(_STORM.search(folded, max(0, start - 4), start))
        if not place and _BEFORE.search(folded, max(0, start - 5), start) and not _LED.match(folded, end):
            place = True
        person = not place and (
            bool((_addressed() if match[0] in common_words() else _acts()).match(folded, end))
            or ends_with_office(folded[max(0, start - 8) : start])
        )
        places, persons, every = out.get(match[0], (0, 0, 0))
        out[match[0]] = (places + place, persons + person, every + 1)
    return out


@cache
def _place_end() -> re.Pattern[str]:
    small = (
        "道",
        "里",
        "堂",
        "楼",
        "门",
        "宫",
        "观",
        "府",
        "路",
        "街",
        "站",
        "塔",
        "阁",
        "墓",
        "陵",
        "祠",
        "寺",
        "庙",
        "庵",
        "殿",
        "城",
        "故居",
        "纪念堂",
        "谷",
        "泉",
        "弄",
        "巷",
    )
    places = tuple(word for word in words("place_suffixes") if word not in small)
    return compiled(
        rf"(?:{either(places)}|[邦城](?![市墙])|王国|公国|共和国|帝国|汗国|王朝|政府|议会|战役|条约|会战|大区|盆地|沼泽|浅滩|行省|防线|牧民|部落|部族|海沟|流域|交流道|阶(?![段级层下梯])|营(?![长业养收])|守军|驻军|大?[炮砲]台?|一带|附近|以[东西南北]|等地|境内|亲王号|号(?![称召码角]))"
    )


@cache
def _addressed() -> re.Pattern[str]:
    return compiled(rf"{either(addresses())}|夫人|夫妇|出生于|生于")


@cache
def _acts() -> re.Pattern[str]:
    verbs = words("office_verbs", **{"class": "hold"})
    return compiled(
        rf"(?:{said()}|{either(verbs)}|{either(addresses())}|{_KIN.pattern}|任|率|出生|生于|去世|逝世|病逝|即位|登基|继位|战死|阵亡|等人|表示|决定|认为|命令|下令|虽然|受到|亲自|指挥|带兵|奉命|派|死后|在位|的[父母妻子女儿兄弟])"
    )
