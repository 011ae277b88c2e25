"""The script of a text, told by the characters that exist in one script only."""

from __future__ import annotations

import pytest

from crosscheck.lexicon import table
from crosscheck.read.assemble import script_of
from crosscheck.text.fold import simplified

# Simplified characters that Traditional texts write too, with another meaning.
_SHARED = frozenset(
    "后里台干斗谷几面松曲系余云占志制致准冲出丑卜才吊向回困夫姜家折表卷千秋胡舍症术征郁只于布岳仇朱游叶沈着咨"
)


def test_the_list_of_characters_is_what_the_converter_makes() -> None:
    every = [chr(code) for code in range(0x4E00, 0x9FA6)]
    pairs = [p for p in zip(every, simplified("\n".join(every))[::2], strict=True) if p[0] != p[1]]
    only = {new for _, new in pairs} - {old for old, _ in pairs} - _SHARED
    assert "".join(row["hans"] for row in table("simplified_only")) == "".join(sorted(only))


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("1872年，容闳率学童三十人赴美。", "Hans"),
        ("1872年，容閎率學童三十人赴美。", "Hant"),
        ("1872年，容閎率学童三十人赴美，学業優異。", "mixed"),
        ("人人大大", "Hans"),
        ("Yung Wing, 1872", "other"),
    ],
)
def test_script(text: str, script: str) -> None:
    assert script_of(text) == script
