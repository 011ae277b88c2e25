"""Who holds which office: apposition, verbs of office, 以…为首, brackets."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from crosscheck.lexicon import either, words
from crosscheck.model.text import Text
from crosscheck.names.memo import remembered
from crosscheck.names.office import heads, longest_head, office_start, parts
from crosscheck.names.people import Person
from crosscheck.names.scene import Scene
from crosscheck.names.seen import Taken

_PLURAL = (
    "代表",
    "委员",
    "议员",
    "院士",
    "专家",
    "教授",
    "大使",
    "常委",
    "众议员",
    "参议员",
    "将军",
    "理事",
    "董事",
)
_BETWEEN = r"(?:[（(][^（）()]{0,40}[)）])?"
_ADVERBS = r"(?:同时|当时|此时|这时|其时|后来|后|又|曾|先后|则|也|再次|再|正式|开始|首次|均|都|仍|继续|一度|于|在|自|从|起|至|到|[\d一二三四五六七八九十〇]+[年月日]|[年月日]|间|期|底|初|被|获|受|将|已|即|就|便|分别|、|-|－)*"


@dataclass(frozen=True, slots=True)
class Holding:
    """An office and its holders: the span that shows both, the office's own words, and how they are tied."""

    start: int
    end: int
    office: str
    holders: tuple[str, ...]
    verb: str
    rule: str


@cache
def _verbs() -> re.Pattern[str]:
    plain = tuple(
        w for w in words("office_verbs", **{"class": "hold"}) if w not in ("任", "兼", "授", "晋升")
    )
    held = ("时任", "现任", "曾任", "历任", "后任", "原任", "这时任", "身为", "作为")
    return re.compile(
        rf"(?:{either((*plain, *held))})(?!命)为?|(?<![主责信委胜重到放听担充离卸常首前])任(?![务何命期意职由性凭]|教(?![授练官务育]))|(?<=[\u3400-\u9fff])兼(?!并|顾|备|职|具|容|营)"
    )


@remembered
def holdings(text: Text) -> tuple[Holding, ...]:
    """The offices of `text` that are tied to a holder, in order, none overlapping another."""
    scene = Scene(text)
    found = [*_headed(scene), *_by_verb(scene), *_apposed(scene)]
    kept: list[Holding] = []
    taken = Taken(len(text.folded))
    for holding in found:
        if taken.free(holding.start, holding.end):
            taken.take(holding.start, holding.end)
            kept.append(holding)
    return tuple(sorted(kept, key=lambda h: h.start))


