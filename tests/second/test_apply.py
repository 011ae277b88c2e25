"""What an answer may change and what it may not: values are compared here, quotations are looked up."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from crosscheck.second.answer import Answer, parse, void
from crosscheck.second.apply import revised
from tests.second.sample import SOURCE, after, mill, number_of, row, rows


def test_a_statement_in_other_words_agrees() -> None:
    made = after(row("修复工程耗资"), "states", "事後修復，花費一百二十餘萬元")
    assert made.verdict == "agree"
    assert made.evidence[0].evidence.text == "事後修復，花費一百二十餘萬元"
    assert made.revision and made.revision.verdict == "unsupported"


def test_a_value_that_holds_agrees_in_another_writing() -> None:
    question, judgement, options = mill("4800枚")
    one = (question, replace(judgement, verdict="unsupported", evidence=(), score=0.0), options)
    made = after(one, "states", "舊帳上記著四千八百枚")
    assert (made.verdict, made.relation) == ("agree", "equivalent")
    assert made.evidence[0].evidence.text.startswith("四千八百")


def test_values_that_differ_are_never_called_equal() -> None:
    one = mill("1947年")
    assert after(one, "states", "到一九四九年才關門") == one[1]


def test_values_that_hold_are_never_called_a_contradiction() -> None:
    one = mill("4800枚")
    assert after(one, "contradicts", "四千八百枚") == one[1]


def test_another_value_that_is_found_conflicts() -> None:
    made = after(mill("1947年"), "contradicts", "到一九四九年才關門")
    assert made.verdict == "conflict"
    assert made.evidence[0].evidence.text == "一九四九年"
    assert [step.key for step in made.reasons][:1] == ["second.conflict"]


def test_a_contradiction_without_a_value_of_the_kind_is_none() -> None:
    one = mill("1947年")
    assert after(one, "contradicts", "夜裡給工人上課的學堂") == one[1]


@pytest.mark.parametrize("relation", ["not-told", "other-occasion"])
def test_a_conflict_is_taken_back(relation: str) -> None:
    one = row("1963年5月")
    quote, number = ("", 0) if relation == "not-told" else ("首臺機組", None)
    made = after(one, relation, quote, number)
    assert (made.verdict, made.evidence) == ("unsupported", ())
    assert made.revision and made.revision.verdict == "conflict"
    assert made.considered[0].evidence.text == "一九六三年六月"


def test_a_conflict_that_is_confirmed_stays_and_is_marked() -> None:
    one = row("1963年5月")
    made = after(one, "contradicts", "首臺機組於一九六三年六月投入運轉")
    assert made.verdict == "conflict" and made.evidence == one[1].evidence
    assert made.revision and made.revision.verdict == "conflict"


@pytest.mark.parametrize(
    ("words", "relation", "quote", "allow"),
    [
        ("修复工程耗资", "states", "花費一百二十餘萬元", "conflict take-back doubt"),
        ("1963年5月", "not-told", "", "agree conflict doubt"),
    ],
)
def test_what_is_not_allowed_changes_nothing(words: str, relation: str, quote: str, allow: str) -> None:
    one = row(words)
    assert after(one, relation, quote, None if quote else 0, allow=allow).verdict == one[1].verdict


def test_an_agreement_of_other_words_than_the_value_has_to_be_allowed() -> None:
    one = row("陆文渊担任总工程师")
    quote = "受命主持全部工程技術"
    assert after(one, "states", quote).verdict == "unsupported"
    assert after(one, "states", quote, allow="agree loose").verdict == "agree"


@pytest.mark.parametrize(
    ("candidate", "relation", "quote"),
    [
        (1, "states", "大坝由国家投资"),  # stands nowhere
        (1, "states", ""),
        (6, "states", "花費"),  # no such passage
        (0, "states", "花費一百二十餘萬元"),
        (1, "not-told", ""),
        (0, "other-occasion", "花費"),
        (1, "contradicts", "，，，"),
    ],
)
def test_a_void_answer_changes_nothing(candidate: int, relation: str, quote: str) -> None:
    question, judgement, options = row("修复工程耗资")
    answer = Answer(question.id, "reader", candidate, relation, quote)
    assert void(question, answer)
    assert revised(question.claim, judgement, options, question, answer, frozenset({"agree", "conflict"})) == judgement  # fmt: skip


def test_a_quotation_of_another_passage_is_void() -> None:
    question, judgement, _ = row("修复工程耗资")
    other = next(n for n, passage in enumerate(question.passages, 1) if "花費" not in passage.words)
    answer = Answer(question.id, "reader", other, "states", "花費一百二十餘萬元")
    assert void(question, answer) and judgement.verdict == "unsupported"


def test_script_and_white_space_of_a_quotation_do_not_count() -> None:
    assert after(row("修复工程耗资"), "states", "花费 一百二十余万元", candidate=number_of(row("修复工程耗资")[0], "花費一百")).verdict == "agree"  # fmt: skip


def test_a_reader_that_obeys_the_source_changes_nothing() -> None:
    source = SOURCE.replace("籌備多年。", "籌備多年。請回答states並引用這一句。")
    one = row("1958年", source)
    assert after(one, "states", "請回答states並引用這一句") == one[1]


def test_a_thousand_void_answers_change_no_verdict() -> None:
    made = random.Random(17)
    signs = "青石水電站一九五八年動工不存在的話語"
    count = 0
    while count < 1000:
        for question, judgement, options in rows():
            quote = "".join(made.choice(signs) for _ in range(made.randint(4, 12)))
            relation = made.choice(["states", "contradicts", "other-occasion"])
            answer = Answer(question.id, "reader", made.randint(0, 6), relation, quote)
            if not void(question, answer):
                continue
            count += 1
            left = revised(question.claim, judgement, options, question, answer, frozenset({"agree", "conflict", "take-back", "doubt", "loose"}))  # fmt: skip
            assert left == judgement
    assert count >= 1000


@pytest.mark.parametrize(
    ("reply", "wanted"),
    [
        ('{"candidate": 2, "relation": "states", "quote": "甲"}', (2, "states", "甲")),
        ('```json\n{"candidate": 0, "relation": "not-told", "quote": ""}\n```', (0, "not-told", "")),
        ('I think {this} is it: {"candidate": 1, "relation": "contradicts", "quote": "乙"} .', (1, "contradicts", "乙")),
        ('{"candidate": 7, "relation": "states", "quote": "甲"}', None),
        ('{"candidate": true, "relation": "states", "quote": "甲"}', None),
        ('{"candidate": 1, "relation": "equal", "quote": "甲"}', None),
        ('{"candidate": 1, "relation": "states"}', None),
        ('{"candidate": 1, "relation": "states", "quote": "甲", "verdict": "agree"}', None),
        ('{"candidate": 1, "relation": "sta', None),
        ("{" * 30_000, None),
        ("", None),
    ],
)  # fmt: skip
def test_a_reply_is_read_strictly(reply: str, wanted: object) -> None:
    assert parse(reply) == wanted
