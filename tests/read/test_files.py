"""Files: names, encodings, packing, limits, and what is said of those that cannot be read."""

from __future__ import annotations

import gzip
import io
import sys
from pathlib import Path

import pytest

from crosscheck.errors import EmptyError, InputError, TooLargeError, UndecodableError, UnreadableError
from crosscheck.read import expand, read, read_text
from crosscheck.read.decode import decode

HANS = "黄河大桥于1909年建成，全长234米。\n工程由泰来洋行承建，造价三十万两白银。\n"
HANT = "臺中車站於1917年落成，為紅磚建築。\n設計者是鐵道部的技師，造價十二萬圓。\n"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (HANS, "utf-8"),
        (HANS, "utf-8-sig"),
        (HANS, "utf-16"),
        (HANS, "utf-16-le"),
        (HANS, "utf-16-be"),
        (HANS, "utf-32"),
        (HANS, "gb18030"),
        (HANS, "gbk"),
        (HANT, "utf-8"),
        (HANT, "big5"),
        (HANT, "big5hkscs"),
        (HANT, "utf-16"),
        (HANT, "gb18030"),
    ],
)
def test_encodings(tmp_path: Path, text: str, encoding: str, end: str) -> None:
    written = text.replace("\n", end)
    path = tmp_path / "a.txt"
    path.write_bytes(written.encode(encoding))
    document = read(path)
    assert document.source == written
    assert document.text == read_text(text, name="b").text


def test_a_short_text_in_a_legacy_encoding() -> None:
    assert decode("三峡大坝".encode("gb18030"), "x") == "三峡大坝"


@pytest.mark.parametrize(
    "data", [b"\x00\x01\x02\x03" * 50, bytes(range(256)) * 4, b"\xff" * 100, b"abc\x00def"]
)
def test_binary_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.bin"
    path.write_bytes(data)
    with pytest.raises(UndecodableError, match=r"a\.bin"):
        read(path)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\x89PNG\r\n\x1a\n123", "PNG"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Office"),
        (b"PK\x03\x04nothing", "zip"),
        (b"%PDF-1.4 broken", "PDF"),
        (b"\x1f\x8b\x08broken", "gzip"),
        (b"\xef\xbb\xbf\xff\xfe", "utf-8-sig"),
    ],
)
def test_a_refusal_names_what_it_is(tmp_path: Path, data: bytes, words: str) -> None:
    path = tmp_path / "a.dat"
    path.write_bytes(data)
    with pytest.raises(UndecodableError, match=words):
        read(path)


def test_missing_folder_and_empty(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="no such file"):
        read(tmp_path / "none.txt")
    with pytest.raises(UnreadableError, match="folder"):
        read(tmp_path)
    with pytest.raises(UnreadableError):
        read("a\x00b")
    for text in ("", " \n\t\n", "\ufeff"):
        path = tmp_path / "empty.txt"
        path.write_text(text, encoding="utf-8")
        with pytest.raises(EmptyError, match=r"empty\.txt"):
            read(path)
    with pytest.raises(UndecodableError, match="half a character"):
        read_text("桥\ud800", name="x")
    with pytest.raises(EmptyError):
        read_text("<p> </p>", name="x", media_type="text/html")


def test_the_limit_holds_packed_or_not(tmp_path: Path) -> None:
    plain, packed = tmp_path / "a.txt", tmp_path / "b.txt.gz"
    plain.write_bytes(b"a" * 3000)
    packed.write_bytes(gzip.compress(b"a" * 300_000))
    for path in (plain, packed):
        with pytest.raises(TooLargeError, match="2000 bytes"):
            read(path, max_bytes=2000)


def test_a_packed_file_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "a.md.gz"
    path.write_bytes(gzip.compress("# 甲\n\n乙于1901年生。\n".encode(), mtime=0))
    document = read(path)
    assert (document.media_type, document.title) == ("text/markdown", "甲")


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    class Input:
        buffer = io.BytesIO(HANS.encode())

    monkeypatch.setattr(sys, "stdin", Input())
    document = read("-", name="source-1")
    assert (document.path, document.id, document.source) == ("-", "source-1", HANS)


@pytest.mark.parametrize(
    ("text", "media"),
    [
        ('《[黄河](../Page/黄河.md "wikilink")》是河\\[1\\]。\n\n1.  书\n', "text/markdown"),
        ("'''黄河'''是[[中国]]的河。\n\n== 概况 ==\n长5464公里。<ref>甲</ref>\n", "text/x-wiki"),
        ("<!DOCTYPE html><html><body><p>黄河长5464公里。</p></body></html>", "text/html"),
        ("<div>\n<p>黄河</p>\n<p>长江</p></div>", "text/html"),
        (HANS, "text/plain"),
        ("价格 < 100 元，a > b。\n", "text/plain"),
    ],
)
def test_the_format_is_told_by_content(tmp_path: Path, text: str, media: str) -> None:
    for name in ("a", "a.txt"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        assert read(path).media_type == media


def test_the_format_can_be_given(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("# 甲\n", encoding="utf-8")
    assert read(path, format="text").text == "# 甲\n"
    assert read(path, format="text/x-mediawiki").media_type == "text/x-wiki"
    with pytest.raises(InputError, match="known are"):
        read(path, format="rtf")


def test_a_given_date_goes_first() -> None:
    text = "---\ndate: 1999-05-04\n---\n昨天开工。\n"
    assert read_text(text, name="a", media_type="text/markdown").date == "1999-05-04"
    assert read_text(text, name="a", media_type="text/markdown", date="2001").date == "2001"


def test_the_name_of_a_file_may_give_its_date(tmp_path: Path) -> None:
    path = tmp_path / "2019-08-03-report.md"
    path.write_text("# 甲\n\n昨日开工。\n", encoding="utf-8")
    assert read(path).date == "2019-08-03"


def test_expand(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", ".hidden", "in/c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")
    folder = str(tmp_path)
    every = (f"{folder}/a.md", f"{folder}/b.txt", f"{folder}/in/c.txt")
    assert expand([folder]) == every
    assert expand([f"{folder}/*.txt", f"{folder}/b.txt", "-"]) == (f"{folder}/b.txt", "-")
    assert expand([f"{folder}/**/*.txt"]) == every[1:]
    assert expand(["none.txt"]) == ("none.txt",)
    with pytest.raises(UnreadableError, match="matches no file"):
        expand([f"{folder}/*.pdf"])
