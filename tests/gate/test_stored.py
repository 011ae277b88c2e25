"""Records come back as they went in, and nothing else comes back."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from crosscheck import pipeline
from crosscheck.gate import batch
from crosscheck.gate.batch import File, Job, Result, key
from crosscheck.gate.cache import Cache
from crosscheck.gate.hashes import Hashes as Content
from crosscheck.gate.library import Texts, with_texts
from crosscheck.gate.stored import Unfit, pack, unpack
from crosscheck.model.document import Document, Role
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


def test_a_process_beside_is_set_up_like_the_first_one() -> None:
    program = (
        "import gc; from crosscheck.gate import process; process.seldom(); own = gc.get_threshold();"
        "gc.set_threshold(700, 10, 10); process.begin(); assert gc.get_threshold() == own != (700, 10, 10)"
    )
    subprocess.run([sys.executable, "-c", program], check=True, cwd=Path(__file__).parents[2])


def test_texts_that_many_entries_share_are_looked_up_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    one = batch.read

    def told(file: File, role: Role, max_bytes: int) -> Document:
        read.append(file.path)
        return one(file, role, max_bytes)

    monkeypatch.setattr(batch, "read", told)
    for name, text in (
        ("a.md", "望江塔高39米。\n"),
        ("b.md", "望江塔高40米。\n"),
        ("s.txt", "望江塔高39米。\n"),
    ):
        (tmp_path / name).write_text(text, encoding="utf-8")
    a, b, s = (File(path=name, place=str(tmp_path / name)) for name in ("a.md", "b.md", "s.txt"))
    jobs = [Job(entry=entry, sources=(s,), options=Options()) for entry in (a, b)]
    reports = [batch.check(job).report for job in jobs]
    read.clear()
    seen: dict[File, Texts] = {}
    for job, found in zip(jobs, reports, strict=True):
        assert found is not None
        made = with_texts(found, job, Cache(None), whole=False, seen=seen)
        assert made.documents[1].text == "望江塔高39米。\n"
    assert read == ["a.md", "s.txt", "b.md"]


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
