"""Which slot a value fills, and when two values fill one."""

from __future__ import annotations

import pytest
from opencc import OpenCC

from crosscheck.context.scene import Scene
from crosscheck.context.slot import Slot, alike
from crosscheck.extract import facts
from tests.support import text_of

# a text, one of its values, the slot that it fills with the part it is of
FILLED = [
    ("矿井塌方造成3名矿工遇难。", "3名矿工", "dead"),
    ("这次空难死十九人，伤五人。", "十九人", "dead"),
    ("警察逮捕学生80人。", "80人", "students"),
    ("第二天又有70名学生被捕。", "70名学生", "arrested"),
    ("事故致3人死亡、5人受伤。", "5人", "injured"),
    ("大桥全长350米，主桥长120米。", "350米", "length"),
    ("大桥全长350米，主桥长120米。", "120米", "主桥 length"),
    ("城墙底宽26米，顶宽11米。", "26米", "底 width"),
    ("军舰满载排水量6万吨。", "6万吨", "满载 displacement"),
    ("大桥造价3亿元，其中银行贷款占六成。", "3亿元", "cost"),
    ("影片票房5000万元。", "5000万元", "boxoffice"),
    ("选举投票率为65%。", "65%", "turnout"),
    ("他享年81岁。", "81岁", "deadage"),
    ("战斗历时三年。", "三年", "lasted"),
    ("梓岭茶厂建于1952年。", "1952年", "build"),
    ("学校成立于1912年。", "1912年", "found"),
    ("1998年3月19日，大桥正式通车。", "1998年3月19日", "open"),
    ("1957年10月，两国在莫斯科签订协定。", "1957年10月", "sign"),
    ("作家查文清（1924年2月6日－2018年10月30日）辞世。", "1924年2月6日", "born"),
    ("作家查文清（1924年2月6日－2018年10月30日）辞世。", "2018年10月30日", "die"),
    ("他病逝后葬于青山公墓。", "青山公墓", "buried"),
]
# what tells no slot: an act done often, a value by itself, a date that only qualifies, one a day
OPEN = [
    ("1998年3月，代表团访问莫斯科。", "1998年3月"),
    ("他有30本书。", "30本书"),
    ("1986年的《收获》登了这篇小说。", "1986年"),
    ("矿上每天死亡3人。", "3人"),
    ("最后结算是三亿元，其中贷款占六成。", "六成"),
]


def slot(words: str, value: str) -> str:
    text = text_of(words)
    scene = Scene.of(text, facts(text))
    found = next(scene.slot(fact) for fact in scene.facts if fact.text == value)
    return f"{found.part} {found.name}".strip() if found else ""


@pytest.mark.parametrize("script", ["s2s", "s2t"])
@pytest.mark.parametrize(("words", "value", "name"), FILLED)
def test_a_slot_is_told_by_the_words_beside(words: str, value: str, name: str, script: str) -> None:
    if script == "s2t":
        words, value = (OpenCC("s2t").convert(part) for part in (words, value))
    assert slot(words, value) == name


@pytest.mark.parametrize(("words", "value"), OPEN)
def test_a_slot_is_left_open(words: str, value: str) -> None:
    assert slot(words, value) == ""


DEAD = Slot("dead", "", "event", "toll")
HURT = Slot("injured", "", "event", "hurt")
PEOPLE = Slot("population", "", "grows", "people")
PUPILS = Slot("students", "", "grows", "who")
WHOLE, BRIDGE, SIDE = (Slot("length", part, "one", "extent") for part in ("", "主桥", "引桥"))


@pytest.mark.parametrize(
    ("one", "other", "occasion", "value"),
    [
        (DEAD, DEAD, 0.0, 1.0),
        (DEAD, HURT, 0.0, -1.0),
        (DEAD, None, 0.0, 0.0),
        (DEAD, PUPILS, 0.0, 0.0),
        (PEOPLE, PEOPLE, 1.0, 1.0),
        (PEOPLE, PEOPLE, 0.0, 0.0),
        (PEOPLE, PEOPLE, -1.0, 0.0),
        (WHOLE, BRIDGE, 0.0, 0.0),
        (SIDE, BRIDGE, 0.0, -1.0),
    ],
)
def test_two_slots(one: Slot, other: Slot | None, occasion: float, value: float) -> None:
    assert alike(one, other, occasion) == value
    assert alike(other, one, occasion) == value
