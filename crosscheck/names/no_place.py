"""What is read as a place and is none, or holds a word too many: sorts of town, parts of other names, verbs before a name."""

from __future__ import annotations

from dataclasses import replace

from crosscheck.names.body import Body
from crosscheck.names.common import common_words
from crosscheck.names.gazetteer import is_known
from crosscheck.patterns import compiled

# Rules that go by the shape of a word; the others go by what stands around it.
_BY_SHAPE = frozenset({"recogniser", "link", "last-word"})
_SORT = compiled(
    r"(?:开放|中心|园林|旅游|工业|卫星|文化|资源型?|港口|沿海|内陆|国际|特大|大|中|小|姐妹|友好)城市|(?:单列|级|辖|代管)市|(?:国际|标准|夏令)?时区|[深浅近远]海|[古新中元太][古生元]代|[低高]山|郡县"
)
_POINTED = compiled(r"[本诸各该某此每][\u3400-\u9fff]")
# What one does with a town, or what one is, before its name: 达|沛县, 封地|大同.
_VERB = compiled(
    r"(?:到达|进攻|攻占|封地|首都|首府|省会|京城|故都|古都|[达抵返赴攻克陷围袭徙])(?=[\u3400-\u9fff]{2})"
)
# A kind of animal or plant that has its name from a place: 厦门|虎.
_LIVING = compiled(r"[虎豹猴猿狼犬鹤蛙龟鲨鲟鲵杉](?![\u3400-\u9fff]?[蛋肉皮])")


def as_place(folded: str, body: Body, things: frozenset[str]) -> Body | None:
    """A place as it may stand: without a verb before its name, None where it is no place or one of `things`; other bodies
    as they are."""
    if body.what != "place":
        return body
    word = folded[body.start : body.end]
    if body.rule in ("recogniser", "known") and _LIVING.match(folded, body.end):
        return None
    if body.rule not in _BY_SHAPE or is_known(word):
        return body
    if (
        word in things
        or _SORT.search(word)
        or _POINTED.match(word)
        or (body.rule == "recogniser" and word in common_words())
    ):
        return None
    verb = _VERB.match(word) if body.rule == "recogniser" else None
    if verb and is_known(word[verb.end() :]):
        return replace(body, start=body.start + verb.end())
    return body
