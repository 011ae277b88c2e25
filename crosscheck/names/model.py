"""What is left of the persons that the recogniser sees, once what it takes for a person by mistake is cut off."""

from __future__ import annotations

import re
from functools import cache

from crosscheck import recognise
from crosscheck.lexicon import either
from crosscheck.names.dotted import LEADING
from crosscheck.names.gazetteer import is_known
from crosscheck.names.seed import Seed
from crosscheck.names.seen import Seen
from crosscheck.names.words import (
    ACT,
    DOT,
    HAN,
    SIDES,
    addresses,
    country,
    ends_with_office,
    is_body,
    is_chinese_name,
    is_foreign_name,
    japanese,
    never_person,
    offices,
    said,
    surname,
    surnames,
)
from crosscheck.patterns import compiled

RUN = compiled(rf"{HAN}(?:[{DOT}-]?{HAN})+")
_THING_NAMED = compiled(r"主义|战争|级|号|奖|定理|定律|方程|效应|条约|法案|计划|-?\d(?!\d{0,3}年)")
# One more character of a name before 于 and a year; none of those that 于 follows as a verb.
_DATED = compiled(
    r"[^生死卒葬居任赴位成建出立始止终迁移调升考毕产存留殁亡最又亦即便曾将则乃已并且\W\d]于(?:公元)?前?\d{3,4}年"
)
# One more character of a name before 任; none that makes a word with it.
_TAKES_OFFICE = compiled(
    r"[^升转继接调连历曾现时首前后改兼再初受专责主信委上离留所先出担就重充特聘选派被又也仍还均同皆已拟复遂后当将亦始辞卸免提自\W\d]任[^命务期满何]"
)
_CALLED = compiled(r"(?:名为|名称|改为|称为|取名|命名|称作|代号|定名|名叫)[为是]?$")
_LEADING = "同比派和与由对在向请让给致被令及跟"


@cache
def _addressed() -> re.Pattern[str]:
    return compiled(f"{surname()}(?:副?(?:{either(addresses())}))")


def widened(folded: str, seed: Seed, seen: Seen) -> Seed:
    """A foreign name by rule with the characters at its ends that the model counts in: 马戛尔尼, 里根."""
    start, end = seed.start, seed.end
    for entity in seen.touching(seed.start, seed.end):
        if entity.kind == "PER":
            inside = folded[max(0, start - 8) : start]
            led = folded[entity.start] in LEADING
            if (
                entity.end == end
                and start - 2 <= entity.start < start
                and not (led or ends_with_office(inside))
            ):
                start = entity.start
            first = min((at for dot in DOT if (at := folded.find(dot, start, end)) > 0), default=0)
            if seed.rule == "dotted" and start < entity.start <= start + 2 and entity.start < first - 1:
                start = entity.start  # 中锋 + 威尔特·张伯伦
            last = max(folded.rfind(dot, start, end) for dot in DOT) + 1
            near = abs(entity.end - end) <= 2 and compiled(HAN).match(folded[entity.end - 1])
            if seed.rule == "dotted" and near and entity.end - last >= 2:
                end = entity.end  # 威尔特·张伯伦 + 加盟
    return Seed(start, end, seed.rule, seed.latin)


def recognised(folded: str, entity: recognise.Entity) -> list[Seed]:
    """What is left of a person seen by the model once Latin, digits, and swallowed words are cut off."""
    out = []
    for match in RUN.finditer(folded, entity.start, entity.end):
        start, end = match.span()
        if folded[start] in SIDES and folded[start - 1 : start] in SIDES and start:
            continue  # 中苏谈判
        for joint in re.finditer("[与和及]", folded[start + 2 : end]):
            end = start + 2 + joint.start()  # 斯大林与韩战
            break
        led = compiled("任命|委任|聘请|邀请|罢免|追赠|册封|会见").match(folded, start, end - 1)
        start = led.end() if led else start
        if folded[end : end + 2] == "为为":
            end += 1  # 任命康有为为章京
        start, end = _past_office(folded, start, end)
        if (
            end - start == 2
            and folded[start:end] in surnames()
            and compiled(HAN).match(folded[end : end + 1])
        ):
            end += 1  # 司马 + 迁
        if end - start == 2 and _listed(folded, start, end):
            end += 1  # 、翟中 + 和、
        if end - start == 2 and _DATED.match(folded, end) and is_chinese_name(folded[start : end + 1]):
            end += 1  # 徐乾 + 学于1670年
        if end - start == 2 and _TAKES_OFFICE.match(folded, end) and is_chinese_name(folded[start : end + 1]):
            end += 1  # 汪乾 + 一任院长
        if end - start >= 3 and folded[start] in _LEADING and folded[start] not in surnames():
            start += 1
        if is_foreign_name(folded[start:end]) and _first_lost(folded, start):
            start -= 1  # 主席因 + 凡蒂诺
        if end - start == 3 and folded[end - 1] == "任" and compiled(HAN).match(folded[end : end + 1]):
            end -= 1  # 王选任所长
        if _plausible(folded, start, end) and not _torn(folded, start):
            out.append(Seed(start, end, "recogniser"))
    return out


def _listed(folded: str, start: int, end: int) -> bool:
    """Whether a Chinese name that ends the item of a list but for one character has lost that one: 、翟中和、."""
    before, lost, after = folded[start - 1 : start], folded[end : end + 1], folded[end + 1 : end + 2]
    if "、" not in (before, after) or not compiled(HAN).match(lost) or lost in "等的了在是这们其各":
        return False
    open_, closed = not compiled(HAN).match(before), not compiled(HAN).match(after)
    return open_ and closed and folded[start] in surnames()


