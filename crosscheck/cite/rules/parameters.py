"""Names of parameters: known, in force, given once."""

from __future__ import annotations

from collections.abc import Iterator

from crosscheck.cite.interface import Check, Fault
from crosscheck.cite.page import Page
from crosscheck.cite.scanned import Argument
from crosscheck.model.step import say

# Fields that may be filled more than once, under different names that mean different things.
_SEVERAL = frozenset([
    "display", "series-detail", "url-detail", "quote-detail", "id-detail", "deprecated", "quote-pages",
    "agency", "series", "title-note", "others", "author-link", "author-mask", "editor-link", "editor-mask",
    "translator-link", "translator-mask", "interviewer-link", "interviewer-mask", "contributor-link",
    "contributor-mask", "script-title", "script-container", "script-chapter", "trans-title",
    "trans-container", "trans-chapter", "isbn",
])  # fmt: skip


def _unknown(page: Page) -> Iterator[Fault]:
    for cite in page.cites:
        for _, _, status, argument in cite.parameters:
            if not status.startswith("unknown:"):
                continue
            near = status.partition(":")[2]
            if argument.name.isascii() and argument.name.isdecimal():
                yield Fault(argument.whole, say("cite.unknown-parameter-text", text=argument.value))
            elif near:
                fix = f"{near}={page.document.source[argument.span.start : argument.span.end]}"
                yield Fault(
                    argument.whole, say("cite.unknown-parameter-near", name=argument.name, near=near, fix=fix)
                )
            else:
                yield Fault(argument.whole, say("cite.unknown-parameter", name=argument.name))


def _deprecated(page: Page) -> Iterator[Fault]:
    for cite in page.cites:
        for _, _, status, argument in cite.parameters:
            if status == "deprecated" and argument.value:
                yield Fault(argument.whole, say("cite.deprecated-parameter", name=argument.name))


def _redundant(page: Page) -> Iterator[Fault]:
    for cite in page.cites:
        seen: dict[tuple[str, int], Argument] = {}
        for field, number, status, argument in cite.parameters:
            if not argument.value or not argument.name or status.startswith("unknown:"):
                continue
            twin = not field or field in _SEVERAL or field.endswith(("-detail", "-link", "-mask"))
            key = (argument.name, -1) if twin else (field, max(number, 1))
            other = seen.setdefault(key, argument)
            if other is not argument:
                yield Fault(
                    argument.whole, say("cite.redundant-parameter", name=argument.name, other=other.name)
                )


def _book(fields: str) -> str:
    return f"布达拉宫高117米<ref>{{{{cite book |author=宿白 |{fields} |publisher=文物出版社 |year=1996 |page=8}}}}</ref>。"


CHECKS = (
    Check(
        rule="unknown-parameter",
        severity="warning",
        doc="A parameter that the template does not have, or text without a name: it is not shown. The nearest known "
        "name is suggested.",
        names=(
            "CS1: err_parameter_ignored",
            "CS1: err_parameter_ignored_suggest",
            "CS1: err_text_ignored",
            "CheckWiki 563",
        ),
        fault=_book("titel=藏传佛教寺院考古"),
        mended=_book("title=藏传佛教寺院考古"),
        find=_unknown,
    ),
    Check(
        rule="deprecated-parameter",
        severity="warning",
        doc="A parameter that was withdrawn: coauthors is now author2 and so on, month belongs into date.",
        names=("CS1: err_deprecated_params",),
        fault=_book("title=藏传佛教寺院考古 |coauthors=徐苹芳"),
        mended=_book("title=藏传佛教寺院考古 |author2=徐苹芳"),
        find=_deprecated,
    ),
    Check(
        rule="redundant-parameter",
        severity="warning",
        doc="Two names of one parameter, or one name twice: only one value is shown, and which one is chance.",
        names=("CS1: err_redundant_parameters", "CheckWiki 524"),
        fault=_book("title=藏传佛教寺院考古 |last=宿"),
        mended=_book("title=藏传佛教寺院考古"),
        find=_redundant,
    ),
)
