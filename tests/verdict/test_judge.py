"""How a verdict comes about: an entry, its sources, and what is said of the claim."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crosscheck.verdict.judge import judge
from tests.heart import options, verdict

FACTORY = "1912年5月3日，永泰纱厂招收300名学徒。"
# the entry, a source, the kind, the verdict
CASES = [
    (FACTORY, "1912年5月3日，永泰紗廠招收三百名學徒。", "quantity", "agree"),
    (FACTORY, "1912年5月3日，永泰紗廠招收320名學徒。", "quantity", "conflict"),
    (FACTORY, "1912年5月3日，商會開會。", "quantity", "unsupported"),
    (FACTORY, "永泰紗廠有300臺紡車。", "quantity", "unsupported"),
    ("起义军占领县衙并打开粮仓。", "起義軍佔領縣衙並打開糧倉。", "statement", "agree"),
    ("两国代表没有签署协定。", "兩國代表簽訂協定。", "statement", "conflict"),
    ("大桥于1968年5月1日通车。", "大橋於1968年5月1日通車。", "date", "agree"),
    ("大桥未于1968年5月1日通车。", "大橋於1968年5月1日通車。", "date", "unsupported"),
    ("大桥于1968年5月1日通车。", "大橋於1968年6月1日通車。", "date", "conflict"),
    ("1912年，陆征祥任外交总长。", "1912年，陸徵祥任外交總長。", "role", "agree"),
    ("1912年，陆征祥任外交总长。", "1912年，陸徵祥任外交次長。", "role", "conflict"),
    ("他高呼：“外争国权，内除国贼！”", "他高呼：“外爭國權，內懲國賊！”", "quote", "conflict"),
    ("条例以国务院令第516号公布。", "條例以國務院令第五一六號公布。", "law", "agree"),
]  # fmt: skip


@pytest.mark.parametrize(("entry", "source", "kind", "expected"), CASES)
def test_a_claim_and_a_source(entry: str, source: str, kind: str, expected: str) -> None:
    assert verdict(entry, source, kind=kind).verdict == expected


def test_sources_that_disagree_are_a_conflict_and_it_is_said() -> None:
    agreeing, other = FACTORY, "1912年5月3日，永泰紗廠招收320名學徒。"
    one = verdict(FACTORY, agreeing, other, kind="quantity")
    assert one.verdict == "conflict"
    assert "note.sources-disagree" in [note.key for note in one.notes]
    assert [near.evidence.document.id for near in one.considered] == ["source-1"]


def test_what_another_claim_states_word_for_word_is_not_held_against_this_one() -> None:
    claim, *_ = (found := options(FACTORY, "1912年5月3日，永泰紗廠招收320名學徒。", kind="quantity"))
    assert judge(claim.claim, found).verdict == "conflict"
    assert judge(claim.claim, found, taken=frozenset({claim.evidence})).verdict == "unsupported"


def test_a_plan_contradicts_nothing_that_is_told_as_done() -> None:
    source = "大橋計劃投資5億元。\n大橋共投資3億元。"
    assert verdict("大桥共投资3亿元。", source, kind="quantity").verdict == "agree"


def test_what_came_of_a_plan_overrules_the_plan() -> None:
    source = "大橋計劃投資3億元，結果投資了5億元。"
    one = verdict("大桥投资3亿元。", source, kind="quantity")
    assert one.verdict == "conflict"
    assert "note.outcome" in [note.key for note in one.notes]


def test_a_plan_in_the_entry_is_noted() -> None:
    one = verdict("大桥计划于1968年5月1日通车。", "大橋於1968年5月1日通車。", kind="date")
    assert "note.plan-claim" in [note.key for note in one.notes]


def test_words_that_stand_there_are_told_apart_from_words_that_do_not() -> None:
    elsewhere = verdict("校长捐款300元。", "商店有貨300元，校工看門。", kind="quantity")
    nowhere = verdict("校长捐款300元。", "商店關門。", kind="quantity")
    assert elsewhere.verdict == nowhere.verdict == "unsupported"
    assert elsewhere.reasons[0].key in ("judge.elsewhere", "judge.stands")
    assert nowhere.reasons[0].key == "judge.unsupported"


def test_no_options_are_no_support() -> None:
    one, *_ = options(FACTORY, FACTORY, kind="quantity")
    assert judge(one.claim, []).verdict == "unsupported"
    assert judge(one.claim, [replace(one, score=0.4)]).verdict == "unsupported"
    assert judge(one.claim, [replace(one, score=0.47)]).verdict == "agree"
