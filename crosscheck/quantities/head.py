"""The noun phrase that is counted: 100名|中国留学生, 学生|32人, 高度|389千米.

No parser: a stretch of Han characters up to a word of the table of stops, with the limits that follow from it.
"""

from __future__ import annotations

import re
from functools import cache

from crosscheck.lexicon import either, table, words
from crosscheck.quantities.lazy import Lazy

_LONGEST = 12
_LONGEST_BEFORE = 8
_RUN = Lazy(r"[\u4e00-\u9fffA-Za-z·]{1,40}")
# A verb before a suffix of nouns is part of a noun: 运输|机, 飞行|员, 获奖|者.
_SUFFIX = Lazy(
    r"[员者机器社所院馆站场线团队组部局处师家费额量率法权书稿品物区室厅堂舱船舰车炮弹]|"
    r"任务|人员|单位|部门|基地|中心|工程|项目|计划|方案|设备|工具|系统|技术|工作|企业|公司|大队|小组|学校|代表|活动|试验|实验|会议"
)
_NUMERAL = "一二三四五六七八九十百千万亿两"
_PERSON_SUFFIX = Lazy(r"[员者手]")
_TRAILING = "中内外上下里间前后时左右"
_WHOLE = (
    "空间", "民间", "房间", "国内", "国外", "海外", "境内", "室内", "野外", "体内", "时间", "车间", "战时", "临时",
)  # fmt: skip
_GOING = "驶飞运开走跑逃迁移转送派调赶撤退冲攻打射落升增减降涨跌延扩投流汇注坐站搬住装塞挤挂摆放存埋飘漂游奔追跳爬钻穿踏跨掉滚滑涌拉抬带拿捞挖找买卖借还交递寄捎播刻写画"
_TOWARDS = "往至到入抵赴向回出进在给"


@cache
def _stops() -> dict[str, tuple[tuple[str, str], ...]]:
    """Every stop and every word that must not be cut, under its first character, the longest first."""
    index: dict[str, list[tuple[str, str]]] = {}
    for row in table("noun_stops"):
        word = row["hans"]
        index.setdefault(word[0], []).append((word, row["role"]))
    return {
        first: tuple(sorted(found, key=lambda pair: len(pair[0]), reverse=True))
        for first, found in index.items()
    }


def _cut(run: str, start: int = 0) -> int:
    """Where the noun phrase that begins at `start` of `run` ends."""
    at = start
    while at < len(run) and at - start < _LONGEST:
        char = run[at]
        if char in _NUMERAL or char in "几数第首":
            return at
        if char in _GOING and run[at + 1 : at + 2] in tuple(_TOWARDS):
            return at
        step = 1
        for word, role in _stops().get(char, ()):
            if not run.startswith(word, at):
                continue
            end = at + len(word)
            suffix = _SUFFIX if len(word) > 1 else _PERSON_SUFFIX
            if role == "noun" or (role == "verb" and suffix.match(run, end)):
                step = len(word)
                break
            return at
        at += step
    return min(at, len(run), start + _LONGEST)


def _trimmed(phrase: str) -> str:
    while phrase and phrase[-1] in _TRAILING and not phrase.endswith(_WHOLE):
        phrase = phrase[:-1]
    return phrase


@cache
def _people() -> re.Pattern[str]:
    ending = either(words("person_nouns"))
    return re.compile(rf"[^的]*?(?:{ending})(?:.{{0,2}}?(?:{ending}))*")


def ends_here(folded: str, at: int) -> bool:
    """Whether a noun phrase that ends at `at` can end there: no Han character follows, or a verb or particle."""
    match = _RUN.match(folded, at, at + _LONGEST)
    return match is None or not _trimmed(match.group()[: _cut(match.group())])


def head_after(folded: str, end: int, *, relative: bool = True, people: bool = False) -> tuple[str, int]:
    """The noun phrase that follows `end`, and where it stops if it follows directly (else `end`).

    With `people` the phrase stops after a word for people (三千名学生|汇集广场).  A modifier with 的 belongs to it
    (核物理方面的中国专家); where a clause stands between (来自各地的代表), the head is found but does not follow directly.
    """
    match = _RUN.match(folded, end)
    if not match:
        return "", end
    run = match.group()
    if run[0] == "的":
        return "", end
    stop = _cut(run)
    phrase = run[:stop]
    if phrase and run[stop : stop + 1] == "的":
        after = run[stop + 1 : _cut(run, stop + 1)]
        trimmed = _trimmed(after)
        if len(trimmed) >= 2 and stop + 1 + len(trimmed) <= _LONGEST + 4 and not _starts_with_place(trimmed):
            joined = run[: stop + 1] + trimmed
            return joined, end + len(joined)
    phrase = _trimmed(phrase)
    person = _people().match(phrase) if people else None
    if person:
        phrase = person.group()
    if phrase:
        return phrase, end + len(phrase)
    return (_relative(run), end) if relative else ("", end)


def people_follow(folded: str, end: int) -> bool:
    """Whether a word for people follows right at `end`, an attribute of two characters at most before it."""
    match = _RUN.match(folded, end)
    person = _people().match(match.group()[: _cut(match.group())]) if match else None
    return bool(person)


def _starts_with_place(phrase: str) -> bool:
    return phrase[0] in "情时地" and phrase[:2] in ("情况", "时候", "地方")


def _relative(run: str) -> str:
    at = run.find("的", 1, 14)
    if at < 0:
        return ""
    phrase = _trimmed(run[at + 1 : _cut(run, at + 1)])
    return phrase if len(phrase) >= 2 and not _starts_with_place(phrase) else ""


@cache
def _attribute() -> re.Pattern[str]:
    long = either(tuple(word for word in words("attributes") if len(word) > 1))
    short = either(tuple(word for word in words("attributes") if len(word) == 1))
    return re.compile(
        rf"({long}|(?<![\u4e00-\u9fff])(?:{short}))(?:[：:约为达是至有到共可长高重超过近分别仅只均已]|大约)*+ ?$"
    )


@cache
def _linkers() -> re.Pattern[str]:
    return re.compile(r"(?:合计|总计|达到|划?分[为成作]|[改定列成编组]为|由|[约为达是有共计仅只就各：:]| )+$")


def head_before(folded: str, start: int, floor: int, *, attribute: bool, least: int = 2) -> str:
    """The noun before a number: with `attribute` only a noun that names a measure (高度), else what is counted (学生).

    `least` is how many characters the noun has to have.
    """
    window = folded[max(floor, start - 14) : start]
    match = _attribute().search(window)
    if match:
        return match.group(1)
    if attribute:
        return ""
    linked = _linkers().search(window)
    rest = window[: linked.start()] if linked else window
    tail = re.search(r"(?<![\u4e00-\u9fff])[\u4e00-\u9fff]++$", rest)
    if not tail:
        return ""
    run = tail.group()
    best = 0
    at = 0
    while at < len(run):
        end = _cut(run, at)
        if end >= len(run):
            best = at
            break
        at = max(end, at) + max(1, _stop_length(run, end))
    else:
        return ""
    phrase = run[best:].rstrip("高长宽深厚重")
    if best and run[best - 1] in _NUMERAL:  # what is left of 二|级教授 is no noun
        return ""
    return phrase if least <= len(phrase) <= _LONGEST_BEFORE else ""


def _stop_length(run: str, at: int) -> int:
    for word, role in _stops().get(run[at], ()):
        if role != "noun" and run.startswith(word, at):
            return len(word)
    return 1
