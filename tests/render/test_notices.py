"""Notices and failures in every language: whatever a reader or the gate writes is found in the catalogue."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from crosscheck import messages
from crosscheck.model.step import Step
from crosscheck.render._notices import retold

ROOT = Path(__file__).parents[2] / "crosscheck"
ERRORS = {"UnreadableError", "UndecodableError", "EmptyError", "TooLargeError", "InputError", "Failure"}


@pytest.fixture(autouse=True)
def _real(_words: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()


def sample(node: ast.expr) -> str:
    """A text that `node` may make: 7 for everything that is filled in."""
    if isinstance(node, ast.Constant):
        return str(node.value)
    if isinstance(node, ast.JoinedStr):
        return "".join("7" if isinstance(part, ast.FormattedValue) else sample(part) for part in node.values)
    if isinstance(node, ast.BinOp):
        return sample(node.left) + ("; 7" if isinstance(node.right, ast.Call) else sample(node.right))
    return "7"


def options(node: ast.expr) -> Iterator[str]:
    for branch in (node.body, node.orelse) if isinstance(node, ast.IfExp) else (node,):
        yield sample(branch)


def written() -> dict[str, str]:
    """What readers and the gate say of a file that cannot be read or checked, with where that stands in the code."""
    found: dict[str, str] = {}
    for path in sorted((*ROOT.glob("read/*.py"), ROOT / "gate/batch.py", ROOT / "gate/library.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            said: list[ast.expr] = []
            if not isinstance(node, ast.Call | ast.Assign):
                continue
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ERRORS:
                said = [*node.args[1:2], *(word.value for word in node.keywords if word.arg == "reason")]
            elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith("notices.append"):
                said = node.args
            elif isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "reason":
                said = [node.value]
            for one in said:
                found |= {
                    text: f"{path.name}:{node.lineno}" for text in options(one) if text not in ("7", "")
                }
    return found


def test_whatever_is_said_can_be_told_in_every_language() -> None:
    said = written()
    assert len(said) > 30
    missing = {text: place for text, place in said.items() if not isinstance(retold(text)[0], Step)}
    assert missing == {}


def test_a_notice_is_told_again_with_its_arguments() -> None:
    found = retold("not checked: a/b: c.pdf: page 3 holds no text")
    words = "".join(part if isinstance(part, str) else messages.words(part, "zh-Hans") for part in found)
    assert words == "未核对: a/b: c.pdf: 第 3 页没有文字"
    assert retold("something else: entirely") == ("something else: entirely",)
    assert retold("") == ()


def test_every_sentence_is_found_by_its_own_words() -> None:
    english = messages.catalogue("en")
    for key, words in english.items():
        if key.startswith("notice."):
            (step,) = retold(words.replace("{", "").replace("}", ""))
            assert isinstance(step, Step)
            assert messages.words(step) == words.replace("{", "").replace("}", "")
