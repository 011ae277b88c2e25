"""The right words in another mouth."""

from __future__ import annotations

import pytest

from crosscheck import cite
from crosscheck.cite.said import exchanged
from crosscheck.model.document import Document
from crosscheck.read import read_text

WORDS = "教育者，养成人格之事业也"
MET = "1919年，胡適在北京大學任教，與校長往來甚多。\n\n"
OWN = f"蔡元培說：「{WORDS}。」\n"


def source(text: str, number: int = 1) -> Document:
    return read_text(text, name=f"source-{number}", media_type="text/plain")


def found(text: str, *sources: Document) -> list[tuple[str, str]]:
    entry = read_text(text, name="entry", media_type="text/markdown", role="entry")
    problems = cite.speakers(entry, sources, *exchanged(entry, sources))
    return [(problem.rule, dict(problem.message.args)["speaker"]) for problem in problems]


CLAIM = f"胡适说：“{WORDS}。”后来流传很广。\n"


def test_words_that_the_source_gives_to_another() -> None:
    assert found(CLAIM, source(MET + OWN)) == [("wrong-speaker", "蔡元培")]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(OWN.replace("蔡元培", "胡適"), id="the same person"),
        pytest.param(OWN, id="a source that does not know the one whom the entry names"),
        pytest.param(MET + f"「{WORDS}。」這是當時的名言。\n", id="no speaker told"),
        pytest.param(MET + f"{WORDS}。\n", id="the words as the source's own"),
        pytest.param(MET + f"胡適引蔡元培的話說：「{WORDS}。」\n", id="both named beside the words"),
        pytest.param(MET + OWN + f"胡適也說：「{WORDS}。」\n", id="said by both"),
        pytest.param(MET + "蔡元培，即胡適。\n\n" + OWN, id="two names of one person"),
        pytest.param(MET + f"羅家倫轉述校長的話說：「{WORDS}。」\n", id="passed on"),
        pytest.param(MET + f"校長對羅家倫說：「{WORDS}。」\n", id="said to him"),
        pytest.param(MET + f"羅家倫的老師說：「{WORDS}。」\n", id="said by somebody of his"),
        pytest.param(
            MET + f"羅家倫與校長談話，校長說：「{WORDS}。」\n", id="said by another in the sentence"
        ),
        pytest.param(MET + f"羅家倫在信中引先生的話說：「{WORDS}。」\n", id="quoted in a letter"),
        pytest.param(MET + f"蔡元培等人說：「{WORDS}。」\n", id="said by several"),
        pytest.param(MET + OWN.replace(WORDS, "美育者，应用美学之理论于教育"), id="other words"),
    ],
)
def test_nothing_is_said_where_it_is_not_sure(text: str) -> None:
    assert found(CLAIM, source(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        f"蔡元培在開學典禮上說：「{WORDS}。」\n",
        f"1917年，校長蔡元培指出，「{WORDS}」。\n",
        f"「{WORDS}。」蔡元培說。\n",
    ],
)
def test_other_ways_to_name_the_speaker(text: str) -> None:
    assert found(CLAIM, source(MET + text)) == [("wrong-speaker", "蔡元培")]


def test_one_source_that_agrees_is_enough() -> None:
    assert found(CLAIM, source(MET + OWN), source(OWN.replace("蔡元培", "胡適"), 2)) == []


def test_an_entry_that_names_both() -> None:
    text = f"胡适转述蔡元培的话说：“{WORDS}。”\n"
    assert found(text, source(MET + OWN)) == []


def test_without_sources_nothing_is_said() -> None:
    assert found(CLAIM) == []
