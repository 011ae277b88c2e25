"""Lists of works by their form: what an entry of a bibliography says is true of the work alone.

Settled for every format alike, when the blocks are known: a heading tells most lists, their form the others.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from crosscheck.model.document import Block
from crosscheck.patterns import compiled
from crosscheck.read.end_notes import cited
from crosscheck.read.sections import role

_LISTED = frozenset(("paragraph", "item"))
_LOOKED_AT = frozenset(("paragraph", "item", "note"))
_LEAST = 2  # entries that follow one another make a list
_LONGEST = 400  # characters; more is no entry
# One of these stands in every entry: most paragraphs have none.
_SIGNS = re.compile(r"[《〈“「\[]|://|IS[BS]N|doi:|DOI:|[社局店馆館][，,]|Press|pp\.|[Vv]ol")
_SHORT = 80  # an entry of a list of somebody's works


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    title = r"《[^《》\n]{1,80}》|〈[^〈〉\n]{1,80}〉|“[^“”\n]{4,80}”|「[^「」\n]{4,80}」"
    press = r"(?:出版社|出版公司|出版集团|出版集團|[书書]局|[书書]店|印[书書][馆館]|社|Press)"
    return {
        "number": compiled(r"(?<!\s)\s*+(?:[\[［〔【(（](\d{1,3})[\]］〕】)）]|(\d{1,3})[.．、)](?!\d)|([①-⑳]))[ 　.、]*+"),
        # Marks of the kind of a work as GB/T 7714 has them, place with publisher and year, an ISBN: nothing else has them.
        "sure": compiled(
            r"\[(?:[MJNDRCSPZGAK]|EB|DB|CP|DS)(?:/(?:OL|CD|MT|DK))?\]|\bIS[BS]N\b|\bdoi:"
            rf"|[：:](?<=[\u3400-\u9fff]{{2}}[：:]) ?[\u3400-\u9fff·]{{1,20}}{press}[，,] ?\d{{4}}",
            re.IGNORECASE,
        ),
        "address": compiled(r"(?:https?|ftp)://\S"),
        "title": compiled(title),
        "published": compiled(
            rf"{press}|[书書]局|学报|學報|期刊|杂志|雜誌|[页頁]|\bpp?\.|\bvol\.|第 ?\d+ ?[期卷版辑輯]|[刊刻]本|点校本|點校本",
            re.IGNORECASE,
        ),
        "year": compiled(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)|[一二][〇○零一二三四五六七八九]{3}年|民[国國]\w{1,3}年"),
        "pages": compiled(r"(?<![\d、,，–—~～-])\d[\d、,，–—~～-]*+ ?[页頁]|\bpp?\. ?\d|[:：] ?\d+[-–—]\d+"),
        "author": compiled(r"[^。；;！？!?]{0,60}(?:[:：,，.．、著编編译譯撰注校等]|\.\s)\s*$|[^，。；：:]{0,12}$"),
        "verb": compiled(r"[在是由被将將把从從向了到]|[年月日]|發表|发表"),
        "behind": compiled(r"\s*(?:$|[（(，,。.．、;；:：/\[〔\s]|第|上|中|下|卷)"),
        "told": compiled(r"[，。；](?:他|她|它|其中|该|該|此|这|這|后来|後來|但|而|因)"),
        "latin": compiled(r"[A-Za-z]"),
    }  # fmt: skip


def bibliographic(words: str) -> bool:
    """Whether `words` are an entry of a bibliography: author, title, publisher, year, pages or address, and no sentence."""
    if not 4 <= len(words) <= _LONGEST or not _SIGNS.search(words):
        return False
    pattern = _patterns()
    begin = number.end() if (number := pattern["number"].match(words)) else 0
    title = pattern["title"].search(words, begin)
    if pattern["sure"].search(words):
        return not _told(words)
    if pattern["address"].search(words):
        said = title or pattern["year"].search(words) or pattern["title"].search(words)
        return bool(said) and words.count("。") < 2
    if title is None:
        latin = len(pattern["latin"].findall(words)) > 0.5 * len(words)
        return latin and bool(pattern["year"].search(words) and pattern["published"].search(words))
    head = words[begin : title.start()]
    formed = pattern["author"].match(head) and not pattern["verb"].search(head)
    if not formed or not pattern["behind"].match(words, title.end()):
        return False
    return bool(pattern["published"].search(pattern["title"].sub("", words))) and not _told(words)


def _told(words: str) -> bool:
    """Whether `words` go on as a text does, titles left out."""
    pattern = _patterns()
    return words.count("。") > 5 or bool(pattern["told"].search(pattern["title"].sub("", words)))


def paged(words: str) -> bool:
    """Whether an entry names pages, an address or a sign of its kind: it is cited, not only listed."""
    pattern = _patterns()
    return any(pattern[name].search(words) for name in ("pages", "sure", "address"))


def number_of(words: str) -> int:
    """The number that an entry begins with, 0 without one."""
    match = _patterns()["number"].match(words)
    if match is None:
        return 0
    return int(match[1] or match[2]) if match[1] or match[2] else ord(match[3]) - ord("①") + 1


def titled(words: str) -> bool:
    """Whether an entry under a heading for somebody's works is one of them: short, with a title in it, no sentence."""
    pattern = _patterns()
    return len(words) <= _SHORT and bool(pattern["title"].search(words)) and not pattern["told"].search(words)


