"""Reference tags as written: closed, named once, with attributes that exist."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crosscheck.cite.interface import Check, Fault
from crosscheck.cite.nearest import nearest
from crosscheck.cite.page import Page
from crosscheck.cite.scanned import COMMENT, Tag
from crosscheck.model.step import say

_KNOWN = ("name", "group", "follow", "extends", "details", "dir")


def _opening(page: Page, tag: Tag) -> str:
    return page.document.source[tag.opening.start : tag.opening.end]


def _unclosed(page: Page) -> Iterator[Fault]:
    if page.wiki is None:
        return
    for tag in page.wiki.tags:
        text = _opening(page, tag)
        name = tag.get("name")
        if not tag.closed:
            yield Fault(tag.opening, say("cite.unclosed-reference"))
        if text.count('"') % 2 or any(quoted == "curly" for _, _, quoted in tag.attributes):
            fix = _straight(text, tag)
            yield Fault(tag.opening, say("cite.unclosed-reference-quotes", **({"fix": fix} if fix else {})))
        elif name.isascii() and name.isdecimal():
            yield Fault(tag.opening, say("cite.unclosed-reference-number", name=name))
    for stray in page.wiki.strays:
        yield Fault(stray, say("cite.unclosed-reference-stray"))


def _straight(text: str, tag: Tag) -> str:
    """The opening tag with straight quotation marks, "" where what was meant is not certain."""
    if text.count('"') % 2 or any(not value for _, value, _ in tag.attributes):
        return ""
    ending = " />" if text.endswith("/>") else ">"
    return "<ref" + "".join(f' {name}="{value}"' for name, value, _ in tag.attributes) + ending


def _unknown(page: Page) -> Iterator[Fault]:
    if page.wiki is None:
        return
    for tag in page.wiki.tags:
        text = _opening(page, tag)
        if text.count('"') % 2:
            continue
        unknown = [(name, quoted) for name, _, quoted in tag.attributes if name not in _KNOWN]
        if not unknown:
            continue
        bare = re.fullmatch(r"<ref\s++name\s*+=\s*+([^\"'<>=]*+)>", text, re.IGNORECASE)
        if bare and all(quoted == "none" for _, quoted in unknown):
            meant = bare[1].rstrip().removesuffix("/").rstrip()
            fix = f'<ref name="{meant}"{" /" if bare[1].rstrip().endswith("/") else ""}>'
            yield Fault(tag.opening, say("cite.unknown-reference-attribute-space", name=meant, fix=fix))
            continue
        name = unknown[0][0]
        close = nearest(name, _KNOWN)
        if close:
            yield Fault(tag.opening, say("cite.unknown-reference-attribute-near", name=name, near=close))
        else:
            yield Fault(tag.opening, say("cite.unknown-reference-attribute", name=name))


def _conflicting(page: Page) -> Iterator[Fault]:
    seen: dict[str, str] = {}
    for entry in page.entries:
        footnote = page.document.source.startswith("[^", entry.span.start)
        if not entry.markup.strip() or not (entry.name if page.wiki else footnote):
            continue
        content = "".join(COMMENT.sub("", entry.markup).split())
        if seen.setdefault(entry.label, content) != content:
            yield Fault(entry.span, say("cite.conflicting-reference-name", name=entry.name or entry.label))


def _unnamed(page: Page) -> Iterator[Fault]:
    if page.wiki is None:
        return
    for tag in page.wiki.tags:
        if not tag.listed or not tag.closed:
            continue
        content = page.document.source[tag.content.start : tag.content.end] if tag.content else ""
        if not tag.get("name"):
            yield Fault(tag.span, say("cite.unnamed-list-reference"))
        elif not COMMENT.sub("", content).strip():
            yield Fault(tag.span, say("cite.unnamed-list-reference-empty", name=tag.get("name")))


CHECKS = (
    Check(
        rule="unclosed-reference",
        severity="error",
        doc="A reference tag that is never closed, a closing tag without its opening, a name in typographic or unpaired "
        "quotation marks, or a name that is a number. The page swallows text, or shows an error in place of the source.",
        names=(
            "Cite: cite_error_included_ref",
            "Cite: cite_error_ref_no_key",
            "Cite: cite_error_ref_numeric_key",
            "CheckWiki 94",
            "CheckWiki 104",
        ),
        fault="茶马古道长约4000公里<ref>木霁弘：《滇藏川大三角文化探秘》，云南大学出版社，1992年，第8页。",
        mended="茶马古道长约4000公里<ref>木霁弘：《滇藏川大三角文化探秘》，云南大学出版社，1992年，第8页</ref>。",
        find=_unclosed,
    ),
    Check(
        rule="unknown-reference-attribute",
        severity="warning",
        doc="A reference tag with an attribute that does not exist: a slip of the pen, or a name with a space and no "
        "quotation marks. MediaWiki refuses the whole tag.",
        names=("Cite: cite_error_ref_too_many_keys", "Cite: cite_error_ref_parameter_suggestion"),
        fault='城墙周长13.7公里<ref nmae="城墙">俞茂宏：《西安城墙》，三秦出版社，2000年，第2页</ref>。',
        mended='城墙周长13.7公里<ref name="城墙">俞茂宏：《西安城墙》，三秦出版社，2000年，第2页</ref>。',
        find=_unknown,
    ),
    Check(
        rule="conflicting-reference-name",
        severity="error",
        doc="One name with two contents. Only one of the two is shown, so that some claims point to the wrong source.",
        names=("Cite: cite_error_references_duplicate_key", "CheckWiki 527"),
        fault='甲<ref name="县志">《甲县志》，方志出版社，1995年，第1页</ref>，乙<ref name="县志">《乙县志》，方志出版社，1996年，第2页</ref>。',
        mended='甲<ref name="甲县志">《甲县志》，方志出版社，1995年，第1页</ref>，乙<ref name="乙县志">《乙县志》，方志出版社，1996年，第2页</ref>。',
        find=_conflicting,
    ),
    Check(
        rule="unnamed-list-reference",
        severity="error",
        doc="A reference inside the list that has no name, so that no mark can use it, or no content.",
        names=("Cite: cite_error_references_no_key", "Cite: cite_error_empty_references_define"),
        fault='正文<ref name="甲" />。<references><ref name="甲">《甲书》，中华书局，1990年，第1页</ref><ref>《乙书》，中华书局，1991年，第2页</ref></references>',
        mended='正文<ref name="甲" />。<references><ref name="甲">《甲书》，中华书局，1990年，第1页</ref></references>',
        find=_unnamed,
    ),
)
