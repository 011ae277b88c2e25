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
        ("1919年，中国代表没有在和约上签字。", "1919年，中国代表拒绝在和约上签字。", "unsupported"),
        ("北辰公司率先发明了折叠雨伞。", "折叠雨伞由北辰公司率先发明。", "agree"),
        ("北辰公司率先发明了折叠雨伞。", "折叠雨伞由海鲨公司率先发明。", "unsupported"),
    ],
)
def test_denials_and_opposites_conflict(entry: str, source: str, verdict: str) -> None:
    assert verdicts(entry, source) == [verdict]
