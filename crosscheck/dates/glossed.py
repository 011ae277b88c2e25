"""Years of eras that no table holds, or that several reigns share, told by the year in brackets behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crosscheck.dates.point import Point, Token
from crosscheck.dates.words import ends_with, era_of, number
from crosscheck.model.span import Span
from crosscheck.patterns import compiled

_GLOSSED = compiled(
    r"(?<=[\u4e00-\u9fff]{2})(?P<n>元|[一二三四五六七八九十廿卅]{1,3}|(?<!\d)\d{1,2}) ?年 ?[（(](?:即|约)?(?:公元|西元)?(?P<bc>前)?"
    r"(?P<y>\d{1,4}) ?年?(?=[)）])"
)
# What stands before a length of time, or before a number that no era counts.
_NO_ERA = compiled(
    r"(?:在位|历时|任期|持续|为期|经过|第|每|前|后|近|约|满|达|的|了|有|过|共|初|小|大|高|中|读)$"
)
# Before the name of an era stands the end of another word, or one of these.
_NO_NAME = re.compile(r"[的了在于是和与及或为以从自至到由即若之]|[\d、，。]")


def glossed(folded: str) -> Iterator[Token]:
    """建兴元年（223年）, 天正3年（1575年）: an era by its last two characters, with the year that the bracket gives."""
    if "年" not in folded:
        return
    for m in _GLOSSED.finditer(folded):
        at = m.start()
        name = folded[at - 2 : at]
        count, year = number(m["n"]), int(m["y"])
        if count is None or not 1 <= count <= 65 or year < count or (not m["bc"] and year > 1945):
            continue
        if era_of(folded, at, m["n"]) or _NO_NAME.search(name) or _NO_ERA.search(folded, max(0, at - 2), at):
            continue
        if ends_with(folded[max(0, at - 4) : at], "duration-before"):
            continue
        end = folded.index("年", m.end("n")) + 1
        year = 1 - year if m["bc"] else year
        steps = ("calendar",) if m["n"].isascii() else ("numeral", "calendar")
        point = Point(year=year, era=(year - count, True), lunar=True, steps=steps)
        yield Token(span=Span(at - 2, end), start=point, rule="glossed")
