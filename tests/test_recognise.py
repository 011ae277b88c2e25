"""The recogniser of names: offsets, the limit, and doing without it."""

from __future__ import annotations

from itertools import pairwise

import pytest

from crosscheck import recognise
from crosscheck.kinds.person import KIND
from tests.support import text_of

TEXT = "1946年，傅斯年代理北京大学校长。\n竺可桢在杭州主持校务。\n梅贻琦回到清华大学。"


@pytest.fixture
def model() -> None:
    if not recognise.available():
        pytest.skip("the recogniser is not installed here")


@pytest.mark.usefixtures("model")
def test_names_have_their_places() -> None:
    text = text_of(TEXT)
    found = {(e.kind, text.folded[e.start : e.end]) for e in recognise.over(text)}
    assert {("PER", "竺可桢"), ("LOC", "杭州"), ("ORG", "清华大学"), ("PER", "梅贻琦")} <= found
    assert all(one.end <= other.start for one, other in pairwise(recognise.over(text)))


@pytest.mark.usefixtures("model")
def test_a_batch_says_what_single_sentences_say() -> None:
    sentences = ["竺可桢在杭州主持校务。", "梅贻琦回到清华大学，与冯友兰、叶企孙会谈。", "火车开往汉口。", ""]
    batch = recognise.recognise_all(sentences)
    assert batch == {sentence: recognise.recognise(sentence) for sentence in sentences}


@pytest.mark.usefixtures("model")
def test_only_the_sentences_allowed_are_read() -> None:
    text = text_of(TEXT)
    with recognise.limited_to(frozenset({1})):
        within = recognise.over(text)
    sentence = text.sentences[1].span
    assert within
    assert all(sentence.start <= e.start and e.end <= sentence.end for e in within)
    assert set(within) < set(recognise.over(text))


def test_no_sentence_needs_no_model() -> None:
    with recognise.limited_to(frozenset()):
        assert recognise.limit() == frozenset()
        assert recognise.over(text_of(TEXT)) == ()
    assert recognise.limit() is None


def test_rules_find_names_without_the_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recognise, "_model", lambda: None)
    assert not recognise.available()
    text = text_of("印度总理尼赫鲁（Jawaharlal Nehru）来访。外交部长陈毅到机场迎接，尼赫鲁向陈毅致意。")
    names = [text.folded[m.span.start : m.span.end] for m in KIND.find(text)]
    assert sorted(names) == sorted(["尼赫鲁", "陈毅", "尼赫鲁", "陈毅"])
