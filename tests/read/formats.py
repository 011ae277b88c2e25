"""One text written in every format, so that what is read back can be compared."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from html import escape
from pathlib import Path

from crosscheck.model.document import Document

Blocks = list[tuple[str, str]]  # kind (heading or paragraph) and text


def blocks_of(document: Document) -> Blocks:
    """The headings and paragraphs of a document, notes as paragraphs, white space aside."""
    return [
        ("heading" if b.kind == "heading" else "paragraph", document.text[b.span.start : b.span.end])
        for b in document.blocks
        if not b.apparatus
    ]


def plain(blocks: Blocks) -> bytes:
    return "\n".join(text for _, text in blocks).encode() + b"\n"


def markdown(blocks: Blocks) -> bytes:
    return "\n\n".join(f"## {text}" if kind == "heading" else text for kind, text in blocks).encode()


def wikitext(blocks: Blocks) -> bytes:
    return "\n\n".join(f"== {text} ==" if kind == "heading" else text for kind, text in blocks).encode()


def html(blocks: Blocks) -> bytes:
    body = "\n".join(
        f"<h2>{escape(text)}</h2>" if kind == "heading" else f"<p>{escape(text)}</p>" for kind, text in blocks
    )
    return f"<!DOCTYPE html><html><head><title>甲</title></head><body>\n{body}\n</body></html>".encode()


def docx(blocks: Blocks) -> bytes:
    import docx as library

    document = library.Document()
    for kind, text in blocks:
        if kind == "heading":
            document.add_heading(text, 2)
        else:
            document.add_paragraph(text)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def epub(blocks: Blocks) -> bytes:
    stream = io.BytesIO()
    package = (
        "<package><metadata/><manifest><item id='a' href='a.xhtml' media-type='application/xhtml+xml'/></manifest>"
        "<spine><itemref idref='a'/></spine></package>"
    )
    with zipfile.ZipFile(stream, "w") as file:
        file.writestr("META-INF/container.xml", "<c><rootfile full-path='c.opf'/></c>")
        file.writestr("c.opf", package)
        file.writestr("a.xhtml", html(blocks).decode())
    return stream.getvalue()


def pdf(blocks: Blocks) -> bytes:
    """A PDF by reportlab with a font that is not embedded, lines of 34 characters, pages of 40 lines."""
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4, invariant=1)
    count = 0
    for _, text in blocks:
        for start in range(0, len(text), 34):
            if count % 40 == 0:
                if count:
                    canvas.showPage()
                canvas.setFont("STSong-Light", 12)
                canvas.drawString(280, 30, f"- {count // 40 + 1} -")
            canvas.drawString(60, 800 - 18 * (count % 40), text[start : start + 34])
            count += 1
    canvas.showPage()
    canvas.save()
    return stream.getvalue()


WRITERS: dict[str, Callable[[Blocks], bytes]] = {
    "a.txt": plain,
    "a.md": markdown,
    "a.wiki": wikitext,
    "a.html": html,
    "a.docx": docx,
    "a.epub": epub,
    "a.pdf": pdf,
}
ENCODINGS = "utf-8-sig", "utf-16", "utf-16-be", "gb18030"


def sentences(blocks: Blocks) -> list[str]:
    """The sentences of a text, white space aside."""
    joined = "\n".join("".join(text.split()) for _, text in blocks)
    return [part for line in joined.split("\n") for part in line.replace("。", "。\n").split("\n") if part]


def seed(name: str) -> Path:
    return Path(__file__).parents[2] / "seeds" / name
