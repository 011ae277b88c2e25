"""Places and organisations named in a text: the recogniser, links, and the last word of the name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from crosscheck import recognise
from crosscheck.lexicon import either, words
from crosscheck.model.text import Text
from crosscheck.names.body import Body, What
from crosscheck.names.body_words import (
    after_go,
    attached,
    by_last_word,
    country_as_place,
    ends,
    here,
    longer,
    met_in,
    region,
)
from crosscheck.names.explained import things
from crosscheck.names.fitted import colony, fitted, told
from crosscheck.names.gazetteer import decoys, is_known, known
from crosscheck.names.linked import linked
from crosscheck.names.memo import remembered
from crosscheck.names.no_place import as_place
from crosscheck.names.numbered import numbered
from crosscheck.names.own import found, own
from crosscheck.names.people import people
from crosscheck.names.quoted import quoted
from crosscheck.names.seen import Seen, Taken
from crosscheck.names.votes import standing_as_places
from crosscheck.names.words import HAN, SIDES, common_places, countries, country, offices
from crosscheck.patterns import compiled

_EVENT = compiled(r"(?:起义|战役|战争|事件|运动|条约|会议|和会|之战|革命|公约)$")
# No name of a body ends or counts like this: 缺乏干部, 日本一家公司.
_NO_NAME = compiled(
    r"(?:[干全内外大一局头腹胸面各]|[东西南北中])部$|[一几数多两三]家|某[家个]|这[家个]|目前|缺乏|拥有|各个"
)
_DOING = compiled(
    r"发现|建立|建成|设立|成立|创办|举行|修建|参加|参观|访问|会见|收购|学习|担任|工作|毕业|就读|签订|主持"
)
_TAILS = tuple("店桥关口坡庄营堡屯湾山河湖岛镇乡村县市省")
_SHORT = SIDES + "京津沪宁杭粤汉鄂湘川渝滇黔闽浙皖赣鲁豫晋陕甘青波匈奉陇海西"


@remembered
def bodies(text: Text) -> tuple[Body, ...]:
    """Every place and organisation of `text`, in order, none overlapping another or a person."""
    folded = text.folded
    taken = Taken(len(folded))
    for person in people(text):
        taken.take(person.start, person.end)
    names = frozenset(folded[one.start : one.end] for one in quoted(text) if one.use == "title")
    places = tuple(known(folded))
    entities = fitted(recognise.over(text), places, folded)
    explained = things(folded, (folded[e.start : e.end] for e in entities))
    kept: list[Body] = []
    for each in (
        *_own(folded), *linked(text), *_colonies(folded), *_by_position(folded), *numbered(folded), *_recognised(folded, entities),
        *_by_words(folded), *_regions(folded), *told(folded, places, Seen(entities)), *_voted(folded, entities), *_countries(folded),
    ):  # fmt: skip
        body = as_place(folded, each, explained)
        if body is None and folded[each.start : each.end] not in explained:
            taken.take(each.start, each.end)  # no part of it is a place either
        if body and taken.free(body.start, body.end) and folded[body.start : body.end] not in names:
            kept.append(_placed(folded, body))
            taken.take(body.start, body.end)
    return tuple(sorted(kept, key=lambda body: body.start))


def _own(folded: str) -> Iterator[Body]:
    for start, end in found(folded, own().places):
        yield Body(start, end, "place", "lexicon")
    for start, end in found(folded, own().organisations):
        yield Body(start, end, "organisation", "lexicon")


def _colonies(folded: str) -> Iterator[Body]:
    for match in compiled(colony()).finditer(folded):
        yield Body(match.start(), match.end(), "place", "last-word")


def _by_position(folded: str) -> Iterator[Body]:
    wide_names = compiled(either(words("countries")))
    for pattern in (after_go(), met_in()):
        for match in pattern.finditer(folded):
            if _DOING.search(match[1]):
                continue  # 在五台山发现佛光寺
            wide = wide_names.match(match[1])
            nation = country().match(match[1], wide.end()) if wide else None
            start = match.start(1) + (wide.end() if wide and nation else 0)  # 莫斯科 + 苏联国防部
            if start > match.start(1):
                yield Body(match.start(1), start, "place", "position")
            yield Body(start, match.end(1), "place", "position")


def _recognised(folded: str, entities: tuple[recognise.Entity, ...]) -> Iterator[Body]:
    """Places and organisations seen by the model, neighbours of one name joined (苏联 + 国防部), ends mended."""
    at = 0
    while at < len(entities):
        entity = entities[at]
        at += 1
        if entity.kind not in ("LOC", "ORG"):
            continue
        start, end, kind = entity.start, entity.end, entity.kind
        while (
            at < len(entities)
            and entities[at].start == end
            and entities[at].kind == "ORG"
            and not country().match(folded, end)
        ):
            end, kind = entities[at].end, "ORG"
            at += 1
        body = _mended(folded, start, end, kind == "ORG")
        if body is not None:
            yield _grown(folded, body) if body.rule == "country" else body


def _grown(folded: str, country_: Body) -> Body:
    """A country that is the first word of a body's name: 日本 + 国际交流基金."""
    match = by_last_word().match(folded, country_.start)
    if match is None or match.end() <= country_.end:
        return country_
    rest = folded[country_.end : match.end()]
    whole = 4 <= len(rest) <= 8 and not re.search("[在设立建办购同获给以向派访驻占]|政府|代表团", rest)
    if (
        not whole
        or country().search(rest)
        or any(word in rest for word in (*offices(), *words("countries", **{"class": "region"})))
    ):
        return country_
    return Body(country_.start, match.end(), "organisation", "last-word")


