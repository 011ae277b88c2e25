"""GB/T 7714: the type mark."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from crosscheck.cite.gbt import CARRIERS, TYPES, mark_of
from crosscheck.cite.interface import Check, Fault
from crosscheck.cite.markup import plain
from crosscheck.cite.page import Page
from crosscheck.cite.record import Record
from crosscheck.cite.reference import Entry
from crosscheck.model.step import Step, say
from crosscheck.patterns import compiled


@cache
def _journal() -> re.Pattern[str]:
    return compiled(r"\s*+(?:[.,]\s*+)?[^,:]{2,60}+,\s*+\d{4}\s*+,\s*+\w++\s*+\(\s*+[\w-]++\s*+\)\s*+:\s*+\d")


@cache
def _book() -> re.Pattern[str]:
    return compiled(r"\s*\.\s*[^,:.]{1,20}:\s*[^,:\d]{2,40},\s*\d{4}(?:\s*:\s*\d+)?")


@cache
def _year_first() -> re.Pattern[str]:
    return compiled(r"\s*\.\s*\d{4}\s*[,.]\s*[^,:\d]{1,20}:\s*[^,:\d]{2,40}")


@cache
def _unmarked() -> re.Pattern[str]:
    return compiled(
        r"[^.:]{2,40}\.\s?[^.:]{2,80}\.\s?[^,:.]{1,20}:\s?[^,:\d]{2,40},\s?\d{4}(?:\s?:\s?\d[\d-]*)?\.?"
    )


_ASCII = str.maketrans("．，：；（）［］　–—", ".,:;()[] --")


def _wrong(text: str, record: Record) -> Step | None:
    mark = mark_of(text)
    if mark is None:
        return None
    kind, carrier = mark[1], mark[2] or ""
    after = text.translate(_ASCII)[mark.end() :]
    if kind not in TYPES or (carrier and carrier not in CARRIERS):
        return say("cite.reference-type-mark-unknown", mark=mark[0].strip())
    if kind == "M" and _journal().match(after):
        return say("cite.reference-type-mark-wrong", mark="M", other="J")
    if kind == "J" and _book().match(after) and not _journal().match(after):
        return say("cite.reference-type-mark-wrong", mark="J", other="M")
    if kind == "M" and _year_first().match(after):
        return say("cite.reference-type-mark-order")
    if kind in ("EB",) and not carrier and record.url:
        return say("cite.reference-type-mark-carrier", fix="[EB/OL]")
    return None


def _find(page: Page) -> Iterator[Fault]:
    lines: list[tuple[Entry, Record, str]] = []
    for entry, record in zip(page.entries, page.records, strict=True):
        if record.form in ("gbt", "plain"):
            lines.append((entry, record, plain(entry.markup)[0]))
    marked = sum(record.form == "gbt" for _, record, _ in lines)
    for entry, record, text in lines:
        message = _wrong(text, record)
        if message:
            yield Fault(entry.span, message)
        elif (
            marked
            and record.form == "plain"
            and _unmarked().fullmatch(text.translate(_ASCII))
            and mark_of(text) is None
        ):
            yield Fault(entry.span, say("cite.reference-type-mark-missing"))


CHECKS = (
    Check(
        rule="reference-type-mark",
        severity="info",
        doc="A line after GB/T 7714 whose type mark ([M] book, [J] journal, [D] thesis, [N] newspaper, [EB/OL] web) is unknown, "
        "does not fit what follows, or is missing while other lines have theirs; or the year before place and publisher.",
        names=("GB/T 7714-2025", "GB/T 7714-2015, 附录B"),
        fault="桥长1092米<ref>罗英. 中国石桥[J]. 北京: 人民交通出版社, 1959: 12.</ref>。",
        mended="桥长1092米<ref>罗英. 中国石桥[M]. 北京: 人民交通出版社, 1959: 12.</ref>。",
        find=_find,
    ),
)
