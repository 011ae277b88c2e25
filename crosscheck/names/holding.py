"""Who holds which office: apposition, verbs of office, 以…为首, brackets."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from crosscheck.lexicon import either, words
from crosscheck.model.text import Text
from crosscheck.names.holding_model import PLURAL, Holding, names_of
from crosscheck.names.memo import remembered
from crosscheck.names.office import heads, longest_head, office_start, parts
from crosscheck.names.people import Person
from crosscheck.names.person_scene import PersonScene
from crosscheck.names.post_fields import in_fields
from crosscheck.names.posts import chained, led, left, occupied
from crosscheck.names.reach import office_after, whole
from crosscheck.names.rows import in_rows
from crosscheck.names.seats import in_items, is_office, named_behind, nobles
from crosscheck.names.seen import Taken
from crosscheck.patterns import compiled

_BETWEEN = r"(?:[（(][^（）()]{0,40}[)）])?"
_ADVERBS = r"(?:同时|当时|此时|这时|其时|后来|后|又|曾|先后|则|也|再次|再|正式|开始|首次|均|都|仍|继续|一度|于|在|自|从|起|至|到|[\d一二三四五六七八九十〇]+[年月日]|[年月日]|间|期|底|初|被|获|受|将|已|即|就|便|分别|、|-|－)*"


_LIGHT, _NEAR = (
    ("做了", "做过", "当了", "当过", "当上", "做上", "升", "升了"),
    10,
)  # verbs that take any object: an office follows at once


@cache
def _verbs() -> re.Pattern[str]:
    plain = tuple(
        w for w in words("office_verbs", **{"class": "hold"}) if w not in ("任", "兼", "授", "晋升")
    )
    held = ("时任", "现任", "曾任", "历任", "后任", "原任", "这时任", "身为", "作为")
    return compiled(
        rf"(?:{either((*plain, *held))})(?!命)为?|(?<![主责信委胜重到放听担充离卸常首前次一二三四五六七八九十两几每])任(?![务何命期意职由性凭]|教(?![授练官务育]))|(?<=[\u3400-\u9fff])兼(?!并|顾|备|职|具|容|营)"
        rf"|(?<![提上晋擢高])升了?(?=[\u3400-\u9fff]{{2}})|(?<![参增])加(?=[\u3400-\u9fff]{{2,6}}衔)|晋[升任]?(?:为|至)?(?=[陆海空国]?[\u3400-\u9fff]{{0,4}}[将校尉帅])|做过|当过"
    )


def _without_holder(folded: str, holding: Holding) -> Holding:
    """An office before a name whose name belongs to the next office too: 湖北省委书记俞正声调任上海市委书记."""
    if holding.rule != "apposition":
        return holding
    end = folded.index(holding.office, holding.start) + len(holding.office)
    return replace(holding, end=end)


@remembered
def holdings(text: Text) -> tuple[Holding, ...]:
    """The offices of `text` that are tied to a holder, in order, none overlapping another."""
    scene = PersonScene(text)
    found = [
        *in_rows(scene),
        *_headed(scene),
        *_named_by_pronoun(scene),
        *named_behind(scene),
        *_by_verb(scene),
        *_apposed(scene),
        *nobles(scene),
        *in_items(scene),
        *is_office(scene),
        *occupied(scene),
        *led(scene),
        *in_fields(scene),
        *chained(scene),
        *left(scene),
    ]
    kept: list[Holding] = []
    taken = Taken(len(text.folded))
    for holding in found:
        shown = _without_holder(text.folded, holding)
        for one in (holding, shown):
            if taken.free(one.start, one.end):
                taken.take(one.start, one.end)
                kept.append(one)
                break
    return tuple(sorted(kept, key=lambda h: h.start))


def _headed(scene: PersonScene) -> Iterator[Holding]:
    """以聂荣臻、陈赓为首, 以钱学森为院长, 推举蔡元培为会长, 陈赓、宋任穷为副团长."""
    folded = scene.folded
    for match in compiled(
        r"为(首(?!都|府|要|席|先|次|相|任|领|脑)|)|[作做当](?![选时年代地中局天日初成为了出])"
    ).finditer(folded):
        persons, start = scene.before(match.start())
        if not persons:
            continue
        headed = folded[start - 1 : start] in ("以", "由")
        if match[1]:
            if headed:
                yield Holding(start - 1, match.end(), "为首", names_of(persons), "为首", "headed")
            elif len(persons) == 1:
                yield Holding(start, match.end(), "为首", names_of(persons), "为首", "headed")
            continue
        office = office_after(scene, match.end())
        if office is not None:
            begin = start if len(persons) == 1 and not headed else match.start()
            yield Holding(begin, office[1], folded[office[0] : office[1]], names_of(persons), "为", "verb")


def _by_verb(scene: PersonScene) -> Iterator[Holding]:
    """聂荣臻任团长, 由聂荣臻任主任, 曾任外交部长, 曹汝霖（这时任交通总长）, 历任校长、部长."""
    folded = scene.folded
    for match in _verbs().finditer(folded):
        office = office_after(scene, match.end())
        if office is not None and match[0] in _LIGHT and office[1] - match.end() > _NEAR:
            continue  # 做了很多工作的院长
        if office is not None and match[0] in _LIGHT and not whole(folded, *office):
            continue
        if office is None or office[1] in scene.by_start:  # 由现任校长蔡元培: the name after it holds it
            continue
        if folded[office[1] : office[1] + 1] in "为是由：:" and office[1] < len(folded):
            continue  # 现任馆长由王旭东担任
        if (
            folded[office[1] : office[1] + 1] == "的"
            and (named := scene.by_start.get(office[1] + 1)) is not None
        ):
            words_ = folded[office[0] : office[1]]  # 担任主编的陈独秀
            yield Holding(match.start(), named.end, words_, (named.canonical,), match[0], "verb")
            continue
        persons, start = _holders_before(scene, match.start(), match[0])
        if not persons:
            continue
        adjacent = start >= 0 and len(persons) == 1
        begin = start if adjacent else match.start()
        yield Holding(begin, office[1], folded[office[0] : office[1]], names_of(persons), match[0], "verb")
        yield from _further(scene, office[1], persons, match[0])


_PRONOUN = compiled(
    r"(?:聘请|聘任|聘|任命|委任|推举|推选|选举|提名|请|调|派|提拔|提升|升|擢升|晋升|拔擢|封|册封)([他她](?!们))(?:担任|出任|接任|为|作|当|任|做)"
)


def _named_by_pronoun(scene: PersonScene) -> Iterator[Holding]:
    """学校聘他作讲师: the pronoun stands for whom the document, or the sentence before, is about."""
    for match in _PRONOUN.finditer(scene.folded):
        office = office_after(scene, match.end())
        bearer = scene.meant(match.start(1), scene.text.clause_at(match.start(1)).start)
        if office is not None and bearer is not None and office[1] not in scene.by_start:
            words_ = scene.folded[office[0] : office[1]]
            yield Holding(match.start(), office[1], words_, (bearer.canonical,), match[0], "pronoun")


def _further(scene: PersonScene, position: int, persons: tuple[Person, ...], verb: str) -> Iterator[Holding]:
    """The other offices of a list: 历任校长、院长和部长; 任院长兼党委书记."""
    for _ in range(6):
        joint = compiled(r"、|和|及|以及|兼(?:任)?").match(scene.folded, position)
        if joint is None:
            return
        office = office_after(scene, joint.end())
        if office is None or scene.by_start.get(office[1]) is not None:
            return
        yield Holding(
            office[0], office[1], scene.folded[office[0] : office[1]], names_of(persons), verb, "verb-list"
        )
        position = office[1]


def _holders_before(scene: PersonScene, position: int, verb: str) -> tuple[tuple[Person, ...], int]:
    """Who is said to hold an office by the verb at `position`; the start of the list where it stands right before."""
    folded = scene.folded
    persons, start = scene.before(position)
    if persons:
        return persons, start
    sentence = scene.text.sentence_at(position).span
    gap = compiled(rf".{{0,24}}?({_ADVERBS})$", re.DOTALL).match(
        folded[max(sentence.start, position - 24) : position]
    )
    back = position - len(gap[1]) if gap else position
    persons, _ = scene.before(back)
    if persons:
        return persons, -1
    opened = max(folded.rfind("(", sentence.start, position), folded.rfind("（", sentence.start, position))
    if opened >= 0 and not compiled(r"[)）]").search(folded[opened:position]):
        inside = scene.by_end.get(opened)
        if inside is not None:
            return (inside,), -1
    passive = verb[0] in "被获受当晋升" or (gap is not None and re.search("[被获受]", gap[1]))
    if verb.endswith("为") and verb != "作为" and not passive:
        return (), -1
    clause = scene.text.clause_at(position)
    low = bisect_left(scene.starts, clause.start)
    high = bisect_left(scene.starts, position)
    pronoun = scene.pronoun(clause.start, position)
    if pronoun >= 0 and (low == high or scene.people[high - 1].end <= pronoun):
        meant = scene.meant(pronoun)
        return ((meant,), -1) if meant is not None else ((), -1)
    if "由" in folded[clause.start : position].rstrip("由") and high == low:
        return (), -1  # 首次由女性出任总裁
    if high - low == 1:
        return (scene.people[low],), -1
    subject = scene.subject(position)
    return ((subject,), -1) if subject is not None and high == low else ((), -1)


def _apposed(scene: PersonScene) -> Iterator[Holding]:
    """区域市政局主席张人龙; 聂荣臻副总理; 任交通总长的曹汝霖."""
    folded = scene.folded
    for head in heads().finditer(folded):
        clause = scene.text.clause_at(head.start())
        end = longest_head(folded, head)
        gap = compiled(rf"(?:{_BETWEEN}|[“，]|的)?").match(folded, end)
        place = gap.end() if gap and folded[end : end + 1] != "，" else end
        persons, close = scene.after(place, head[0] in PLURAL)
        if persons:
            floor = max([clause.start, *(p.end for p in scene.last(head.start()))])
            floor = max(floor, folded.rfind("、", clause.start, head.start()) + 1)
            start = office_start(folded, floor, head.start(), scene.solid_in(floor, end))
            verb = _verbs().match(folded, start, head.start())
            yield Holding(
                start, close, folded[verb.end() if verb else start : end], names_of(persons), "", "apposition"
            )
            continue
        yield from _behind(scene, head, head.end())


def _behind(scene: PersonScene, head: re.Match[str], end: int) -> Iterator[Holding]:
    """An office right after its holder: 聂荣臻副总理, 钱三强所长."""
    folded = scene.folded
    rank = compiled(r"(?:第[一二三])?(?:副|代|总)?$").search(folded, max(0, head.start() - 3), head.start())
    start = rank.start() if rank else head.start()
    holder = scene.by_end.get(start)
    if holder is None or "short-form" in holder.steps or not parts(folded[start:end]).head:
        return
    yield Holding(start, end, folded[start:end], (holder.canonical,), "", "behind")
