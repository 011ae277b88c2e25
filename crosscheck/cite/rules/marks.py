"""Marks and the references that they point to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from crosscheck.cite.interface import Check, Fault
from crosscheck.cite.page import Page
from crosscheck.cite.reference import Use
from crosscheck.cite.scanned import COMMENT, Tag
from crosscheck.cite.vocabulary import notes_by
from crosscheck.model.step import say


def _blank(page: Page, tag: Tag) -> bool:
    if tag.content is None:
        return False
    return not COMMENT.sub("", page.document.source[tag.content.start : tag.content.end]).strip()


def _defined(page: Page) -> frozenset[str]:
    return frozenset(entry.label for entry in page.entries if entry.markup.strip() or page.wiki is None)


def _listed_names(page: Page) -> frozenset[str]:
    return frozenset(entry.name for entry in page.entries if entry.listed and entry.name)


def _empty(page: Page) -> Iterator[Fault]:
    if page.wiki is None:
        for entry in page.entries:
            if not re.search(r"\w", entry.markup):
                yield Fault(entry.span, say("cite.empty-reference", label=entry.label))
        return
    defined, listed = _defined(page), _listed_names(page)
    for number, tag in enumerate(page.wiki.tags):
        if tag.listed or not _blank(page, tag):
            continue
        entry_label = _tag_label(tag, number)
        if entry_label not in defined and tag.get("name") not in listed:
            yield Fault(tag.span, say("cite.empty-reference", label=tag.get("name") or "<ref>"))


def _tag_label(tag: Tag, number: int) -> str:
    from crosscheck.cite.prepare import label_of

    name = tag.get("name")
    return label_of(tag.get("group"), name) if name else f"#{number}"


def _undefined(page: Page) -> Iterator[Fault]:
    if page.wiki is None and not page.entries:
        return  # no list at all is one fault, not one for each mark
    defined, listed = _defined(page), _listed_names(page)
    blank = {tag.span for tag in page.wiki.tags if _blank(page, tag)} if page.wiki else set()
    missing: dict[str, list[Use]] = {}
    for use in page.uses:
        named = use.name or page.wiki is None
        if named and use.label not in defined and use.name not in listed and use.span not in blank:
            missing.setdefault(use.label, []).append(use)
    for label, uses in missing.items():
        yield Fault(uses[0].span, say("cite.undefined-reference", label=label, count=len(uses)))


def _unused(page: Page) -> Iterator[Fault]:
    used = {use.label for use in page.uses}
    names = {use.name for use in page.uses if use.name}
    if page.wiki:
        names |= {tag.get("extends") for tag in page.wiki.tags} | {
            tag.get("follow") for tag in page.wiki.tags
        }
    for entry in page.entries:
        if entry.form == "note" and not page.uses:
            continue
        if (
            entry.listed
            and (entry.name or page.wiki is None)
            and entry.label not in used
            and entry.name not in names
        ):
            yield Fault(entry.span, say("cite.unused-reference", label=entry.name or entry.label))


_BUILT_IN = ("lower-alpha", "upper-alpha", "lower-roman", "upper-roman", "lower-greek", "decimal")


def _unlisted_groups(page: Page) -> Iterator[Fault]:
    if page.wiki is None:
        if (
            any(not use.label.startswith("@") for use in page.uses) and not page.entries
        ):  # @: a key of a file of its own
            count = len({use.label for use in page.uses})
            yield Fault(page.uses[0].span, say("cite.no-list", count=count))
        return
    shown = {listing.group for listing in page.wiki.lists}
    templates = notes_by("list")
    notes = False
    for template in page.wiki.templates:
        if template.name in templates or template.name.startswith("reflist"):
            shown |= {a.value.strip("\"'") for a in template.arguments if a.name in ("group", "1", "g")}
            notes = notes or "note" in template.name or template.name[:1] in "注註脚腳"
    first: dict[str, Use] = {}
    for use in page.uses:
        if use.group:
            first.setdefault(use.group, use)
    counts = Counter(use.group for use in page.uses)
    for group, use in first.items():
        if group not in shown and not notes:
            yield Fault(use.span, say("cite.group-without-references", group=group, count=counts[group]))


CHECKS = (
    Check(
        rule="empty-reference",
        severity="error",
        doc="A reference without text. The mark promises a source and the list shows none: the claim is as good as "
        "uncited, and looks cited.",
        names=("Cite: cite_error_ref_no_input", "CheckWiki 85"),
        fault="长城始建于春秋<ref></ref>。",
        mended="长城始建于春秋<ref>罗哲文：《长城》，北京出版社，1982年，第3页</ref>。",
        find=_empty,
    ),
    Check(
        rule="undefined-reference",
        severity="error",
        doc="A mark whose reference is nowhere on the page. It is left over when a paragraph is copied or a reference "
        "deleted; the source cannot be looked up. Told once for each name.",
        names=("Cite: cite_error_references_no_text", "CheckWiki 514"),
        fault='大运河全长1794公里<ref name="运河志" />。',
        mended='大运河全长1794公里<ref name="运河志">姚汉源：《京杭运河史》，中国水利水电出版社，1998年，第5页</ref>。',
        find=_undefined,
    ),
    Check(
        rule="unused-reference",
        severity="warning",
        doc="A reference that is defined in the list and that no mark uses. Either its mark was lost or it is no source "
        "of the text.",
        names=("Cite: cite_error_references_missing_key",),
        fault='正文<ref name="甲" />。<references><ref name="甲">《甲书》，中华书局，1990年，第1页</ref>'
        '<ref name="乙">《乙书》，中华书局，1991年，第2页</ref></references>',
        mended='正文<ref name="甲" /><ref name="乙" />。<references><ref name="甲">《甲书》，中华书局，1990年，第1页</ref>'
        '<ref name="乙">《乙书》，中华书局，1991年，第2页</ref></references>',
        find=_unused,
    ),
    Check(
        rule="group-without-references",
        severity="error",
        doc="Marks of a group whose list is never shown, or, outside wikitext, marks in a text that has no list of "
        "references. A reader meets numbers that lead nowhere. MediaWiki adds the list of the unnamed group by itself, so "
        "wikitext without one is not told.",
        names=("Cite: cite_error_group_refs_without_references", "CheckWiki 3", "CheckWiki 111"),
        fault='水温约40℃<ref group="注">实测值。</ref>。\n\n<references />',
        mended='水温约40℃<ref group="注">实测值。</ref>。\n\n<references group="注" />\n<references />',
        find=_unlisted_groups,
    ),
)
