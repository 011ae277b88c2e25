"""The configuration: what is read, what is refused, and that its JSON Schema says the same."""

from __future__ import annotations

import json
import re
import tomllib
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from crosscheck import copied_as
from crosscheck.errors import CrosscheckError, UsageError
from crosscheck.gate import corpus
from crosscheck.gate.rules import LEVELS, Selection, covers, rule, rules
from crosscheck.options import FAIL_ON, KEYS, MATCHING, Options, Pair, load
from tests.gate.support import put


def schema() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(
        files("crosscheck.data").joinpath("config.schema.json").read_text(encoding="utf-8")
    )
    return loaded


GOOD = {
    "nothing": "",
    "pairs": '[[pairs]]\nentry = "a.md"\nsources = ["b.txt"]\n',
    "one pair": 'pairs = {entry = "a.md", sources = ["b.txt"]}\n',
    "globs": 'entries = ["e/**/*.md"]\nsources = ["s/*"]\nmatch = "cited"\n',
    "sources by name": '[sources]\n"s/*.txt" = "《长虹桥志》"\n"t.txt" = ["2", "桥梁年鉴"]\n',
    "marks": 'mark-position = "before"\n',
    "rules": 'select = ["date"]\nextend-select = ["quote/conflict"]\nignore = ["unsupported"]\n',
    "files": 'baseline = "b.json"\ndecisions = "d.jsonl"\ncache = "c"\n',
    "tables": '[per-file-ignores]\n"a/*" = ["date"]\n[source-dates]\n"a.txt" = "1957-10"\n[formats]\n"x/*" = "wikitext"\n',
    "lexicon": '[lexicon]\npersons = ["阿倍仲麻吕"]\naliases = [["周树人", "鲁迅"]]\n',
    "templates": 'wiki = "jawiki"\n[templates.jawiki]\nunsupported = "{{要出典}}"\n[templates.zhwiki]\nagree = "{claim}"\n',
    "waived": "show-waived = true\n",
    "second reader": '[second-reader]\nurl = "http://127.0.0.1:8080/v1"\nmodel = "m"\nallow = ["take-back"]\nshare = 0.2\ntimeout = 5\n',
    "rest": 'language = "zh-Hant"\nfail-on = "citation"\nmax-bytes = 12\n',
}
BAD = {
    "unknown": ("fail_on = 1\n", ":1: unknown key “fail_on”; did you mean “fail-on”?"),
    "unknown pair": (
        '[[pairs]]\nentri = "a"\nsources = ["b"]\n',
        ":2: unknown key “entri” of “pairs”; did you mean “entry”?",
    ),
    "no list": ('\nselect = "date"\n', ":2: “select” wants a list"),
    "empty text": ('ignore = [""]\n', ":1: “ignore” wants a list"),
    "not the longer key": ('extend-select = ["date"]\nselect = 3\n', ":2: “select” wants a list"),
    "inside a table": ('[lexicon]\npersons = "甲"\n', ":2: “persons” wants a list"),
    "no file": ("baseline = true\n", ":1: “baseline” wants a text"),
    "level": ('fail-on = "all"\n', ":1: “fail-on” is one of conflict"),
    "match": ('match = "some"\n', ":1: “match” is one of all, cited"),
    "table": ("formats = 3\n", ":1: “formats” wants a table"),
    "per file": ('[per-file-ignores]\n"a" = "date"\n', "“per-file-ignores” wants a list"),
    "position": ('mark-position = "behind"\n', ":1: “mark-position” is one of before, after"),
    "name of a source": ('[sources]\n"a.txt" = 3\n', ":1: “sources” wants a list"),
    "lexicon": ('[lexicon]\nperson = ["甲"]\n', "did you mean “persons”?"),
    "no lexicon": ('lexicon = ["甲"]\n', ":1: “lexicon” wants a table"),
    "templates": ('templates = {conflict = "{{存疑}}"}\n', ":1: “templates” wants a table for each wiki"),
    "verdict": (
        '[templates.zhwiki]\nunsuported = "{{来源请求}}"\n',
        ":2: unknown key “unsuported” of “templates”; did you mean “unsupported”?",
    ),
    "place": (
        '[templates.zhwiki]\nconflict = "{{存疑|{clam}}}"\n',
        ":2: nothing is called {clam} in “templates”; did you mean “claim”?",
    ),
    "no template": ('[templates.zhwiki]\nconflict = ""\n', ":2: “conflict” wants a text"),
    "no wiki": ("wiki = 3\n", ":1: “wiki” wants a text"),
    "second reader": (
        '[second-reader]\nurl = "ftp://a"\n',
        ":2: “url” wants an address",
    ),
    "key in the address": ('[second-reader]\nurl = "https://me:key@a/v1"\n', ":2: “url” a key belongs into"),
    "what it may": ('[second-reader]\nallow = ["all"]\n', ":2: “all” is none of agree"),
    "no such setting": ('[second-reader]\nmodle = "a"\n', "did you mean “model”?"),
    "a share": ("[second-reader]\nshare = 2\n", ":2: “share” is a number from 0 to 1"),
    "flag": ('show-waived = "yes"\n', ":1: “show-waived” is true or false"),
    "size": ("max-bytes = true\n", ":1: “max-bytes” is a number above 0"),
    "no sources": ('[[pairs]]\nentry = "a"\nsources = []\n', "each of “pairs” wants"),
}


