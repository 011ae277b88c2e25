"""Quotations held against a source, word for word."""

from __future__ import annotations

import pytest

from crosscheck import cite
from crosscheck.cite.quotes import check_quotation, letters_of
from crosscheck.model.document import Document
from crosscheck.read import read_text

SOURCE = """孫先生在會上說：「天下為公，是我們共同的理想。」

各校自下週起一律停課，但醫科除外。我們並不贊成這一份方案，會議於3月12日在廣州召開，到會代表一百六十五人，歷時七天閉幕。

「凡我同志，
務須依照建國方略繼續努力，以求貫徹」，這是他最後的囑咐。
"""


def source(text: str = SOURCE) -> Document:
    return read_text(text, name="source-1", media_type="text/plain")


@pytest.mark.parametrize(
    ("quotation", "state"),
    [
        ("是我們共同的理想", "exact"),
        ("天下为公，是我们共同的理想", "typeset"),
        ("天下為公是我們共同的理想", "typeset"),
        ("务须依照建国方略继续努力，以求贯彻", "typeset"),
        ("凡我同志，务须依照建国方略……以求贯彻", "typeset"),
        ("会议于3月15日在广州召开，到会代表一百六十五人", "altered"),
        ("会议在广州召开，到会代表一百六十五人", "altered"),
        ("天下为公，是我们共同的希望", "altered"),
        ("各校自下周起一律停课", "truncated"),
        ("赞成这一份方案，会议于3月12日在广州召开", "truncated"),
        ("各校自下周起一律停课……会议于3月12日在广州召开", "spliced"),
        ("到会代表一百六十五人……各校自下周起一律停课", "spliced"),
        ("人生自古谁无死，留取丹心照汗青", "absent"),
        ("理想国", "absent"),
        ("", "absent"),
        ("……", "absent"),
    ],
)
def test_state(quotation: str, state: str) -> None:
    result = check_quotation(quotation, letters_of(source()))
    assert result.state == state
    assert (result.place is None) == (state == "absent")


def test_what_was_changed() -> None:
    letters = letters_of(source())
    assert check_quotation("会议于3月15日在广州召开，到会代表一百六十五人", letters).changes == (
        ("15", "12"),
    )
    assert check_quotation("天下为公，是我们共同的希望", letters).changes == (("希望", "理想"),)


def test_the_place_holds_the_words() -> None:
    document = source()
    place = check_quotation("会议于3月15日在广州召开，到会代表一百六十五人", letters_of(document)).place
    assert place is not None
    assert document.text[place.start : place.end] == "會議於3月12日在廣州召開，到會代表一百六十五人"


def test_harmless_differences_are_named() -> None:
    letters = letters_of(source())
    assert check_quotation("天下为公是我们共同的理想", letters).names == ("script", "punctuation")
    assert "line ends" in check_quotation("凡我同志，务须依照建国方略继续努力", letters).names
    turned = check_quotation("各校自下周起一律停课", letters)
    assert (turned.turn, turned.front) == ("但", False)
    denied = check_quotation("赞成这一份方案，会议于3月12日在广州召开", letters)
    assert (denied.turn, denied.front) == ("并不", True)


def entry(text: str) -> Document:
    return read_text(text, name="entry", media_type="text/markdown", role="entry")


def found(text: str, *sources: Document) -> list[tuple[str, str]]:
    problems = cite.against(entry(text), sources)
    return [(problem.rule, problem.place.exact) for problem in problems if "quotation" in problem.rule]


def test_quotations_of_an_entry() -> None:
    text = "他说“天下为公，是我们共同的希望”，又说“凡我同志，务须依照建国方略继续努力”。\n"
    assert found(text, source()) == [("altered-quotation", "天下为公，是我们共同的希望")]
    other = source("另一份記錄：天下為公，是我們共同的希望。")
    assert found(text, source(), other) == []


def test_a_phrase_that_the_source_uses_otherwise_is_no_altered_quotation() -> None:
    other = source("大會決定堅持對外開放的基本國策，並通過了章程。")
    assert found("会议提出“坚持对外开放基本国策”。", other) == []
    quoted = source("大會提出「堅持對外開放的基本國策」，並通過了章程。")
    assert found("会议提出“坚持对外开放基本国策”。", quoted) == [
        ("altered-quotation", "坚持对外开放基本国策")
    ]


def test_a_source_nobody_cites_and_a_reference_nobody_brought() -> None:
    text = "正文\\[1\\]，续\\[2\\]。\n\n1.  李四：《古塔测绘报告》，文物出版社，1988年，第3页\n2.  王五：《宋代木构》，中华书局，1990年，第4页\n"
    report = read_text("古塔測繪報告\n\n李四\n\n塔高六十四米。", name="source-1", media_type="text/plain")
    other = read_text("茶經註\n\n茶者，南方之嘉木也。", name="source-2", media_type="text/plain")
    matches = cite.match(entry(text), (report, other))
    assert [(match.label, match.source) for match in matches] == [("1", "source-1")]
    rules = [problem.rule for problem in cite.against(entry(text), (report, other))]
    assert rules == ["source-not-cited", "source-not-supplied"]


def test_without_sources_nothing_is_said() -> None:
    assert cite.against(entry("他说“天下为公，是我们共同的希望”。"), ()) == ()


def test_a_copy_of_the_entry_is_told() -> None:
    sentences = "".join(
        f"第{n}处遗址出土陶器{n * 37}件、石器{n * 11}件，年代距今约{n * 130}年，由第{n + 4}考古队发掘。"
        for n in range(3, 30)
    )
    copied = read_text(sentences, name="source-1", media_type="text/plain")
    apart = read_text(
        "陶器與石器的製作工藝各地不同，年代也有早晚。" * 9, name="source-1", media_type="text/plain"
    )
    assert "circular-source" in [p.rule for p in cite.against(entry(sentences), (copied,))]
    assert "circular-source" not in [p.rule for p in cite.against(entry(sentences), (apart,))]
