"""Offices and who holds them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from crosscheck import names
from crosscheck.kind import half, nothing
from crosscheck.lexicon import table, words
from crosscheck.model.comparison import Comparison
from crosscheck.model.fact import Fact, Mention
from crosscheck.model.span import Span
from crosscheck.model.step import Step, say
from crosscheck.model.text import Text
from crosscheck.model.values import Office
from crosscheck.names.holding import holdings
from crosscheck.names.office import Parts, is_mission, leads, parts, suffixes
from crosscheck.patterns import compiled
from crosscheck.registry import Kind

_DOC = """Offices: who held which office.

An office is read where it is tied to its holder: before the name (外交总长陆徵祥), after it (聂荣臻副总理), by a verb (任, 担任,
时任, 当选), by 以…为首 or in brackets behind the name.

agree: the same office, with or without its body (中共中央总书记 / 总书记); 为首 / 团长.  conflict: another rank or another office of
the same body (署长 / 副署长); another holder of an office that both texts set at one time (首任校长).  unsupported: offices that one person may hold side by side (副总理 / 代表团团长).
Limits: a body that is left out because the sentence before names it is not filled in."""


# What leads to somebody's office and is no part of it: 据 + 战务参谋, 见 + 宁王.
_LED_BY = compiled(
    r"(?:据(?!点)|见(?!习)|拜见|会见|遇见|面见|觐见|听说|得知|听闻|请来)(?=[\u3400-\u9fff]{2})"
)


def find(text: Text) -> Iterator[Mention]:
    """The offices of `text` that are tied to a holder."""
    for holding in holdings(text):
        led = _LED_BY.match(holding.office)
        lead = led[0] if led and text.folded.startswith(holding.office, holding.start) else ""
        yield Mention(
            kind="role",
            span=Span(holding.start + len(lead), holding.end),
            rule=f"role/{holding.rule}",
            rank=1,
            data=(holding.office.removeprefix(lead), holding.holders, holding.verb),
        )


def facts(text: Text, mentions: tuple[Mention, ...]) -> tuple[Fact, ...]:
    """The offices among `mentions`, with body and holders."""
    return tuple(
        Fact(
            kind="role",
            span=mention.span,
            rule=mention.rule,
            value=Office(
                holders=mention.data[1],
                office=mention.data[0],
                body=parts(mention.data[0]).body,
                verb=mention.data[2],
            ),
            sentence=text.sentence_at(mention.span.start).index,
            document=text.document,
        )
        for mention in mentions
        if mention.kind == "role"
    )


def compare(claim: Fact, evidence: Fact) -> Comparison:
    """How two offices relate; incomparable unless they are held by one person."""
    one, other = claim.value, evidence.value
    assert isinstance(one, Office) and isinstance(other, Office)
    if not any(names.same(a, b).holds for a in one.holders for b in other.holders):
        if _one_seat(claim, evidence):
            return _answer("different", "role.other-holder", claim.folded, evidence.folded, 0.8)
        step = say("role.holder", claim="、".join(one.holders), evidence="、".join(other.holders))
        return Comparison(relation="incomparable", steps=(step,))
    if (one.verb in _leaving()) != (other.verb in _leaving()):
        return Comparison(relation="incomparable")
    if one.office == other.office:
        return Comparison(relation="identical", nearness=1.0)
    mine, theirs = parts(_spelled_out(one.office)), parts(_spelled_out(other.office))
    return _offices(mine, theirs, one.office, other.office)


@cache
def _leaving() -> frozenset[str]:
    """The verbs by which somebody gives up an office, with their 了."""
    verbs = words("office_verbs", **{"class": "leave"})
    return frozenset((*verbs, *(f"{verb}了" for verb in verbs)))


def _spelled_out(office: str) -> str:
    """An office with its last word in the commoner or fuller form: 法国外长 -> 法国外交部长, 主帅 -> 主教练."""
    return next((office.removesuffix(w) + full for w, full in _synonyms() if office.endswith(w)), office)


@cache
def _synonyms() -> tuple[tuple[str, str], ...]:
    rows = [(row["hans"], row["canonical"]) for row in table("office_synonyms")]
    return tuple(sorted(rows, key=lambda row: (-len(row[0]), row[0])))


# Bodies that say only that there is one: 国家元首 is the head of whatever state is spoken of.
_ANY_BODY = frozenset({
    "国家", "国", "该国", "全国", "中央", "本届", "时任", "党", "省", "市", "县", "军", "该校", "学校", "公司", "大学",
})  # fmt: skip
_FIRST = compiled(r"首任|第[一二三四五六七八九十百\d]+任")
_NOW = compiled(r"现任|时任")


def _one_seat(claim: Fact, evidence: Fact) -> bool:
    """Whether both facts name who held one office at one time: 首任校长 / 首任校长; 现任 and 时任 want the body too."""
    one, other = claim.value, evidence.value
    assert isinstance(one, Office) and isinstance(other, Office)
    if not (one.holders and other.holders):
        return False
    mine, theirs = parts(_spelled_out(one.office)), parts(_spelled_out(other.office))
    body = _bodies(mine.body, theirs.body)
    if mine.head != theirs.head or _rank(mine.rank) != _rank(theirs.rank) or body == "other":
        return False
    first = [_FIRST.search(_lead(fact)) for fact in (claim, evidence)]
    if first[0] and first[1]:
        return first[0][0] == first[1][0]
    now = all(_NOW.search(_lead(fact)) for fact in (claim, evidence))
    return now and body == "same" and bool(mine.body)


def _lead(fact: Fact) -> str:
    """The words of an office with the three before it, where 首任 and 现任 may stand."""
    return fact.document.folded[max(0, fact.span.start - 3) : fact.span.end]


def _offices(one: Parts, other: Parts, claim: str, evidence: str) -> Comparison:
    if "为首" in (one.head, other.head):
        head = other.head if one.head == "为首" else one.head
        if leads(head) and "副" not in one.rank + other.rank:
            return _answer("compatible", "role.lead", claim, evidence, 1.0)
        return _answer("incomparable", "role.beside", claim, evidence, 0.0)
    if one.head != other.head and not _one_word(one.head, other.head):
        if is_mission(one.head) != is_mission(other.head) or (one.kind == "rank") != (other.kind == "rank"):
            return _answer("incomparable", "role.beside", claim, evidence, 0.0)
        alone = not one.body and not other.body and one.kind == other.kind  # 都司 / 守备
        if alone or (one.body and _bodies(one.body, other.body) == "same"):
            return _answer("different", "role.other", claim, evidence, 0.6)
        return _answer("incomparable", "role.beside", claim, evidence, 0.0)
    if not one.head:
        return _answer("different", "role.other", claim, evidence, 0.6)  # 忠王 / 英王
    body = _bodies(one.body, other.body)
    if _rank(one.rank) != _rank(other.rank):
        if body != "other":
            return _answer("different", "role.rank", claim, evidence, 0.9)
        return _answer("different", "role.other", claim, evidence, 0.4)
    if body == "other":
        return _answer("different", "role.body", claim, evidence, 0.5)
    if body == "same":
        return _answer("equivalent", "role.written", claim, evidence, 1.0)
    return _answer("compatible", "role.body-left-out", claim, evidence, 1.0)


def _answer(relation: str, key: str, claim: str, evidence: str, nearness: float) -> Comparison:
    steps: tuple[Step, ...] = (say(key, claim=claim, evidence=evidence),)
    return Comparison(relation=relation, steps=steps, nearness=nearness)  # type: ignore[arg-type]


def _one_word(one: str, other: str) -> bool:
    """总理 / 国务总理, 总统 / 大总统: one ends with the other, at least two characters of it, and is no lower rank (副教授)."""
    short, long = sorted((one, other), key=len)
    return len(short) > 1 and long.endswith(short) and not _rank(long.removesuffix(short))


def _rank(rank: str) -> str:
    """What of a rank must agree: 副, 代; 第一副 is a kind of 副, 首任 and 现任 say only when."""
    return "".join(
        word for word in ("副", "代", "名誉", "助理", "候任", "首席") if word in rank.replace("署理", "代")
    )


def _bodies(one: str, other: str) -> str:
    """How two bodies relate: same, part (one left out, in short or contained), other."""
    if one == other:
        return "same"
    if one in _ANY_BODY or other in _ANY_BODY:
        return "part"
    plain, bare = (name.rstrip("".join(suffixes())) or name for name in (one, other))
    if plain == bare:
        return "same"
    short, long = sorted((one, other), key=len)
    if not short or short in long or _in_order(short, long):
        return "part"
    return "part" if names.likeness(plain, bare) > 0.8 else "other"


def _in_order(short: str, long: str) -> bool:
    rest = iter(long)
    return len(short) > 1 and all(character in rest for character in short)


def _keys(fact: Fact) -> Iterator[str]:
    assert isinstance(fact.value, Office)
    for holder in fact.value.holders:
        yield f"o{holder}"


KIND = Kind(
    name="role",
    doc=_DOC,
    find=find,
    facts=facts,
    compare=compare,
    sure=True,
    order=40,
    color="92",
    nesting=True,
    recognised=True,
    worded=True,
    group="role",
    keys=_keys,
    telling=half,
    coarse=nothing,
    heads=nothing,
    names=False,
    anchor=False,
    lasts=True,
    contradicts=True,
)
