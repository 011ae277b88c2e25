"""Columns in each unit, held against slices of the encoded file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.model.report import Report
from crosscheck.places import Places
from crosscheck.render._columns import Lines, Unit, cells, size
from tests.render.outputs import example
from tests.render.sample import document, finding, select

LETTERS = st.text(st.sampled_from("ab 的国𠀀𠮷😀é\u0301\r\n\t，"), max_size=40)


@pytest.mark.parametrize(
    ("text", "points", "utf16", "utf8", "wide"),
    [
        ("", 0, 0, 0, 0),
        ("abc", 3, 3, 3, 3),
        ("丽江", 2, 2, 6, 4),
        ("𠀀", 1, 2, 4, 2),
        ("𠀀𠮷的", 3, 5, 11, 6),
        ("é", 1, 1, 2, 1),
        ("e\u0301", 2, 2, 3, 1),  # a combining accent
        ("葛\U000e0100", 2, 3, 7, 2),  # a variation selector
        ("👩\u200d🚀", 3, 5, 11, 4),
        ("“，”", 3, 3, 9, 4),
        ("\ud800", 1, 1, 3, 1),  # written as U+FFFD
    ],
)
def test_sizes(text: str, points: int, utf16: int, utf8: int, wide: int) -> None:
    units: tuple[Unit, ...] = ("code-points", "utf-16", "utf-8", "cells")
    assert [size(text, unit) for unit in units] == [points, utf16, utf8, wide]


def test_a_tab_reaches_the_next_stop() -> None:
    assert [size(text, "cells") for text in ("\t", "a\t", "中\tb", "12345678\t")] == [8, 8, 9, 16]
    assert cells("\t") == 1


@given(LETTERS, st.data())
def test_columns_cut_the_encoded_line(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    lines = Lines.of(text)
    for unit, codec, width in (
        ("utf-8", "utf-8", 1),
        ("utf-16", "utf-16-le", 2),
        ("code-points", "utf-32-le", 4),
    ):
        region = lines.region(start, end, unit)  # type: ignore[arg-type]
        whole = text[lines.starts[region.start.line - 1] :].encode(codec)
        assert whole[(region.start.column - 1) * width :].decode(codec) == text[start:]
        rest = text[lines.starts[region.end.line - 1] :].encode(codec)
        assert rest[(region.end.column - 1) * width :].decode(codec) == text[end:]


@given(LETTERS)
def test_lines_are_those_of_the_report(text: str) -> None:
    places, lines = Places.of(document(text, "entry", "x", "x")), Lines.of(text)
    for offset in range(len(text) + 1):
        position = lines.position(offset)
        assert (position.line, position.column) == places.line_column(offset)


def test_a_place_over_several_lines() -> None:
    text = "一\r\n二三\r四\n五"
    region = Lines.of(text).region(1, len(text))
    assert (region.start.line, region.start.column, region.end.line, region.end.column) == (1, 2, 4, 2)


def test_the_place_past_the_end() -> None:
    position = Lines.of("甲\n").position(2)
    assert (position.line, position.column) == (2, 1)
    assert Lines.of("").position(0).line == 1


def test_the_spots_of_a_report_know_their_columns() -> None:
    from crosscheck.render._issue import Included
    from crosscheck.render._issues import issues

    found = issues(example.report(), "en", Included(unsupported="note"))
    year = next(issue for issue in found if issue.rule == "date/unsupported")
    line = example.ENTRY.split("\n")[1]
    before = line[: line.index("2003年")]
    assert "𠀀" in before
    assert year.spot.region().start.column == len(before) + 1
    assert year.spot.region("utf-16").start.column == len(before) + 2
    assert year.spot.region("utf-8").start.column == len(before.encode()) + 1
    assert year.spot.region("utf-8").end.column == len(before.encode()) + 1 + len("2003年".encode())
    assert year.spot.region("cells").start.column == size(before, "cells") + 1


def test_carets_stand_under_the_exact_characters() -> None:
    from crosscheck.render.text import FORMAT

    text = "葛\U000e0100飾区的𠮷祥寺有e\u0301塔12座。\n"
    entry = document(text, "entry", "a.txt", "a")
    one = finding(select(entry, "12座"), "quantity", "unsupported")
    shown = FORMAT.render(
        Report(documents=(entry,), findings=(one,), citations=(), notices=(), version="0"), "en"
    )
    line, carets = shown.splitlines()[1:3]
    before = line[: line.index("12座")]
    assert carets == " " * size(before, "cells") + "^" * 4
    assert size(before, "cells") == 4 + 2 * 8 + 1 + 2
