"""Notes in every format: they are kept as data, and what is appended to a text changes no claim of it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from html import escape
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosscheck import extract
from crosscheck.context.statements import claiming, statements
from crosscheck.model.document import Document
from crosscheck.read import read, read_text
from crosscheck.text.sentences import split

Texts = list[str]
Write = Callable[[Texts, Texts], bytes]


def claims(document: Document) -> list[tuple[str, str, str]]:
    """The claims of a document in its order: kind, value and words."""
    text = split(document)
    typed = tuple(f for f in extract.facts(text) if claiming(text, text.sentences[f.sentence]))
    found = sorted((*typed, *statements(text, typed)), key=lambda f: (f.span, f.kind))
    return [(f.kind, str(f.value), document.text[f.span.start : f.span.end]) for f in found]


def plain(paragraphs: Texts, notes: Texts) -> bytes:
    marked = [f"{p}[{n}]" if notes else p for n, p in enumerate(paragraphs, 1)]
    listed = ["", "注释", *(f"[{n}] {note}" for n, note in enumerate(notes, 1))] if notes else []
    return "\n".join([*marked, *listed]).encode()


def plain_bare(paragraphs: Texts, notes: Texts) -> bytes:
    listed = ["", *(f"[{n}] {note}" for n, note in enumerate(notes, 1))] if notes else []
    return "\n\n".join([*paragraphs, *listed]).encode()


def markdown(paragraphs: Texts, notes: Texts) -> bytes:
    marked = [f"{p}[^{n}]" if n <= len(notes) else p for n, p in enumerate(paragraphs, 1)]
    return "\n\n".join([*marked, *(f"[^{n}]: {note}" for n, note in enumerate(notes, 1))]).encode()


def markdown_tight(paragraphs: Texts, notes: Texts) -> bytes:
    return "\n\n".join(
        ["\n\n".join(paragraphs) + "".join(f"\n[^{n}]: {note}" for n, note in enumerate(notes, 1))]
    ).encode()


def markdown_long(paragraphs: Texts, notes: Texts) -> bytes:
    return "\n\n".join(
        [*paragraphs, *(f"[^{n}]: {note}\n\n    {note}" for n, note in enumerate(notes, 1))]
    ).encode()


def markdown_inline(paragraphs: Texts, notes: Texts) -> bytes:
    inline = [f"^[{note}]" for note in notes] + [""] * len(paragraphs)
    return "\n\n".join(p + note for p, note in zip(paragraphs, inline, strict=False)).encode()


def markdown_list(paragraphs: Texts, notes: Texts) -> bytes:
    head = ["## 参考文献"] if notes else []
    return "\n\n".join([*paragraphs, *head, *(f"{n}. {note}" for n, note in enumerate(notes, 1))]).encode()


def markdown_brackets(paragraphs: Texts, notes: Texts) -> bytes:
    return "\n\n".join([*paragraphs, "\n".join(f"[{n}] {note}" for n, note in enumerate(notes, 1))]).encode()


def wikitext(paragraphs: Texts, notes: Texts) -> bytes:
    marked = [f"{p}<ref>{notes[n]}</ref>" if n < len(notes) else p for n, p in enumerate(paragraphs)]
    return "\n\n".join([*marked, "== 参考资料 ==\n{{reflist}}"]).encode()


def wikitext_listed(paragraphs: Texts, notes: Texts) -> bytes:
    marked = [f'{p}<ref name="n{n}" />' if n < len(notes) else p for n, p in enumerate(paragraphs)]
    refs = "\n".join(f'<ref name="n{n}">{note}</ref>' for n, note in enumerate(notes))
    return "\n\n".join([*marked, f"== 注释 ==\n<references>\n{refs}\n</references>"]).encode()


def wikitext_bullets(paragraphs: Texts, notes: Texts) -> bytes:
    head = ["== 延伸閱讀 =="] if notes else []
    return "\n\n".join([*paragraphs, *head, "\n".join(f"* {note}" for note in notes)]).encode()


def _page(body: str) -> bytes:
    return f"<!DOCTYPE html><html><head><title>甲</title></head><body>\n{body}\n</body></html>".encode()


def html_pandoc(paragraphs: Texts, notes: Texts) -> bytes:
    body = "".join(
        f'<p>{escape(p)}<a href="#fn{n}" class="footnote-ref" id="fnref{n}"><sup>{n}</sup></a></p>'
        if n <= len(notes)
        else f"<p>{escape(p)}</p>"
        for n, p in enumerate(paragraphs, 1)
    )
    items = "".join(
        f'<li id="fn{n}"><p>{escape(note)}<a href="#fnref{n}">↩︎</a></p></li>'
        for n, note in enumerate(notes, 1)
    )
    return _page(body + (f'<section class="footnotes"><hr/><ol>{items}</ol></section>' if notes else ""))


def html_github(paragraphs: Texts, notes: Texts) -> bytes:
    body = "".join(
        f'<p>{escape(p)}<sup><a href="#user-content-fn-{n}" id="user-content-fnref-{n}" data-footnote-ref>{n}</a></sup></p>'
        if n <= len(notes)
        else f"<p>{escape(p)}</p>"
        for n, p in enumerate(paragraphs, 1)
    )
    items = "".join(
        f'<li id="user-content-fn-{n}"><p>{escape(note)} <a href="#user-content-fnref-{n}" data-footnote-backref>↩</a></p></li>'
        for n, note in enumerate(notes, 1)
    )
    listed = f'<section data-footnotes class="footnotes"><h2 class="sr-only">Footnotes</h2><ol>{items}</ol></section>'
    return _page(f"<article>{body}</article>" + (listed if notes else ""))


def html_word(paragraphs: Texts, notes: Texts) -> bytes:
    body = "".join(
        f'<p class=MsoNormal>{escape(p)}<a href="#_ftn{n}" name="_ftnref{n}" title=""><span>[{n}]</span></a></p>'
        if n <= len(notes)
        else f"<p class=MsoNormal>{escape(p)}</p>"
        for n, p in enumerate(paragraphs, 1)
    )
    items = "".join(
        f'<div id=ftn{n}><p class=MsoFootnoteText><a href="#_ftnref{n}" name="_ftn{n}">[{n}]</a> {escape(note)}</p></div>'
        for n, note in enumerate(notes, 1)
    )
    return _page(body + (f"<div><hr>{items}</div>" if notes else ""))


def html_anchors(paragraphs: Texts, notes: Texts) -> bytes:
    body = "".join(
        f'<p>{escape(p)}<a id="r{n}"></a><a href="#n{n}">（{n}）</a></p>'
        if n <= len(notes)
        else f"<p>{escape(p)}</p>"
        for n, p in enumerate(paragraphs, 1)
    )
    items = "".join(
        f'<a name="n{n}" href="#r{n}">（{n}）</a>{escape(note)}<br/>' for n, note in enumerate(notes, 1)
    )
    return _page(body + (f"<p>{items}</p>" if notes else ""))


def _book(pages: dict[str, str]) -> bytes:
    stream = io.BytesIO()
    items = "".join(
        f"<item id='{name}' href='t/{name}' media-type='application/xhtml+xml'/>" for name in pages
    )
    spine = "".join(f"<itemref idref='{name}'/>" for name in pages)
    with zipfile.ZipFile(stream, "w") as file:
        file.writestr("META-INF/container.xml", "<c><rootfile full-path='c.opf'/></c>")
        file.writestr(
            "c.opf", f"<package><metadata/><manifest>{items}</manifest><spine>{spine}</spine></package>"
        )
        for name, body in pages.items():
            file.writestr(f"t/{name}", f"<html><body>{body}</body></html>")
    return stream.getvalue()


def epub_asides(paragraphs: Texts, notes: Texts) -> bytes:
    body = "".join(
        f'<p>{escape(p)}<a epub:type="noteref" href="#n{n}">{n}</a></p>'
        if n <= len(notes)
        else f"<p>{escape(p)}</p>"
        for n, p in enumerate(paragraphs, 1)
    )
    return _book(
        {
            "a.xhtml": body
            + "".join(
                f'<aside epub:type="footnote" id="n{n}"><p>{escape(note)}</p></aside>'
                for n, note in enumerate(notes, 1)
            )
        }
    )


def epub_apart(paragraphs: Texts, notes: Texts) -> bytes:
    body = "".join(
        f'<p>{escape(p)}<sup><a id="r{n}" href="notes.xhtml#n{n}">[{n}]</a></sup></p>'
        if n <= len(notes)
        else f"<p>{escape(p)}</p>"
        for n, p in enumerate(paragraphs, 1)
    )
    items = "".join(
        f'<p id="n{n}"><a href="a.xhtml#r{n}">[{n}]</a> {escape(note)}</p>' for n, note in enumerate(notes, 1)
    )
    return _book({"a.xhtml": body} | ({"notes.xhtml": items} if notes else {}))


def epub_before(paragraphs: Texts, notes: Texts) -> bytes:
    """Notes that stand before the paragraph that calls for them by a picture, as some Chinese e-books have them."""
    parts = []
    for n, p in enumerate(paragraphs, 1):
        mark = ""
        if n <= len(notes):
            parts.append(
                f'<aside epub:type="footnote" id="f-{n}"><ol class="duokan-footnote-content"><li class="duokan-footnote-item" '
                f'id="f-{n}">{escape(notes[n - 1])}</li></ol></aside>'
            )
            mark = f'<sup><a class="duokan-footnote" epub:type="noteref" href="#f-{n}"><img alt="" src="n.png"/></a></sup>'
        parts.append(f"<p>{escape(p)}{mark}</p>")
    return _book({"a.xhtml": "".join(parts)})


def docx(paragraphs: Texts, notes: Texts) -> bytes:
    def paragraph(words: str, note: int = 0) -> str:
        mark = f'<w:r><w:footnoteReference w:id="{note}"/></w:r>' if note else ""
        return f"<w:p><w:r><w:t>{escape(words)}</w:t></w:r>{mark}</w:p>"

    body = "".join(paragraph(p, n if n <= len(notes) else 0) for n, p in enumerate(paragraphs, 1))
    listed = "".join(
        f'<w:footnote w:id="{n}">{paragraph(note)}</w:footnote>' for n, note in enumerate(notes, 1)
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as file:
        file.writestr("word/document.xml", f'<w:document xmlns:w="w"><w:body>{body}</w:body></w:document>')
        file.writestr("word/footnotes.xml", f'<w:footnotes xmlns:w="w">{listed}</w:footnotes>')
    return stream.getvalue()


FORMS: dict[str, tuple[str, Write]] = {
    "text": ("a.txt", plain),
    "text, no marks": ("a.txt", plain_bare),
    "markdown": ("a.md", markdown),
    "markdown, no blank line": ("a.md", markdown_tight),
    "markdown, two paragraphs": ("a.md", markdown_long),
    "markdown, inline": ("a.md", markdown_inline),
    "markdown, list": ("a.md", markdown_list),
    "markdown, brackets": ("a.md", markdown_brackets),
    "wikitext": ("a.wiki", wikitext),
    "wikitext, listed": ("a.wiki", wikitext_listed),
    "wikitext, bullets": ("a.wiki", wikitext_bullets),
    "html, pandoc": ("a.html", html_pandoc),
    "html, github": ("a.html", html_github),
    "html, word": ("a.html", html_word),
    "html, anchors": ("a.html", html_anchors),
    "epub, asides": ("a.epub", epub_asides),
    "epub, a page of notes": ("a.epub", epub_apart),
    "epub, before": ("a.epub", epub_before),
    "docx": ("a.docx", docx),
}
PARAGRAPHS = st.lists(
    st.sampled_from(
        [
            "渡口在1872年改为浮桥，两岸各设税关一处，由知县督造。",
            "球队以三比一取胜，观众约四万二千人，比赛在江湾体育场举行。",
            "这座天文台海拔2170米，主镜口径1.56米，1986年投入使用。",
            "公司去年营业收入12.4億元，比前年增長百分之七。",
            "昆蟲標本共收藏二十六萬件，其中模式標本一百三十件。",
            "影片于1948年上映，片长97分钟，导演是吴永刚。",
        ]
    ),
    min_size=2,
    max_size=4,
    unique=True,
)
NOTES = st.lists(
    st.sampled_from(
        [
            "何维桢：《津渡考》，上海：商务印书馆，1934年，第52页。",
            "《申江体育史》，文汇出版社，1991年，第8—9页。",
            "一说建于1871年。",
            "王某. 天文台纪事[M]. 昆明: 云南科技出版社, 1999: 12-15.",
            "參見《標本志》，國立編譯館，1957年，頁三。",
            "http://www.example.org/1999-05-08/a.html 2001年3月4日查阅",
        ]
    ),
    min_size=2,
    max_size=4,
    unique=True,
)


def _read(tmp: Path, form: str, paragraphs: Texts, notes: Texts) -> Document:
    name, write = FORMS[form]
    path = tmp / name
    path.write_bytes(write(paragraphs, notes))
    return read(path, role="entry")


@pytest.mark.parametrize("form", FORMS)
@given(paragraphs=PARAGRAPHS, notes=NOTES)
@settings(max_examples=25)
def test_notes_appended_change_no_claim(
    tmp_path_factory: pytest.TempPathFactory, form: str, paragraphs: Texts, notes: Texts
) -> None:
    tmp = tmp_path_factory.getbasetemp()
    notes = notes[: len(paragraphs)]
    assert claims(_read(tmp, form, paragraphs, notes)) == claims(_read(tmp, form, paragraphs, []))


TWO = ["渡口在1872年改为浮桥，由知县何维桢督造。", "影片于1948年上映，片长97分钟。"]
CITED = ["何维桢：《津渡考》，商务印书馆，1934年，第52页。", "《影史》，文汇出版社，1991年，第8页，图版三。"]


@pytest.mark.parametrize("form", FORMS)
def test_notes_are_references_of_their_marks(tmp_path: Path, form: str) -> None:
    document = _read(tmp_path, form, TWO, CITED)
    words = [reference.text for reference in document.references]
    assert words == [note + note if form == "markdown, two paragraphs" else note for note in CITED]
    if form not in ("text, no marks", "markdown, no blank line", "markdown, two paragraphs", "markdown, list",
                    "markdown, brackets", "wikitext, bullets"):  # fmt: skip
        assert [mark.label for mark in document.marks] == [r.label for r in document.references]


def test_the_fences_of_named_blocks_are_no_text() -> None:
    text = ":::center\n渡口在1872年改为浮桥。\n:::\n\n::: {.note}\n桥长八十丈。\n:::::\n"
    document = read_text(text, name="x", media_type="text/markdown")
    assert document.text == "渡口在1872年改为浮桥。\n桥长八十丈。\n"


def test_a_link_to_a_heading_is_no_mark() -> None:
    page = '<p>见<a href="#c1">1</a>和<a href="#top">顶部</a>。渡口在1872年改为浮桥，两岸设税关。</p><h2 id="c1">沿革</h2><p>桥毁于1901年。</p>'
    document = read_text(page, name="x", media_type="text/html")
    assert not [block for block in document.blocks if block.kind == "note"]


def test_numbers_of_printed_pages_are_no_text(tmp_path: Path) -> None:
    path = tmp_path / "a.epub"
    path.write_bytes(
        _book({"a.xhtml": '<p>渡口在1872年10月<span class="pagenum">15</span>15日改为浮桥。</p>'})
    )
    assert read(path).text == "渡口在1872年10月15日改为浮桥。\n"
