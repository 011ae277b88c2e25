"""Links that are names and links that are not; how the names of things relate."""

from __future__ import annotations

import pytest

from crosscheck.extract import facts
from crosscheck.kinds.thing import KIND
from crosscheck.names.thing_names import related
from crosscheck.read import read_text
from crosscheck.text.sentences import split
from tests.support import text_of


def things(wiki: str) -> list[str]:
    return [
        str(fact.value)
        for fact in facts(split(read_text(wiki, name="page.wiki", media_type="text/x-wiki")))
        if fact.kind == "thing"
    ]


@pytest.mark.parametrize(
    ("wiki", "expected"),
    [
        ("日军展开[[北辰作战]]，随后撤退。", ["北辰作战"]),
        ("乐队发行[[九月来信]]一曲。", ["九月来信"]),
        ("他改元[[金統]]，设置百官。", ["金统"]),
        ("文件以[[Portable Network Graphics|PNG格式]]保存在[[Multics]]里。", ["PNG格式", "Multics"]),
        ("守軍退入[[醉馬灘防線]]。", ["醉马滩防线"]),
        ("政府推行[[改姓名运动]]。", ["改姓名运动"]),
        ("病人服用[[奥司他韦]]。", ["奥司他韦"]),
        ("河里有[[中华秋沙鸭]]。", ["中华秋沙鸭"]),
        ("他是[[物理学家]]，用[[计算机]]研究[[战争]]。", []),
        ("她在[[1957年]]去[[法国]]，写[[武俠小說|小說]]。", []),
        ("用[[網頁瀏覽器|网页浏览器]]读[[電子郵件|邮件]]。", []),
        ("他[[中华民国国民政府|所在的政府]]宣布[[無條件投降]]。", []),
        ("这里说[[英语]]和[[閩南語]]，住着[[客家人]]。", []),
        ("[[清朝]]和[[南北朝]]时期，[[嘉靖]]年间。", []),
        ("他拍摄[[紀錄片]]，获[[博士]]学位，任[[立法委員]]。", []),
    ],
)
def test_links(wiki: str, expected: list[str]) -> None:
    assert things(wiki) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("PDP-11", "PDP 11", "written"),
        ("tcp/ip", "TCP/IP", "written"),
        ("长征三号", "长征3号", "written"),
        ("CRH2型", "CRH2", "short"),
        ("CRH2型", "CRH3型", "number"),
        ("CRH380A", "CRH380", "short"),
        ("歼-15", "歼15", "written"),
        ("歼-15", "歼-16", "number"),
        ("Firefox浏览器", "Firefox", "short"),
        ("TCP/IP", "TCP", "short"),
        ("汶川大地震", "唐山大地震", "other"),
        ("Windows 95", "Windows", "other"),
        ("济南号驱逐舰", "济南号", "short"),
        ("新党", "新党派", "other"),
        ("BBC", "NBC", "other"),
    ],
)
def test_names_of_things(one: str, other: str, expected: str) -> None:
    assert related(one, other) == expected
    assert related(other, one) == expected


def test_only_numbers_of_one_model_differ() -> None:
    one, two, other = (
        next(fact for fact in facts(text_of(words)) if fact.kind == "thing")
        for words in ("列车为CRH2型。", "列車爲CRH3型。", "列车为DF4型。")
    )
    assert KIND.compare(one, two).relation == "different"
    assert KIND.compare(one, other).relation == "incomparable"
    assert KIND.compare(one, one).relation == "identical"


def test_what_is_known_goes_first() -> None:
    read = [
        (fact.kind, fact.text)
        for fact in facts(text_of("驻华大使在《BBC纪事》里写道。六四事件后，香港举行集会。"))
    ]
    assert ("title", "《BBC纪事》") in read
    assert ("thing", "六四事件") in read
    assert not [text for kind, text in read if kind == "thing" and "BBC" in text]
