"""References and marks of every format, from the file to the records."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from crosscheck import cite
from crosscheck.model.document import Document
from crosscheck.read import read
from crosscheck.text.sentences import split

PAGES = Path(__file__).parent / "pages"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def bound(document: Document, words: str) -> tuple[str, ...]:
    """The labels of the marks that `words` of the clean text carry."""
    from crosscheck.model.span import Span

    start = document.text.index(words)
    return cite.bind(document, split(document))(Span(start, start + len(words)))


def test_a_saved_page_of_a_wiki() -> None:
    document = read(PAGES / "wiki-page.html", role="entry")
    records = {record.label: record for record in cite.records(document)}
    assert list(records) == ["注/1", "1", "2", "3"]
    book, page, year_book = records["1"], records["2"], records["3"]
    assert (book.authors, book.title, book.publisher, book.pages) == (
        ("周立文",),
        "长虹桥志",
        "江南出版社",
        "12–15",
    )
    assert book.identifier("isbn") == "978-7-5084-6342-1"
    assert (page.title, page.container, page.date, page.access_date) == (
        "长虹桥通车",
        "长虹日报",
        "2008-05-02",
        "2013-11-12",
    )
    assert page.url == "http://www.example.org/news/12.html"
    assert (year_book.title, year_book.pages) == ("桥梁年鉴", "40")
    assert bound(document, "1958年10月12日") == ("1",)
    assert bound(document, "320米") == ("2",)
    assert bound(document, "1976年8月") == ("1", "3", "注/1")
    assert cite.check(document) == ()


def test_footnotes_of_markdown() -> None:
    document = read(PAGES / "notes.md", role="entry")
    first, second = cite.records(document)
    assert (first.label, first.title, first.publisher, first.pages) == ("zhi", "长虹桥志", "江南出版社", "12")
    assert (second.label, second.title, second.url) == (
        "2",
        "长虹桥通车",
        "http://www.example.org/news/12.html",
    )
    assert bound(document, "1958年10月12日") == ("zhi",)
    assert bound(document, "320米") == ("2",)
    problems = cite.check(document)
    assert [(problem.rule, problem.place.exact) for problem in problems] == [
        ("undefined-reference", "[^none]")
    ]


def note(number: int, text: str) -> str:
    mark = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
    return (
        f'<w:footnote w:id="{number}"><w:p>{mark}<w:r><w:t xml:space="preserve"> {text}</w:t></w:r></w:p></w:footnote>'
        if text
        else f'<w:footnote w:id="{number}"><w:p>{mark}</w:p></w:footnote>'
    )


def word(path: Path, body: tuple[tuple[str, int], ...], notes: tuple[str, ...]) -> Document:
    """A file as word processors write it: runs of text, each with the footnote after it."""
    runs = "".join(
        f'<w:r><w:t>{text}</w:t></w:r><w:r><w:footnoteReference w:id="{number}"/></w:r>'
        for text, number in body
    )
    separators = (
        '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
    )
    every = separators + "".join(note(number, text) for number, text in enumerate(notes, 1))
    members = {
        "word/document.xml": f'<w:document xmlns:w="{W}"><w:body><w:p>{runs}<w:r><w:t>。</w:t></w:r></w:p></w:body></w:document>',
        "word/footnotes.xml": f'<w:footnotes xmlns:w="{W}">{every}</w:footnotes>',
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as file:
        for name, text in members.items():
            file.writestr(name, text)
    path.write_bytes(stream.getvalue())
    return read(path, role="entry")


NOTES = (
    "周立文：《长虹桥志》，江南出版社，1991年，第12页。",
    "李明. 跨海大桥通车[N]. 人民日报, 2008-05-02(4).",
)


def test_footnotes_of_a_word_processor(tmp_path: Path) -> None:
    document = word(tmp_path / "a.docx", (("长虹桥于1958年10月12日建成", 1), ("，全长320米", 2)), NOTES)
    first, second = cite.records(document)
    assert (first.label, first.title, first.year, first.pages) == ("1", "长虹桥志", "1991", "12")
    assert (second.label, second.title, second.container, second.date) == (
        "2",
        "跨海大桥通车",
        "人民日报",
        "2008-05-02",
    )
    assert bound(document, "1958年10月12日") == ("1",)
    assert bound(document, "320米") == ("2",)
    assert cite.check(document) == ()


@pytest.mark.parametrize(
    ("body", "notes", "rules"),
    [
        # A footnote without a word is nowhere in the text of the file: it shows at its mark.
        ((("建成", 1), ("全长320米", 2)), (NOTES[0], ""), ["undefined-reference"]),
        ((("建成", 1),), ("周立文：《长虹桥志》，江南出版社。",), ["missing-year", "missing-page"]),
    ],
)
def test_faults_in_footnotes(
    tmp_path: Path, body: tuple[tuple[str, int], ...], notes: tuple[str, ...], rules: list[str]
) -> None:
    found = [problem.rule for problem in cite.check(word(tmp_path / "a.docx", body, notes))]
    assert sorted(found) == sorted(rules)
