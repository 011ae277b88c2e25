"""Clauses that say nothing by themselves: the frame of what follows (随着工业的发展, 在削藩顺序上, 一方面), a day, a bare noun."""

from __future__ import annotations

from crosscheck.model.span import Span
from crosscheck.patterns import compiled

_NUMERAL = "〇零一二三四五六七八九十百千万两数几多余半\\d"
_JOINING = compiled(
    r"(?:另?一方面|与此同时|除此之外|换言之|总的来说|一般来说|一般而言|总体而言|严格来说|相对而言|从此以后|在此之前|在此之后|在此期间|有鉴于此|正因如此|尽管如此|无论如何|不仅如此)"
)
_TIME = compiled(
    rf"(?:大约|约|近|不到|过了)?[{_NUMERAL}]{{1,4}}个?[多余]?(?:年|月|日|天|周|星期|小时|分钟)[之以]?[后前内间来]?"
    r"|闰?[正元一二三四五六七八九十冬腊]{1,2}月(?:初|廿|卅)?[一二三四五六七八九十]{1,3}日?|有[\u3400-\u9fff]一代"
)
# What opens a clause that only says why, about what or under what something else happens.
_OPENING = compiled(
    r"(?:如果|假如|倘若|倘使|要是|若是|若(?=[^干非无])|[即哪]怕|即使|即便|除非|只要|(?:认为|预计|规定)?一旦|[无不]论|不管|随着|为了|出于|鉴于|基于|关于|对于|至于|就[^，]{1,12}而言$)"
)
_WITHIN = compiled(r"(?:在|从|自|当|等|待|每当|直到|等到|除|除了|[无不]论)[^，。]{1,30}")
_WITHIN_END = compiled(
    r"(?<![先最落背今善延押推小同临当及准暂平按随定皇太王])(?:[后中上下时前里间外]|以来|之际|方面|[上来]看|来说|而言)$"
)
_DURING = compiled(
    r"[^，。]{2,14}(?:会议|会谈|谈判|战争|战役|战斗|过程|途|比赛|大会|典礼|期间|时期|年间|仪式)中?$"
)
# A clause that ends as the frame of the next, with nothing in it that an editor would check by itself: 几乎攻下时.
_LATER = compiled(
    r"(?<![先最落背今善延押推小同临当及准暂平按随定皇太王])(?:之?[后时]|以后|时候|之前|以前|之际)$"
)
# What goes along with the next clause, and what is asked in it.
_BESIDE = compiled(
    r"(?:的同时|之余|的话|与此同时|(?<=[^，])究竟[^，。]{0,12}(?:多少|如何|何时|何处|什么|哪里|为何|谁))$"
)
_PERIOD = compiled(r"(?:期间|时期|年间)$")
_SHORT = 10
_BARE = compiled(r"[这那此该][个家只部款座种名位项支艘架][^，。是有被把将使令让]{0,14}的[^，。的是有]{1,4}")
_WHICH = compiled(r"[^的，]{2,4}的[^的，是有]{1,6}")
_PAIRS = {"(": ")", "（": "）", "“": "”", "‘": "’", "「": "」", "『": "』", "《": "》"}


def is_fragment(folded: str, span: Span, telling: bool, part: bool) -> bool:
    """Whether the clause at `span` is no claim of its own; `telling` is whether it holds a predicate that is one, `part`
    whether it is what a predicate was cut down to (废除的 + 锦衣卫 only says which)."""
    words = folded[span.start : span.end]
    if any(pattern.fullmatch(words) for pattern in (_JOINING, _TIME, _BARE)) or _OPENING.match(words):
        return True
    if part and _WHICH.fullmatch(words):
        return True
    if _BESIDE.search(words):
        return True
    if _WITHIN.fullmatch(words) and _WITHIN_END.search(words):
        return True
    if not telling and _DURING.fullmatch(words) and (words.endswith("中") or _PERIOD.search(words)):
        return True
    return not telling and len(words) <= _SHORT and bool(_LATER.search(words))


def balanced(folded: str, span: Span) -> Span:
    """`span` with its brackets and quotation marks in pairs: grown by a mark that stands right behind, else cut before the one
    that is never closed."""
    open_: list[int] = []
    for place in range(span.start, span.end):
        mark = folded[place]
        if mark in _PAIRS:
            open_.append(place)
        elif open_ and mark == _PAIRS[folded[open_[-1]]]:
            open_.pop()
    if not open_:
        return span
    if folded[span.end : span.end + 1] == _PAIRS[folded[open_[-1]]] and len(open_) == 1:
        return Span(span.start, span.end + 1)
    return Span(span.start, open_[0]) if open_[0] > span.start else Span(span.start + 1, span.end)
