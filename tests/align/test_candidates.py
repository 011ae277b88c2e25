"""What a claim is held against: facts that share a blocking key, and those of sentences that are alike."""

from __future__ import annotations

import pytest

from crosscheck.align.candidates import candidates
from crosscheck.registry import evidence_for
from tests.heart import prepared


def found(entry: str, source: str, kind_name: str) -> list[str]:
    bench = prepared(entry, source)
    claim = next(fact for fact in bench.claims if fact.kind == kind_name)
    return [fact.text for fact in candidates(claim, bench.entry, bench.sources[0], bench.weights)]


@pytest.mark.parametrize(
    ("kind_name", "entry", "source", "evidence"),
    [
        ("date", "1968年5月1日，大桥通车。", "五月一日是他的生日。1968年5月3日，棉紗漲價。", "1968年5月3日"),
        ("quantity", "工厂招收300名学徒。", "船上有貨三百名單。300名學徒失踪。", "300名學徒"),
        ("role", "1912年，陆征祥任外交总长。", "陸徵祥曾任公使。", "陸徵祥曾任公使"),
        ("title", "他写了《中国哲学史大纲》。", "書架上有《中國哲學史》。", "《中國哲學史》"),
    ],
)
def test_a_key_finds_what_no_word_does(kind_name: str, entry: str, source: str, evidence: str) -> None:
    assert evidence in found(entry, source, kind_name)


def test_siblings_stand_for_one_another() -> None:
    assert evidence_for("place")[:2] == ("place", "organisation")
    assert evidence_for("quote")[:2] == ("quote", "title")


@pytest.mark.parametrize(
    ("kind_name", "entry", "source", "evidence"),
    [
        ("place", "展览在青石镇举行。", "他們在青石，辦展覽。", "青石"),
        ("person", "爱德华·泰勒主持了试验。", "泰勒的實驗室主持了試驗。", "泰勒"),
    ],
)
def test_a_name_is_found_in_short(kind_name: str, entry: str, source: str, evidence: str) -> None:
    assert evidence in found(entry, source, kind_name)


def test_a_country_as_a_party_is_no_evidence() -> None:
    assert "蘇聯" not in found("会议在苏州市举行。", "蘇聯代表抵達，會議舉行。", "place")
