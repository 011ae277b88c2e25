"""Tables in every format: a cell knows its row, the head of its column and what its row begins with."""

from __future__ import annotations

from pathlib import Path

import pytest

from crosscheck.model.document import Document
from crosscheck.read import read, read_text
from tests.read.test_binary import zipped

Cells = list[tuple[int, str, str, str]]


def cells(document: Document) -> Cells:
    """The cells of a document: row, head of the column, head of the row, words."""
    return [
        (b.row, b.label, b.row_head, document.text[b.span.start : b.span.end])
        for b in document.blocks
        if b.kind == "cell"
    ]


HEADS: Cells = [(1, "", "", "船名"), (1, "", "船名", "年份"), (1, "", "船名", "吨位")]
BODY: Cells = [
    (2, "船名", "", "海琛"), (2, "年份", "海琛", "1898"), (2, "吨位", "海琛", "2,950"),
    (3, "船名", "", "飞鹰"), (3, "年份", "飞鹰", "1895"), (3, "吨位", "飞鹰", "850"),
]  # fmt: skip
WIKI = (
    '{| class="wikitable"\n! 船名 !! 年份 !! 吨位\n|-\n| 海琛 || 1898 || 2,950\n|-\n| 飞鹰\n| 1895\n| 850\n|}'
)
PIPES = "| 船名 | 年份 | 吨位 |\n|---|---|---|\n| 海琛 | 1898 | 2,950 |\n| 飞鹰 | 1895 | 850 |\n"
HTML = (
    "<table><tr><th>船名<th>年份<th>吨位</tr><tr><td>海琛<td>1898<td>2,950</tr>"
    "<tr><td>飞鹰<td>1895<td>850</tr></table>"
)


def word(rows: list[list[str]]) -> str:
    body = "".join(
        f"<w:tr>{''.join(f'<w:tc><w:p><w:r><w:t>{c}</w:t></w:r></w:p></w:tc>' for c in row)}</w:tr>"
        for row in rows
    )
    return f'<w:document xmlns:w="w"><w:body><w:tbl>{body}</w:tbl></w:body></w:document>'


@pytest.mark.parametrize(
    ("media", "text"),
    [
        ("text/x-wiki", WIKI),
        ("text/x-wiki", WIKI.replace("! 船名 !! 年份 !! 吨位", "| '''船名''' || '''年份''' || '''吨位'''")),
        ("text/markdown", PIPES),
        ("text/html", HTML),
        ("text/html", HTML.replace("<th>", "<td>").replace("吨位", "人口")),
    ],
)
def test_rows_and_heads(media: str, text: str) -> None:
    wanted = (
        [(r, label.replace("吨位", "人口"), h, w) for r, label, h, w in HEADS + BODY]
        if "人口" in text
        else HEADS + BODY
    )
    assert cells(read_text(text, name="x", media_type=media)) == [
        (r, label, h, "人口" if w == "吨位" and "人口" in text else w) for r, label, h, w in wanted
    ]


def test_rows_of_word(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    rows = [["姓名", "年份", "备注"], ["严遵义", "1898", "一等"], ["戈兰", "1895", "二等"]]
    path.write_bytes(zipped({"word/document.xml": word(rows)}))
    assert cells(read(path))[3:6] == [
        (2, "姓名", "", "严遵义"),
        (2, "年份", "严遵义", "1898"),
        (2, "备注", "严遵义", "一等"),
    ]


@pytest.mark.parametrize(
    ("media", "text"),
    [
        (
            "text/x-wiki",
            '{|\n! 届 !! 冠军 !! 比分\n|-\n| rowspan="2" | 1930 || 北辰 || 3:1\n|-\n| 东华 || 2:0\n|-\n| colspan="2" | 停办 || 无\n|}',
        ),
        (
            "text/html",
            "<table><tr><th>届<th>冠军<th>比分</tr><tr><td rowspan=2>1930<td>北辰<td>3:1</tr><tr><td>东华<td>2:0</tr>"
            '<tr><td colspan="2">停办<td>无</tr></table>',
        ),
    ],
)
def test_cells_that_cover_several(media: str, text: str) -> None:
    assert cells(read_text(text, name="x", media_type=media))[3:] == [
        (2, "届", "", "1930"), (2, "冠军", "1930", "北辰"), (2, "比分", "1930", "3:1"),
        (3, "冠军", "1930", "东华"), (3, "比分", "1930", "2:0"), (4, "届", "", "停办"), (4, "比分", "停办", "无"),
    ]  # fmt: skip


def test_what_stands_behind_a_table_is_of_no_row() -> None:
    document = read_text(f"{PIPES}\n船皆已沉。\n\n{PIPES}", name="x", media_type="text/markdown")
    assert [(b.row, b.row_head) for b in document.blocks if b.kind == "paragraph"] == [(0, "")]
    assert cells(document)[9][0] == 4


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("[[黄　岩]]", "黄岩"),
        ("严　明", "严明"),
        ("严  明", "严明"),
        ("一　二", "一　二"),
        ("海　军　部", "海　军　部"),
    ],
)
def test_names_set_apart(given: str, shown: str) -> None:
    document = read_text(
        f"{{|\n! 姓名 !! 职务\n|-\n| {given} || 舰长\n|}}", name="x", media_type="text/x-wiki"
    )
    assert cells(document)[2][3] == shown
    assert all(link.span.end <= len(document.text) for link in document.links)
    place = document.origins.to_source(document.blocks[2].span)
    assert document.source[place.start : place.end] == given.strip("[]")
