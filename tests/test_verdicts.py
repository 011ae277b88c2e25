"""Verdicts on small texts, one idea each; the source in both scripts."""

from __future__ import annotations

import pytest

import crosscheck
from crosscheck.model.report import Finding
from tests.kinds.test_corpus import converter

CASES = [
    # entry, source, the claim, its verdict
    pytest.param(
        "青螺大桥于2005年开工，总投资27.6亿元。",
        "青螺大桥开工前批准的概算是27.6亿元，后来钢价上涨，最后结算是31.2亿元。",
        "27.6亿元",
        "conflict",
        id="what became of a plan",
    ),
    pytest.param(
        "县卫生局获得防控专项经费860万元。",
        "县卫生局申请防控专项经费860万元，经财政审核，实际拨付640万元。",
        "860万元",
        "conflict",
        id="what became of a request",
    ),
    pytest.param(
        "5月28日法院首次开庭，审判长为邓季雄。",
        "5月28日法院首次开庭，审判长是邝守真，陪席的是邓季雄和吴绍庚。",
        "邓季雄",
        "conflict",
        id="said of another person",
    ),
    pytest.param(
        "1967年学校停课。1969年，李光璧出任院长，主持复课。",
        "1967年学校停课。两年后，李光璧出任院长，主持复课。",
        "1969年",
        "agree",
        id="a year that is counted",
    ),
    pytest.param(
        "1967年学校停课。1970年，李光璧出任院长，主持复课。",
        "1967年学校停课。两年后，李光璧出任院长，主持复课。",
        "1970年",
        "unsupported",
        id="a counted year contradicts nothing",
    ),
    pytest.param(
        "大桥小型客车每车次收费45元。",
        "大桥通车后开始收费，小型客车每次45元。",
        "45元",
        "agree",
        id="prices of one piece",
    ),
    pytest.param(
        "贺家骥与继母秦若兰不睦，贺家骥当年18岁。",
        "贺家骥与继母秦若兰不睦。秦若兰比贺家骥的父亲小十八岁。",
        "18岁",
        "unsupported",
        id="a difference is no amount",
    ),
    pytest.param("人均收入5000元。", "该村总收入5000元。", "5000元", "unsupported", id="a price by head"),
    pytest.param(
        "张解放带领队伍修建大桥。",
        "解放军带领队伍修建大桥。",
        "张解放",
        "unsupported",
        id="a given name as a word",
    ),
    pytest.param(
        "大桥投资5亿元。",
        "大桥计划投资5亿元，后来引桥又投资2亿元。",
        "5亿元",
        "agree",
        id="something more is no outcome",
    ),
    pytest.param(
        "张建华出席了开幕典礼。",
        "李大明出席了开幕典礼，张建华、陈国栋也来了。",
        "张建华",
        "agree",
        id="two persons took part",
    ),
    pytest.param("比萨斜塔高55米。", "比萨斜塔的高度为55米。", "55米", "agree", id="比 in a name"),
]


def verdict(entry: str, source: str, claim: str) -> Finding:
    report = crosscheck.compare(
        crosscheck.read_text(entry, name="entry", role="entry"), [crosscheck.read_text(source, name="source")]
    )
    return next(f for f in report.findings if f.claim.exact == claim)


@pytest.mark.parametrize("script", ["as written", "s2t"])
@pytest.mark.parametrize(("entry", "source", "claim", "wanted"), CASES)
def test_verdict(entry: str, source: str, claim: str, wanted: str, script: str) -> None:
    told = converter("s2t").convert(source) if script == "s2t" else source
    found = verdict(entry, told, claim)
    assert (found.verdict, found.claim.exact) == (wanted, claim), [str(r) for r in found.reasons]


def test_a_plan_is_told_with_what_became_of_it() -> None:
    found = verdict(str(CASES[0].values[0]), str(CASES[0].values[1]), "27.6亿元")
    assert "note.outcome" in [note.key for note in found.notes]


def test_a_cell_counts_what_its_column_names() -> None:
    table = "| 时代 | 房址 | 厚度（厘米） |\n|---|---|---|\n| 新石器时代 | 23 | 90 |\n"
    document = crosscheck.read_text(f"清理结果见下表。\n\n{table}", name="dig", media_type="text/markdown")
    found = {fact.text: str(fact.value) for fact in crosscheck.facts(document) if fact.kind == "quantity"}
    assert found == {"23": "23 房址", "90": "90 cm"}


@pytest.mark.parametrize(
    ("entry", "source", "claim"),
    [
        (
            "大学钟楼由英国建筑师威廉·霍尔设计。",
            "钟楼的设计者是英国建筑师霍尔，大学今天仍在用它。",
            "威廉·霍尔",
        ),
        ("顾廷樾生于同里镇，父亲在镇上教书。", "顾廷樾是同里人，生在那里，父亲教书。", "同里镇"),
    ],
)
def test_a_name_in_short_is_found(entry: str, source: str, claim: str) -> None:
    report = crosscheck.compare(
        crosscheck.read_text(entry, name="entry", role="entry"), [crosscheck.read_text(source, name="source")]
    )
    found = next(f for f in report.findings if f.claim.exact == claim)
    held = (*found.evidence, *found.considered)
    assert claim.removesuffix("镇").rpartition("·")[2] in [evidence.place.exact for evidence in held]
