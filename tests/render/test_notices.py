"""Notices and failures in every language: whatever a reader or the gate says of a file is a message of the catalogue."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from crosscheck import messages
from crosscheck.errors import InputError
from crosscheck.model.document import Notice
from crosscheck.model.step import as_is, joined, say
from crosscheck.render._cards import Sentence, Steps
from crosscheck.render._notices import notice_text

ROOT = Path(__file__).parents[2] / "crosscheck"
ERRORS = {"UnreadableError", "UndecodableError", "EmptyError", "TooLargeError", "InputError", "Failure"}


@pytest.fixture(autouse=True)
def _real(_words: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()


def said() -> Iterator[tuple[str, ast.expr]]:
    """What readers and the gate give for the reason why a file cannot be read or checked, with where that stands."""
    for path in sorted((*ROOT.glob("read/*.py"), ROOT / "gate/batch.py", ROOT / "gate/library.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            reasons: list[ast.expr] = []
            if getattr(node.func, "id", "") in ERRORS:
                reasons = [*node.args[1:2], *(word.value for word in node.keywords if word.arg == "why")]
            elif ast.unparse(node.func).endswith("notices.append"):
                reasons = node.args
            yield from ((f"{path.name}:{node.lineno}", reason) for reason in reasons)


def test_no_reason_is_words_of_one_language() -> None:
    found = list(said())
    assert len(found) > 25
    assert not [place for place, reason in found if isinstance(reason, ast.Constant | ast.JoinedStr)]


def test_a_notice_is_told_in_every_language() -> None:
    message = (say("notice.not-checked"), as_is(": a/b: c.pdf: "), say("notice.page-empty", page=3))
    assert messages.told(message) == "not checked: a/b: c.pdf: page 3 holds no text"
    assert messages.told(message, "zh-Hans") == "未核对: a/b: c.pdf: 第 3 页没有文字"
    assert messages.told(joined(say("notice.binary"), say("notice.pdf"))) == "is binary: a PDF"
    assert messages.told(()) == ""


def test_a_page_numbers_the_sentences_and_lets_the_rest_be() -> None:
    message = (as_is("a: "), as_is("b: "), say("notice.page-empty", page=3))
    found = notice_text(Notice(document="source-1", message=message), Steps("zh-Hans"))
    assert found.document == "source-1"
    assert found.parts == ("a: b: ", Sentence(number=0, text="第 3 页没有文字"))


def test_an_error_says_in_english_what_it_says_in_every_language() -> None:
    error = InputError("a.pdf", joined(say("notice.binary"), say("notice.pdf")))
    assert (str(error), error.reason) == ("a.pdf: is binary: a PDF", "is binary: a PDF")
    assert messages.told(error.message, "zh-Hans") == "是二进制文件: PDF"
    assert InputError("a.pdf", "is odd").message == (as_is("is odd"),)
