"""A document that contradicts itself, and the many that only seem to."""

from __future__ import annotations

import pytest

from crosscheck import extract
from crosscheck.context.scene import Scene
from crosscheck.contradict import said, within
from crosscheck.messages import words
from crosscheck.read import read_text
from crosscheck.text.sentences import split


def pairs(text: str, media_type: str = "text/x-wiki") -> list[tuple[str, str]]:
    """The contradictions of a wiki page, as pairs of words."""
    document = read_text(text, name="page", media_type=media_type, role="entry")
    cut = split(document)
    scene = Scene.of(cut, extract.facts(cut))
    return [(pair.claim.text, pair.evidence.text) for pair in within(scene)]


BRIDGE = "{{Infobox bridge|name=清河大桥|length=1280米|open=1968年5月1日}}\n'''清河大桥'''是一座公路桥，"

CONTRADICTIONS = [
    (
        "{{Infobox person|name=沈维岳|birth_date=1908年3月17日}}\n'''沈维岳'''（1909年3月17日－1986年11月2日），植物学家。",
        [("1908年3月17日", "1909年3月17日")],
    ),
    (
        "{{Infobox person|name=沈維嶽|出生日期=1908年3月17日}}\n'''沈維嶽'''，植物學家。沈維嶽生於1909年。",
        [("1908年3月17日", "1909年")],
    ),
    (BRIDGE + "全长1820米。", [("1280米", "1820米")]),
    (BRIDGE + "横跨清河。1969年5月1日通车。", [("1968年5月1日", "1969年5月1日")]),
    (BRIDGE + "横跨清河。\n\n== 历史 ==\n该桥全长1.8公里，有六个桥墩。", [("1280米", "1.8公里")]),
    (
        "'''1932年青石地震'''是一次地震。地震造成58人死亡。\n\n== 伤亡 ==\n地震共造成85人死亡，救援持续三天。",
        [("58人", "85人")],
    ),
    (
        "{{Infobox company|name=永泰纱厂|founded=1921年}}\n'''永泰纱厂'''是一家工厂。\n\n== 历史 ==\n永泰纱厂成立于1912年，有工人三百名。",
        [("1921年", "1912年")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CONTRADICTIONS)
def test_a_contradiction_is_seen(text: str, expected: list[tuple[str, str]]) -> None:
    assert pairs(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        # the same in another unit, script, calendar or grain
        BRIDGE + "全长1.28公里，1968年通车。",
        BRIDGE + "全长一千二百八十米。",
        "{{Infobox person|name=沈维岳|birth_date=1908年3月17日}}\n'''沈维岳'''（1908年－1986年），植物学家。",
        # a part, a plan, an earlier state, an estimate
        BRIDGE + "横跨清河。该桥主跨长210米，引桥全长300米。",
        BRIDGE + "横跨清河。该桥原长900米，1975年扩建后全长1280米。",
        BRIDGE + "横跨清河。大桥计划全长1500米。",
        BRIDGE + "横跨清河。该桥一期全长600米。",
        # another subject
        BRIDGE + "横跨清河。石门桥全长820米。",
        BRIDGE + "与石门桥相邻，全长820米。",
        BRIDGE + "横跨清河。\n\n== 周边 ==\n石门公园1975年开放，全长820米。",
        # other occasions
        BRIDGE + "横跨清河。1966年5月1日开工，1968年5月1日通车。",
        "'''清河铁路'''是一条铁路。清河铁路东段1968年通车，西段1971年通车。",
        # a series
        "'''青石镇'''是一个镇。\n\n== 面积 ==\n青石镇面积30平方公里。\n\n青石镇面积42平方公里。\n\n青石镇面积55平方公里。",
        # two brackets of two people
        "{{Infobox person|name=沈维岳|birth_date=1908年3月17日}}\n'''沈维岳'''，植物学家。其妻陈静如（1911年－1990年）是画家。",
        "'''沈维岳'''（1908年－1986年），植物学家。其子沈定一生于1935年。",
        # a longer name, an earlier count, a rebuilt bridge, an addition in brackets
        BRIDGE + "横跨清河。\n\n== 管理 ==\n清河大桥管理处是市属机构，1975年开业。",
        BRIDGE + "横跨清河。\n\n== 管理 ==\n大桥管理处由市政府设立，1975年启用。",
        BRIDGE + "横跨清河。\n\n== 历史 ==\n大桥1968年5月1日通车，1971年被洪水冲毁，1974年3月通车。",
        "{{Infobox lake|name=白石湖|area=85平方公里}}\n'''白石湖'''是一个湖泊。\n\n== 水文 ==\n白石湖面积112平方公里（丰水期）。",
        "'''1932年青石地震'''是一次地震。\n\n== 伤亡 ==\n地震造成58人死亡。\n\n截至3月10日，地震造成31人死亡。",
        "{{Infobox school|name=青石中学|founded=1926年}}\n'''青石中学'''是一所中学。\n\n== 历史 ==\n青石中学前身永兴学堂成立于1902年。",
        "{{Infobox person|name=沈维岳|birth_date=1908年3月17日}}\n'''沈维岳'''，画家。\n\n== 家庭 ==\n沈维岳之父沈兰生生于1879年。",
        # one sentence states two on purpose
        "'''沈维岳'''，生于1908年，一说生于1909年。",
        "'''1932年青石地震'''是一次地震。地震造成58人死亡。\n\n== 余震 ==\n次日余震造成3人死亡。",
        "'''1932年青石地震'''是一次地震。地震造成58人死亡，其中青石镇31人死亡。",
    ],
)
def test_what_is_no_contradiction(text: str) -> None:
    assert pairs(text) == []


def test_a_pair_in_words() -> None:
    document = read_text(BRIDGE + "全长1820米。", name="page", media_type="text/x-wiki", role="entry")
    cut = split(document)
    scene = Scene.of(cut, extract.facts(cut))
    (pair,) = within(scene)
    assert (
        words(said(pair), "en") == "The entry contradicts itself: “1280米” at one place, “1820米” at another."
    )
    assert pair.claim.span < pair.evidence.span