def _names(persons: tuple[Person, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(person.canonical for person in persons))


def _headed(scene: Scene) -> Iterator[Holding]:
    """以聂荣臻、陈赓为首, 以钱学森为院长, 推举蔡元培为会长, 陈赓、宋任穷为副团长."""
    folded = scene.folded
    for match in re.finditer(r"为(首(?!都|府|要|席|先|次|相|任|领|脑)|)", folded):
        persons, start = scene.before(match.start())
        if not persons:
            continue
        headed = folded[start - 1 : start] in ("以", "由")
        if match[1]:
            if headed:
                yield Holding(start - 1, match.end(), "为首", _names(persons), "为首", "headed")
            elif len(persons) == 1:
                yield Holding(start, match.end(), "为首", _names(persons), "为首", "headed")
            continue
        office = _office_after(scene, match.end())
        if office is not None:
            begin = start if len(persons) == 1 and not headed else match.start()
            yield Holding(begin, office[1], folded[office[0] : office[1]], _names(persons), "为", "verb")


def _office_after(scene: Scene, position: int) -> tuple[int, int] | None:
    """The office that begins at `position`, within the clause; an opening 了, 其, 该 or quotation mark is left out."""
    clause = scene.text.clause_at(position)
    head = heads().search(scene.folded, position, min(clause.end, position + 30))
    if head is None:
        return None
    words_before = scene.folded[position : head.start()]
    if (
        re.search(r"[、。；“”（()）]|[向对被把将让跟]|[\d]{3}|主持|领导|提出|会见|访问", words_before)
        and "“" not in words_before[:1]
    ):
        return None
    if any(position <= person.start < head.start() for person in scene.next(position)):
        return None
    skip = re.match(r"[了过为其该“]*(?:第[一二三四五六七八九十\d]+(?:届|任))?", words_before)
    begin = position + (skip.end() if skip else 0)
    return begin, longest_head(scene.folded, head)


def _by_verb(scene: Scene) -> Iterator[Holding]:
    """聂荣臻任团长, 由聂荣臻任主任, 曾任外交部长, 曹汝霖（这时任交通总长）, 历任校长、部长."""
    folded = scene.folded
    for match in _verbs().finditer(folded):
        office = _office_after(scene, match.end())
        if office is None or office[1] in scene.by_start:  # 由现任校长蔡元培: the name after it holds it
            continue
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
        yield Holding(begin, office[1], folded[office[0] : office[1]], _names(persons), match[0], "verb")
        yield from _further(scene, office[1], persons, match[0])


def _further(scene: Scene, position: int, persons: tuple[Person, ...], verb: str) -> Iterator[Holding]:
    """The other offices of a list: 历任校长、院长和部长; 任院长兼党委书记."""
    for _ in range(6):
        joint = re.compile(r"、|和|及|以及|兼(?:任)?").match(scene.folded, position)
        if joint is None:
            return
        office = _office_after(scene, joint.end())
        if office is None or scene.by_start.get(office[1]) is not None:
            return
        yield Holding(
            office[0], office[1], scene.folded[office[0] : office[1]], _names(persons), verb, "verb-list"
        )
        position = office[1]


def _holders_before(scene: Scene, position: int, verb: str) -> tuple[tuple[Person, ...], int]:
    """Who is said to hold an office by the verb at `position`; the start of the list where it stands right before."""
    folded = scene.folded
    persons, start = scene.before(position)
    if persons:
        return persons, start
    sentence = scene.text.sentence_at(position).span
    gap = re.compile(rf".*?({_ADVERBS})$", re.DOTALL).match(
        folded[max(sentence.start, position - 24) : position]
    )
    back = position - len(gap[1]) if gap else position
    persons, _ = scene.before(back)
    if persons:
        return persons, -1
    opened = max(folded.rfind("(", sentence.start, position), folded.rfind("（", sentence.start, position))
    if opened >= 0 and not re.search(r"[)）]", folded[opened:position]):
        inside = scene.by_end.get(opened)
        if inside is not None:
            return (inside,), -1
    if verb.endswith("为") and verb != "作为":
        return (), -1
    clause = scene.text.clause_at(position)
    low = bisect_left(scene.starts, clause.start)
    high = bisect_left(scene.starts, position)
    if high - low == 1:
        return (scene.people[low],), -1
    subject = scene.subject(position)
    return ((subject,), -1) if subject is not None and high == low else ((), -1)


def _apposed(scene: Scene) -> Iterator[Holding]:
    """区域市政局主席张人龙; 聂荣臻副总理; 任交通总长的曹汝霖."""
    folded = scene.folded
    for head in heads().finditer(folded):
        clause = scene.text.clause_at(head.start())
        end = longest_head(folded, head)
        gap = re.compile(rf"(?:{_BETWEEN}|[“，]|的)?").match(folded, end)
        place = gap.end() if gap and folded[end : end + 1] != "，" else end
        persons, close = scene.after(place, head[0] in _PLURAL)
        if persons:
            floor = max([clause.start, *(p.end for p in scene.last(head.start()))])
            floor = max(floor, folded.rfind("、", clause.start, head.start()) + 1)
            start = office_start(folded, floor, head.start(), scene.solid_in(floor, end))
            verb = _verbs().match(folded, start, head.start())
            yield Holding(
                start, close, folded[verb.end() if verb else start : end], _names(persons), "", "apposition"
            )
            continue
        yield from _behind(scene, head, head.end())


def _behind(scene: Scene, head: re.Match[str], end: int) -> Iterator[Holding]:
    """An office right after its holder: 聂荣臻副总理, 钱三强所长."""
    folded = scene.folded
    rank = re.compile(r"(?:第[一二三])?(?:副|代|总)?$").search(folded, max(0, head.start() - 3), head.start())
    start = rank.start() if rank else head.start()
    holder = scene.by_end.get(start)
    if holder is None or "short-form" in holder.steps or not parts(folded[start:end]).head:
        return
    yield Holding(start, end, folded[start:end], (holder.canonical,), "", "behind")