def settled(text: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """`blocks` with the lists of works among them told.

    A list of references without a heading is apparatus: numbered entries, or most of them with pages or addresses;
    so is a note that gives a source and little else.  Another list of works keeps its claims, but is told to be of works.
    """
    out = list(blocks)
    run: list[int] = []
    for number, block in enumerate(blocks):
        start, end = block.span.start, block.span.end
        if not run and (
            block.apparatus
            or block.kind not in _LOOKED_AT
            or not (_SIGNS.search(text, start, min(end, start + _LONGEST)) or block.kind == "note")
        ):
            continue
        words = text[start:end].strip() if not block.apparatus else ""
        if block.kind == "note" and words:
            out[number] = replace(
                block, apparatus=bibliographic(words) or (cited(words) and "。" not in words[:-1])
            )
        if block.kind in _LISTED and words and _announced(words):
            out[number] = replace(block, apparatus=True)
            words = ""
        if block.kind in _LISTED and words:
            if role(block.section) == "works" and titled(words):
                out[number] = replace(block, works=True)
            if (run and _follows(words, text, blocks[run[-1]])) or bibliographic(words):
                if run and (run[-1] != number - 1 or blocks[run[-1]].section != block.section):
                    _list(text, out, run)
                    run = []
                run.append(number)
                continue
        _list(text, out, run)
        run = []
    _list(text, out, run)
    return tuple(out)


def _announced(words: str) -> bool:
    """Whether a paragraph says that it gives the sources (參考資料：…) and does so."""
    head, colon, _ = words[:16].replace(":", "：").partition("：")
    return bool(colon) and role(head) == "references" and "。" not in words[:-1] and cited(words)


def _follows(words: str, text: str, before: Block) -> bool:
    """Whether the number of an entry is one more than that of the block before it."""
    number = number_of(words)
    return number > 1 and number == number_of(text[before.span.start : before.span.end]) + 1


def _list(text: str, out: list[Block], run: list[int]) -> None:
    """Tell the blocks of a run of entries."""
    if len(run) < _LEAST:
        return
    words = [text[out[n].span.start : out[n].span.end].strip() for n in run]
    if sum(map(bibliographic, words)) * 2 < len(run):
        return
    numbered = [number_of(word) for word in words] == list(range(1, len(run) + 1))
    cites = numbered or sum(map(paged, words)) * 2 > len(run)
    for number in run:
        out[number] = replace(out[number], apparatus=cites, works=True)
