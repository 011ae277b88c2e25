"""The main text of web pages of several shapes: all of the article, next to nothing else."""

from __future__ import annotations

import pytest

from crosscheck.read import read_text
from tests.read.shapes import ARTICLES, LONG, SHAPES, Article, found_in


def main_text(article: Article, shape: str) -> str:
    document = read_text(SHAPES[shape](article), name="x", media_type="text/html")
    return "\n".join(document.text[b.span.start : b.span.end] for b in document.blocks if not b.apparatus)


# The page of the nineties has no names to go by: its menu and its last line stay.
@pytest.mark.parametrize(("shape", "most"), [(name, 2 if name == "tables" else 0) for name in SHAPES])
@pytest.mark.parametrize("article", ARTICLES, ids=["long", "short"])
def test_the_article_and_nothing_else(article: Article, shape: str, most: int) -> None:
    given, wanted, others = found_in(article, main_text(article, shape))
    assert (given, len(others) <= most) == (wanted, True), others


@pytest.mark.parametrize("shape", SHAPES)
def test_the_title(shape: str) -> None:
    document = read_text(SHAPES[shape](LONG), name="x", media_type="text/html")
    assert document.title == LONG.title or shape == "blog"


@pytest.mark.parametrize("shape", ["portal", "semantic", "institution"])
def test_the_date_above_the_article(shape: str) -> None:
    assert read_text(SHAPES[shape](LONG), name="x", media_type="text/html").date == "2018-07-30"


def test_the_references_of_a_saved_wiki_page() -> None:
    document = read_text(SHAPES["wiki"](LONG), name="x", media_type="text/html")
    assert [m.label for m in document.marks] == [r.label for r in document.references] == list("123456")
    assert document.references[0].text.startswith("李某. 《运河志》第1卷")


def test_a_list_inside_an_item_of_the_references_belongs_to_it() -> None:
    inner = '<ol class="references"><li>甲书</li></ol>'
    page = f'<p>渠长36千米。<sup>[1]</sup></p><ol class="references"><li>《运河志》{inner}</li><li>县志</li></ol>'
    document = read_text(page, name="x", media_type="text/html")
    assert [r.label for r in document.references] == ["1", "2"]
    assert document.references[0].text == "《运河志》\n甲书"


def test_quotes_and_signs_inside_a_tag() -> None:
    page = """<p title="a<b" data-x='{"p": "<i>"}' class="nav'">渠长36千米。</p><p title=">">宽5米。</p><p>3<5</p>"""
    document = read_text(page, name="x", media_type="text/html")
    assert document.text == "渠长36千米。\n宽5米。\n3<5\n"


def test_prose_of_another_section_stays() -> None:
    sections = "".join(f'<div class="sec"><p>{words}</p><p>{words}</p></div>' for words in LONG.paragraphs)
    page = f"<html><body><div>{sections}</div><div class=x><p>短句。</p></div></body></html>"
    document = read_text(page, name="x", media_type="text/html")
    assert all(words in document.text for words in LONG.paragraphs)
