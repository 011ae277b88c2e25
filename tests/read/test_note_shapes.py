"""Notes of HTML in the shapes that programs write, lists of references by their name, sources said in one line."""

from __future__ import annotations

import pytest

from crosscheck import cite
from crosscheck.model.document import Document
from crosscheck.read import read_text

NOTE = "丁某：《港口志》，海洋出版社，1987年，第12页。"


def page(body: str) -> Document:
    return read_text(
        f"<!DOCTYPE html><html><head><title>港</title></head><body>{body}</body></html>",
        name="page",
        media_type="text/html",
        role="entry",
    )


def told(document: Document) -> str:
    """What the document says of its matter."""
    return "".join(
        document.text[block.span.start : block.span.end]
        for block in document.blocks
        if not block.apparatus and block.kind != "note"
    )


SHAPES = {
    "word": "<p>港口1899年开埠<a style='mso-footnote-id:ftn1' href='#_ftn1' name='_ftnref1'><span>[1]</span></a>，水深9米"
    "<a style='mso-footnote-id:ftn2' href='#_ftn2' name='_ftnref2'><span>[2]</span></a>。</p>"
    f"<div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a href='#_ftnref1' name='_ftn1'>[1]</a>{NOTE}</p></div>"
    f"<div style='mso-element:footnote' id=ftn2><p class=MsoFootnoteText><a href='#_ftnref2' name='_ftn2'>[2]</a>{NOTE}</p></div>",
    "definitions": "<p>港口1899年开埠<a class='footnote-reference' href='#f1' id='r1'>[1]</a>，水深9米"
    "<a class='footnote-reference' href='#f2' id='r2'>[2]</a>。</p><dl class='footnote'>"
    f"<dt id='f1'><a class='fn-backref' href='#r1'>1</a></dt><dd><p>{NOTE}</p></dd>"
    f"<dt id='f2'><a class='fn-backref' href='#r2'>2</a></dt><dd><p>{NOTE}</p></dd></dl>",
    "bibliography": "<p>港口1899年開埠<a href='#b1' role='doc-biblioref'>1</a>，水深9米<a href='#b2' role='doc-biblioref'>2</a>。</p>"
    f"<section role='doc-bibliography'><ol><li id='b1' role='doc-biblioentry'>{NOTE}</li><li id='b2' role='doc-biblioentry'>{NOTE}</li></ol></section>",
    "exported": "<p>港口1899年開埠<a href='https://go.example.org/url?q=https://w.example.org/p%23cite_note-1&sa=D'>[1]</a>，水深9米"
    "<a href='https://go.example.org/url?q=https://w.example.org/p%23cite_note-x-2&sa=D'>[2]</a>。</p><ol>"
    f"<li><a href='https://go.example.org/url?q=https://w.example.org/p%23cite_ref-1&sa=D'>↑</a> {NOTE}</li>"
    f"<li><a href='https://go.example.org/url?q=https://w.example.org/p%23cite_ref-x_2-0&sa=D'>↑</a> {NOTE}</li></ol>",
}


@pytest.mark.parametrize("shape", SHAPES)
def test_each_mark_has_its_note(shape: str) -> None:
    document = page(SHAPES[shape])
    assert [reference.label for reference in document.references] == ["1", "2"]
    assert [mark.label for mark in document.marks] == ["1", "2"]
    assert "1899年" in told(document) and "9米" in told(document)
    assert "1987年" not in told(document)
    rules = {problem.rule for problem in cite.check(document)}
    assert not rules & {"undefined-reference", "unused-reference", "uncited-claim"}


def test_a_note_in_the_margin_is_a_note() -> None:
    document = page(f"<p>港口1899年开埠<span class='sidenote'>{NOTE}</span>，水深9米。</p>")
    assert told(document) == "港口1899年开埠，水深9米。"
    assert [reference.text for reference in document.references] == [NOTE]


def test_a_list_of_references_is_known_by_its_name() -> None:
    prose = "<p>港口水深，四面有山，风浪不大，渔船多在此过冬，入夜灯火相连，远近都能望见。</p>"
    document = page(f"<h1>港</h1>{prose}<div class='references'><p>{NOTE}</p></div>")
    assert "1987年" not in told(document)
    assert "1987年" in told(
        page(f"<h1>港</h1><div class='references'>{prose}<p>{NOTE}</p></div>")
    )  # most of the page


@pytest.mark.parametrize(
    "line",
    [
        "参考资料：丁某《港口志》（海洋出版社，1987年）；戊某《渔业史》（1990年）。",
        "參考文獻：丁某《港口志》，海洋出版社，1987年。",
    ],
)
def test_sources_said_in_one_line_are_apparatus(line: str) -> None:
    document = read_text(f"港口四面有山，风浪不大。\n\n{line}\n", name="a", media_type="text/plain")
    assert "1987年" not in told(document)


@pytest.mark.parametrize(
    "line",
    [
        "参考资料的说法不一：港口1987年开埠。",
        "資料來源：港口1987年開埠。據《港口志》，開埠時水深9米。其後淤淺。",
    ],
)
def test_a_sentence_about_sources_is_text(line: str) -> None:
    document = read_text(f"港口四面有山，风浪不大。\n\n{line}\n", name="a", media_type="text/plain")
    assert "1987年" in told(document)


def test_code_has_no_marks_and_no_notes() -> None:
    text = "语言1972年问世[^1]，写作`a[1]`和`x^[2]`。\n\n```\nb[2] = c[3] ^[x]\n作者畫的圖[4]\n```\n\n[^1]: 丁某：《語言史》，1987年。\n"
    document = read_text(text, name="a", media_type="text/markdown", role="entry")
    assert [mark.label for mark in document.marks] == ["1", "4"]


def test_a_way_to_another_page_needs_no_source() -> None:
    body = f"<p>港口1899年開埠<sup><a id='r1' href='#n1'>[1]</a></sup>，漁船多在此過冬，入夜燈火相連。</p><p><a href='/talk'>討論:1899年海港開埠事件的經過與其後的發展</a></p><p id='n1'><a href='#r1'>[1]</a>{NOTE}</p>"
    assert "uncited-claim" not in {problem.rule for problem in cite.check(page(body))}
