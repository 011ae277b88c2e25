"""The seeds written in every format are read back with the same sentences."""

from __future__ import annotations

from pathlib import Path

import pytest

from crosscheck.read import read
from tests.read.formats import ENCODINGS, WRITERS, Blocks, blocks_of, plain, seed, sentences

SEEDS = "treaty-entry.zh-Hans.md", "nuclear-aid-essay.zh-Hant.txt"


@pytest.fixture(scope="module", params=SEEDS)
def blocks(request: pytest.FixtureRequest) -> Blocks:
    return [block for block in blocks_of(read(seed(request.param))) if block[1].strip()]


@pytest.mark.parametrize("name", WRITERS)
def test_formats(tmp_path: Path, blocks: Blocks, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(WRITERS[name](blocks))
    wanted, found = sentences(blocks), sentences(blocks_of(read(path)))
    if name == "a.pdf":
        same = len(set(wanted) & set(found))
        assert same >= 0.97 * len(set(wanted))
    else:
        assert found == wanted


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_encodings(tmp_path: Path, blocks: Blocks, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(plain(blocks).decode().encode(encoding))
    assert sentences(blocks_of(read(path))) == sentences(blocks)


@pytest.mark.parametrize("count", [18, 25, 40])
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_hard_wraps(tmp_path: Path, blocks: Blocks, count: int, between: str) -> None:
    lines = [text[i : i + count] for _, text in blocks for i in range(0, len(text), count)]
    path = tmp_path / "a.txt"
    path.write_text(between.join(lines), encoding="utf-8")
    wanted, found = set(sentences(blocks)), set(sentences(blocks_of(read(path))))
    assert len(wanted & found) >= 0.95 * len(wanted)
