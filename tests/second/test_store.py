"""Answers that are kept: sorted, mergeable, the same bytes in whatever order they came."""

from __future__ import annotations

import json
import threading
from pathlib import Path

import pytest

from crosscheck.errors import UnreadableError
from crosscheck.second import store
from crosscheck.second.answer import Answer

ANSWERS = [
    Answer("aa", "m", 1, "states", "甲乙", (100, 9)),
    Answer("bb", "m", 0, "not-told", ""),
    Answer("bb", "n", 2, "contradicts", "丙\u2028<丁>"),
]


def test_what_is_kept_is_read_again(tmp_path: Path) -> None:
    path = str(tmp_path / "answers.jsonl")
    assert store.keep(path, ANSWERS) == 3
    assert sorted(store.load(path)) == sorted(ANSWERS)
    assert store.keep(path, ANSWERS) == 0


def test_the_file_is_sorted_with_line_feeds_and_no_clock(tmp_path: Path) -> None:
    path = tmp_path / "answers.jsonl"
    store.keep(str(path), ANSWERS)
    data = path.read_bytes()
    lines = data.decode().split("\n")
    assert lines[-1] == "" and b"\r" not in data
    ids = [json.loads(line)["id"] for line in lines[:-1]]
    assert ids == sorted(ids)
    assert all(
        set(json.loads(line)) == {"id", "question", "model", "answer", "tokens"} for line in lines[:-1]
    )


def test_the_order_of_coming_does_not_show(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    other_answer = Answer("aa", "m", 2, "states", "戊")
    for answer in (*ANSWERS, other_answer):
        store.keep(str(one), [answer])
    store.keep(str(other), [other_answer, *reversed(ANSWERS)])
    assert one.read_bytes() == other.read_bytes()


def test_two_files_that_git_joined_are_one(tmp_path: Path) -> None:
    path = tmp_path / "answers.jsonl"
    first, second = store.dump(ANSWERS[:2]), store.dump(ANSWERS[1:])
    path.write_text(f"<<<<<<< ours\n{first}=======\n{second}>>>>>>> theirs\n", encoding="utf-8")
    store.keep(str(path), [])
    assert path.read_text(encoding="utf-8") == store.dump(ANSWERS)


def test_many_who_write_at_once_lose_nothing(tmp_path: Path) -> None:
    path = str(tmp_path / "answers.jsonl")
    made = [Answer(f"q{n}", "m", 0, "not-told", "") for n in range(24)]
    threads = [threading.Thread(target=store.keep, args=(path, [one])) for one in made]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(store.load(path)) == sorted(made)


def test_stale_answers_are_dropped(tmp_path: Path) -> None:
    path = str(tmp_path / "answers.jsonl")
    store.keep(path, ANSWERS)
    assert store.drop(path, frozenset({"bb"})) == 1
    assert {answer.question for answer in store.load(path)} == {"bb"}


def test_of_two_models_the_one_that_is_named_answers(tmp_path: Path) -> None:
    path = str(tmp_path / "answers.jsonl")
    store.keep(path, ANSWERS)
    told = store.digest(path)
    assert store.chosen(path, "n", told).keys() == {"bb"}
    assert store.chosen(path, "", told)["bb"].model == "m"


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "[]",
        '{"question": "a", "model": "m"}',
        '{"question": "a", "model": "", "answer": {"candidate": 0, "relation": "not-told", "quote": ""}}',
        '{"question": "a", "model": "m", "answer": {"candidate": 9, "relation": "states", "quote": ""}}',
        '{"question": "a", "model": "m", "answer": {"candidate": 0, "relation": "not-told", "quote": ""}, "tokens": 3}',
    ],
)
def test_a_line_that_is_no_answer_is_named(line: str, tmp_path: Path) -> None:
    path = tmp_path / "answers.jsonl"
    path.write_text(f"{store.dump(ANSWERS[:1])}{line}\n", encoding="utf-8")
    with pytest.raises(UnreadableError, match=r"answers\.jsonl:2"):
        store.load(str(path))
