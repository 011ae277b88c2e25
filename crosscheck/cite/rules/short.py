"""Short citations without a full one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from crosscheck.cite.interface import Check, Fault
from crosscheck.cite.page import Page
from crosscheck.cite.short import Short, anchors, full_texts, key_of, plain_shorts, shorts
from crosscheck.model.step import say


def _without_target(page: Page) -> Iterator[Fault]:
    yield from _templates(page)
    for short in plain_shorts(page):
        texts = full_texts(page, short)
        if not texts:
            yield Fault(short.span, say("cite.short-citation-without-target", name=_shown(short)))
        elif len(texts) > 1 and not short.year:
            count = len(texts)
            yield Fault(short.span, say("cite.short-citation-several", name=_shown(short), count=count))


def _templates(page: Page) -> Iterator[Fault]:
    wanted = shorts(page)
    if not wanted:
        return
    counts: Counter[str] = Counter()
    loose: set[str] = set()
    seen: set[str] = set()
    for cite in page.cites:
        written = page.document.source[cite.template.span.start : cite.template.span.end]
        own = anchors(cite)
        if own and written not in seen:
            seen.add(written)
            counts[own[0]] += 1
            loose.update(own[1:])
    for short in wanted:
        key = key_of(short)
        if counts[key] > 1:
            message = say("cite.short-citation-several", name=_shown(short), count=counts[key])
            yield Fault(short.span, message)
        elif not counts[key] and key not in loose and not _known(page, short):
            yield Fault(short.span, say("cite.short-citation-without-target", name=_shown(short)))


def _shown(short: Short) -> str:
    return f"{'、'.join(short.names)} {short.year}".strip()


def _known(page: Page, short: Short) -> bool:
    """Whether an anchor set by hand or a reference in words answers to `short`."""
    return f"CITEREF{''.join(short.names)}" in page.document.source or bool(full_texts(page, short))


CHECKS = (
    Check(
        rule="short-citation-without-target",
        severity="error",
        doc="A short citation (name, year, page) with no full one to point to, or with several. The work cannot be "
        "looked up.",
        names=("Template: Harv and Sfn no-target error", "Template: Harv and Sfn multiple-target error"),
        fault="敦煌有洞窟735个{{sfn|樊锦诗|2000|p=12}}。",
        mended="敦煌有洞窟735个{{sfn|樊锦诗|2000|p=12}}。\n\n{{cite book |author=樊锦诗 |title=敦煌石窟 |publisher=甘肃人民出版社 |year=2000 |page=12}}",
        find=_without_target,
    ),
)
