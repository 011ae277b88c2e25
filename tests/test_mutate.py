"""Errors that are planted: valid text, the right place, and honest counts."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random

import pytest

from crosscheck.messages import catalogue
from crosscheck.model.document import Document
from crosscheck.model.report import Report
from crosscheck.model.span import Span
from crosscheck.mutate import mutate, self_test, ways
from crosscheck.mutations._numerals import other_digit, rewritten
from crosscheck.mutations.interface import Edit
from crosscheck.mutations.plant import moved, planted, reread
from crosscheck.mutations.records import Mutation
from crosscheck.pipeline import check
from crosscheck.read import read_text
from crosscheck.render.mutation import as_dict, render
from crosscheck.text.numerals import value
from tests.test_cli import crosscheck

ENTRY = """# 清河大桥

清河大桥是一座公路桥，全长1,280米，由工程师[赵启明](/wiki/赵启明)主持设计。

1965年3月12日大桥在青石镇开工，五十六名工人参加了开工典礼，省长陈国栋出席。

1968年5月1日大桥通车，总投资320万元，主持通车典礼的是副省长马文山。

1976年，交通部的简报称赞清河大桥“桥工精良，百年可期”。

1983年7月的洪水冲毁了三座桥墩，修复历时8个月，由工程师刘思远负责。
"""

SOURCE = """清河大橋志

清河大橋是公路橋，全長1,280米，工程師趙啟明主持設計。1965年3月12日大橋在青石鎮開工，五十六名工人參加開工典禮，省長陳國棟出席。

1968年5月1日大橋通車，總投資320萬元，副省長馬文山主持了通車典禮。1976年交通部的簡報稱讚清河大橋「橋工精良，百年可期」。

