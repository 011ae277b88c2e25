"""Places and organisations named in a text: the recogniser, links, and the last word of the name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from crosscheck import recognise
from crosscheck.lexicon import either, words
from crosscheck.model.text import Text
from crosscheck.names.body_words import ALSO_ELSE, after_go, by_last_word, ends, here, longer, met_in
from crosscheck.names.memo import remembered
from crosscheck.names.people import people
from crosscheck.names.quoted import quoted
from crosscheck.names.seen import Taken
from crosscheck.names.words import HAN, SIDES, countries, country, offices

What = Literal["place", "organisation"]


_EVENT = re.compile(r"(?:起义|战役|战争|事件|运动|条约|会议|和会|之战|革命|公约)$")
_TAILS = tuple("店桥关口坡庄营堡屯湾山河湖岛镇乡村县市省")
_SHORT = SIDES + "京津沪宁杭粤汉鄂湘川渝滇黔闽浙皖赣鲁豫晋陕甘青波匈奉陇海西"


@dataclass(frozen=True, slots=True)
class Body:
    """A place or an organisation from `start` to `end` of the folded text."""

    start: int
    end: int
    what: What
    rule: str


@remembered
def bodies(text: Text) -> tuple[Body, ...]:
    """Every place and organisation of `text`, in order, none overlapping another or a person."""
    folded = text.folded
    taken = Taken(len(folded))
    for person in people(text):
        taken.take(person.start, person.end)
    names = frozenset(folded[one.start : one.end] for one in quoted(text) if one.use == "title")
    entities = recognise.over(text)
    kept: list[Body] = []
    for body in (
        *_linked(text), *_by_position(folded), *_recognised(folded, entities), *_by_words(folded), *_countries(folded)
    ):  # fmt: skip
        if taken.free(body.start, body.end) and folded[body.start : body.end] not in names:
            kept.append(_placed(folded, body))
            taken.take(body.start, body.end)
    return tuple(sorted(kept, key=lambda body: body.start))


def _linked(text: Text) -> Iterator[Body]:
    place, organisation = ends()
    for link in text.document.links:
        word = text.folded[link.span.start : link.span.end]
        if not link.entity or not 2 <= len(word) <= 24 or not re.fullmatch(rf"{HAN}+", word):
            continue
        if word in countries():
            yield Body(link.span.start, link.span.end, "place", "country")
        elif organisation.search(word) and len(word) > 2:
            yield Body(link.span.start, link.span.end, "organisation", "link")
        elif place.search(word) and len(word) > 2 and word[-1] not in ALSO_ELSE:
            yield Body(link.span.start, link.span.end, "place", "link")


def _by_position(folded: str) -> Iterator[Body]:
    for pattern in (after_go(), met_in()):
        for match in pattern.finditer(folded):
            wide = re.match(either(words("countries")), match[1])
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
            yield body


def _mended(folded: str, start: int, end: int, organisation: bool) -> Body | None:
    """A name seen by the model as what its last word says it is; None where it is no name that can be checked."""
    place_end, organisation_end = ends()
    word = folded[start:end]
    if word not in countries() and not place_end.search(word) and not organisation_end.search(word):
        more = longer().match(folded, end)
        if more is not None:
            what: What = "place" if more["site"] else "organisation"
            return Body(start, more.end(), what, "recogniser")
    if _EVENT.search(word):
        return None
    if (
        not organisation
        and folded[end : end + 1] in _TAILS
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
    if not re.fullmatch(rf"{HAN}[\u3400-\u9fff·]+", word) or all(character in _SHORT for character in word):
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


def _party(word: str) -> str:
    """Names of governments say only which country acts: they have a rule of their own."""
    return (
        "government"
        if re.fullmatch(rf"(?:{country().pattern}|[{SIDES}]{{2}})(?:人民)?(?:政府|代表团)", word)
        else "recogniser"
    )


def _by_words(folded: str) -> Iterator[Body]:
    for match in by_last_word().finditer(folded):
        if len(match[0]) > 3:
            party = _party(match[0])
            yield Body(
                match.start(), match.end(), "organisation", "last-word" if party == "recogniser" else party
            )


def _countries(folded: str) -> Iterator[Body]:
    for match in country().finditer(folded):
        if not re.match(r"[人语文籍裔]", folded[match.end() : match.end() + 1]):
            yield Body(match.start(), match.end(), "place", "country")


def _placed(folded: str, body: Body) -> Body:
    """An organisation is a place where something is said to happen in it: 在莫斯科苏联国防部签订."""
    if body.what == "place":
        return body
    before, after = here()
    if before.search(folded, max(0, body.start - 10), body.start) and after.match(folded, body.end):
        return Body(body.start, body.end, "place", "position")
    return body
