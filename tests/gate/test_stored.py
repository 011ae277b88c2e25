"""Records come back as they went in, and nothing else comes back."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from crosscheck import pipeline
from crosscheck.gate.batch import File, Job, Result, key
from crosscheck.gate.batch import Hashes as Content
from crosscheck.gate.cache import Cache
from crosscheck.gate.stored import Unfit, pack, unpack
from crosscheck.model.document import Document
from crosscheck.model.report import Report
from crosscheck.model.span import Span
from crosscheck.options import Options
from tests.gate.support import ENTRY, SOURCE
from tests.support import plain


def report() -> Report:
    return pipeline.check(plain(ENTRY), [plain(SOURCE)])


def test_a_whole_report_comes_back() -> None:
    made = report()
    assert made.findings
    data = json.loads(json.dumps(pack(made)))
    assert unpack(Report, data) == made
    assert unpack(Document, pack(made.entry)) == made.entry


@pytest.mark.parametrize(
    "data",
    [None, 1, "x", {}, [], [1], [1, 2, 3], ["1", 2], [1.0, 2], [True, 2], [None, 2], [[1], 2]],
)
def test_anything_else_is_unfit(data: Any) -> None:
    with pytest.raises(Unfit):
        unpack(Span, data)


def test_a_field_of_another_type_is_unfit() -> None:
    data = pack(Result(report=report()))
    data[0][1][0][1] = "perhaps"
    with pytest.raises(Unfit):
        unpack(Result, data)


def test_the_cache_keeps_texts_and_drops_what_was_damaged(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "kept")
    cache.put("a", "甲\ud800".encode("utf-8", "replace").decode())
    cache.put("b", "乙")
    assert cache.get("b") == "乙"
    assert cache.get("c") is None
    with closing(sqlite3.connect(tmp_path / "kept/answers.sqlite3")) as link, link:
        link.execute("UPDATE answers SET body = (SELECT body FROM answers WHERE key = 'b') WHERE key = 'a'")
    assert cache.get("a") is None
    assert cache.get("b") == "乙"
    cache.close()
    assert (tmp_path / "kept/.gitignore").read_text(encoding="utf-8") == "*\n"


def test_a_cache_of_another_make_is_made_anew(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "answers.sqlite3")) as link, link:
        link.execute("CREATE TABLE answers (key TEXT, other TEXT)")
    cache = Cache(tmp_path)
    cache.put("a", "甲")
    assert cache.get("a") == "甲"
    cache.close()


def test_a_cache_that_cannot_be_made_holds_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    for cache in (Cache(tmp_path / "file"), Cache(None)):
        cache.put("a", "甲")
        cache.used(("a",))
        assert cache.get("a") is None
        cache.close()


def test_two_users_of_one_cache_see_what_the_other_kept(tmp_path: Path) -> None:
    one, two = Cache(tmp_path), Cache(tmp_path)
    one.put("a", "甲")
    two.put("b", "乙")
    assert (two.get("a"), one.get("b")) == ("甲", "乙")
    one.close()
    two.close()


def test_what_no_run_asks_for_is_dropped_in_the_end(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put("a", "甲")
    cache.put("b", "乙")
    for _ in range(60):
        cache.used(("b",))
    assert (cache.get("a"), cache.get("b")) == (None, "乙")
    cache.close()


def test_a_key_changes_with_everything_that_an_answer_depends_on(tmp_path: Path) -> None:
    for name, text in (("a", "甲"), ("b", "乙"), ("c", "丙")):
        (tmp_path / name).write_text(text, encoding="utf-8")

    def job(**more: str) -> str | None:
        file = File(path="a", place=str(tmp_path / "a"))
        other = File(**{"path": "b", "place": str(tmp_path / "b"), **more})
        return key(Job(entry=file, sources=(other,), options=Options()), Content())

    keys = [job(), job(place=str(tmp_path / "c")), job(path="c"), job(date="1957"), job(form="text")]
    assert len(set(keys)) == len(keys)
    assert job() == keys[0]
    assert job(place=str(tmp_path / "gone")) is None
