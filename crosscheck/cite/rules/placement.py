"""Where marks stand, and text that has none."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from crosscheck.cite.interface import Check, Fault
from crosscheck.cite.page import Page
from crosscheck.cite.prepare import WIKITEXT
from crosscheck.cite.vocabulary import longest_first, words_of
from crosscheck.lexicon import either
from crosscheck.model.document import Block
from crosscheck.model.span import Span
from crosscheck.model.step import say
from crosscheck.patterns import compiled
from crosscheck.text.fold import simplified

_STOPS = "。，；！？、：,;"
_FULL = "。！？"
# A paragraph of fewer characters is a label or a caption.
_SHORTEST = 12
# Items and cells with facts from which on a page of lists without any mark is told of.
_LISTED = 3


def _clusters(page: Page) -> Iterator[tuple[int, int]]:
    """The places of marks that stand together, as spans of the file."""
    source = page.document.source
    start = end = -1
    for use in sorted(page.uses, key=lambda use: use.span):
        if end >= 0 and use.span.start >= end and not source[end : use.span.start].strip():
            end = max(end, use.span.end)
            continue
        if end >= 0 and use.span.start < end:
            continue
        if end >= 0:
            yield start, end
        start, end = use.span.start, use.span.end
    if end >= 0:
        yield start, end


def _misplaced(page: Page) -> Iterator[Fault]:
    source = page.document.source
    for start, end in _clusters(page):
        before, after = source[start - 1 : start], source[end : end + 1]
        if not before or not after:
            continue
        if before in _STOPS and after in _STOPS:
            yield Fault(
                Span(start - 1, end + 1),
                say("cite.misplaced-reference-mark-both", before=before, after=after),
            )
        elif page.house == "after" and after in _FULL:
            fix = after + source[start:end]
            yield Fault(Span(start, end + 1), say("cite.misplaced-reference-mark-after", fix=fix))
        elif page.house == "before" and before in _FULL:
            fix = source[start:end] + before
            yield Fault(Span(start - 1, end), say("cite.misplaced-reference-mark-before", fix=fix))


def _general(page: Page) -> Iterator[Fault]:
    from crosscheck.cite.short import targets_in_use

    in_use = targets_in_use(page)
    for entry, record in zip(page.bullets, page.bullet_records, strict=True):
        if record.form == "empty" or entry.span in in_use:
            continue
        if record.url or record.authors or record.year or record.container or record.publisher:
            title = record.title or record.url or record.template
            yield Fault(entry.inner, say("cite.general-reference", title=title))


@cache
def _facts() -> re.Pattern[str]:
    number = r"(?:(?<!\d)(?<!\d[,.\x20\u00a0\u2009\u202f])\d[\d,.]*+(?:[ \u00a0\u2009\u202f]\d{3}(?!\d))*+|(?<![一二三四五六七八九十百千])[一二三四五六七八九十百千]{2,}+)[万亿]?"
    units = "人|名|位|吨|公里|千米|米|公顷|亩|平方|立方|元|美元|户|座|艘|架|枚|辆|件|册|所|家|千克|公斤|%|倍|岁|公尺|里"
    return compiled(
        r"\d{3,4}年|[一二三四五六七八九〇零]{4}年|\d{1,2}月\d{1,2}[日号]|[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}[日号]"
        rf"|{number}多?(?:{units})|“[^“”]{{12,}}”"
    )


@cache
def _asked() -> re.Pattern[str]:
    """Words in brackets by which an editor has asked for a source already."""
    return compiled(
        rf"[\[［【（(]\s*(?:{either(longest_first('needed-template'))})\s*\\?[\]］】）)?？]", re.IGNORECASE
    )


def _covers(page: Page) -> list[int]:
    """The places in the file of everything that counts as a source of a paragraph."""
    places = [*page.keys, *(use.span.start for use in page.uses)]
    if page.wiki:
        wanted = words_of("short-template") | words_of("short-many-template") | words_of("needed-template")
        places += [t.span.start for t in page.wiki.templates if t.name in wanted]
        places += [cite.template.span.start for cite in page.cites]
        places += [tag.span.start for tag in page.wiki.tags]
    return sorted(places)


def _paragraphs(page: Page) -> Iterator[tuple[Block, Span]]:
    """Paragraphs of running text with facts and without a mark, each with the first of its facts."""
    document = page.document
    covers = _covers(page)
    linked = {link.span.start: link.span.end for link in document.links}
    headed = any(block.kind == "heading" and not block.apparatus for block in document.blocks)
    for block in document.blocks:
        if (
            block.kind != "paragraph"
            or block.apparatus
            or len(block.span) < _SHORTEST
            or (headed and not block.section)
            or linked.get(block.span.start, -1) >= block.span.end  # a way to another page states nothing
        ):
            continue
        fact = _facts().search(document.folded, block.span.start, block.span.end)
        if fact is None or document.folded[block.span.start : block.span.end].rstrip().endswith((":", "：")):
            continue
        place = document.origins.to_source(block.span)
        end = document.source.find("\n", place.end)
        end = len(document.source) if end < 0 else end
        index = bisect_left(covers, place.start)
        if index < len(covers) and covers[index] <= end:
            continue
        if not _asked().search(simplified(document.source[place.start : end])):
            yield block, Span(fact.start(), fact.end())


def _items(page: Page) -> Iterator[tuple[Block, Span]]:
    """Items and cells with facts, each with the first of its facts."""
    for block in page.document.blocks:
        if block.kind in ("item", "cell") and not block.apparatus:
            fact = _facts().search(page.document.folded, block.span.start, block.span.end)
            if fact is not None:
                yield block, Span(fact.start(), fact.end())


def _uncited(page: Page) -> Iterator[Fault]:
    document = page.document
    paged = document.media_type in (*WIKITEXT, "text/markdown", "text/html")
    if document.role != "entry" and document.media_type not in (*WIKITEXT, "text/markdown"):
        return
    found = list(_paragraphs(page))
    bare = not _covers(page)
    if bare and not found:
        found = list(_items(page))
        found = found if len(found) >= _LISTED else []
    if not found:
        return
    first = document.origins.to_source(found[0][1])
    if bare:
        yield Fault(first, say("cite.uncited-document", count=len(found)))
        return
    if not paged:  # an essay with notes does not cite by paragraph: told once
        yield Fault(first, say("cite.uncited-essay", count=len(found)))
        return
    for block, fact in found:
        words = document.text[fact.start : fact.end]
        yield Fault(
            document.origins.to_source(fact), say("cite.uncited-claim", fact=words, section=block.section)
        )


CHECKS = (
    Check(
        rule="misplaced-reference-mark",
        severity="info",
        doc="A mark between two punctuation marks, or on the wrong side of a full stop by the house rule. Where the mark "
        "stands tells what it covers. Without a house rule both sides are right, so long as there is one full stop.",
        names=("CheckWiki 61", "CheckWiki 67"),
        fault="故宫建成于1420年。<ref>于倬云：《紫禁城宫殿》，商务印书馆，1982年，第18页</ref>。",
        mended="故宫建成于1420年<ref>于倬云：《紫禁城宫殿》，商务印书馆，1982年，第18页</ref>。",
        find=_misplaced,
    ),
    Check(
        rule="general-reference",
        severity="info",
        doc="A work or link listed under references or external links that no mark ties to a claim. A reader cannot tell "
        "what it supports.",
        names=("Template: More citations needed", "Template: 需要更多脚注"),
        fault="茶圣陆羽生于733年\\[1\\]。\n\n## 参考文献\n\n  - [茶经研究](http://www.example.org/tea)\n\n"
        "1.  傅树勤：《陆羽研究》，湖北人民出版社，1983年，第5页\n",
        mended="茶圣陆羽生于733年\\[1\\]。\n\n## 参考文献\n\n1.  [茶经研究](http://www.example.org/tea)\n",
        find=_general,
        language="text/markdown",
    ),
    Check(
        rule="uncited-claim",
        severity="warning",
        doc="A paragraph with facts (dates, quantities, quotations) and no mark at all. The opening of a page with "
        "headings is left out: it sums up what is cited below. A page without any mark is told once, and so is an essay with notes.",
        names=("Template: 来源请求", "Template: Citation needed", "Template: Unreferenced section"),
        fault="正文\n\n== 历史 ==\n1908年，该校由传教士创办，首届招收学生四十二名，校址在城南。\n\n"
        "1912年改为公立，迁至城东<ref>《县志》，方志出版社，1995年，第7页</ref>。\n",
        mended="正文\n\n== 历史 ==\n1908年，该校由传教士创办，首届招收学生四十二名，校址在城南<ref>《县志》，方志出版社，1995年，第6页</ref>。\n\n"
        "1912年改为公立，迁至城东<ref>《县志》，方志出版社，1995年，第7页</ref>。\n",
        find=_uncited,
    ),
)
