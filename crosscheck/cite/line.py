"""Plain lines, as Chinese writers note a source: 作者：《书名》第四章，北京：出版社，1999年，第12页。"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from crosscheck.cite.date_forms import year_of
from crosscheck.cite.gbt import people
from crosscheck.cite.markup import ADDRESS
from crosscheck.cite.record import Record
from crosscheck.cite.vocabulary import longest_first
from crosscheck.lexicon import either
from crosscheck.patterns import compiled

# How a line says what a part stands in, and who edited that.
_STANDS = "(?:原载|原載|载于|載於|载|載|见于|见|見|刊于|刊於|刊|收入|收录于|收錄於|收于|收於)"
_EDITED = (
    r"[\s：:，,]{0,3}(?:(?P<editors>[^“”「」『』\"《》〈〉，,。.：:；;（）()\d]{2,30}?)"
    r"等?\s?(?:主编|主編|合编|合編|选编|選編|编|編)[\s：:，,]{0,2})?"
)
_NUMERAL = r"[\d〇零一二三四五六七八九十百]++"


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    house = either(longest_first("publisher"))
    return {
        "title": compiled(r"[《〈〔]((?:[^《》〈〉]|《[^《》]*》|〈[^〈〉]*〉)+)[》〉〕]"),
        "address": compiled(ADDRESS),
        "quoted": compiled(
            r"[“「『\"]([^“”「」『』\"《》]{2,80})[”」』\"][\s，,、。.．：:；;]{0,3}"
            rf"(?:{_STANDS}{_EDITED})?$"
        ),
        "between": compiled(rf"[”」』\"\s，,：:。.．（(]*+(?:{_STANDS}{_EDITED})?"),
        "role": compiled(
            r"(?<!\s)\s*+(?:(?:编著|編著|主编|主編|合著|合编|編|编|著|撰|译|譯|口述|整理|等)\s*+)?(?:[:：,，.。]\s*+)?$"
        ),
        "translators": compiled(r"([^，,：:（）()《》。；;]{1,30}?)\s?等?[译譯](?:[，,。：:；;]|$)"),
        "publisher": compiled(
            rf"(?:(?P<place>[^，,：:（）()《》。；;\s\d]{{1,10}})\s?[：:]\s?)?(?P<publisher>[^，,：:（）()《》。；;\d]{{0,24}}?(?:{house}))(?=[，,。.；;（()）\s\d]|$)",
            re.IGNORECASE,
        ),
        "imprint": compiled(
            r"(?P<place>[^，,：:（）()《》。；;\s\d]{2,6})\s?[：:]\s?(?P<publisher>[^，,：:（）()《》。；;\d]{2,24})(?=[，,]\s?(?:\d{4}|民))"
        ),
        "date": compiled(
            r"\d{4}年(?:\d{1,2}月(?:\d{1,2}[日号號])?)?|\d{4}-\d\d?(?:-\d\d?)?(?!\d)"
            r"|民[国國][\d〇零元一二三四五六七八九十]{1,4}年(?:\d{1,2}月(?:\d{1,2}[日号號])?)?|[〇零一二三四五六七八九]{4}年"
            r"|(?<![\d第-])(?:1[5-9]|20)\d\d(?![\d页頁期卷号號])"
        ),
        "pages": compiled(
            rf"第\s?({_NUMERAL}(?:\s?[-–—~～、,，至]\s?第?{_NUMERAL}){{0,20}})\s?[页頁]|(?<![页頁码碼])[页頁码碼]++\s?({_NUMERAL}(?:\s?[-–—~～、至]\s?{_NUMERAL}){{0,20}})"
            r"|\b[Pp]{1,2}\.?\s?(\d+(?:\s?[-–—~]\s?\d+)?)|(?<!\d)(\d++(?:[-–—~]\d++)?)\s?[页頁]"
        ),
        "chapter": compiled(
            rf"第{_NUMERAL}[章节節回讲講编編篇](?:第?{_NUMERAL}[节節])?(?:[“「〈][^”」〉]{0, 80}[”」〉])?"
        ),
        "volume": compiled(rf"第\s?({_NUMERAL})\s?[卷辑輯]|卷\s?({_NUMERAL})|[（(]?(上|中|下)[卷册冊][）)]?"),
        "issue": compiled(rf"(?:总|總)?第\s?({_NUMERAL}(?:[-–—、]\s?{_NUMERAL})?)\s?期"),
        "edition": compiled(rf"第\s?{_NUMERAL}\s?版|修订版|修訂版|增订版|增訂版"),
        "serial": compiled(r"(?:报|報|日报|晚报|时报)$"),
        "journal": compiled(r"(?:学报|學報|研究|杂志|雜誌|期刊|月刊|季刊|周刊|週刊|史料)$"),
        "accessed": compiled(
            r"[（(]?(\d{4}年\d{1,2}月\d{1,2}[日号號]|\d{4}-\d{1,2}-\d{1,2})\s?(?:查阅|查閱|访问|訪問|检索|檢索|存取|浏览|瀏覽|读取)[）)]?"
            r"|(?:查阅|查閱|访问|訪問|检索|檢索|存取|浏览|瀏覽)(?:日期|时间|時間|于|於)?[：:]?\s?(\d{4}年\d{1,2}月\d{1,2}[日号號]|\d{4}-\d{1,2}-\d{1,2})"
        ),
        "number": compiled(r"^\s*(?:\[\d+\]|\d+[.)、])\s*"),
    }


def read(text: str) -> Record:
    """The record of a plain line; where no title in 《》 or 〈〉 is found, the whole line is the title."""
    accessed = _patterns()["accessed"].search(text)
    if accessed:
        record = _read(text[: accessed.start()] + text[accessed.end() :])
        whole = text if "《" not in text and "〈" not in text else record.title
        return replace(record, title=whole, access_date=accessed[1] or accessed[2])
    return _read(text)


def _read(text: str) -> Record:
    pattern = _patterns()
    number = pattern["number"].match(text)
    start = number.end() if number else 0
    first = pattern["title"].search(text, start)
    if first is None:
        return _untitled(text[start:])
    second = pattern["title"].search(text, first.end())
    if second is not None and re.fullmatch(
        r"[\u4e00-\u9fff]{2,12}[：:]\s?", text[first.end() : second.start()]
    ):
        first, second = second, pattern["title"].search(text, second.end())  # 《某刊》编辑部：《书名》
    nested = parted(text[first.end() : second.start()]) if second is not None else None
    after = second.end() if nested and second else first.end()
    rest = text[first.end() if not nested else after :]
    before = text[start : first.start()]
    quoted = pattern["quoted"].search(before) if not nested else None
    if quoted:  # “题名”，《容器》
        authors, translators = _people(before[: quoted.start()])
        record = _with_rest(rest, authors, quoted[1].strip(" ，,。."), first[1])
    else:
        authors, translators = _people(before)
        record = _with_rest(rest, authors, first[1], second[1] if nested and second else "")
    inside = quoted or nested
    if inside and inside["editors"]:
        record = replace(record, editors=people(inside["editors"]))
    return record if not translators else replace(record, translators=translators)


def _people(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Authors and translators out of what stands before the title; words that are no list of names give none."""
    authors: list[str] = []
    translators: list[str] = []
    for part in re.split(r"[，,；;]", text.strip(" ：:，,。.")):
        words = part.strip(" ：:")
        if words.endswith(("译", "譯")):
            translators.extend(people(words[:-1].removesuffix("等")))
        else:
            authors.extend(people(_patterns()["role"].sub("", words)))
    if any(len(name) > 30 for name in authors):
        return (), ()
    return tuple(authors), tuple(translators)


