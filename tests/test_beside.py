"""The process beside: the same answers, no trace of it, and no need of it."""

from __future__ import annotations

import io
import json
import subprocess
import sys

import pytest

from crosscheck import beside, recognise

# In a process of its own: a test runner may have threads, and such a process must not be forked.
_COMPARE = """
import json, sys
from crosscheck import recognise
sentences = ["竺可桢在杭州主持校务。", "梅贻琦回到清华大学，与冯友兰、叶企孙会谈。", "火车开往汉口。"]
if sys.argv[1] == "ahead":
    recognise.ahead()
found = recognise.recognise_all(sentences)
print(json.dumps([[(e.kind, e.start, e.end) for e in found[s]] for s in sentences]))
"""
_QUIET = """
from crosscheck import beside
beside.start(lambda: print("loud", flush=True))
"""


def _run(code: str, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stderr == ""
    return done.stdout


def test_the_answers_are_those_of_this_process() -> None:
    if not recognise.available():
        pytest.skip("the recogniser is not installed here")
    assert json.loads(_run(_COMPARE, "ahead")) == json.loads(_run(_COMPARE, "here"))


def test_the_child_writes_nothing() -> None:
    assert _run(_QUIET) == ""


class _Gone:
    """A process that answers nothing."""

    def ready(self) -> bool:
        return False

    def ask(self, question: object) -> object:
        raise OSError


def test_a_process_that_is_gone_is_done_without(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recognise, "_load", lambda: None)
    elsewhere = recognise._Elsewhere(_Gone())  # type: ignore[arg-type]
    assert elsewhere.tags(["茅以升设计钱塘江大桥。"]) == [[]]


def test_a_message_cut_short_is_an_error() -> None:
    with pytest.raises(OSError, match="gone"):
        beside._receive(io.BytesIO(b"\x09\x00\x00\x00[1"))
    with pytest.raises(OSError, match="gone"):
        beside._receive(io.BytesIO(b""))
