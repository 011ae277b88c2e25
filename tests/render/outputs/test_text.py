"""Texts and paths as outputs write them."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.render._markup import cell, code, cut, escaped
from crosscheck.render._paths import path_of, relative, uri
from crosscheck.render._plain import dump_line, flat, joined, whole, xml

ANY = st.text(st.characters() | st.sampled_from("\n\r\t\x1b\x00\u2028\u202e\ud800|`<&]中"), max_size=30)


@given(ANY)
def test_flat_is_one_line_that_nothing_obeys(text: str) -> None:
    found = flat(text)
    assert len(found.splitlines()) <= 1
    assert not {"Cc", "Cs", "Zl", "Zp"} & {unicodedata.category(char) for char in found}
    assert not set("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069") & set(found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("五十\n名", "五十名"),
        ("五十\r\n  名", "五十名"),
        ("New\nYork", "New York"),
        ("甲 乙", "甲 乙"),
        ("甲\t乙", "甲 乙"),
        ("零\u200b宽", "零宽"),
        ("\x1b[31m红\x07", "[31m红"),
        ("  中  ", "中"),
        ("𠀀\n𠮷", "𠀀 𠮷"),
    ],
)
def test_flat(text: str, expected: str) -> None:
    assert flat(text) == expected


@given(ANY)
def test_whole_can_be_written(text: str) -> None:
    assert len(whole(text)) == len(text)
    whole(text).encode("utf-8")
    line = dump_line({"text": text})
    assert len(line.splitlines()) == 1
    line.encode("utf-8")


@given(ANY)
def test_xml_is_read_by_a_parser(text: str) -> None:
    element = ElementTree.Element("a", b=xml(text))
    element.text = xml(text)
    ElementTree.fromstring(ElementTree.tostring(element, encoding="unicode").encode())
    assert len(xml(text)) == len(text)


def test_sentences_have_their_stops() -> None:
    assert joined(["one", "Two.", "“three.”"], "en") == "one. Two. “three.”"
    assert joined(["一", "二。", "三！"], "zh-Hans") == "一。二。三！"
    assert joined([], "en") == ""


@given(ANY)
def test_code_is_one_span_that_fits_a_cell(text: str) -> None:
    found = cell(text)
    assert "\n" not in found
    if not flat(text):
        assert found == "–"
        return
    fence = re.match("`+", found)
    assert fence
    inside = found.replace("\\|", "|")[fence.end() : -fence.end()]
    assert code(text) == found.replace("\\|", "|")
    assert fence[0] not in re.findall("`+", inside)
    assert inside.removeprefix(" ").removesuffix(" ") == flat(text)
    assert not re.search(r"(?<!\\)\|", found)


def test_markdown_shows_what_was_meant() -> None:
    assert escaped("a|b*c_d`e`[f](g)<h>&i") == r"a\|b\*c\_d\`e\`\[f\](g)&lt;h&gt;&amp;i"
    assert escaped("@某人 #12 !7 $x$ ~y~") == r"@<b></b>某人 #<b></b>12 !<b></b>7 \$x\$ \~y\~"
    assert cut("丽江古城", 3) == "丽江…"
    assert cut("丽江古城", 4) == "丽江古城"


@pytest.mark.parametrize(
    ("path", "shown", "address"),
    [
        ("a.md", "a.md", "a.md"),
        ("./a//b/./c.md", "a/b/c.md", "a/b/c.md"),
        ("../a.md", "../a.md", "../a.md"),
        ("条目/丽江 古城.md", "条目/丽江 古城.md", "%E6%9D%A1%E7%9B%AE/%E4%B8%BD%E6%B1%9F%20%E5%8F%A4%E5%9F%8E.md"),
        ("a:b#c?d%e[1].md", "a:b#c?d%e[1].md", "a%3Ab%23c%3Fd%25e%5B1%5D.md"),
        ("-", "stdin", "stdin"),
        ("/srv/x y.md", "/srv/x y.md", "file:///srv/x%20y.md"),
        (r"C:\wiki\条.md", "C:/wiki/条.md", "file:///C:/wiki/%E6%9D%A1.md"),
        ("no-utf8-\udcff.md", "no-utf8-\udcff.md", "no-utf8-%FF.md"),
        ("lone-\ud800.md", "lone-\ud800.md", "lone-?.md".replace("?", "%3F")),
    ],
)  # fmt: skip
def test_paths(path: str, shown: str, address: str) -> None:
    assert relative(path) == shown
    assert uri(shown) == address
    assert urlsplit(address).scheme in ("", "file")
    if "\ud800" not in path:
        assert path_of(address) == shown


def test_a_path_in_the_working_folder_is_relative(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert relative(str(tmp_path / "wiki" / "a.md")) == "wiki/a.md"
    assert relative(f"{tmp_path}-other/a.md") == f"{tmp_path}-other/a.md"
