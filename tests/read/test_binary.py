"""PDF, DOCX and EPUB, made here."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from crosscheck.errors import EmptyError, UndecodableError
from crosscheck.model.document import Document
from crosscheck.read import read, read_text

TEXT = (
    "洛阳桥又名万安桥，位于泉州市东北，由知州蔡襄主持修建，1053年动工，1059年竣工，前后历时六年零八个月，耗银一千四百万两。"
    "桥长834米，宽7米，有桥墩46座，是中国现存最早的跨海梁式石桥。1938年桥面曾加铺混凝土，1993年开始大修，三年后恢复原貌。"
)


def block_texts(document: Document) -> list[str]:
    return [f"{b.kind}: {document.text[b.span.start : b.span.end]}" for b in document.blocks]


def pdf(pages: list[list[str]], path: Path) -> None:
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    canvas = Canvas(str(path), pagesize=A4, invariant=1)
    for lines in pages:
        canvas.setFont("STSong-Light", 12)
        for number, line in enumerate(lines):
            canvas.drawString(60, 780 - 20 * number, line)
        canvas.showPage()
    canvas.save()


def wrapped(text: str, count: int) -> list[str]:
    return [text[i : i + count] for i in range(0, len(text), count)]


def test_pdf_lines_are_joined_and_running_heads_dropped(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    body = wrapped(TEXT, 30)
    pages = [["泉州古桥考", *body[:3], "- 1 -"], ["泉州古桥考", *body[3:], "- 2 -"]]
    pdf(pages, path)
    document = read(path)
    assert document.media_type == "application/pdf"
    assert TEXT in document.text
    assert "- 1 -" not in document.text
    assert document.text.count("泉州古桥考") <= 1
    for place, char in enumerate(document.text):
        span = document.origins.place(place)
        assert len(span) == 0 or document.source[span.start] == char


def test_a_pdf_of_pictures_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    pdf([[], []], path)
    with pytest.raises(EmptyError, match="2 pages of pictures"):
        read(path)


def docx_bytes() -> bytes:
    import docx

    document = docx.Document()
    document.add_heading("洛阳桥", 1)
    document.add_paragraph(TEXT)
    table = document.add_table(2, 2)
    for row, words in enumerate((("项目", "数值"), ("桥长", "834米"))):
        for column, word in enumerate(words):
            table.cell(row, column).text = word
    paragraph = document.add_paragraph("桥墩用筏形基础")
    run = paragraph.add_run("1")
    run.font.superscript = True
    paragraph.add_run("，面积10")
    run = paragraph.add_run("3")
    run.font.superscript = True
    paragraph.add_run("平方米。")
    document.add_paragraph("铺石为基", style="List Bullet")
    document.add_heading("参考文献", 2)
    document.add_paragraph("《福建桥梁志》")
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def test_docx_keeps_the_order_of_the_body(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(docx_bytes())
    document = read(path)
    assert document.title == "洛阳桥"
    assert block_texts(document) == [
        "heading: 洛阳桥",
        f"paragraph: {TEXT}",
        "cell: 项目",
        "cell: 数值",
        "cell: 桥长",
        "cell: 834米",
        "paragraph: 桥墩用筏形基础，面积10³平方米。",
        "item: 铺石为基",
        "heading: 参考文献",
        "paragraph: 《福建桥梁志》",
    ]
    assert [mark.label for mark in document.marks] == ["1"]
    assert document.blocks[-1].apparatus


NOTE = '<w:footnotes xmlns:w="w"><w:footnote w:id="2"><w:p><w:r><w:t>见府志卷十。</w:t></w:r></w:p></w:footnote></w:footnotes>'
BODY = (
    '<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>桥成于嘉祐四年</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r>'
    "<w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins><w:r><w:t>。</w:t></w:r></w:ins></w:p></w:body></w:document>"
)


def zipped(members: dict[str, str]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as file:
        for name, text in members.items():
            file.writestr(name, text)
    return stream.getvalue()


def test_docx_notes(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(zipped({"word/document.xml": BODY, "word/footnotes.xml": NOTE}))
    document = read(path)
    assert block_texts(document) == ["paragraph: 桥成于嘉祐四年。", "note: 见府志卷十。"]
    assert [(m.label, m.at) for m in document.marks] == [("1", 7)]
    assert [(r.label, r.text, r.form) for r in document.references] == [("1", "见府志卷十。", "note")]


EPUB = {
    "mimetype": "application/epub+zip",
    "META-INF/container.xml": '<container><rootfiles><rootfile full-path="O/c.opf"/></rootfiles></container>',
    "O/c.opf": '<package xmlns:dc="d"><metadata><dc:title>古桥</dc:title><dc:date>1999-10-01</dc:date></metadata><manifest>'
    '<item id="b" href="b.xhtml" media-type="application/xhtml+xml"/><item id="a" href="a.xhtml" '
    'media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/><itemref idref="b"/></spine></package>',
    "O/a.xhtml": "<html><body><h1>洛阳桥</h1><p>1059年竣工。</p></body></html>",
    "O/b.xhtml": "<html><body><h1>安平桥</h1><p>长2255米。</p></body></html>",
}


def test_epub_goes_by_the_spine(tmp_path: Path) -> None:
    path = tmp_path / "a.epub"
    path.write_bytes(zipped(EPUB))
    document = read(path)
    assert (document.title, document.date) == ("古桥", "1999-10-01")
    assert block_texts(document) == [
        "heading: 洛阳桥",
        "paragraph: 1059年竣工。",
        "heading: 安平桥",
        "paragraph: 长2255米。",
    ]


@pytest.mark.parametrize("missing", ["META-INF/container.xml", "O/c.opf"])
def test_a_broken_epub_is_refused(tmp_path: Path, missing: str) -> None:
    path = tmp_path / "a.epub"
    path.write_bytes(zipped({name: text for name, text in EPUB.items() if name != missing}))
    with pytest.raises(UndecodableError, match=r"EPUB|zip"):
        read(path, format="epub")


def test_binary_formats_are_no_text() -> None:
    with pytest.raises(UndecodableError, match="no text"):
        read_text("x", name="a", media_type="application/pdf")