def _past_office(folded: str, start: int, end: int) -> tuple[int, int]:
    """A name that the model began inside an office, put right: 都 + 司马得 + 贵."""
    noble = folded[start] == "侯" and compiled(HAN).match(folded[start - 1 : start]) and start
    if noble and folded[start - 1] not in "和与及的为由":
        longest = next((e for e in (start + 4, start + 3) if is_chinese_name(folded[start + 1 : e])), None)
        return (start + 1, longest) if longest and longest >= end else (start, end)  # 淮阴侯 + 韩信
    for step in (1, 2):
        for size in (step + 1, step + 2):
            word = folded[max(0, start + step - size) : start + step]
            if word in offices() and is_chinese_name(folded[start + step : end + step]):
                return start + step, end + step
    return start, end


_TEAM = compiled(r"俱乐部|球队|队(?![长员伍友])|县|村|镇|乡|隧道|大桥|水库|集团|股份|牌")


def named_after(folded: str, seed: Seed) -> bool:
    """Whether a short name, taken on the model's word alone, is that of a team or a place elsewhere in the text (海鲨队)."""
    word = folded[seed.start : seed.end]
    if seed.rule not in ("recogniser", "carried", "list") or len(word) != 2 or "·" in word:
        return False
    start = folded.find(word)
    while start >= 0:
        if _TEAM.match(folded, start + len(word)):
            return True
        start = folded.find(word, start + 1)
    return False


_JAPANESE_ENDS = "郎男雄夫子美助藏之介平明彦治吉一二三太臣树辅志江香"


def built_as_name(folded: str, start: int, end: int) -> bool:
    """Whether a stretch of four characters may be a name at all: by its build, or by an office or a verb beside it."""
    word = folded[start:end]
    if len(word) != 4 or not compiled(rf"{HAN}+").fullmatch(word):
        return True
    if is_chinese_name(word) or is_foreign_name(word) or any(word[:size] in japanese() for size in (2, 3)):
        return True
    if (word[0] in surnames("common") and word[1] in surnames("common")) or word[-1] in _JAPANESE_ENDS:
        return True  # 陈方安生
    return ends_with_office(folded[max(0, start - 8) : start]) or bool(_acts().match(folded, end))


@cache
def _acts() -> re.Pattern[str]:
    return compiled(rf"(?:{said()}|任|担任|出任|出生|生于|逝世|去世|等人)")


def _first_lost(folded: str, start: int) -> bool:
    """Whether one character stands between an office and the foreign name that begins at `start`."""
    before = folded[max(0, start - 9) : start]
    return (
        before[-1:] not in tuple("和与及的由向对在、给同跟把被让请为以兼是将从到")
        and ends_with_office(before[:-1])
        and bool(compiled(HAN).match(before[-1:]))
        and not ends_with_office(before)
    )


def _torn(folded: str, start: int) -> bool:
    """Whether the surname is more likely a preposition or a verb with what stands before it: 将于, 接任."""
    if folded[start] not in "于向时任从经和常有万连":
        return False
    before = folded[max(0, start - 6) : start]
    return bool(compiled(f"{HAN}$").search(before)) and not (
        ends_with_office(before) or before[-1] in "和与及、"
    )


def _plausible(folded: str, start: int, end: int) -> bool:
    word = folded[start:end]
    address = _addressed().match(folded, start)
    if not built_as_name(folded, start, end):
        return False
    nation = country().match(folded, start)
    if (nation and nation.end() > end) or (
        word[0] in "任兼" and (word[1:] in offices() or never_person(word[1:]))
    ):
        return False
    if word[-1] in "人族语教" and never_person(word[:-1]):
        return False
    if (
        never_person(word)
        or is_known(word)
        or is_body(word)
        or not _person_like(word)
        or (address and address.end() >= end)
    ):
        return False
    if _THING_NAMED.match(folded, end) or word in offices():
        return False
    if is_foreign_name(word) and DOT[0] not in word and folded[start - 1 : start] in ("在", "于", "抵", "赴"):
        return not compiled(ACT).match(folded, end)  # 在雅尔塔会晤
    opened, closed = folded.rfind("“", max(0, start - 12), start), folded.find("”", end, end + 12)
    named = opened >= 0 and closed >= 0 and "”" not in folded[opened:start]
    if named and folded[closed - 1] in "号奖杯级":
        return False
    return not (
        named and opened == start - 1 and closed == end and _CALLED.search(folded, max(0, opened - 5), opened)
    )


def _person_like(word: str) -> bool:
    if len(word) < 2 or len(word) > 24:
        return False
    if len(word) == 2 and word[1] in "宅府墓庙祠之于家某氏":
        return False
    if len(word) == 2 and not (is_foreign_name(word) or word[0] in surnames()):
        return word[1] not in "方共军国人语文"
    return word[-1] not in "方共军国省市县区"


def unstuck(folded: str, seen: Seen, known: frozenset[str]) -> list[Seed]:
    """Known names at the end or the beginning of what the model took for one longer name."""
    out = []
    for entity in seen.entities:
        word = folded[entity.start : entity.end]
        for size in range(len(word) - 1, 1, -1):
            if word[-size:] in known:
                out.append(Seed(entity.end - size, entity.end, "recogniser"))
                break
    return out