@pytest.mark.parametrize("case", GOOD)
def test_what_is_read_keeps_to_the_schema(tmp_path: Path, case: str) -> None:
    put(tmp_path / "crosscheck.toml", GOOD[case])
    options = load(tmp_path / "crosscheck.toml")
    data = tomllib.loads(GOOD[case])
    jsonschema.Draft202012Validator(schema()).validate(data)
    assert dict(options.given).keys() == data.keys()


@pytest.mark.parametrize("case", BAD)
def test_what_is_refused_does_not_keep_to_the_schema(tmp_path: Path, case: str) -> None:
    text, words = BAD[case]
    put(tmp_path / "crosscheck.toml", text)
    with pytest.raises(UsageError) as error:
        load(tmp_path / "crosscheck.toml")
    assert words in str(error.value)
    assert not jsonschema.Draft202012Validator(schema()).is_valid(tomllib.loads(text))


def test_the_schema_and_the_first_configuration_know_every_key(tmp_path: Path) -> None:
    assert set(schema()["properties"]) == set(KEYS)
    assert schema()["properties"]["fail-on"]["enum"] == list(FAIL_ON)
    assert schema()["properties"]["match"]["enum"] == list(MATCHING)
    first = files("crosscheck.data").joinpath("crosscheck.init.toml").read_text(encoding="utf-8")
    jsonschema.Draft202012Validator(schema()).validate(tomllib.loads(first))
    every = re.sub(r'^# (?=\[+[a-z-]+\]+$|"|[a-z-]+ = )', "", first, flags=re.MULTILINE)
    put(tmp_path / "crosscheck.toml", every)
    jsonschema.Draft202012Validator(schema()).validate(tomllib.loads(every))
    assert {key for key, _ in load(tmp_path / "crosscheck.toml").given} == set(KEYS) - {"extend"}


def test_templates_go_over_those_that_are_shipped(tmp_path: Path) -> None:
    put(
        tmp_path / "crosscheck.toml",
        'wiki = "wuu"\n[templates.zhwiki]\nunsupported = "{{来源请求}}"\n[templates.wuu]\nconflict = "{{!|{claim}}}"\n',
    )
    shipped = dict(dict(copied_as.shipped())["zhwiki"])
    options = load(tmp_path / "crosscheck.toml")
    made = {wiki: dict(forms) for wiki, forms in options.templates}
    assert made["zhwiki"] == {**shipped, "unsupported": "{{来源请求}}"}
    assert made["wuu"] == {**shipped, "conflict": "{{!|{claim}}}"}
    assert [wiki for wiki, _ in options.wikitext] == ["wuu"]
    assert options.judging() == Options().judging()  # what is copied changes no verdict


def test_a_wiki_without_templates_names_the_nearest(tmp_path: Path) -> None:
    put(tmp_path / "crosscheck.toml", '\nwiki = "zh-wiki"\n')
    with pytest.raises(UsageError, match=r":2: there are no .* wiki “zh-wiki”; did you mean “zhwiki”"):
        load(tmp_path / "crosscheck.toml")


def test_sources_as_a_table_say_which_reference_each_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    put(tmp_path / "part/crosscheck.toml", '[sources]\n"a.txt" = "《长虹桥志》"\n"b/*" = ["2", "年鉴"]\n')
    options = load(tmp_path / "part/crosscheck.toml")
    assert options.sources == ("part/a.txt", "part/b/*")
    assert options.named == (("part/a.txt", ("《长虹桥志》",)), ("part/b/*", ("2", "年鉴")))


def test_a_file_may_extend_another_and_paths_count_from_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    put(tmp_path / "base.toml", 'language = "zh-Hant"\nselect = ["date"]\nbaseline = "b.json"\n')
    put(
        tmp_path / "part/crosscheck.toml",
        'extend = "../base.toml"\nselect = ["quote"]\ndecisions = "d.jsonl"\n',
    )
    options = load(tmp_path / "part/crosscheck.toml")
    assert (options.language, options.select) == ("zh-Hant", ("quote",))
    assert (options.baseline, options.decisions) == ("b.json", "part/d.jsonl")
    assert dict(options.given)["language"].endswith("base.toml:1")
    assert options.name_of("part/entries/a.md") == "entries/a.md"


