"""Known places among what the recogniser saw: what it cut through a known name is put right, and known names are told."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from crosscheck.lexicon import either, words
from crosscheck.names.body import Body
from crosscheck.names.gazetteer import Known, decoys
from crosscheck.names.seen import Seen
from crosscheck.names.words import HAN, countries, country
from crosscheck.patterns import compiled
from crosscheck.recognise import Entity

# A known name that begins another word: 北京话, 上海菜, 南京条约.
_ELSE = compiled(
    r"[话语菜式派腔戏剧号舰级]|大学|条约|公约|奥运|世博|世界杯|战役|事变|事件|会战|保卫战|协定|宣言|方言|时间|[^，。；、的]{0,3}(?:铁路|高速公路|航线)"
)
_SHIP = compiled(r"舰(?![队长])|号(?![线馆公路召码角])")
_TO = compiled(r"[在于至抵赴往到驻离自从由攻克占守围迁葬经]$")
_EDGE = compiled(
    rf"(?!{HAN})|[的被等与和及为设建举召出登会签病逝去战遇]|一带|附近|境内|等地|[东西南北]|人(?![民口类员数家])|籍|知县|知府|知州|太守|刺史"
)


def fitted(entities: tuple[Entity, ...], places: tuple[Known, ...], folded: str) -> tuple[Entity, ...]:
    """The entities, those that end or begin inside a known place cut back to its edge; what is nothing but known
    places and countries in a row is left to them."""
    out: list[Entity] = []
    at = 0
    for entity in entities:
        while at < len(places) and places[at].end <= entity.start:
            at += 1
        near = [p for p in places[at : at + 8] if p.start < entity.end]
        start, end = entity.start, entity.end
        if entity.kind in ("LOC", "ORG"):
            if any(
                p.sure and p.start <= start and end <= p.end and end - start < p.end - p.start for p in near
            ):
                continue  # 加尔 in 加尔各答
            nation = country().match(folded, start)
            if (nation and nation.end() > end) or (entity.kind == "LOC" and _SHIP.match(folded, entity.end)):
                continue  # 义大 in 义大利, 鞍山 in 鞍山号
            for place in near:
                if place.sure and place.start < start < place.end and end > place.start:
                    start = min(place.end, end)
                if place.sure and start < place.start < end < place.end:
                    end = place.start
            if any(at in decoys(folded) for at in (start, end - 1)) and end - start < 4:
                continue
            inner = _with_side(folded, start, end, near) if entity.kind == "LOC" else 0
            end = inner or end
            cut = (start, end) != (entity.start, entity.end) and folded[start:end] not in countries()
            if end - start < (3 if cut and not inner else 2) or (
                entity.kind == "LOC" and _row(folded, start, end, near)
            ):
                continue
        out.append(Entity(entity.kind, start, end))
    return tuple(out)


_SIDE = compiled(r"[东西南北中]{1,2}[部郊侧境端面]?|一带|境内|各地|全境")


def _with_side(folded: str, start: int, end: int, places: list[Known]) -> int:
    """Where the known place ends that begins a stretch and is followed by a side of it: 河南 + 北部; 0 where none does."""
    return next(
        (p.end for p in places if p.start == start and p.end < end and _SIDE.fullmatch(folded, p.end, end)), 0
    )


def _row(folded: str, start: int, end: int, places: list[Known]) -> bool:
    """Whether the stretch is two or more known places and countries end to end."""
    ends = {place.start: place.end for place in places}
    pieces = 0
    while start < end:
        nation = country().match(folded, start)
        reached = ends.get(start) or (nation.end() if nation else 0)
        if not reached:
            return False
        start, pieces = reached, pieces + 1
    return start == end and pieces > 1


def told(folded: str, places: tuple[Known, ...], seen: Seen) -> Iterator[Body]:
    """The known places that stand in a text as places: those sure by their name, others by what stands around them."""
    last = -1
    for place in places:
        whole = any(
            e.kind in ("LOC", "ORG")
            and e.start <= place.start
            and place.end <= e.end
            and (place.sure or place.start in (e.start, last) or place.end == e.end)
            for e in seen.touching(place.start, place.end)
        )
        crossed = any(
            e.kind in ("LOC", "ORG", "PER") and (e.start < place.start or e.end > place.end)
            for e in seen.touching(place.start, place.end)
        )
        if place.sure:
            good = (whole and folded[place.end : place.end + 1] not in ("号", "舰")) or not (
                _ELSE.match(folded, place.end) or (crossed and place.end - place.start < 3)
            )
        else:
            before = folded[max(0, place.start - 1) : place.start]
            beside = place.start == last or bool(country_before(folded, place.start))
            good = whole or ((beside or bool(_TO.search(before))) and bool(_EDGE.match(folded, place.end)))
        if good:
            yield Body(place.start, place.end, "place", "known")
            last = place.end


def country_before(folded: str, end: int) -> bool:
    """Whether a country, or a word for now that modern names follow, stands right before `end`: 今菏泽."""
    return any(folded.endswith(word, 0, end) for word in _before())


@cache
def _before() -> tuple[str, ...]:
    return (*words("countries", **{"class": "country"}), "今", "现", "即今", "位于", "今属", "现属")


@cache
def colony() -> str:
    """A regular expression for a country or a part of the world under another one: 英属印度."""
    named = (*words("countries", **{"class": "country"}), *words("countries", **{"class": "continent"}))
    return rf"[英法德荷葡西美日意比俄]属(?:[东西南北])?(?:{either(named)}|殖民地|维尔京群岛|圭亚那|洪都拉斯)(?:支那)?"
