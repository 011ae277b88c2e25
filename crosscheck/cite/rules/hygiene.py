"""What does not belong into a field."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from crosscheck.cite.interface import Check, Fault
from crosscheck.cite.page import Page
from crosscheck.cite.template import bare
from crosscheck.cite.vocabulary import words_of
from crosscheck.model.span import Span
from crosscheck.model.step import say
from crosscheck.patterns import compiled

# Not the joiner U+200D, which emoji and Indic scripts need, nor the no-break space.


@cache
def _invisible_pattern() -> re.Pattern[str]:
    return compiled(
        "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\ufeff\ufffd]+"
    )


@cache
def _markup_pattern() -> re.Pattern[str]:
    return compiled(r"'{2,5}|</?(?:b|i|u|br|small|big|font|span|center|em|strong)\b[^<>]*>", re.IGNORECASE)


_NUMBERS = r"[\dA-Za-z][\dA-Za-z\s,，、–—-]*+"


@cache
def _pages() -> re.Pattern[str]:
    return compiled(
        rf"(?:pp?\.\s*|pages?\s+)(?P<latin>{_NUMBERS})|(?:第\s*|[页頁]\s*)?(?P<han>{_NUMBERS})[页頁]|[页頁]\s*(?P<lead>{_NUMBERS})",
        re.IGNORECASE,
    )


_NAMES = (
    "author",
    "author-first",
    "editor",
    "editor-first",
    "translator",
    "container",
    "publisher",
    "authors",
)


def _invisible(page: Page) -> Iterator[Fault]:
    source = page.document.source
    spans = [cite.template.span for cite in page.cites]
    spans += [entry.span for entry in (*page.entries, *page.bullets)]
    done: set[int] = set()
    for span in spans:
        for match in _invisible_pattern().finditer(source, span.start, span.end):
            if match.start() not in done:
                done.add(match.start())
                names = ", ".join(
                    f"U+{ord(char):04X} {unicodedata.name(char, 'CONTROL')}" for char in sorted(set(match[0]))
                )
                yield Fault(Span(*match.span()), say("cite.invisible-character", names=names, fix=""))


def _markup(page: Page) -> Iterator[Fault]:
    for cite in page.cites:
        for field, _, _, argument in cite.parameters:
            if field not in _NAMES and field != "title":
                continue
            match = _markup_pattern().search(argument.value)
            if match and not (
                field == "title" and match[0] in ("''", "<i>", "<em>", "<br>", "<br />", "<br/>")
            ):
                yield Fault(argument.span, say("cite.markup-in-field", name=argument.name, markup=match[0]))


def _extra(page: Page) -> Iterator[Fault]:
    for cite in page.cites:
        for field, _, _, argument in cite.parameters:
            if field != "pages" or argument.name == "at":
                continue
            match = _pages().fullmatch(argument.value)
            if match:
                number = (match["latin"] or match["han"] or match["lead"]).strip()
                yield Fault(argument.span, say("cite.extra-text-in-pages", value=argument.value, fix=number))


def _generic(page: Page) -> Iterator[Fault]:
    for cite in page.cites:
        for argument in cite.all("title"):
            title = argument.value
            if bare(title) == title and " ".join(title.lower().strip(" .。").split()) in words_of(
                "generic-title"
            ):
                yield Fault(argument.span, say("cite.generic-title", title=title))


def _web(fields: str) -> str:
    return f"鹳雀楼高73.9米<ref>{{{{cite web |url=http://www.example.org/tower |{fields}}}}}</ref>。"


def _book(fields: str) -> str:
    return (
        f"鹳雀楼始建于北周<ref>{{{{cite book |author=张嵩山 |title=鹳雀楼志 |year=2002 |{fields}}}}}</ref>。"
    )


CHECKS = (
    Check(
        rule="invisible-character",
        severity="warning",
        doc="A character that nobody sees (a zero-width space, a direction mark, a replacement character) inside a "
        "reference. It breaks links and searches; the fix is to take it out.",
        names=("CS1: err_invisible_char",),
        fault=_web("title=鹳雀楼\u200b重建 |website=永济文旅"),
        mended=_web("title=鹳雀楼重建 |website=永济文旅"),
        find=_invisible,
    ),
    Check(
        rule="markup-in-field",
        severity="warning",
        doc="Bold, italics or HTML in the name of a person, publisher or work: the template sets the type itself, and the "
        "marks go into the metadata. Italics inside a title stand.",
        names=("CS1: err_apostrophe_markup",),
        fault=_book("publisher=''山西人民出版社'' |page=5"),
        mended=_book("publisher=山西人民出版社 |page=5"),
        find=_markup,
    ),
    Check(
        rule="extra-text-in-pages",
        severity="warning",
        doc="p., pp. or 第…页 in a field that is for numbers: the template adds the words.",
        names=("CS1: err_extra_text_pages",),
        fault=_book("publisher=山西人民出版社 |page=第5页"),
        mended=_book("publisher=山西人民出版社 |page=5"),
        find=_extra,
    ),
    Check(
        rule="generic-title",
        severity="warning",
        doc="A title that a machine put in (Archived copy, 页面不存在): it is that of an error page or of the archive.",
        names=("CS1: err_generic_title", "zh: 使用存檔副本作為標題"),
        fault=_web("title=存档副本 |website=永济文旅"),
        mended=_web("title=鹳雀楼重建 |website=永济文旅"),
        find=_generic,
    ),
)
