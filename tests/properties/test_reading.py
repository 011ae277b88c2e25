"""What holds of every document that is read, whatever stands in the file."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosscheck.errors import InputError
from crosscheck.model.document import Document
from crosscheck.read import read, read_text

MEDIA = ("text/plain", "text/markdown", "text/html", "text/x-wiki")
ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared" / "pairs"
RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ⁽⁾"

WORDS = st.sampled_from(
    [
        "武汉长江大桥",
        "1957年10月15日",
        "通车",
        "。",
        "，",
        "全长1,670米",
        "「萬里長江第一橋」",
        "李文驥",
        "（Li",
        "Wenji）",
        "&amp;",
        "&#x4e2d;",
        "\\[1\\]",
        "[1]",
        "[[武汉市|武漢]]",
        "{{bd|1886年||1951年|}}",
        "<ref>甲</ref>",
        "<ref",
        "name=a/>",
        "-{zh-hans:桥;zh-hant:橋}-",
        "'''粗'''",
        "**粗**",
        "*斜*",
        "[桥在](../Page/桥.md)",
        "[^1]",
        "<b>粗</b>",
        "<sup>[2]</sup>",
        "<sup>3</sup>",
        "10^6^",
        "<br>",
        "<!--隐-->",
        "==",
        "#",
        "-",
        "*",
        "1.",
        "|",
        "{|",
        "|}",
        "|-",
        "!",
        "\u200b",
        "\ufeff",
        "\u3000",
        "⼤⽂",
        "︵一︶",
        "\\",
        "`",
        "```",
        "[",
        "]",
        "(",
        ")",
        "{",
        "}",
        "}}",
        "]]",
        "<",
        ">",
        "&",
        "~~~",
        "---",
        ":",
        ";",
    ]
)
BREAKS = st.sampled_from(["", "", "", " ", "\n", "\n\n", "\r\n", "\r", "\u2028", "\n    ", "\n> "])
TEXTS = st.lists(st.tuples(WORDS, BREAKS), max_size=60).map(lambda parts: "".join(a + b for a, b in parts))


def same(clean: str, original: str) -> bool:
    """Whether a clean code point stands for the original one, directly or by a named fold."""
    if clean == original or (clean.isspace() and original.isspace()):
        return True
    if clean in RAISED or clean == "－":
        return True
    plain = unicodedata.normalize("NFKC", original)
    return unicodedata.normalize("NFKC", clean)[:1] == plain[:1]


def sound(document: Document) -> None:
    text, source = document.text, document.source
    assert len(document.folded) == len(text)
    put_in = 0
    for place, char in enumerate(text):
        span = document.origins.place(place)
        assert 0 <= span.start <= span.end <= len(source)
        if len(span) == 1 and char not in "：（）、年月日":
            put_in += not same(char, source[span.start])
    assert put_in == 0
    end = 0
    for block in document.blocks:
        assert end <= block.span.start < block.span.end <= len(text)
        assert not text[end : block.span.start].strip()
        end = block.span.end
    for link in document.links:
        assert 0 <= link.span.start <= link.span.end <= len(text)
    for mark in document.marks:
        assert 0 <= mark.at <= len(text)
        assert mark.source.start < mark.source.end <= len(source)
    for reference in document.references:
        assert 0 <= reference.source.start <= reference.source.end <= len(source)


def read_or_refuse(text: str, media: str) -> Document | None:
    try:
        return read_text(text, name="x", media_type=media)
    except InputError:
        return None


@pytest.mark.parametrize("media", MEDIA)
@given(text=TEXTS)
@settings(max_examples=60, deadline=None)
def test_generated_text_is_read_soundly(media: str, text: str) -> None:
    document = read_or_refuse(text, media)
    if document is not None:
        sound(document)
        assert document == read_or_refuse(text, media)


@pytest.mark.parametrize("media", MEDIA)
@given(text=st.text(max_size=200))
@settings(max_examples=60, deadline=None)
def test_any_text_is_read_or_refused(media: str, text: str) -> None:
    document = read_or_refuse(text, media)
    if document is not None:
        sound(document)


@given(
    data=st.binary(max_size=300),
    suffix=st.sampled_from(["", ".txt", ".md", ".html", ".wiki", ".pdf", ".docx", ".gz"]),
)
@settings(max_examples=120, deadline=None)
def test_any_file_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, suffix: str
) -> None:
    path = tmp_path_factory.getbasetemp() / f"any{suffix}"
    path.write_bytes(data)
    try:
        document = read(path)
    except InputError as error:
        assert str(path) in str(error)
    else:
        sound(document)


REAL = [
    *sorted((ROOT / "seeds").glob("*.*")),
    *(sorted(p for p in SHARED.glob("*/*") if p.suffix != ".json") if SHARED.is_dir() else []),
]


@pytest.mark.parametrize("path", REAL, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_real_documents_are_read_soundly(path: Path) -> None:
    document = read(path)
    sound(document)
    assert document == read(path)
    assert document.text.count("�") == 0


SEPARATORS = "\x85\u2028\u2029"


@pytest.mark.parametrize("media", MEDIA)
@given(
    text=TEXTS,
    places=st.lists(st.tuples(st.floats(0, 1), st.sampled_from(SEPARATORS)), min_size=1, max_size=6),
)
@settings(max_examples=40, deadline=None)
def test_separators_of_unicode_are_blanks(media: str, text: str, places: list[tuple[float, str]]) -> None:
    for share, separator in places:
        at = int(share * len(text))
        text = text[:at] + separator + text[at:]
    document = read_or_refuse(text, media)
    if document is not None:
        sound(document)
        assert document.text.split("\n") == [*document.text.splitlines(), ""]
        other = read_or_refuse(text.translate(str.maketrans(SEPARATORS, "\xa0" * 3)), media)
        assert other is not None
        if media == "text/plain":
            assert [b.span for b in document.blocks] == [b.span for b in other.blocks]


HOSTILE: tuple[tuple[str, Callable[[int], str]], ...] = (
    ("open brackets", lambda n: "[" * n),
    ("nested links", lambda n: "[" * (n // 8) + "桥" + "](a)" * (n // 8)),
    ("open templates", lambda n: "{{" * (n // 2)),
    ("nested templates", lambda n: "{{nowrap|" * (n // 12) + "桥" + "}}" * (n // 12)),
    ("open tags", lambda n: "<div " * (n // 5)),
    ("nested elements", lambda n: "<div>" * (n // 5) + "桥"),
    ("crossed elements", lambda n: "<b><i>桥</b>" * (n // 11)),
    ("open comments", lambda n: "<!--" * (n // 4)),
    ("open notes", lambda n: "<ref>" * (n // 5)),
    ("quotes", lambda n: "<a '\"" * (n // 5)),
    ("stars", lambda n: "*a **b " * (n // 7)),
    ("one line", lambda n: "武汉长江大桥全长1670米，" * (n // 14)),
    ("short lines", lambda n: "武\n" * (n // 2)),
    ("digits", lambda n: "桥12，" * (n // 4)),
    ("tables", lambda n: "{|\n|-\n|" * (n // 7)),
    ("pipes", lambda n: "|-" * (n // 2)),
    ("backticks", lambda n: "` `` " * (n // 5)),
    ("destinations", lambda n: '[a](b "' * (n // 7)),
    ("conversions", lambda n: "-{zh-hans:" * (n // 10)),
    ("entities", lambda n: "&amp" * (n // 4)),
    ("blanks", lambda n: "桥" + " " * n + "桥"),
    ("heading of blanks", lambda n: "=# 桥" + " " * n + "桥"),
    ("argument of blanks", lambda n: "{{a|" + " " * n + "}}"),
    ("cell of signs", lambda n: "{|\n|-\n|" + "a=" * (n // 2) + "\n|}"),
    ("closed brackets", lambda n: "[" * (n // 2) + "]" * (n // 2)),
    ("links in links", lambda n: "[桥" * (n // 6) + "](a)" * (n // 6)),
    ("open values", lambda n: "<a b='\"<" * (n // 8)),
    ("lists of notes", lambda n: "<references>\n" * (n // 13)),
    ("raised", lambda n: "<sup>" * (n // 5) + "1"),
    ("anchors", lambda n: '<a href="#a">1' * (n // 14)),
    ("nested references", lambda n: '<ol class="references"><li>1' * (n // 28)),
    ("references", lambda n: '<sup>[1]</sup><ol class="references"></ol>' * (n // 42)),
    ("nested tables", lambda n: "<table><tr><th>桥<td>" * (n // 20)),
    ("nested heads", lambda n: "<tr>" + "<th><b>桥" * (n // 8)),
    ("nested cells", lambda n: "<table><td>" * (n // 11) + "桥" * 200),
    ("bold in elements", lambda n: "<div>" * (n // 5) + "<b>桥桥</b>"),
    ("notes at the end", lambda n: "1 桥\n" * (n // 4)),
    ("numbers that rise", lambda n: "".join(f"桥{i % 999 + 1}，" for i in range(n // 5))),
    ("marks in lines", lambda n: "桥长。[1]\n" * (n // 7)),
    ("pictures", lambda n: "[a](../Page/File:b.md)\n" * (n // 23)),
    ("groups", lambda n: "".join(f"[^{i}/1]\n\n1. a\n" for i in range(n // 18))),
    ("fields", lambda n: "{{infobox\n" + "|a=b<br>c\n" * (n // 10) + "}}"),
    ("rows", lambda n: "|a|b|\n|-|-|\n" * (n // 12)),
    ("headings", lambda n: "== 桥 ==\n# 桥\n" * (n // 12)),
    ("a line of stars", lambda n: "*" * n),
    ("inline notes", lambda n: "^[" * (n // 3) + "]" * (n // 3)),
    ("citations", lambda n: "[@a1 " * (n // 5)),
    ("long notes", lambda n: "".join(f"[^{i}]: 桥\n\n    桥\n" for i in range(n // 16))),
    ("bracketed", lambda n: "".join(f"[{i % 999 + 1}] 《桥》，社，1957年。\n" for i in range(n // 18))),
    ("entries", lambda n: "甲：《桥》，书局，1957年，第3页。\n" * (n // 20)),
    ("titles never closed", lambda n: "《“「" * (n // 3)),
    (
        "cells that cover much",
        lambda n: "{|\n" + '|-\n| rowspan="999" colspan="999" | 桥\n' * (n // 40) + "|}",
    ),
    ("rows that cover much", lambda n: "<table>" + "<tr><td rowspan=999 colspan=999>桥" * (n // 35)),
    (
        "notes there and back",
        lambda n: "".join(
            f'<p><a href="#n{i}" id="r{i}">1</a><p id="n{i}"><a href="#r{i}">1</a>' for i in range(n // 70)
        ),
    ),
    (
        "notes of one place",
        lambda n: '<a href="#n" id="r">1</a>' * (n // 25) + '<li id="n"><a href="#r">1</a>',
    ),
    ("notes in notes", lambda n: "".join(f'<li id="n{i}"><a href="#n{i + 1}">1</a>' for i in range(n // 34))),
    ("measures", lambda n: "{{convert|1|-|2" * (n // 15)),
    ("names set apart", lambda n: "|甲　乙" * (n // 4)),
    ("readings", lambda n: "<ruby>漢<rt>" * (n // 11)),
    ("lists", lambda n: "".join(f"{'*' * (i % 50)} 桥\n" for i in range(n // 28))),
)


@pytest.mark.parametrize("media", MEDIA)
@pytest.mark.parametrize(("name", "make"), HOSTILE, ids=[name for name, _ in HOSTILE])
def test_hostile_text_is_read_or_refused(media: str, name: str, make: Callable[[int], str]) -> None:
    document = read_or_refuse(make(20_000), media)
    if document is not None:
        sound(document)
