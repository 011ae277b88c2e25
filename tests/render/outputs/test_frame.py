"""The place of a finding in a terminal: carets under its words, on a line that is not broken."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from crosscheck.render._columns import cells
from crosscheck.render.frame import COLUMNS, frame

LINE = st.text(st.sampled_from("长虹桥1958年，abc é…—"), max_size=60)


WORDS = st.text(st.sampled_from("长虹桥1958年，abcé…—"), min_size=1, max_size=60)


@given(LINE, WORDS, LINE)
def test_carets_stand_under_the_words_within_sixty_columns(before: str, exact: str, after: str) -> None:
    shown, carets = frame(before, exact, after)
    assert cells(shown) <= COLUMNS == 60
    assert len(carets) <= COLUMNS
    start = len(carets) - len(carets.lstrip())
    marked = next(shown[at:] for at in range(len(shown) + 1) if cells(shown[:at]) >= start)
    words = exact if cells(exact) <= 36 else exact[:3]
    assert marked.startswith(words)


def test_a_short_place_stands_whole() -> None:
    shown, carets = frame("施工期间共有", "800名工人", "参加。")
    assert shown == "    施工期间共有800名工人参加。"
    assert carets == " " * 16 + "^" * 9


def test_a_long_one_is_cut_in_its_middle() -> None:
    shown, carets = frame("", "长" * 40, "")
    assert shown.strip() == "长" * 8 + "…" + "长" * 8
    assert carets.count("^") == cells(shown.strip())