def _mended(folded: str, start: int, end: int, organisation: bool) -> Body | None:
    """A name seen by the model as what its last word says it is; None where it is no name that can be checked."""
    place_end, organisation_end = ends()
    word = folded[start:end]
    if word not in countries() and not place_end.search(word) and not organisation_end.search(word):
        more = longer().match(folded, end)
        if more is not None:
            what: What = "place" if more["site"] else "organisation"
            return Body(start, more.end(), what, "recogniser")
    if _EVENT.search(word) or word in common_places():
        return None
    if (
        not organisation
        and folded[end : end + 1] in _TAILS
        and word not in countries()
        and not (is_known(word) and is_known(folded[end : end + 2]))
        and (len(word) == 2 or not place_end.search(word))
    ):
        end, word = end + 1, folded[start : end + 1]  # 板门 + 店
    part = re.search(r"(?:[东西南北中]{1,2}|上|下|内|外)部$", word)
    if part and part.start() > 1:
        end, word, organisation = start + part.start(), word[: part.start()], False  # 南昌市西北部
    if word[-1] in "东西南北" and word[:-1] in words("countries"):
        end, word = end - 1, word[:-1]  # 北京西 + 北郊
    nation = country().match(word)
    if (
        nation
        and nation.end() < len(word)
        and not place_end.search(word)
        and not organisation_end.search(word)
    ):
        word = nation[0]
        end = start + len(word)
    if not compiled(rf"{HAN}[\u3400-\u9fff·]+").fullmatch(word) or all(
        character in _SHORT for character in word
    ):
        return None
    if (
        (word[-1] in "人语文派向和与国" and word not in countries())
        or word in offices()
        or word[0] in "和与及"
    ):
        return None
    if word in countries():
        return Body(start, end, "place", "country")
    if organisation_end.search(word) and len(word) > 2 and (organisation or not place_end.search(word)):
        return Body(start, end, "organisation", _party(word))
    if organisation and not place_end.search(word):
        return None
    return Body(start, end, "place", "recogniser")


@cache
def _governments() -> re.Pattern[str]:
    return compiled(rf"(?:{country().pattern}|[{SIDES}]{{2}})(?:人民)?(?:政府|代表团)")


def _party(word: str) -> str:
    """Names of governments say only which country acts: they have a rule of their own."""
    return "government" if _governments().fullmatch(word) else "recogniser"


def _by_words(folded: str) -> Iterator[Body]:
    for match in by_last_word().finditer(folded):
        if (
            len(match[0]) > 3
            and not _NO_NAME.search(match[0])
            and folded[match.end() : match.end() + 1] not in tuple("队门署")
        ):
            party = _party(match[0])
            yield Body(
                match.start(), match.end(), "organisation", "last-word" if party == "recogniser" else party
            )
    for match in attached().finditer(folded):
        yield Body(match.start(), match.end(), "organisation", "last-word")


def _regions(folded: str) -> Iterator[Body]:
    """Provinces, great cities and parts of provinces after a word of place: 从武汉, 湘西青石渡."""
    for match in region().finditer(folded):
        yield Body(match.start(), match.end(), "place", "last-word")


def _voted(folded: str, entities: tuple[recognise.Entity, ...]) -> Iterator[Body]:
    """Foreign names that the model takes for persons and the text for places: 杜林, 史特拉斯堡."""
    seen = [(e.start, e.end) for e in entities if e.kind == "PER"]
    there = standing_as_places(folded, {folded[start:end] for start, end in seen})
    yield from (Body(start, end, "place", "recogniser") for start, end in seen if folded[start:end] in there)


def _countries(folded: str) -> Iterator[Body]:
    for match in country().finditer(folded):
        if match.start() in decoys(folded):
            continue
        if not compiled(r"[人语文籍裔]").match(folded[match.end() : match.end() + 1]):
            yield Body(match.start(), match.end(), "place", "country")


def _placed(folded: str, body: Body) -> Body:
    """An organisation is a place where something is said to happen in it (在莫斯科苏联国防部签订), and so is a country."""
    if body.what == "place":
        there = body.rule == "country" and country_as_place(folded, body.start, body.end)
        return Body(body.start, body.end, "place", "position") if there else body
    before, after = here()
    if before.search(folded, max(0, body.start - 10), body.start) and after.match(folded, body.end):
        return Body(body.start, body.end, "place", "position")
    return body
