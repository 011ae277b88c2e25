"""The patterns that places and organisations are told by, made when first asked for."""

from __future__ import annotations

import re
from functools import cache

from crosscheck.lexicon import either, words
from crosscheck.names.words import ACT, HAN, transliterating
from crosscheck.patterns import compiled

_GO = (
    r"(?:(?<![现存实潜正所内外自存旨意])在(?![于位世任职校读编册场即此其职])|(?<![由关对属至终等低高大小基鉴处介限急善利忠便敢勇乐])于|位于|坐落于|坐落在|抵达|飞抵|运抵|驶抵|(?<![低])抵(?!达)|(?<!奔)赴|前往|来到|"
    r"到达|迁往|迁至|移居|定居|途经|运往|飞往|驶往|驶进|驶入|返回|回到|进驻|驻扎|离开|攻占|占领|葬于|葬在|生于|出生于|逝世于|设于|设在|建于)"
)
_STOP = r"派举击求打的了是和与及等为将被把对从到着过说也都又并由于向就才还而则因所其此该各每某让使"
_INNER = rf"(?:(?![{_STOP}]){HAN})"
# Last words of sites that end other words as often: 礼堂 is a site, 天堂 and 课堂 are not.
ALSO_ELSE = frozenset("道里路门堂楼观府洋谷口站塔阁宫街桥港城弄巷山")


@cache
def _sites() -> tuple[str, ...]:
    return tuple(words("place_suffixes", **{"class": "site"}))


@cache
def ends() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What a place and what an organisation ends with."""
    return (
        compiled(rf"(?:{either(words('place_suffixes'))})$"),
        compiled(
            rf"(?:{either(tuple(w for w in words('organisation_suffixes') if w not in ('师', '旅', '社')))})$"
        ),
    )


@cache
def after_go() -> re.Pattern[str]:
    """A site after a word of place: 在北大法科大礼堂, 抵文昌航天发射场."""
    last = either(tuple(word for word in _sites() if word not in ALSO_ELSE))
    return compiled(
        rf"{_GO}(?![这那][个座些里次条家一]|[该此本其各每某一两几])({_INNER}{{1,14}}?(?:{last}))(?!{last}|[员长人民部]|委员|主席)"
    )


@cache
def met_in() -> re.Pattern[str]:
    """A foreign place where something is said to happen: 在雅尔塔会晤."""
    every = "".join(sorted(transliterating()))
    return compiled(rf"{_GO}([{every}]{{2,7}})(?={ACT})")


@cache
def longer() -> re.Pattern[str]:
    """What goes on after a name that the model cut too early: 酒泉 + 卫星发射中心, 康乐 + 及文化事务署."""
    vague = (
        "政府",
        "学校",
        "组织",
        "国民党",
        "共产党",
        "海军",
        "陆军",
        "空军",
        "部队",
        "议会",
        "同盟",
        "联盟",
    )
    bodies_ = tuple(word for word in words("organisation_suffixes") if len(word) > 1 and word not in vague)
    sites = tuple(word for word in _sites() if len(word) > 1)
    return compiled(
        rf"{_INNER}{{0,5}}?(?:(?P<site>{either(sites)})|(?:{either(bodies_)}))(?![长员])"
        rf"|[及和与]{_INNER}{{2,6}}?(?:署|局|部|处|委员会)(?!长)"
    )


@cache
def by_last_word() -> re.Pattern[str]:
    """An organisation by its last word, after a country, a great city or a word that such names begin with."""
    lead = either(words("countries"))
    last = either(
        tuple(
            w
            for w in words("organisation_suffixes")
            if w not in ("师", "旅", "社", "处", "厅", "署", "部队", "党", "组织")
        )
    )
    return compiled(
        rf"(?:{lead}){_INNER}{{0,8}}?(?:{last})(?![长员委内分下首落势面限议]|主席|主任|{HAN}?书记)"
    )


@cache
def attached() -> re.Pattern[str]:
    """A body by the word that it belongs to another one, which the text names before: 附属小学."""
    return compiled(r"附属(?:小学|中学|高中|学校|医院|幼儿园|研究所|工厂)(?![长生])")


@cache
def region() -> re.Pattern[str]:
    """A province or a great city after a word of place; a part of a province, with the settlement that follows."""
    named, parts = (either(words("countries", **{"class": sort})) for sort in ("region", "abbr"))
    return compiled(
        rf"(?<=[在从自由至抵赴往驻离])(?:{named})[省市]?(?![人话语菜路街式派腔戏剧军队大]|奥运|世博|世界杯|条约|公约|战役|事变)"
        rf"|(?<![\u3400-\u9fff])(?:{parts})(?:{_INNER}{{1,3}}?[渡村镇乡县寨坪坝沟寺])?(?![人话语菜派腔戏剧军])"
    )


@cache
def here() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands before and after a body that is meant as a place."""
    return compiled(rf"{_GO}(?:{_INNER}{{2,6}})?$"), compiled(rf"(?:内|里|的)?{ACT}|(?:内|里|附近|门前|门口)")


@cache
def _at_country() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands before and after a country in which something stands or happens, and where none is a party."""
    done = (
        r"建|设|办|开|留学|求学|读书|就读|学习|进修|工作|任教|讲学|定居|生活|居住|出生|逝世|去世|病逝|举|召|成立|创|拍|演|上映|"
        r"出版|发行|发表|投|发射|比赛|夺|获|参加|参赛|访问|考察|销|生产|制造|登陆|作战|服役|流亡|避难|取得|接受|推出|上市|展出|"
        r"签|会|进行|被捕|被杀|遇|发现|栽培|分布|传播|各地|境内|北部|南部|东部|西部|中部|首都|本土"
    )
    go = r"赴|飞抵|抵达|抵|前往|移居|定居|流亡|侨居|旅居|留学|生于|出生于|位于|逝世于|葬于|产于|远赴|迁居|移民|回到|返回|来到|到达"
    return compiled(rf"(?:(?P<go>{go})|(?<![现存实潜早远])在)$"), compiled(
        rf"(?:[^，。；：、的与和及同对]{{0,3}}?)(?:{done})"
    )


def country_as_place(folded: str, start: int, end: int) -> bool:
    """Whether the country from `start` to `end` is where something is, and no party to an act: 在尼日利亚建厂."""
    before, after = _at_country()
    found = before.search(folded, max(0, start - 4), start)
    if found is None:
        return False
    if found["go"]:
        return not compiled(r"的|政府|方面|大使馆|军|代表").match(folded, end)
    return after.match(folded, end) is not None
