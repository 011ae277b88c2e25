"""What the gate itself says is there in every language."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from crosscheck.gate.waive import State
from crosscheck.messages import LANGUAGES, Language, catalogue
from tests.gate.support import Run, corpus, edit, put

CONFLICT = ("--select", "conflict")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_state_of_a_decision_has_words(language: Language) -> None:
    states = {f"gate.{state}" for state in get_args(State) if state != "active"}
    assert states <= set(catalogue(language))


def test_no_other_language_is_left_in_english() -> None:
    same = {
        key
        for key, text in catalogue("en").items()
        if key.startswith("gate.") and catalogue("zh-Hans")[key] == text
    }
    assert same == set()


def said(run: Run, folder: Path, language: str) -> str:
    """What a run says of a stale decision, an entry without a claim, an empty one, and in the end; digits as #."""
    corpus(folder)
    run("review", *CONFLICT, "--by", "王", stdin="a\n来源误植\nq\n")
    edit(folder / "sources/bridge.txt", "500名", "550名")
    put(folder / "entries/tower.md", "。。。\n")
    put(folder / "entries/dam.md", "")
    put(folder / "sources/dam.txt", "水坝。\n")
    err = run("check", *CONFLICT, "--language", language).err
    return re.sub(r"\d+", "#", re.sub(r"[0-9a-f]{12}", "ID", err))


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "en",
            "crosscheck: entries/dam.md: is empty\n"
            "crosscheck: entries/tower.md: no claim was read out of it\n"
            "crosscheck: entries/bridge.md: decision ID (quantity/conflict, “#名工人”) is stale: "
            "what it was about has changed; look again\n"
            "# new, # known, # resolved; # facts in # entries; # could not be checked\n",
        ),
        (
            "zh-Hans",
            "crosscheck: entries/dam.md: 是空的\n"
            "crosscheck: entries/tower.md: 未从中读出任何说法\n"
            "crosscheck: entries/bridge.md: 决定ID（quantity/conflict，“#名工人”）已过时：所涉内容已有改动，请重新查看\n"
            "新增#处，已知#处，已解决#处；#个条目，读出事实#条；#个未能检查\n",
        ),
        (
            "zh-Hant",
            "crosscheck: entries/dam.md: 是空的\n"
            "crosscheck: entries/tower.md: 未從中讀出任何說法\n"
            "crosscheck: entries/bridge.md: 決定ID（quantity/conflict，“#名工人”）已過時：所涉內容已有改動，請重新檢視\n"
            "新增#處，已知#處，已解決#處；#個條目，讀出事實#條；#個未能檢查\n",
        ),
    ],
)
def test_notes_and_the_closing_line_are_in_the_language_asked_for(
    run: Run, tmp_path: Path, language: str, words: str
) -> None:
    assert said(run, tmp_path, language) == words


def test_the_configuration_sets_the_language_of_notes(run: Run, tmp_path: Path) -> None:
    corpus(tmp_path, 'language = "zh-Hans"\n')
    assert run("check", *CONFLICT).err.startswith("新增1处，")
    assert run("check", "--write-baseline").err.startswith("已将")
