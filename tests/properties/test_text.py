"""Folding, sentences and origins keep their promises on any text."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from crosscheck.model.origins import Origins, Run
from crosscheck.model.span import Span
from crosscheck.text.fold import fold, radicals
from tests.support import plain, text_of

HAN = st.text(
    alphabet="聶榮臻為團長中蘇協定乾隆乾燥甚麼鍾徵「」『』（）《》，。！；、1957年9月７日一二〇 \u3000\u00a0ABc-—\n𠀀",
    max_size=80,
)


@given(st.one_of(HAN, st.text(max_size=80)))
def test_folding_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert len(radicals(text)) == len(text)


@given(HAN)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@settings(max_examples=60)
@given(HAN)
def test_sentences_cover_every_character(text: str) -> None:
    analysed = text_of(text)
    covered = {i for s in analysed.sentences for i in range(s.span.start, s.span.end)}
    clean = analysed.document.text
    assert {i for i, char in enumerate(clean) if not char.isspace()} <= covered
    for sentence in analysed.sentences:
        edges = [clause.start for clause in sentence.clauses] + [sentence.clauses[-1].end]
        assert edges[0] == sentence.span.start and edges[-1] == sentence.span.end
        assert all(a.end == b.start for a, b in zip(sentence.clauses, sentence.clauses[1:], strict=False))


@given(HAN)
def test_each_character_knows_its_place(text: str) -> None:
    document = plain(text)
    for index, char in enumerate(document.text):
        place = document.origins.place(index)
        assert place.end <= len(document.source)
        if len(place) == 1:
            assert document.source[place.start] == char


def test_a_character_made_of_many_knows_them_all() -> None:
    origins = Origins.of(
        [
            Run(clean=0, source=0, length=2, width=1),
            Run(clean=2, source=2, length=1, width=5),
            Run(clean=3, source=7, length=1, width=1),
        ]
    )
    assert origins.place(2) == Span(2, 7)
    assert origins.to_source(Span(1, 4)) == Span(1, 8)
