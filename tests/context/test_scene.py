"""What a fact is said of: its clause, the date in force, the company it keeps."""

from __future__ import annotations

import pytest

from crosscheck import extract
from crosscheck.context.frame import Frame
from crosscheck.context.labels import rows
from crosscheck.context.scene import Scene
from crosscheck.model.fact import Fact
from crosscheck.read import read_text
from crosscheck.text.sentences import split
from tests.support import text_of


def scene(text: str) -> Scene:
    cut = text_of(text)
    return Scene.of(cut, extract.facts(cut))


def fact(there: Scene, words: str) -> Fact:
    return next(one for one in there.facts if one.text == words)


def frame(text: str, words: str) -> Frame:
    there = scene(text)
    return there.frame(fact(there, words))


def test_the_clause_of_a_date_that_says_nothing_is_the_one_after_it() -> None:
    assert frame("1968年5月1日，清河大橋通車。", "1968年5月1日").words == "1968年5月1日，清河大桥通车。"
    assert (
        frame("学校开学，面向平民子弟招收120名学生，教员九人。", "120名学生").words
        == "面向平民子弟招收120名学生，"
    )


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("1957年10月15日，代表團抵達，接收120台機床。", "120台機床", "1957-10-15"),
        ("1957年的新学年开始，学校招收120名学生。", "120名学生", None),
        ("学校招收120名学生。", "120名学生", None),
    ],
)
def test_the_date_in_force(text: str, words: str, expected: str | None) -> None:
    occasion = frame(text, words).occasion
    assert (str(occasion) if occasion else None) == expected


def test_a_date_tells_the_time_of_what_follows_it_and_not_of_the_next_paragraph() -> None:
    text = "1957年，学校开学。招收120名学生。\n教员有30人。"
    assert str(frame(text, "120名学生").occasion) == "1957"
    assert frame(text, "30人").occasion is None
    assert not frame(text, "120名学生").dated


def test_names_beside_a_fact_and_in_its_clause() -> None:
    names = dict(frame("《呐喊》由北京市一家書局印成，作者当年在上海市获得稿费300元。", "300元").names)
    assert names == {"呐喊": False, "北京市": False, "上海市": True}


def test_its_own_words_are_left_out_and_those_of_an_amount_are_not() -> None:
    assert "月" not in "".join(frame("清河大桥于1968年5月通车。", "1968年5月").clause)
    assert "学徒" in frame("工厂招收300名学徒。", "300名学徒").clause


def test_lists_and_differences_and_qualifiers() -> None:
    there = scene("他到过廣州市、南京市，比弟弟大十八歲，读1985年6月的《收获》。")
    assert there.listed(fact(there, "南京市"))
    assert there.measured_against(fact(there, "十八歲"))
    assert there.qualifies(fact(there, "1985年6月"))


def test_who_holds_the_office_that_a_name_is_part_of() -> None:
    there = scene("北京大学校长蔡元培到南京市讲话。")
    assert there.held_in(fact(there, "北京大学")) == ("蔡元培",)
    assert there.held_in(fact(there, "南京市")) == ()


def test_a_field_says_what_its_label_stands_for() -> None:
    page = read_text(
        "{{Infobox person|name=甲|spouse=1923年4月}}\n甲是作家。", name="a", media_type="text/x-wiki"
    )
    cut = split(page)
    there = Scene.of(cut, extract.facts(cut))
    found = there.frame(fact(there, "1923年4月"))
    assert found.field and {"妻", "结"} & set("".join(found.clause))


def test_rows_of_a_table() -> None:
    page = read_text(
        "| 站 | 年 |\n| --- | --- |\n| 甲 | 1912 |\n| 乙 | 1913 |\n", name="a", media_type="text/markdown"
    )
    blocks = page.blocks
    found = rows(blocks)
    cells = {
        blocks[n].span: [page.text[blocks[m].span.start : blocks[m].span.end] for m in row]
        for n, row in found.items()
    }
    assert ["甲", "1912"] in [[cell.strip() for cell in row] for row in cells.values()]
