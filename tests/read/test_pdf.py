"""PDF: columns, footnotes, hyphens, heads, and files that cannot be read."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, zip_longest
from pathlib import Path

import pytest

from crosscheck.errors import UndecodableError
from crosscheck.model.document import Document
from crosscheck.read import read
from tests.properties.test_reading import sound

FIRST = (
    "颐和园位于北京西郊，原名清漪园，乾隆十五年（1750年）始建，占地290公顷，水面约占四分之三。"
    "1860年被英法联军焚毁，光绪十四年（1888年）重建后改用今名，1900年再遭破坏，1902年修复。"
)
SECOND = (
    "昆明湖长堤仿杭州苏堤而筑，堤上有桥六座，玉带桥最为人称道。十七孔桥长150米，栏杆上雕石狮五百四十四只。"
    "1998年12月列入世界遗产名录，2007年起分区整修，每年游客逾一千万人次。"
)
Line = tuple[float, float, float, str]  # size, x, y, words


def draw(path: Path, pages: Sequence[Sequence[Line]], lock: str | None = None) -> Path:
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    encrypt = StandardEncryption(lock) if lock else None
    canvas = Canvas(str(path), pagesize=A4, invariant=1, encrypt=encrypt)
    for page in pages:
        for size, x, y, words in page:
            canvas.setFont("STSong-Light", size)
            canvas.drawString(x, y, words)
        canvas.showPage()
    canvas.save()
    return path


def column(text: str, count: int, x: float = 60, top: float = 780, size: float = 12) -> list[Line]:
    return [(size, x, top - 20 * (i // count), text[i : i + count]) for i in range(0, len(text), count)]


def blocks(document: Document) -> list[str]:
    sound(document)
    return [f"{b.kind}: {document.text[b.span.start : b.span.end]}" for b in document.blocks]


@pytest.mark.parametrize("turns", [False, True])
def test_two_columns_are_read_one_after_the_other(tmp_path: Path, turns: bool) -> None:
    left, right = column(FIRST, 18, size=11), column(SECOND, 18, 320, size=11)
    drawn = chain.from_iterable(zip_longest(left, right)) if turns else [*left, *right]
    head = (14.0, 60.0, 810.0, "清代皇家园林的兴废与修缮")
    document = read(draw(tmp_path / "a.pdf", [[head, *filter(None, drawn)]]))
    assert blocks(document) == [
        "heading: 清代皇家园林的兴废与修缮",
        f"paragraph: {FIRST}",
        f"paragraph: {SECOND}",
    ]


def test_one_column_is_left_as_it_is(tmp_path: Path) -> None:
    document = read(draw(tmp_path / "a.pdf", [column(FIRST + SECOND, 36)]))
    assert blocks(document) == [f"paragraph: {FIRST}{SECOND}"]


def page(text: str, notes: Sequence[str], number: int) -> list[Line]:
    feet = [(9.0, 60.0, 120.0 - 14 * i, words) for i, words in enumerate(notes)]
    return [*column(text, 33), *feet, (9.0, 290.0, 40.0, str(number))]


def test_footnotes_that_count_through(tmp_path: Path) -> None:
    first = FIRST.replace("1750年）", "1750年）①").replace("四分之三", "四分之三②")
    second = SECOND.replace("苏堤而筑", "苏堤而筑③")
    notes = ["① 《日下旧闻考》卷八十四，", "光绪刻本。", "② 张某《名园图说》第12页。"], ["③ 见县志。"]
    document = read(draw(tmp_path / "a.pdf", [page(first, notes[0], 1), page(second, notes[1], 2)]))
    assert blocks(document)[-3:] == [
        "note: 《日下旧闻考》卷八十四，光绪刻本。",
        "note: 张某《名园图说》第12页。",
        "note: 见县志。",
    ]
    assert [(m.label, document.text[m.at - 2 : m.at]) for m in document.marks] == [
        ("1", "年）"),
        ("2", "之三"),
        ("3", "而筑"),
    ]
    assert [r.label for r in document.references] == ["1", "2", "3"]
    assert f"{FIRST}" in document.text


def test_footnotes_that_begin_anew_on_each_page(tmp_path: Path) -> None:
    pages = [
        page(FIRST.replace("修复", "修复1"), ["1 见实录。"], 1),
        page(SECOND.replace("六座", "六座1"), ["1 见县志。"], 2),
    ]
    document = read(draw(tmp_path / "a.pdf", pages))
    assert [m.label for m in document.marks] == [r.label for r in document.references] == ["p1/1", "p2/1"]
    assert "堤上有桥六座，" in document.text


def test_a_list_at_the_foot_of_a_page_is_no_note(tmp_path: Path) -> None:
    document = read(draw(tmp_path / "a.pdf", [page(FIRST, ["1 长廊", "2 石舫"], 1)]))
    assert not document.marks and not document.references
    assert "石舫" in document.text


def test_hyphens_and_heads(tmp_path: Path) -> None:
    def with_head(text: str, number: int) -> list[Line]:
        return [
            (9, 60, 815, f"园林学报 2011年第{number}期"),
            *column(text, 33),
            (9, 280, 40, f"第 {number} 页"),
        ]

    document = read(draw(tmp_path / "a.pdf", [with_head(FIRST, 1), with_head(SECOND, 2)]))
    assert blocks(document) == [f"paragraph: {FIRST}{SECOND}"] or blocks(document) == [
        f"paragraph: {FIRST}",
        f"paragraph: {SECOND}",
    ]


THIRD = (
    "谐趣园仿无锡寄畅园而建，园中有园，环池筑亭台楼榭十三处，以游廊百间相连。嘉庆十六年（1811年）改今名，光绪间重修。"
    "园东有瞩新楼，自外望之为一层，自内望之为两层，游人每以为奇，前后重修凡三次。"
)


@pytest.mark.parametrize("turns", [False, True])
def test_three_columns_are_read_one_after_the_other(tmp_path: Path, turns: bool) -> None:
    parts = [column(text, 12, x, size=11) for text, x in ((FIRST, 50), (SECOND, 215), (THIRD, 380))]
    drawn = chain.from_iterable(zip_longest(*parts)) if turns else chain.from_iterable(parts)
    head = (14.0, 60.0, 810.0, "颐和园札记")
    document = read(draw(tmp_path / "a.pdf", [[head, *filter(None, drawn)]]))
    assert blocks(document) == [
        "heading: 颐和园札记",
        f"paragraph: {FIRST}",
        f"paragraph: {SECOND}",
        f"paragraph: {THIRD}",
    ]


def test_a_table_is_read_row_by_row(tmp_path: Path) -> None:
    rows = [(f"第{i}座桥", f"{i + 3}米", "石造" if i % 2 else "木造，有廊七间") for i in range(1, 9)]
    cells = [
        (12.0, x, 780.0 - 20 * i, words)
        for i, row in enumerate(rows)
        for x, words in zip((60, 220, 380), row, strict=True)
    ]
    text = read(draw(tmp_path / "a.pdf", [cells])).text
    assert all(text.index(a[0]) < text.index(a[2], text.index(a[0])) for a in rows)
    assert text.index("第1座桥") < text.index("4米") < text.index("第2座桥") < text.index("5米")


def test_a_title_that_is_the_head_of_the_next_page_stays(tmp_path: Path) -> None:
    title = (12.0, 60.0, 815.0, "清漪园兴废考")
    document = read(draw(tmp_path / "a.pdf", [[title, *column(FIRST, 33)], [title, *column(SECOND, 33)]]))
    assert blocks(document)[0] == "heading: 清漪园兴废考"
    assert document.title == "清漪园兴废考"
    assert document.text.count("清漪园兴废考") == 1


def test_a_head_above_a_title_is_left_out(tmp_path: Path) -> None:
    head = (9.0, 60.0, 825.0, "园林学报")
    first = [head, (16.0, 60.0, 800.0, "清漪园兴废考"), *column(FIRST, 33)]
    document = read(draw(tmp_path / "a.pdf", [first, [head, *column(SECOND, 33)]]))
    assert document.title == "清漪园兴废考"
    assert "园林学报" not in document.text


def test_heads_of_left_and_right_pages(tmp_path: Path) -> None:
    heads = "园林学报", "清漪园兴废考"
    texts = FIRST[:60], SECOND[:60], FIRST[60:], SECOND[60:]
    pages = [[(9.0, 60.0, 815.0, heads[i % 2]), *column(text, 33)] for i, text in enumerate(texts)]
    pages[0] = pages[0][1:]
    text = read(draw(tmp_path / "a.pdf", [*pages, pages[0]])).text
    assert "清漪园兴废考" not in text
    assert "园林学报" in text  # it stands on one page only, so nothing says that it is a head


def test_a_locked_file_is_refused_in_plain_words(tmp_path: Path) -> None:
    path = draw(tmp_path / "a.pdf", [column(FIRST, 30)], lock="secret")
    with pytest.raises(UndecodableError, match="locked with a password"):
        read(path)
    office = tmp_path / "a.docx"
    office.write_bytes(
        b"\xd0\xcf\x11\xe0" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 600
    )
    with pytest.raises(UndecodableError, match="locked with a password"):
        read(office)