1983年7月洪水沖毀三座橋墩，工程師劉思遠負責修復，歷時8個月。
"""


def entry() -> Document:
    return read_text(ENTRY, name="entry.md", media_type="text/markdown", role="entry")


def source() -> Document:
    return read_text(SOURCE, name="source.txt")


@cache
def run(seed: int = 0) -> Mutation:
    return mutate(entry(), [source()], seed=seed, per_kind=3)


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize(
    "written",
    ["7", "12", "1,280", "22.5", "五十六", "三千二百", "二〇〇一", "两", "壹佰贰拾", "3.5万", "一百零八"],
)
def test_a_changed_numeral_keeps_its_form_and_has_another_value(written: str, seed: int) -> None:
    new = other_digit(written, Random(seed))
    assert new is not None and len(new) == len(written) and new != written
    assert value(new) not in (None, value(written))
    assert [char.isascii() for char in new] == [char.isascii() for char in written]


@pytest.mark.parametrize(
    ("number", "like", "expected"),
    [
        (1958, "1957", "1958"),
        (7, "05", "07"),
        (8, "十", "八"),
        (10, "八", "十"),
        (21, "十五", "二十一"),
        (20, "三十", "二十"),
        (1960, "一九五七", "一九六零"),
        (2003, "二〇〇一", "二〇〇三"),
        (120, "十五", None),
    ],
)
def test_numbers_are_written_as_the_text_writes_them(number: int, like: str, expected: str | None) -> None:
    assert rewritten(number, like) == expected


def test_edits_land_where_they_belong() -> None:
    document = entry()
    at = document.text.index("赵启明")
    later = document.text.index("马文山")
    edits = [Edit(span=Span(at, at + 3), text="欧阳启明"), Edit(span=Span(later, later + 3), text="马武")]
    text, places = planted(document, edits)
    assert [text[place.start : place.end] for place in places] == ["欧阳启明", "马武"]
    assert "[欧阳启明](/wiki/赵启明)" in text
    for word in ("青石镇", "刘思远"):
        old = document.origins.to_source(Span(document.text.index(word), document.text.index(word) + 3)).start
        assert text[moved(document, edits, old) :].startswith(word)


def test_every_planted_error_stands_in_the_file_and_nothing_else_has_changed() -> None:
    mutation = run()
    assert len(mutation.trials) >= 12
    for trial in mutation.trials:
        if trial.kind == "swap":
            continue
        assert mutation.entry.source[trial.place.start : trial.place.end] == trial.before
        assert trial.after != trial.before
        changed = (
            mutation.entry.source[: trial.place.start]
            + trial.after
            + mutation.entry.source[trial.place.end :]
        )
        assert trial.after in reread(mutation.entry, changed).text


def test_the_same_seed_plants_the_same_errors_and_another_seed_others() -> None:
    again = mutate(entry(), [source()], seed=0, per_kind=3)
    assert as_dict(again) == as_dict(run())
    assert [trial.after for trial in run(1).trials] != [trial.after for trial in run().trials]


def test_errors_are_caught_and_untouched_claims_keep_their_peace() -> None:
    total = run().total()
    assert total.caught + total.missed == total.planted
    assert total.caught >= 0.7 * total.planted
    assert run().watched > 0
    assert run().alarms == ()


def test_every_kind_of_change_has_its_words_in_the_catalogue() -> None:
    names = [way.name for way in ways()]
    assert names == sorted(names)
    assert {f"mutate.kind-{name}" for name in names} <= set(catalogue("en"))
    assert {trial.kind for trial in run().trials} <= set(names)


def test_a_value_that_the_source_gives_more_coarsely_is_not_changed_into_one_that_it_allows() -> None:
    fine = read_text("清河大桥用了600名工人，1968年5月12日通车。", name="entry.txt", role="entry")
    coarse = read_text("清河大桥用了600名工人，1968年5月通车。", name="source.txt")
    for seed in range(10):
        trials = mutate(fine, [coarse], seed=seed, per_kind=2).trials
        assert not any(trial.kind == "date" and trial.before == "12" for trial in trials), trials


def test_a_checker_that_sees_nothing_catches_nothing() -> None:
    def asleep(document: Document, sources: Iterable[Document]) -> Report:
        report = check(entry(), sources)
        return replace(report, documents=(replace(document, id="entry"), *report.documents[1:]))

    mutation = mutate(entry(), [source()], per_kind=1, checker=asleep)
    assert mutation.trials
    assert not any(trial.outcome == "conflict" for trial in mutation.trials)


def test_a_checker_that_cries_wolf_is_told_on() -> None:
    def nervous(document: Document, sources: Iterable[Document]) -> Report:
        report = check(document, sources)
        if document.source == ENTRY:
            return report
        findings = tuple(
            replace(f, verdict="conflict") if f.verdict == "agree" else f for f in report.findings
        )
        return replace(report, findings=findings)

    mutation = mutate(entry(), [source()], per_kind=1, checker=nervous)
    assert len(mutation.alarms) > 0.5 * mutation.watched > 0


def test_the_table_and_the_json_say_the_same() -> None:
    mutation = run()
    data = json.loads(render(mutation, "json"))
    assert data["schema"] == "crosscheck.mutation/1"
    assert data["rates"][-1]["planted"] == len(data["trials"]) == len(mutation.trials)
    for language, word in (("en", "caught"), ("zh-Hans", "发现"), ("zh-Hant", "發現")):
        text = render(mutation, "text", language)  # type: ignore[arg-type]
        assert word in text.splitlines()[0]
        assert "mutate." not in text


def test_a_short_run_for_a_report() -> None:
    rates = self_test(entry(), [source()])
    assert rates and all(
        0 < rate.planted <= 2 and rate.caught + rate.missed == rate.planted for rate in rates
    )


def test_an_entry_without_any_agreement_plants_nothing() -> None:
    mutation = mutate(entry(), [read_text("另一件事。", name="source.txt")])
    assert mutation.trials == ()
    assert "-" in render(mutation, "text")


def test_the_command_is_the_same_under_any_hash_seed_and_leaves_the_files_alone(tmp_path: Path) -> None:
    (tmp_path / "entry.md").write_text(ENTRY, encoding="utf-8")
    (tmp_path / "source.txt").write_text(SOURCE, encoding="utf-8")
    runs = [
        crosscheck(
            *("mutate", "entry.md", "source.txt", "--per-kind", "1", "--output-format", "json"),
            cwd=tmp_path,
            PYTHONHASHSEED=seed,
        )
        for seed in ("0", "77")
    ]
    assert [run.returncode for run in runs] == [0, 0], runs[0].stderr
    assert runs[0].stdout == runs[1].stdout
    assert json.loads(runs[0].stdout)["trials"]
    assert (tmp_path / "entry.md").read_text(encoding="utf-8") == ENTRY


def test_the_command_refuses_an_entry_without_sources_and_one_without_agreement(tmp_path: Path) -> None:
    (tmp_path / "entry.md").write_text(ENTRY, encoding="utf-8")
    (tmp_path / "other.txt").write_text("另一件事。", encoding="utf-8")
    assert crosscheck("mutate", "entry.md", cwd=tmp_path).returncode == 2
    refused = crosscheck("mutate", "entry.md", "other.txt", cwd=tmp_path)
    assert refused.returncode == 3 and "no error can be planted" in refused.stderr


def test_an_entry_whose_file_is_no_text_is_read_as_its_plain_text() -> None:
    document = replace(entry(), media_type="application/pdf")
    mutation = mutate(document, [source()], per_kind=1)
    assert mutation.trials
    assert mutation.entry.source == document.text
