"""Offices in running text: where one begins and ends, and what it is made of (body, rank, head)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from crosscheck.lexicon import either, table, words
from crosscheck.names.own import own
from crosscheck.names.words import offices
from crosscheck.patterns import compiled

# What follows an office word that is only the beginning of another word: 部长会议, 主席团, 书记处, 代表性.
_NOT_AFTER = "衙团府处馆室制部级们职性法区令权署联办院厅台楼组学型式机选任继"
_LATIN_DIGIT = r"[0-9A-Za-z]"
# An office reaches back to the last of these in its clause.
_STOPS = (
    r"[的向被把让请是为在到了着但而则又也即任兼前起称因派并]|(?<=[\d一二三四五六七八九十〇每是同当])[年月日]|(?<!自)由|(?<!参)与|(?<![共人])和(?!平)|"
    r"(?<!埃)及|对(?!外)|于|经(?!济|理|费|贸|营)|(?<!服)从(?!事)|将(?!军)|以(?!色)|(?<![共大合协])同(?!盟|仁|济|志)|(?<!供)给|过|(?<!司)令|"
    r"叫|(?<![大公天特专])使(?!馆|团)|(?<![临战])时|(?<!最)后(?!勤)|(?<![国所])有(?!限)"
)
_STOP_WORDS = (
    "惩办", "要求", "通知", "会见", "拜访", "访问", "陪同", "致电", "致函", "任命", "选举", "罢免", "委托", "命令", "接替", "邀请",
    "陪伴", "跟随", "追随", "拥护", "支持", "反对", "逮捕", "刺杀", "迎接", "欢迎", "约见", "召见", "电告", "密电", "通过", "包括",
    "根据", "按照", "当选", "出任", "担任", "时任", "现任", "历任", "曾任", "前任", "首任", "原任", "调任", "升任", "接任", "转任",
    "以及", "还有", "其中", "成员", "嘉宾", "如", "即", "分别", "取代", "击败", "听取", "下属", "结识", "师从", "嫁给", "迎娶",
    "辅佐", "弹劾", "召集", "率领", "带领", "当时", "此时", "这时", "同年", "次年", "其后", "随后", "后来", "曾", "已故", "原", "受命",
)  # fmt: skip
_RANKS = (
    "第一", "第二", "第三", "副", "代理", "代", "署理", "常务", "名誉", "荣誉", "执行", "首任", "前任", "现任", "候任", "临时", "助理", "见习",
    "首席",
)  # fmt: skip
_LEAD = (
    "团长", "主席", "领队", "队长", "首席代表", "总指挥", "领导人", "会长", "委员长", "司令", "负责人", "书记", "总书记", "校长", "院长",
)  # fmt: skip
_MISSION = frozenset({
    "团长", "领队", "队长", "首席代表", "代表", "特使", "专使", "为首", "负责人", "召集人", "发言人", "主持人",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Parts:
    """An office taken apart: 苏联部长会议 / 第一副 / 主席; `kind` is the class of the head in the lexicon."""

    body: str
    rank: str
    head: str
    kind: str


def heads() -> re.Pattern[str]:
    """Finds the last word of an office, where it is not the beginning of another word."""
    return _heads(own().offices)


@cache
def _heads(more: tuple[str, ...]) -> re.Pattern[str]:
    return compiled(
        rf"(?:{either((*offices(), *more))})(?![{_NOT_AFTER}]|会议|会(?!见|谈|晤|同|议)|大会|大典|人民|作为|应邀)"
    )


@cache
def occupations() -> re.Pattern[str]:
    """Finds the last word of an office or of an occupation (程序员, 记者), where it is not the beginning of another word."""
    every = (*offices(), *offices("occupation"))
    never = ("同学", "同事", "好友", "友人", "学生", "妻子", "丈夫", "父亲", "母亲", "儿子", "女儿", "长子", "次子", "长女", "次女", "兄长", "弟弟",
             "哥哥", "姐姐", "妹妹", "祖父", "祖母", "孙子", "冠军", "得主", "获得者", "主角", "委托人", "英雄", "同乡", "弟子", "徒弟", "师父",
             "老师", "导师", "后卫", "前锋", "中场", "门将", "选手", "助手", "元老", "烈士", "部下", "专家", "学者")  # fmt: skip
    return compiled(
        rf"(?:{either(tuple(word for word in every if word not in never))})(?![{_NOT_AFTER}们]|会议|大会|协会|学会|公会|之|的?[子女儿])"
    )


@cache
def _kinds(more: tuple[str, ...]) -> dict[str, str]:
    classes = ("occupation", "head", "office", "rank")
    rows = sorted(
        table("offices"), key=lambda row: classes.index(row["class"]) if row["class"] in classes else -1
    )
    known = {row["hans"]: row["class"] for row in rows if row["class"] in classes}
    return dict.fromkeys(more, "office") | known


@cache
def _rank() -> re.Pattern[str]:
    return compiled(rf"((?:{either(_RANKS)})*)$")


def parts(office: str) -> Parts:
    """The parts of a folded office; an office without a known head is all body."""
    return _parts(office, own().offices)


@lru_cache(maxsize=4096)
def _parts(office: str, more: tuple[str, ...]) -> Parts:
    plain = re.sub(r"[\s“”《》]", "", office).removesuffix("衔")
    if plain == "为首":
        return Parts("", "", "为首", "head")
    known = _kinds(more)
    head = next((plain[at:] for at in range(max(0, len(plain) - 7), len(plain)) if plain[at:] in known), "")
    if not head:
        return Parts(plain, "", "", "")
    rest = plain[: -len(head)]
    rank = _rank().search(rest)
    told = rank[1] if rank else ""
    return Parts(rest[: len(rest) - len(told)].removesuffix("的"), told, head, known[head])


@cache
def _stop() -> re.Pattern[str]:
    return compiled(rf".*(?:[^\u3400-\u9fff“”·\d]|{_STOPS}|{either(_STOP_WORDS)})", re.DOTALL)


def office_start(folded: str, floor: int, head: int, solid: tuple[tuple[int, int], ...] = ()) -> int:
    """Where the office whose last word begins at `head` begins; `solid` are stretches that nothing cuts (names of
    bodies and links), `floor` is the beginning of its clause."""
    floor = max(floor, head - 30)
    match = _stop().match(folded, floor, head)
    start = match.end() if match else floor
    for low, high in solid:
        if low < start < high and floor <= low:
            start = low
    while start < head and (folded[start] in "”个位名等、·" or folded[start].isspace()):
        start += 1
    digits = re.match(rf"{_LATIN_DIGIT}+(?:年|月|日|岁|时)?", folded[start:head])
    if digits and folded[start - 1 : start] != "第":
        start += digits.end()
    if "”" in folded[start:head] and "“" not in folded[start:head]:
        opened = folded.rfind("“", floor, start)
        start = opened if opened >= 0 else start + folded[start:head].index("”") + 1
    return start


def longest_head(folded: str, match: re.Match[str]) -> int:
    """Where an office ends whose last word `match` is followed by more of the same: 总统顾问, 主席助理."""
    end = match.end()
    while (more := heads().match(folded, end)) is not None:
        end = more.end()
    return end + (folded[end : end + 1] == "衔")


def leads(head: str) -> bool:
    """Whether the bearer of this office stands at the head of something (为首)."""
    return head in _LEAD or _kinds(own().offices).get(head) == "head"


def is_mission(head: str) -> bool:
    """Whether the office is one for an errand, held beside another one: 团长, 特使."""
    return head in _MISSION


@cache
def suffixes() -> tuple[str, ...]:
    """Last words of bodies, for leaving them out: 外交部部长 and 外交部长."""
    return tuple(word for word in words("organisation_suffixes") if len(word) == 1)


def furthest(folded: str, head: re.Match[str]) -> int:
    """Where the occupations that follow one another from `head` on end."""
    end = head.end()
    while (more := occupations().match(folded, end)) is not None:
        end = more.end()
    return end
