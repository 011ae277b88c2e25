"""Predicates beside typed facts: which are read, how far they reach, and what a denial does."""

from __future__ import annotations

import pytest

from crosscheck import extract
from crosscheck.context.statements import statements
from crosscheck.pipeline import check
from crosscheck.read import read_text
from crosscheck.registry import kind
from tests.support import text_of


def said(words: str) -> list[str]:
    text = text_of(words)
    typed = tuple(fact for fact in extract.facts(text) if fact.rule not in kind(fact.kind).unspecific)
    return [str(fact.value) for fact in statements(text, typed)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("1931年，古寺的佛像全部被毁。", ["古寺的佛像全部被毁"]),
        ("1919年，中国代表没有在和约上签字。", ["中国代表没有在和约上签字"]),
        ("北辰公司收购了海鲨公司。", ["北辰公司收购了海鲨公司"]),
        ("1981年3月，郎平带伤参赛，率先击败日本队。", ["率先击败日本队"]),
        ("1937年8月14日，高志航首次击落敌机。", ["首次击落敌机"]),
        ("竺可桢始终没有正式加入学会。", ["始终没有正式加入学会"]),
        ("大桥建于1920年。", []),
        ("事故造成30人死亡。", []),
        ("1950年，竺可桢到北京开会。", []),
        ("1969年文化大革命期间他在北京。", []),
        ("南昌起义纪念馆位于南昌。", []),
    ],
)
def test_predicates_beside_typed_facts(words: str, expected: list[str]) -> None:
    assert said(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "随着铁路事业的不断发展，",
        "一方面，",
        "另一方面，",
        "两个月后，",
        "五月初一，",
        "为了争取舆论的支持，",
        "在一阵激烈的炮火后，",
        "从软件的销售情况来看，",
        "无论是国内还是国外，",
        "几乎就要攻下时，",
        "如果病人没有接受治疗，",
        "认为一旦两国开战，",
        "这只游戏里的工匠，",
        "御前会议中，",
        "在推广新法灌溉水田的同时，",
        "球队的积分究竟有多少，",
    ],
)
def test_what_only_frames_the_next_clause_is_no_claim(words: str) -> None:
    assert said(f"{words}球队输掉了那场比赛。") == ["球队输掉了那场比赛"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("在途中被一名强盗拦截。", ["在途中被一名强盗拦截"]),
        ("在高粱田里装置炸药。", ["在高粱田里装置炸药"]),
        ("因口齿不清，被拒绝上台讲课。", ["因口齿不清", "被拒绝上台讲课"]),
        ("从渔村发展成商业城市。", ["从渔村发展成商业城市"]),
        ("队伍先后输掉比赛，成绩落后。", ["队伍先后输掉比赛", "成绩落后"]),
        ("若干居民反对拆迁。", ["若干居民反对拆迁"]),
    ],
)
def test_a_clause_that_begins_like_a_frame_and_says_something_is_one(words: str, expected: list[str]) -> None:
    assert said(words) == expected


def test_brackets_and_quotation_marks_of_a_statement_come_in_pairs() -> None:
    assert said("1983年推出家用主机（俗称红白机）。") == ["推出家用主机（俗称红白机）"]
    assert said("1933年公司更名为「山川公司」。") == ["公司更名为“山川公司”"]


def claimed(entry: str) -> list[str]:
    report = check(read_text(entry, name="e.txt"), [read_text("无关的文字。", name="s.txt")])
    return [str(finding.claim.exact) for finding in report.findings]


def test_a_name_inside_the_name_of_a_work_or_a_prize_is_no_claim_of_its_own() -> None:
    assert claimed("她获得香港电影金像奖。") == ["香港电影金像奖"]
    assert claimed("她住在香港。") == ["香港"]


def verdicts(entry: str, source: str) -> list[str]:
    report = check(read_text(entry, name="e.txt"), [read_text(source, name="s.txt")])
    return [finding.verdict for finding in report.findings if finding.kind == "statement"]


@pytest.mark.parametrize(
    ("entry", "source", "verdict"),
    [
        ("竺可桢始终没有正式获得博士学位。", "1918年，竺可桢在哈佛大学拿到博士学位。", "conflict"),
        ("1919年，中国代表没有在和约上签字。", "1919年，中国代表在和约上签字。", "conflict"),
        ("1919年，中國代表沒有在和約上簽字。", "1919年，中国代表在和约上签字。", "conflict"),
        ("1978年，容国团被迫离开球队。", "1978年，容国团主动离开球队。", "conflict"),
        ("1919年，中国代表没有在和约上签字。", "1920年，日本代表在和约上签字。", "unsupported"),
        (
            "1919年，中国代表没有在和约上签字。",
            "1919年，中国代表拒绝在和约上签字。",
            "agree",
        ),  # who refuses does not
        ("北辰公司率先发明了折叠雨伞。", "折叠雨伞由北辰公司率先发明。", "agree"),
        ("北辰公司率先发明了折叠雨伞。", "折叠雨伞由海鲨公司率先发明。", "unsupported"),
    ],
)
def test_denials_and_opposites_conflict(entry: str, source: str, verdict: str) -> None:
    assert verdicts(entry, source) == [verdict]
