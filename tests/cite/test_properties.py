"""References that are made up, written out in every form, read back; and faults put into clean lists, found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosscheck import cite
from crosscheck.cite.parse import record_of_text
from crosscheck.cite.record import Record
from crosscheck.read import read_text

SURNAMES = "李王张刘陈杨赵黄周吴"
GIVEN = "伟芳敏静丽强磊洋勇艳杰涛明超"
TOPICS = (
    "丝绸之路",
    "江南园林",
    "黄河治理",
    "古代天文",
    "青铜器",
    "敦煌壁画",
    "运河漕运",
    "昆曲",
    "茶叶贸易",
    "石窟寺",
)
KINDS = ("研究", "史稿", "通论", "考述", "概说", "新探")
HOUSES = ("中华书局", "商务印书馆", "人民出版社", "文物出版社", "岳麓书社", "上海古籍出版社", "科学出版社")
PLACES = ("北京", "上海", "长沙", "南京", "成都")
JOURNALS = ("历史研究", "文物", "考古学报", "中国史研究", "地理学报")


@dataclass(frozen=True)
class Book:
    authors: tuple[str, ...]
    title: str
    place: str
    publisher: str
    year: int
    page: int


names = st.builds(lambda a, b: a + b, st.sampled_from(SURNAMES), st.text(GIVEN, min_size=1, max_size=2))
books = st.builds(
    Book,
    authors=st.lists(names, min_size=1, max_size=3, unique=True).map(tuple),
    title=st.builds(lambda a, b: a + b, st.sampled_from(TOPICS), st.sampled_from(KINDS)),
    place=st.sampled_from(PLACES),
    publisher=st.sampled_from(HOUSES),
    year=st.integers(1950, 2020),
    page=st.integers(1, 900),
)


def template(book: Book) -> str:
    authors = " ".join(f"|author{n}={name}" for n, name in enumerate(book.authors, 1))
    return (
        f"{{{{cite book {authors} |title={book.title} |location={book.place} |publisher={book.publisher} "
        f"|year={book.year} |page={book.page}}}}}"
    )


def chinese(book: Book) -> str:
    authors = "".join(f"\n|作者{n} = {name}" for n, name in enumerate(book.authors, 1))
    return (
        f"{{{{引用書籍{authors}\n|標題 = {book.title}\n|出版地={book.place}|出版社={book.publisher}"
        f"|年份={book.year}|頁碼={book.page}\n}}}}"
    )


def gbt(book: Book) -> str:
    names = ", ".join(book.authors)
    return f"{names}. {book.title}[M]. {book.place}: {book.publisher}, {book.year}: {book.page}."


def gbt_wide(book: Book) -> str:
    names = "，".join(book.authors)
    return f"{names}．{book.title}［M］．{book.place}：{book.publisher}，{book.year}：{book.page}．"


def line(book: Book) -> str:
    return f"{'、'.join(book.authors)}：《{book.title}》，{book.place}：{book.publisher}，{book.year}年，第{book.page}页"


def facts(record: Record) -> tuple[object, ...]:
    return record.authors, record.title, record.place, record.publisher, record.year, record.pages


def told(book: Book) -> tuple[object, ...]:
    return book.authors, book.title, book.place, book.publisher, str(book.year), str(book.page)


@pytest.mark.parametrize("write", [gbt, gbt_wide, line])
@settings(deadline=None)
@given(book=books)
def test_a_line_is_read_back(write: Callable[[Book], str], book: Book) -> None:
    assert facts(record_of_text(write(book))) == told(book)


def wiki(references: list[str]) -> str:
    return "正文" + "，续文".join(f"<ref>{text}</ref>" for text in references) + "。\n"


def markdown(references: list[str]) -> str:
    marks = "，续文".join(f"\\[{n}\\]" for n in range(1, len(references) + 1))
    listed = "".join(f"{n}.  {text}\n" for n, text in enumerate(references, 1))
    return f"正文{marks}。\n\n{listed}"


def rules_of(text: str, media_type: str) -> list[str]:
    document = read_text(text, name="entry", media_type=media_type, role="entry")
    return [problem.rule for problem in cite.check(document)]


shelves = st.lists(
    books, min_size=2, max_size=5, unique_by=lambda book: (book.title, book.authors, book.page)
)


@settings(max_examples=40, deadline=None)
@given(shelf=shelves, write=st.sampled_from([template, chinese, gbt, line]))
def test_a_list_is_read_back_and_is_clean(shelf: list[Book], write: Callable[[Book], str]) -> None:
    text = wiki([write(book) for book in shelf])
    document = read_text(text, name="entry", media_type="text/x-wiki", role="entry")
    assert [facts(record) for record in cite.records(document)] == [told(book) for book in shelf]
    assert cite.check(document) == ()
    if write in (gbt, line):
        text = markdown([write(book) for book in shelf])
        document = read_text(text, name="entry", media_type="text/markdown", role="entry")
        assert [facts(record) for record in cite.records(document)] == [told(book) for book in shelf]
        assert cite.check(document) == ()


INTO_TEMPLATES: dict[str, Callable[[str], str]] = {
    "missing-title": lambda text: text.replace("|title=", "|trans-quote="),
    "missing-year": lambda text: text.replace("|year=", "|trans-quote="),
    "missing-publisher": lambda text: text.replace("|publisher=", "|trans-quote="),
    "missing-page": lambda text: text.replace("|page=", "|trans-quote="),
    "missing-author": lambda text: text.replace("author", "translator-mask"),
    "unknown-parameter": lambda text: text.replace("|title=", "|tilte="),
    "deprecated-parameter": lambda text: text.replace("|page=", "|month=5 |page="),
    "redundant-parameter": lambda text: text.replace("|page=", "|pages=7 |page="),
    "extra-text-in-pages": lambda text: text.replace("|page=", "|page=p. "),
    "bad-date": lambda text: text.replace("|year=", "|date=2001-02-30 |orig-year="),
    "bad-isbn": lambda text: text.replace("|page=", "|isbn=978-7-01-000000-0 |page="),
    "bad-issn": lambda text: text.replace("|page=", "|issn=1234-5678 |page="),
    "bad-doi": lambda text: text.replace("|page=", "|doi=11.1000/1 |page="),
    "bad-pmid": lambda text: text.replace("|page=", "|pmid=1x |page="),
    "bad-oclc": lambda text: text.replace("|page=", "|oclc=a1 |page="),
    "bad-cn": lambda text: text.replace("|page=", "|cn=99-1234/K |page="),
    "bad-csbn": lambda text: text.replace("|page=", "|csbn=11001 |page="),
    "bad-url": lambda text: text.replace("|page=", "|url=http//a.example.org |page="),
    "access-date-without-url": lambda text: text.replace("|page=", "|access-date=2011-01-01 |page="),
    "archive-without-date": lambda text: text.replace(
        "|page=", "|url=http://a.example.org |archive-url=http://b.example.org |page="
    ),
    "archive-without-url": lambda text: text.replace(
        "|page=", "|url=http://a.example.org |archive-date=2011-01-01 |page="
    ),
    "generic-title": lambda text: text.replace("|title=", "|title=Archived copy |script-title="),
    "markup-in-field": lambda text: text.replace("|publisher=", "|publisher='''某'''"),
    "invisible-character": lambda text: text.replace("|publisher=", "|publisher=\u200b"),
    "empty-citation": lambda text: "{{cite book}}",
    "bare-url": lambda text: "http://www.example.org/page",
    "empty-reference": lambda text: " ",
}


@pytest.mark.parametrize("rule", sorted(INTO_TEMPLATES))
@settings(max_examples=12, deadline=None)
@given(data=st.data(), shelf=shelves)
def test_a_fault_in_a_template_is_found_and_only_it(
    rule: str, data: st.DataObject, shelf: list[Book]
) -> None:
    number = data.draw(st.integers(0, len(shelf) - 1))
    texts = [template(book) for book in shelf]
    texts[number] = INTO_TEMPLATES[rule](texts[number])
    assert rules_of(wiki(texts), "text/x-wiki") == [rule]


def without(text: str, part: str) -> str:
    assert part in text
    return text.replace(part, "", 1)


INTO_LISTS: dict[str, Callable[[str, int], str]] = {
    "empty-reference": lambda text, n: "\n".join(
        f"{n}." if row.startswith(f"{n}.  ") else row for row in text.split("\n")
    ),
    "unused-reference": lambda text, n: without(text, f"\\[{n}\\]"),
    "undefined-reference": lambda text, n: text.replace(f"\\[{n}\\]", f"\\[{n}\\]\\[97\\]", 1),
    "duplicate-reference": lambda text, n: (
        text.replace("正文", "正文\\[99\\]", 1)
        + "99.  "
        + next(row for row in text.split("\n") if row.startswith(f"{n}.  "))[4:].replace("，", ", ")
        + "\n"
    ),
    "misplaced-reference-mark": lambda text, n: text.replace("正文", f"正文。\\[{n}\\]，后文", 1),
}


@pytest.mark.parametrize("rule", sorted(INTO_LISTS))
@settings(max_examples=12, deadline=None)
@given(data=st.data(), shelf=shelves)
def test_a_fault_in_a_list_is_found_and_only_it(rule: str, data: st.DataObject, shelf: list[Book]) -> None:
    number = data.draw(st.integers(1, len(shelf)))
    text = INTO_LISTS[rule](markdown([line(book) for book in shelf]), number)
    assert rules_of(text, "text/markdown") == [rule]


@settings(max_examples=60, deadline=None)
@given(st.text("<>{}[]|=/ref name\"'文x!-\n", max_size=80))
def test_any_wikitext_is_scanned(text: str) -> None:
    from crosscheck.cite.scanner import scan

    seen = scan(text)
    for tag in seen.tags:
        assert text[tag.span.start : tag.span.start + 4].lower() == "<ref"
        assert tag.span.end <= len(text)
    for found in seen.templates:
        assert text[found.span.start : found.span.start + 2] == "{{"
        assert text[found.span.end - 2 : found.span.end] == "}}"
        for argument in found.arguments:
            assert argument.span.within(found.span)


PIECES = (
    "<ref>", "</ref>", "<ref name=", '<ref name="a" />', "<references>", "</references>", "<references/>", "{{cite web|", "{{cite book",
    "|title=", "|url=http://a.example.org/", "|year=", "1990", "|isbn=978", "}}", "{{sfn|王|1990}}", "{{r|a}}", "[[", "]]", "[http://b ", "]",
    "《甲志》", "，中华书局", "1990年", "第3页", "[M]. 北京: 商务印书馆, 1999: 3.", "正文。", "\n\n", "== 历史 ==\n", "* ", "<!--", "-->", "'''",
    "\\[1\\]", "1.  ", "“一段很长很长的引文在此”", "\u200b", "(2001-02-30)", "<nowiki>", "{{efn|注}}", "　", "((", "))",
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from(PIECES), max_size=30),
    st.sampled_from(["text/x-wiki", "text/markdown", "text/plain"]),
)
def test_no_text_breaks_the_checks(pieces: list[str], media_type: str) -> None:
    text = "某地建于1901年。" + "".join(pieces)
    document = read_text(text, name="entry", media_type=media_type, role="entry")
    problems = cite.check(document)
    places = [(problem.place.start, problem.place.end) for problem in problems]
    assert places == sorted(places)
    assert all(
        document.source[start:end] == problem.place.exact
        for (start, end), problem in zip(places, problems, strict=True)
    )
    assert len({problem.id for problem in problems}) == len(problems)
    for record in cite.records(document):
        assert cite.as_csl(record)["type"]
        assert cite.as_bibtex(record).startswith("@")
    source = read_text("另一份文字。" + "".join(reversed(pieces)), name="source-1", media_type="text/plain")
    cite.against(document, (source,))
