"""A place of an older text is followed to where its line is now; what git remembers tells the older text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from crosscheck.gate import drift, git, history
from crosscheck.gate.batch import File
from crosscheck.gate.decisions import Side
from crosscheck.gate.marking import mark
from crosscheck.gate.waive import _place
from crosscheck.model.span import Span
from crosscheck.text.fold import fold
from tests.gate.support import commit, put
from tests.gate.support import git as run_git

LINE = "大桥由梁思远主持设计，施工期间共有800名工人参加，历时两年零三个月。\n"
FIRST = "长虹桥位于江南县城以东，是全省第一座大型石拱桥。\n"
LAST = "一九七六年八月，该桥进行了第一次加固，耗资四十五万元。\n"
EXACT = "800名工人"
OLD = FIRST + LINE + LAST


def side(text: str = OLD, nth: int = 0) -> Side:
    start = -1
    for _ in range(nth + 1):
        start = text.index(EXACT, start + 1)
    end = start + len(EXACT)
    prefix, suffix = text[max(0, start - 12) : start], text[end : end + 12]
    return Side(
        path="a.md", exact=EXACT, prefix=prefix, suffix=suffix, hash=mark(prefix, EXACT, suffix), start=start
    )


def found(new: str, *past: str, of: Side | None = None) -> Span | None:
    return _place(fold(new), of or side(), lambda _: past)


def at(text: str, nth: int = 0) -> Span:
    start = side(text, nth).start
    return Span(start, start + len(EXACT))


def test_a_paragraph_that_moved_is_found_with_and_without_a_past() -> None:
    new = LAST + FIRST + LINE
    assert found(new) == found(new, OLD) == at(new)


@pytest.mark.parametrize("own", [0, 1])
def test_of_two_equal_paragraphs_the_past_tells_which(own: int) -> None:
    new = [FIRST, "新的一段。\n", LINE, LAST]
    new.insert(4 if own == 0 else 0, LINE)  # the copy stands after it, or before it
    text = "".join(new)
    assert found(text) is None
    assert found(text, OLD) == at(text, own)


def test_of_two_edited_copies_the_past_tells_which() -> None:
    edited = LINE.replace("历时", "前后历时")
    new = "题记。\n" + FIRST + edited + LAST + LINE.replace("历时", "先后历时")
    assert found(new) is None
    assert found(new, OLD) == at(new)


def test_the_past_is_the_newest_text_that_holds_the_place() -> None:
    new = "题记。\n" + FIRST + LINE + LAST + LINE
    assert found(new, "没有这一处。\n", OLD, "更早。\n" + OLD) == at(new)


def test_a_line_that_is_gone_is_looked_for_elsewhere_and_may_be_lost() -> None:
    assert found(FIRST + LAST, OLD) is None
    moved = LAST + FIRST + LINE.replace("历时", "前后历时")
    assert found(moved, OLD) == at(moved)


def test_long_texts_are_not_compared() -> None:
    many = "".join(f"第{number}行。\n" for number in range(drift.LINES))
    old, new = OLD + many, "题记。\n" + OLD + LINE + many
    assert drift.follow(old, new, at(old), "", "") is None
    assert found(new, old) is None  # as alike as the copy, as it is without a past


def test_a_text_in_the_other_script_is_the_same_text() -> None:
    new = "題記。\n" + FIRST + LINE.replace("大桥", "大橋").replace("参加", "參加") + LAST + LINE
    assert found(new, OLD) == at(new)


def older(folder: Path, name: str) -> Iterator[str]:
    return history.older(File(path=str(folder / name), place=name), 1_000_000, folder / "laid")


def test_what_git_remembers_of_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    name = "e/条目[1].md"
    put(tmp_path / name, OLD)
    assert list(older(tmp_path, name)) == []  # in no repository
    run_git(tmp_path, "init", "-q")
    commit(tmp_path)
    for number in range(4):
        put(tmp_path / name, OLD + f"第{number}版。\n")
        commit(tmp_path)
    put(tmp_path / name, "未提交。\n")
    texts = list(older(tmp_path, name))
    assert texts == [*(OLD + f"第{number}版。\n" for number in (3, 2, 1, 0)), OLD]
    monkeypatch.setattr(history, "REVISIONS", 2)
    assert list(older(tmp_path, name)) == texts[:2]
    put(tmp_path / "e/new.md", OLD)
    assert list(older(tmp_path, "e/new.md")) == []
    monkeypatch.setattr(git, "_call", lambda *_: (_ for _ in ()).throw(OSError))
    assert list(older(tmp_path, name)) == []
