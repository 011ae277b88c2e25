"""Scores, ratios and scales: 3比1, 以1:0获胜, 比例为1:7, 七三比, 三七开."""

from __future__ import annotations

from crosscheck.quantities.found import SCORE, Found
from crosscheck.quantities.lazy import Lazy
from crosscheck.quantities.number import Number, exact, read_number

_OTHER = r"(?P<other>\d{1,3}|[零一二三四五六七八九十]{1,3})(?![\d%倍元点分]|\.\d)"
_WORD = Lazy(rf" ?(?:比|对(?=\d)) ?{_OTHER}")
_COLON = Lazy(r" ?[:：∶] ?(?P<other>\d{1,3})(?![\d.,:：∶/-]\d|\d|[年月日时点])")
_DASH = Lazy(r"-(?P<other>\d{1,3})(?![\d.:-])")
# Before or after figures with a colon these words tell a score or a ratio from a clock time.
_BEFORE = Lazy(
    r"(?:比分|[局盘场]分|比数|战绩|赛果|结果|总分|比例|比率|斜度|坡度|之比|配比|以)(?:约|为|是|达到?|大约)*[：:]? ?$"
)
_AFTER = Lazy(
    r" ?(?:的?(?:大?比[分数例率]|优势|成绩|劣势)|[战险力轻完小大惜]?(?:胜|败|负)(?![出任责面担]|荷(?!兰))|[击打]败|力克|握手|平(?=[，。；、）]|手)|击退|横扫|淘汰|领先|落后|落败|告负|逆转|取胜|获胜|"
    r"打平|战平|赢|输|的?比例)"
)
_VERSE = Lazy(r"(?:书|福音|[传记章篇节经]|世纪记|诗篇|箴言|启示录|》)\d{0,3}$")
_RATIO = Lazy(
    r"(?P<one>[一二三四五六七八九])(?P<other>[一二三四五六七八九])(?:比(?:例|率)?(?!分(?![配成享账给])|[赛较])|开(?![始放办设工]))"
)
_LONGER = Lazy(r"\d ?[:：-] ?$")
_CLOCK = ("时", "分", "左右", "开", "出发", "许")


def score_at(text: str, start: int, end: int, number: Number) -> Found | None:
    """The score or ratio that begins with `number` from `start` to `end`; None where it is none."""
    if not number.plain or _LONGER.search(text[max(0, start - 3) : start]):
        return None
    if number.text.startswith("负"):  # 负1比3: lost
        start, number = start + 1, exact(number.text[1:], -number.stated)
    match = _WORD.match(text, end)
    if match is None and number.text.isdecimal() and number.text.isascii():
        match = _COLON.match(text, end)
        if match and "∶" not in match.group() and not _told(text, start, match["other"], match.end()):
            return None
        dash = None if match else _DASH.match(text, end)
        match = dash if dash and _AFTER.match(text, dash.end()) else match
    return score_of(start, match.end(), number, match["other"]) if match else None


def _told(text: str, start: int, other: str, end: int) -> bool:
    """Whether figures with a colon are a score or a ratio rather than a clock time or a verse."""
    before = text[max(0, start - 8) : start]
    if _VERSE.search(before):
        return False
    told = _AFTER.match(text, end) or _BEFORE.search(before)
    return bool(told) and (len(other) != 2 or not text.startswith(_CLOCK, end))


def ratio_at(text: str, start: int) -> Found | None:
    """七三比, 三七开: two characters for the two parts of ten."""
    match = _RATIO.match(text, start)
    one = read_number(match["one"]) if match else None
    return score_of(start, match.end(), one, match["other"]) if match and one else None


def score_of(start: int, end: int, number: Number, written: str) -> Found | None:
    """The score of `number` to what is `written` after it, from `start` to `end`."""
    other = read_number(written)
    if other is None:
        return None
    return Found(
        start=start,
        end=end,
        short=end,
        number=number,
        unit=SCORE,
        rule="score",
        per=str(other.stated),
        sense="measure",
    )
