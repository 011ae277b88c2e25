"""Posts that no verb ties to a holder: the first sentence of a page, fields of an infobox, rows of a table."""

from __future__ import annotations

import pytest

from crosscheck.extract import facts
from crosscheck.read import read_text
from crosscheck.text.sentences import split


def posts(wiki: str, name: str = "page.wiki") -> list[str]:
    document = read_text(wiki, name=name, media_type="text/x-wiki")
    return [str(fact.value) for fact in facts(split(document)) if fact.kind == "role"]


PAGE = """{{{{Infobox person
| name = 钱穆
| {label} = {value}
}}}}
'''钱穆'''是历史学家。
"""


@pytest.mark.parametrize(
    ("label", "value", "expected"),
    [
        ("occupation", "[[作家]]、[[記者]]", ["钱穆: 作家", "钱穆: 记者"]),
        (
            "past",
            "《新路》主编兼社长<br>[[北辰大學]]文学院院长",
            ["钱穆: 《新路》主编", "钱穆: 社长", "钱穆: 北辰大学文学院院长"],
        ),
        ("rank", "陸軍上將", ["钱穆: 陆军上将"]),
        ("spouse", "某某市长", []),
        ("birth_place", "江苏无锡", []),
    ],
)
def test_fields(label: str, value: str, expected: list[str]) -> None:
    found = posts(PAGE.format(label=label, value=value), "钱穆.wiki")
    assert [post for post in found if post != "钱穆: 历史学家"] == expected


def test_first_sentence() -> None:
    page = "'''钱穆'''（1895年7月30日—1990年8月30日），江苏无锡人，中国历史学家、教育家，曾留学海外。"
    assert posts(page, "钱穆.wiki") == ["钱穆: 中国历史学家", "钱穆: 教育家"]


def test_rows() -> None:
    table = """{| class="wikitable"
! 姓名 !! 职务 !! 任期
|-
| 方　毅 || 省長 || 1950年－1952年
|-
| [[程子華]] || 第一書記兼政委 || 1953年－
|-
| 合计 || 两人 || -
|}
"""
    assert posts(table) == ["方毅: 省长", "程子华: 第一书记", "程子华: 政委"]
