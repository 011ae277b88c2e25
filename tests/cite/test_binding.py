"""A claim is held against its own marks."""

from __future__ import annotations

import pytest

from crosscheck import cite
from crosscheck.model.span import Span
from crosscheck.read import read_text
from crosscheck.text.sentences import split

TEXT = """甲于1901年建成\\[1\\]，乙于1902年建成\\[2\\]\\[3\\]。丙于1903年建成。丁于1904年建成。\\[4\\]

戊于1905年建成。己于1906年建成\\[5\\]。庚于1907年建成。

辛于1908年建成。
"""


@pytest.mark.parametrize(
    ("words", "labels"),
    [
        ("1901年", ("1",)),
        ("1902年", ("2", "3")),
        ("1903年", ("4",)),
        ("1904年", ("4",)),
        ("1905年", ("5",)),
        ("1906年", ("5",)),
        ("1907年", ()),
        ("1908年", ()),
    ],
)
def test_marks_of(words: str, labels: tuple[str, ...]) -> None:
    document = read_text(TEXT, name="entry", media_type="text/markdown", role="entry")
    marks_of = cite.bind(document, split(document))
    start = document.text.index(words)
    assert marks_of(Span(start, start + len(words))) == labels


def test_a_document_without_marks() -> None:
    document = read_text("甲于1901年建成。", name="entry", media_type="text/markdown")
    assert cite.bind(document, split(document))(Span(0, 3)) == ()
