"""Places and organisations that a link names: by the last word of its text, or of the page that it leads to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crosscheck.model.document import Link
from crosscheck.model.text import Text
from crosscheck.names.body import Body
from crosscheck.names.body_words import ALSO_ELSE, ends
from crosscheck.names.words import HAN, countries
from crosscheck.patterns import compiled
from crosscheck.text.fold import fold

# Last words of the names that firms go by; a link to such a page is a firm, plain words are not (汽车, 能源).
_TRADE = compiled(
    r"(?:电器|电机|电子|科技|重工|森工|钢铁|石化|航空|传媒|影业|制药|汽车|实业|地产|能源|电力|船舶|化工|通信|软件|置业|建工|"
    r"矿业|酒业|影视|唱片|证券|保险|电气|机械|网络|游戏|快递|物流|乳业|食品|百货|纺织|水泥|造船|重汽|半导体|生物)$"
)
_TO = compiled(
    r"(?:在|自|由|从|于|至|抵|赴|往|到|经|驻|向|据|克|占|围|守|位于|来到|前往|进驻|攻占|收复|途经)$"
)
_GOING = compiled(
    r"赴援|赴|南下|北上|东进|西进|启程|出发|登陆|战死|病逝|去世|出生|人(?!民|员|数)|籍|一带|等地|境内|附近|沦陷|失守"
)


def linked(text: Text) -> Iterator[Body]:
    """Every link of `text` that is a place or an organisation."""
    place, organisation = ends()
    for link in text.document.links:
        word = text.folded[link.span.start : link.span.end]
        if not link.entity or not 2 <= len(word) <= 24 or not compiled(rf"{HAN}+").fullmatch(word):
            continue
        page = re.sub(r"(?<!\s)\s*+[（(].*", "", fold(link.entity))
        start, end = link.span.start, link.span.end
        if word in countries():
            yield Body(start, end, "place", "country")
        elif organisation.search(word) and len(word) > 2:
            yield Body(start, end, "organisation", "link")
        elif place.search(word) and len(word) > 2 and word[-1] not in ALSO_ELSE:
            yield Body(start, end, "place", "link")
        elif page != word and page.startswith(word) and (organisation.search(page) or place.search(page)):
            yield Body(start, end, "organisation" if organisation.search(page) else "place", "link")
        elif len(word) > 3 and _TRADE.search(word):
            yield Body(start, end, "organisation", "link")
        elif len(word) < 5 and _stands_in_place(text.folded, link):
            yield Body(start, end, "place", "link")


def _stands_in_place(folded: str, link: Link) -> bool:
    """Whether the words around a link say that somebody comes from there, goes there or is there."""
    before = folded[max(0, link.span.start - 3) : link.span.start]
    return bool(_TO.search(before) and _GOING.match(folded, link.span.end))