def parted(text: str) -> re.Match[str] | None:
    """Where the title after `text` names what the first one stands in: that, with who edited it."""
    return _patterns()["between"].fullmatch(text)


def _with_rest(rest: str, authors: tuple[str, ...], title: str, container: str) -> Record:
    pattern = _patterns()
    translators = pattern["translators"].search(rest)
    house = pattern["publisher"].search(rest) or pattern["imprint"].search(rest)
    dates = pattern["date"].findall(rest)
    date = dates[0] if dates else ""
    pages = pattern["pages"].search(rest)
    chapter = pattern["chapter"].search(rest)
    issue = pattern["issue"].search(rest)
    volume = pattern["volume"].search(rest)
    edition = pattern["edition"].search(rest)
    publisher = house["publisher"].strip(" .．、") if house else ""
    type_ = _type(container or title, publisher, bool(issue), date, bool(container), bool(chapter or pages))
    page = next((group for group in pages.groups() if group), "") if pages else ""
    if edition and type_ == "article-newspaper":
        page, edition = page or edition[0], None
    return Record(
        form="plain",
        type=type_,
        authors=authors,
        translators=people(translators[1]) if translators else (),
        title=title.strip(),
        container=container.strip(),
        publisher=publisher,
        place=(house["place"] or "").strip() if house else "",
        date=date,
        year=year_of(date) if date else "",
        volume=next((group for group in volume.groups() if group), "") if volume else "",
        issue=issue[1] if issue else "",
        pages=page.strip(),
        chapter=chapter[0] if chapter else "",
        edition=edition[0] if edition else "",
    )


def _type(title: str, publisher: str, issue: bool, date: str, inside: bool, part: bool) -> str:
    pattern = _patterns()
    if pattern["serial"].search(title) and not publisher and ("月" in date or "-" in date):
        return "article-newspaper"
    if issue or (inside and pattern["journal"].search(title) and not publisher):
        return "article-journal"
    if publisher:
        return "chapter" if inside else "book"
    return "book" if part and not inside else ""


def _untitled(text: str) -> Record:
    """A line without a title in brackets: 作者，书名，出版社，年 where it has that form, else only what is certain."""
    pattern = _patterns()
    house = pattern["publisher"].search(text)
    parts = (
        re.fullmatch(
            r"([\u4e00-\u9fff、·]{2,20}?)(?:编著|主编|著|编)?[，,：:.．]\s?([^，,。《》]{2,40})[，,.．。]\s?",
            text[: house.start()],
        )
        if house
        else None
    )
    if parts:
        return _with_rest(text[parts.end() :], people(parts[1]), parts[2], "")
    return dated(text)


def dated(text: str) -> Record:
    """What is certain of a line whose parts are not told apart: the date and the pages that it gives."""
    pattern = _patterns()
    title, text = text.strip(), pattern["address"].sub("", pattern["accessed"].sub("", text))
    date = pattern["date"].search(text)
    pages = pattern["pages"].search(text)
    return Record(
        form="plain",
        title=title,
        date=date[0] if date else "",
        year=year_of(date[0]) if date else "",
        pages=next((group for group in pages.groups() if group), "").strip() if pages else "",
    )
