"""Files made to do harm: packed far below their size, nested, cut, with bytes changed."""

from __future__ import annotations

import gzip
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosscheck.errors import InputError, TooLargeError, UndecodableError
from crosscheck.read import read, zip_members
from tests.properties.test_reading import sound
from tests.read.formats import WRITERS
from tests.read.test_binary import BODY, EPUB, NOTE, zipped

BLOCKS = [
    ("heading", "滕王阁"),
    ("paragraph", "滕王阁始建于653年，历代重修二十九次，现存建筑1989年落成，高57.5米。"),
]


@cache
def made(name: str) -> bytes:
    return gzip.compress(WRITERS["a.md"](BLOCKS), mtime=0) if name == "a.md.gz" else WRITERS[name](BLOCKS)


NAMES = [*WRITERS, "a.md.gz"]
CHANGES = st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), max_size=12)


@pytest.mark.parametrize("name", NAMES)
@given(changes=CHANGES, kept=st.floats(0.2, 1.0))
@settings(max_examples=40, deadline=None)
def test_a_damaged_file_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, name: str, changes: list[tuple[float, int]], kept: float
) -> None:
    data = bytearray(made(name))
    for place, value in changes:
        data[int(place * len(data))] = value
    path = tmp_path_factory.getbasetemp() / f"damaged-{name}"
    path.write_bytes(bytes(data[: max(1, int(kept * len(data)))]))
    try:
        document = read(path)
    except InputError as error:
        assert str(path) in str(error)
    else:
        sound(document)


@pytest.mark.parametrize("name", ["a.docx", "a.epub"])
def test_a_zip_that_unpacks_to_too_much(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(zip_members, "_MOST", 1 << 20)
    members = {"word/document.xml": BODY, "word/footnotes.xml": NOTE} if name == "a.docx" else dict(EPUB)
    path = tmp_path / name
    path.write_bytes(zipped({**members, "z.bin": "0" * (2 << 20)}))
    with pytest.raises(TooLargeError, match="unpacks to more than 1 MiB"):
        read(path)


def test_a_packed_file_that_unpacks_to_too_much(tmp_path: Path) -> None:
    path = tmp_path / "a.txt.gz"
    path.write_bytes(gzip.compress(b"0" * (4 << 20), mtime=0))
    with pytest.raises(TooLargeError, match="limit of 2 MiB"):
        read(path, max_bytes=2 << 20)


def test_entities_that_grow_are_not_opened(tmp_path: Path) -> None:
    laughs = '<!ENTITY a "哈哈哈哈哈哈哈哈哈哈">' + "".join(
        f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 10}">' for i in range(9)
    )
    body = BODY.replace("桥成于嘉祐四年", "&j;")
    path = tmp_path / "a.docx"
    path.write_bytes(zipped({"word/document.xml": f"<!DOCTYPE x [{laughs}]>{body}"}))
    with pytest.raises(UndecodableError, match=r"broken XML"):
        read(path)


def test_deeply_nested_paragraphs(tmp_path: Path) -> None:
    deep = "<w:tbl>" * 20_000 + "<w:p><w:r><w:t>阁高57.5米。</w:t></w:r></w:p>" + "</w:tbl>" * 20_000
    path = tmp_path / "a.docx"
    body = f'<w:document xmlns:w="w"><w:body>{deep}</w:body></w:document>'
    path.write_bytes(zipped({"word/document.xml": body}))
    assert read(path).text == "阁高57.5米。\n"


def test_members_that_claim_another_size(tmp_path: Path) -> None:
    data = bytearray(zipped({"word/document.xml": BODY}))
    at = data.rindex(b"PK\x01\x02")
    data[at + 24 : at + 28] = (1 << 30).to_bytes(4, "little")
    path = tmp_path / "a.docx"
    path.write_bytes(bytes(data))
    with pytest.raises(InputError):
        read(path)
