"""Kept programs of regular expressions: the same matches, whatever the file holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from crosscheck import patterns

CASES = [
    (r"(?P<year>\d{4})年(?:(?P<month>\d{1,2})月)?", 0, "1911年10月，1912年"),
    (r"[\u3400-\u9fff]+(?:[·-][\u3400-\u9fff]+)*", 0, "托马斯·爱迪生 and 居里"),
    (r"(?<!不)(?:赞成|反对)(?=票)", re.MULTILINE, "反对票，不赞成票"),
    (r"a(b|c)\1", re.IGNORECASE, "ABB acc abc"),
]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("CROSSCHECK_CACHE_DIR", str(tmp_path))
    monkeypatch.delenv("CROSSCHECK_NO_CACHE", raising=False)
    monkeypatch.setattr(patterns, "_fresh", {})
    _forget()
    yield tmp_path
    _forget()


def _forget() -> None:
    """What a new process would not know."""
    for remembered in (patterns.compiled, patterns._kept, patterns._path):
        remembered.cache_clear()


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


@pytest.mark.parametrize(("pattern", "flags", "text"), CASES)
def test_a_kept_program_matches_as_a_new_one(folder: Path, pattern: str, flags: int, text: str) -> None:
    expected = re.compile(pattern, flags)
    for _ in range(2):
        found = patterns.compiled(pattern, flags)
        assert [m.span() for m in found.finditer(text)] == [m.span() for m in expected.finditer(text)]
        assert [m.groupdict() for m in found.finditer(text)] == [
            m.groupdict() for m in expected.finditer(text)
        ]
        assert (found.pattern, found.flags, found.groups) == (pattern, expected.flags, expected.groups)
        patterns.keep()
        _forget()
    assert len(_files(folder)) == 1


@pytest.mark.parametrize("damage", [b"", b"\x00" * 100, b"not a file of programs"])
def test_a_broken_file_counts_as_empty(folder: Path, damage: bytes) -> None:
    patterns.compiled("汉阳铁厂|江南制造局")
    patterns.keep()
    _files(folder)[0].write_bytes(damage)
    _forget()
    assert patterns.compiled("汉阳铁厂|江南制造局").search("上海的江南制造局")


def test_a_program_that_the_engine_refuses_is_compiled_anew(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused: dict[tuple[str, int], patterns._Program] = {("轮船", 0): (32, b"\xff" * 8, 0, {}, ())}
    monkeypatch.setattr(patterns, "_kept", cache(lambda: refused))
    assert patterns.compiled("轮船").search("轮船招商局")
    assert not _files(folder)


def test_nothing_is_kept_where_that_is_not_wanted(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CROSSCHECK_NO_CACHE", "1")
    assert patterns.compiled("京张铁路").fullmatch("京张铁路")
    patterns.keep()
    assert not _files(folder)


def test_an_expression_that_is_none_says_so(folder: Path) -> None:
    with pytest.raises(re.error):
        patterns.compiled("(")
    patterns.keep()
    assert not _files(folder)
