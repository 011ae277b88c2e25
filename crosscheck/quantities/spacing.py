"""A text made easier to read numbers from: spaces within numbers closed (约 60 吨), banker's characters made plain (壹千).

What is matched on the copy is mapped back to the places of the text.
"""

from __future__ import annotations

import re
from functools import cache

_HAN = "\u4e00-\u9fff"
_BANKER = "壹贰弍叁参肆伍陆柒捌玖拾佰仟俩仨"
_PLAIN = str.maketrans(_BANKER, "一二二三三四五六七八九十百千两三")
_NUMERAL = f"一二三四五六七八九十百千万亿零〇两廿卅{_BANKER}"
# Banker's characters that are also words and names count only beside another numeral, and never in these words.
_NOT_AFTER = {"伍": "队入退行列为落三", "陆": "大海着登水内上新北", "肆": "放酒食书茶", "拾": "收"}


@cache
def _figures() -> re.Pattern[str]:
    """Spaces between figures and Han characters, and those that part groups of three (11 282平方公里, 3.141 592 65)."""
    whole = r"(?<![\d.,])(?<![\d.,] )\d{1,3}(?: \d{3})+(?:\.\d++)?(?= ?[万亿兆%℃°㎀-㏟A-Za-zμ\u4e00-\u9fff])"
    part = r"(?<![\d.,] )(?<![\d.,])\d++\.\d{3}(?: \d{3})*+(?: \d{1,3})(?![\d.])"
    return re.compile(
        rf"(?P<group>{whole}|{part})|(?<=[\d%]) (?=[{_HAN}])(?! 万[一科达向维])|(?<=[{_HAN}]) (?=\d)"
    )


@cache
def wide_gaps() -> re.Pattern[str]:
    """Every space within a numeral, for text that is nothing but numbers (四 百 五, 7万 5千, 六 点 五 成)."""
    part = "一二三四五六七八九十百千万亿兆零〇两廿卅点又分之负余几多成折个%"
    units = "十百千万亿"
    return re.compile(
        rf"(?<=[{part}]) +(?=[{part}])|(?<=[之又点负]) +(?=\d)|(?<=\d) +(?=[{units}点又分个成折])"
        rf"|(?<=[{units}]) +(?=\d+[{units}])|(?<=\d) +(?=[kKMGT](?![A-Za-z]))|(?<=[分百]) +(?=[点分])|(?<=\d) +(?=\d 折)"
    )


@cache
def _bankers() -> re.Pattern[str]:
    return re.compile(rf"[{_BANKER}]")


def plain_characters(folded: str) -> str:
    """`folded` with 壹, 佰, 拾 ... as 一, 百, 十 where they write numbers; one character for one."""
    if not _bankers().search(folded):
        return folded

    def plain(match: re.Match[str]) -> str:
        char, at = match.group(), match.start()
        before, after = folded[at - 1 : at], folded[at + 1 : at + 2]
        if char in "壹贰叁柒玖佰仟":
            return char.translate(_PLAIN)
        beside = (before and before in _NUMERAL) or (after and after in f"{_NUMERAL}点")
        beside = beside or folded[at + 1 : at + 4] in (" 点 ",)
        named = before and before in _NOT_AFTER.get(char, "")
        if char == "参":
            beside = (before and before in _BANKER) or (after and after in _BANKER)
        return char.translate(_PLAIN) if beside and not named else char

    return _bankers().sub(plain, folded)


def close(folded: str, gaps: re.Pattern[str] | None = None) -> tuple[str, tuple[int, ...] | None]:
    """`folded` without what `gaps` matches, by default a space between a figure and a Han character.

    With it comes the place of each character that is left, and one past the last; None where nothing was taken out.
    """
    if " " not in folded:
        return folded, None
    pattern = gaps or _figures()
    kept: list[int] = []
    at = 0
    for match in pattern.finditer(folded):
        kept.extend(range(at, match.start()))
        if match.lastgroup == "group":
            kept.extend(place for place in range(*match.span()) if folded[place] != " ")
        at = match.end()
    if not at:
        return folded, None
    kept.extend(range(at, len(folded) + 1))
    return "".join(folded[place] for place in kept[:-1]), tuple(kept)


def back(start: int, end: int, places: tuple[int, ...] | None) -> tuple[int, int]:
    """A stretch of the closed text as a stretch of the text that it was made from."""
    return (start, end) if places is None else (places[start], places[end - 1] + 1)