def test_files_that_extend_one_another_are_refused(tmp_path: Path) -> None:
    put(tmp_path / "crosscheck.toml", 'extend = "crosscheck.toml"\n')
    with pytest.raises(UsageError, match="in a circle"):
        load(tmp_path / "crosscheck.toml")


def layout(folder: Path, config: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    for name in (
        "e/one.md",
        "e/two.zh-Hans.md",
        "s/one.txt",
        "s/two.txt",
        "s/deep/all.txt",
        "e/a[1].md",
        "s/a[1].txt",
    ):
        put(folder / name, "文\n")
    put(folder / "crosscheck.toml", config)


def test_pairs_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    layout(tmp_path, '[[pairs]]\nentry = "e/*.md"\nsources = ["s/{stem}.txt"]\n', monkeypatch)
    assert corpus.plan(load(Path("crosscheck.toml"))) == (
        Pair(entry="e/a[1].md", sources=("s/a[1].txt",)),
        Pair(entry="e/one.md", sources=("s/one.txt",)),
        Pair(entry="e/two.zh-Hans.md", sources=("s/two.txt",)),
    )


def test_an_entry_of_several_pairs_is_checked_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    layout(
        tmp_path,
        '[[pairs]]\nentry = "e/one.md"\nsources = ["s/one.txt"]\n'
        '[[pairs]]\nentry = "e/o*.md"\nsources = ["s/deep", "s/one.txt"]\n',
        monkeypatch,
    )
    plan = corpus.plan(load(Path("crosscheck.toml")))
    assert plan == (Pair(entry="e/one.md", sources=("s/one.txt", "s/deep/all.txt")),)
    assert corpus.affected(plan, [str(tmp_path / "s/deep/all.txt")]) == plan
    assert corpus.affected(plan, [str(tmp_path / "s/two.txt")]) == ()


def test_paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    layout(tmp_path, 'entries = ["e/one.md", "e/two*"]\nsources = ["s/*.txt"]\n', monkeypatch)
    options = load(Path("crosscheck.toml"))
    assert [pair.entry for pair in corpus.plan(options, ["./e/one.md"])] == ["e/one.md"]
    assert [pair.entry for pair in corpus.plan(options, ["e"])] == ["e/one.md", "e/two.zh-Hans.md"]
    assert len(corpus.plan(options, ["s/two.txt"])) == 2
    assert corpus.plan(options, ["e/a[1].md"])[0].sources == ("s/a[1].txt", "s/one.txt", "s/two.txt")
    with pytest.raises(CrosscheckError, match="no such file"):
        corpus.plan(load(None), ["e/none.md"])


def test_a_glob_without_a_file_is_no_empty_corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    layout(tmp_path, 'entries = ["e/*.wiki"]\nsources = ["s/*.txt"]\n', monkeypatch)
    with pytest.raises(CrosscheckError, match="matches no file"):
        corpus.plan(load(Path("crosscheck.toml")))


def test_the_more_telling_selector_decides() -> None:
    wants = Selection(select=("conflict", "date/unsupported"), ignore=("date", "quote/conflict")).wants
    assert wants("quantity/conflict", "conflict", "a.md")
    assert not wants("quantity/unsupported", "unsupported", "a.md")
    assert not wants("date/conflict", "conflict", "a.md")
    assert wants("date/unsupported", "unsupported", "a.md")
    assert not wants("quote/conflict", "conflict", "a.md")
    assert not Selection(ignore=("empty",)).wants("empty-reference", "citation", "a.md")
    one = Selection(per_file=(("stubs/*", ("citation",)),)).wants
    assert one("empty-reference", "citation", "a.md")
    assert not one("empty-reference", "citation", "stubs/a.md")


def test_every_rule_has_a_page_and_its_own_code() -> None:
    codes = [one.code for one in rules()]
    assert len(set(codes)) == len(codes)
    assert {"date/conflict", "quantity/unsupported", "empty-reference"} <= set(codes)
    for one in rules():
        assert one.summary and one.level in LEVELS
        assert rule(one.code) is one
        assert covers(one.code, one.code, one.level) and covers("ALL", one.code, one.level)
    assert not covers("dat", "date/conflict", "conflict")
    with pytest.raises(UsageError, match="did you mean “date/conflict”"):
        rule("date/conflic")
