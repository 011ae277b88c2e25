"""Is one name another?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.names import same
from crosscheck.names.sounds import likeness, likeness_to_latin, syllable

ONE_NAME = [
    ("陸徵祥", "陆征祥"),
    ("赫鲁晓夫", "赫鲁雪夫"),
    ("肯尼迪", "甘迺迪"),
    ("肯尼迪", "甘乃迪"),
    ("汤普逊", "汤普森"),
    ("卡爾·馬克思", "卡尔•马克思"),
    ("卡尔马克思", "卡尔·马克思"),
    ("马克思", "卡尔·马克思"),
    ("温斯顿·丘吉尔", "邱吉尔"),
    ("布什", "布希"),
    ("戈尔巴乔夫", "戈巴契夫"),
    ("萨达姆", "萨达姆"),
    ("保罗·狄拉克", "保羅·迪拉克"),
    ("約瑟夫·海登", "约瑟夫·海顿"),
]
TWO_NAMES = [
    ("刘杰", "刘寅"),
    ("王明", "王鸣"),
    ("李强", "李刚"),
    ("顾维钧", "顾维均"),
    ("赫鲁晓夫", "布尔加宁"),
    ("罗斯福", "杜鲁门"),
    ("陈独秀", "陈独"),
    ("安东", "安东尼"),
    ("张作霖", "张学良"),
    ("马林科夫", "莫洛托夫"),
    ("里根", "卡特"),
    ("维尔纳·海森堡", "维尔纳·阿尔伯"),
    ("保羅·塞尚", "保罗·高更"),
    ("约翰·亚当斯", "約翰·泰勒"),
]


@pytest.mark.parametrize(("a", "b"), ONE_NAME)
def test_one_name(a: str, b: str) -> None:
    assert same(a, b).holds
    assert same(b, a).holds


@pytest.mark.parametrize(("a", "b"), TWO_NAMES)
def test_two_names(a: str, b: str) -> None:
    assert same(a, b).relation == "different"
    assert same(b, a).relation == "different"


def test_the_reason_is_told() -> None:
    assert same("陸徵祥", "陆征祥").steps[0].key == "person.script"
    assert same("赫鲁晓夫", "赫鲁雪夫").steps[0].key == "person.transliteration"
    assert same("马克思", "卡尔·马克思").steps[0].key == "person.surname"
    assert same("刘杰", "刘寅").steps[0].key == "person.other"


def test_latin_is_a_bridge_and_a_wall() -> None:
    assert same("侯士凯", "豪斯凯", "Jan Hauske", "Jan Hauske").relation == "equivalent"
    assert same("史密斯", "史密思", "John Smith", "Peter Schmitz").relation == "different"


def test_latin_finds_the_beginning_of_a_name() -> None:
    assert likeness_to_latin("尼赫鲁", "Jawaharlal Nehru") > likeness_to_latin("理尼赫鲁", "Jawaharlal Nehru")
    assert likeness_to_latin("别尔乌辛", "Pervukhin") > likeness_to_latin("别尔乌辛", "Gromyko")


def test_readings() -> None:
    assert [syllable(character) for character in "赫鲁晓夫"] == ["he", "lu", "xiao", "fu"]
    assert syllable("a") == "a"


@given(st.text("赫鲁晓夫斯大林尼克松王李·a1", max_size=8), st.text("赫鲁晓夫斯大林尼克松王李·a1", max_size=8))
def test_likeness_is_a_share_and_symmetric(a: str, b: str) -> None:
    assert 0 <= likeness(a, b) <= 1
    assert likeness(a, b) == pytest.approx(likeness(b, a))
    assert same(a, b).relation == same(b, a).relation
