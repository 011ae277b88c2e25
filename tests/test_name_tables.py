"""The tables behind the names: both columns are one word once folded, and every row is of use."""

from __future__ import annotations

import pytest

from crosscheck.lexicon import table
from crosscheck.text.fold import fold

TABLES = (
    "surnames", "offices", "place_suffixes", "organisation_suffixes", "speech_verbs", "office_verbs", "transliteration",
    "countries", "not_persons", "pinyin", "person_labels", "office_synonyms", "document_marks",
    "after_surname", "numbered_bodies",
)  # fmt: skip


@pytest.mark.parametrize("name", TABLES)
def test_both_scripts_fold_to_one(name: str) -> None:
    for row in table(name):
        assert fold(row["hans"]) == row["hans"]
        assert len(row["hant"]) == len(row["hans"])
        folded = "".join(map(fold, row["hant"])) if name == "pinyin" else fold(row["hant"])
        assert folded == row["hans"]


GROUPED = ("places", "common_words", "common_places", "latin_given_names")


@pytest.mark.parametrize("name", GROUPED)
def test_many_names_to_a_row_fold_to_one(name: str) -> None:
    for row in table(name):
        hans, hant = row["hans"].split(), row["hant"].split()
        assert len(hans) == len(hant)
        assert [fold(word) for word in hant] == hans
        assert [fold(word) for word in hans] == hans


@pytest.mark.parametrize("name", GROUPED[1:])
def test_no_word_stands_in_two_rows(name: str) -> None:
    found = [word for row in table(name) for word in row["hans"].split()]
    assert len(found) == len(set(found))


@pytest.mark.parametrize("name", TABLES)
def test_no_word_stands_twice(name: str) -> None:
    found = [row["hans"] for row in table(name)]
    assert len(found) == len(set(found))


def test_a_character_has_one_reading() -> None:
    characters = [character for row in table("pinyin") for character in row["hans"]]
    assert len(characters) == len(set(characters))
