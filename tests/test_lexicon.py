"""The user's own words: read from the configuration, in force for a block, gone after it."""

from __future__ import annotations

from pathlib import Path

import pytest

import crosscheck
from crosscheck import names
from crosscheck.errors import UsageError
from crosscheck.extract import facts
from crosscheck.lexicon import Lexicon, extended, own
from crosscheck.names.places import related
from crosscheck.options import load
from tests.support import plain, text_of

MINE = Lexicon(
    persons=("阿倍仲麻吕",),
    places=("青石渡",),
    organisations=("海鲨",),
    offices=("山长",),
    aliases=(("周樹人", "鲁迅"), ("西南联大", "国立西南联合大学")),
)


def seen(kind: str, text: str) -> list[str]:
    return [str(fact.value) for fact in facts(text_of(text)) if fact.kind == kind]


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("person", "唐代時阿倍仲麻呂留在長安。", "阿倍仲麻吕"),
        ("place", "船工住在青石渡一带。", "青石渡"),
        ("organisation", "海鲨以三比零获胜。", "海鲨"),
        ("role", "岳麓书院山长王先谦出席。", "王先谦: 岳麓书院山长"),
    ],
)
def test_words_are_read(kind: str, text: str, value: str) -> None:
    with extended(MINE):
        assert value in seen(kind, text)


def test_a_block_ends() -> None:
    text = text_of("岳麓书院山长王先谦出席。")
    assert not [fact for fact in facts(text) if fact.kind == "role"]
    with extended(MINE):
        assert own() == MINE
        assert [str(fact.value) for fact in facts(text) if fact.kind == "role"] == ["王先谦: 岳麓书院山长"]
    assert own() == Lexicon()
    assert not [fact for fact in facts(text) if fact.kind == "role"]


def test_aliases_are_one_name() -> None:
    assert names.same("周树人", "魯迅").relation == "different"
    with extended(MINE):
        told = names.same("周树人", "魯迅")
        assert told.relation == "equivalent"
        assert told.steps[0].key == "person.lexicon"
        assert related("organisation", "西南联大", "国立西南联合大学").relation == "equivalent"


def test_compare_takes_the_lexicon_of_its_options(tmp_path: Path) -> None:
    file = tmp_path / "crosscheck.toml"
    file.write_text('[lexicon]\npersons = ["鲁迅"]\naliases = [["周树人", "鲁迅"]]\n', encoding="utf-8")
    options = load(file)
    entry, source = (
        plain("1918年5月，鲁迅发表了《狂人日记》。"),
        plain("1918年5月，周树人发表了《狂人日记》。"),
    )
    report = crosscheck.compare(entry, [source], options=options)
    assert [f.verdict for f in report.findings if f.kind == "person"] == ["agree"]
    assert own() == Lexicon()


def test_it_is_read_from_the_configuration(tmp_path: Path) -> None:
    file = tmp_path / "pyproject.toml"
    file.write_text(
        '[tool.crosscheck.lexicon]\npersons = ["释永信"]\noffices = ["山长"]\naliases = [["周树人", "鲁迅"]]\n',
        encoding="utf-8",
    )
    assert load(file).lexicon == Lexicon(
        persons=("释永信",), offices=("山长",), aliases=(("周树人", "鲁迅"),)
    )


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("lexicon = 3\n", "wants a table"),
        ('[lexicon]\nperson = ["a"]\n', ":2: unknown key “person” of “lexicon”; did you mean “persons”?"),
        ('[lexicon]\nplaces = "a"\n', ":2: “places” wants a list"),
        ('[lexicon]\naliases = ["a", "b"]\n', "“aliases” wants a list"),
        ("[lexicon]\naliases = 1\n", "“aliases” wants a list of groups"),
    ],
)
def test_what_is_off_is_refused(tmp_path: Path, text: str, says: str) -> None:
    file = tmp_path / "crosscheck.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        load(file)
    assert says in str(caught.value)
