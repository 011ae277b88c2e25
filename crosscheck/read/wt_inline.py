"""Running text of a wikitext: links, templates, notes, conversion rules, tags."""

from __future__ import annotations

import re
from functools import cache
from html import unescape

from crosscheck.model.document import Reference
from crosscheck.model.span import Span
from crosscheck.read.links import add_link
from crosscheck.read.seek import seek
from crosscheck.read.wikilink import namespace
from crosscheck.read.writer import raised
from crosscheck.read.wt_print import Printed
from crosscheck.read.wt_template import template, trim
from crosscheck.read.wt_variants import shown, spellings

_DEEPEST = 30


@cache
def _tokens() -> re.Pattern[str]:
    return re.compile(
        r"""
        (?P<comment><!--)
        |(?P<ref><ref\b)
        |(?P<template>\{\{)
        |(?P<link>\[\[)
        |(?P<external>\[(?=(?:https?:)?//|ftp://|mailto:))
        |(?P<rule>-\{(?!\{))
        |(?P<table>\{\|)
        |(?P<quotes>'{2,5})
        |(?P<soft>[ \t]*(?:\r\n|\n|\r)\s*)
        |(?P<sup><sup>[^<>\n]{1,12}</sup>)
        |(?P<tag></?[A-Za-z][^<>]{0,1000}>)
        |(?P<entity>&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)
        |(?P<magic>__[A-Z]{3,20}__)
        """,
        re.VERBOSE,
    )


_FIRST = re.compile(r"[ \t]++|[<{\[\-'&\n\r_]")
# How an image is drawn: the last part of a link to a file, where it has no caption.
_DRAWN = re.compile(
    r"thumb|thumbnail|frame|framed|frameless|border|left|right|center|none|baseline|middle|top|bottom|sub|super|upright.*"
    r"|缩略图|縮圖|缩图|有框|无框|無框|边框|邊框|左|右|居中|置中|居左|居右|无|無|替代.*|(?:\d++\s?(?:[xX×]\s?(?:\d++\s?)?)?|[xX×]\s?\d++\s?)(?:px|像素|像數)|[\w-]+=[^\n]*",
    re.IGNORECASE,
)
_PAIRED = frozenset(("comment", "ref", "template", "link", "rule", "table"))
_NAME = re.compile(r"""\b(name|group)\s*=\s*(?:"([^"<>]*)"|'([^'<>]*)'|([^\s/>"']+))""", re.IGNORECASE)


class Text(Printed):
    """Writes running text; keeps what it meets by the way: captions and categories to be written later, rules, notes."""

    def write(self, start: int, end: int) -> None:
        """Append the text of `start` to `end`, markup taken out."""
        if self.depth >= _DEEPEST:
            return
        self.depth += 1
        position = scanned = start
        while match := seek(_FIRST, _tokens(), self.source, scanned, end):
            kind = match.lastgroup
            if kind in _PAIRED and not self._close(match, end):  # it is text as it stands
                scanned = match.end()
                continue
            self.writer.run(position, match.start())
            position = scanned = getattr(self, f"_{kind}")(match, end)
        self.writer.run(position, end)
        self.depth -= 1

    def _close(self, match: re.Match[str], end: int) -> int:
        """The end of the brackets that open here, 0 where they do not close."""
        close = self.nest.pairs.get(match.start(), 0)
        return close if close <= end else 0

    def _literal(self, match: re.Match[str]) -> int:
        self.writer.run(match.start(), match.end())
        return match.end()

    def _comment(self, match: re.Match[str], end: int) -> int:
        return self._close(match, end)

    def _quotes(self, match: re.Match[str], end: int) -> int:
        return match.end()

    _magic = _quotes

    def _soft(self, match: re.Match[str], end: int) -> int:
        self.writer.pause(match.start(), match.end())
        return match.end()

    def _table(self, match: re.Match[str], end: int) -> int:
        return self._close(match, end)

    def _ref(self, match: re.Match[str], end: int) -> int:
        close = self._close(match, end)
        self.reference(match.start(), close)
        return close

    def reference(self, start: int, end: int, *, marked: bool = True) -> None:
        """Note the ``<ref>`` from `start` to `end`: a mark where it stands, a reference where it has content."""
        head = self.source.find(">", start, end)
        quoted = re.compile(r"""<ref\b(?:[^<>"']|"[^"<>]*"|'[^'<>]*')*>""", re.IGNORECASE).match(
            self.source, start, end
        )
        head = quoted.end() - 1 if quoted else head
        named = {
            m.group(1).lower(): (m.group(2) or m.group(3) or m.group(4) or "").strip()
            for m in _NAME.finditer(self.source, start, head)
        }
        name, group = named.get("name", ""), named.get("group", "")
        single = self.source[head - 1] == "/"
        if not name:
            self.notes += 1
        tag = name or str(self.notes)
        label = f"{group}/{tag}" if group else tag
        if marked:
            self.writer.mark(label, start, end)
        if not single:
            close = self.source.rfind("</", head, end)
            text = self.source[head + 1 : close].strip()
            self.writer.references.append(
                Reference(label=label, text=text, source=Span(start, end), form="ref", name=name, group=group)
            )

    def _link(self, match: re.Match[str], end: int) -> int:
        close = self._close(match, end)
        parts = self.nest.split(match.end(), close - 2, "|")
        target = self.source[slice(*parts[0])].strip()
        kind = namespace(target)
        if kind == "file":
            caption = parts[-1] if len(parts) > 1 else (0, 0)
            words = self.source[slice(*caption)].strip()
            if words and not _DRAWN.fullmatch(words):
                self.captions.append(trim(self.source, *caption))
        elif kind == "category":
            begin, stop = trim(self.source, *parts[0])
            self.categories.append((begin + target.index(":") + 1, stop))
        elif kind != "other" or target.startswith(":") or len(parts) > 1:
            shown_part = parts[-1] if len(parts) > 1 and self.source[slice(*parts[-1])].strip() else parts[0]
            begin = self.writer.length
            self.write(*trim(self.source, *shown_part))
            add_link(self.writer, begin, target, target.lstrip(":").strip(), swallowed=False)
        return close

    def _external(self, match: re.Match[str], end: int) -> int:
        stop = self.source.find("]", match.end(), min(end, match.end() + 3000))
        found = (
            re.compile(r"\[(\S{1,2000}?)(?:\s+|(?=\]))").match(self.source, match.start(), stop + 1)
            if stop > 0
            else None
        )
        if not found:
            return self._literal(match)
        begin = self.writer.length
        self.write(found.end(), stop)
        add_link(self.writer, begin, found.group(1), "", swallowed=False)
        return stop + 1

    def _rule(self, match: re.Match[str], end: int) -> int:
        close = self._close(match, end)
        start, stop = match.end(), close - 2
        flag, bar, _ = self.source[start:stop].partition("|")
        flags = flag.strip().upper() if bar and len(flag) < 8 else ""
        if bar and len(flag) < 8:
            start += len(flag) + 1
        rule = self.source[start:stop]
        words = spellings(rule)
        if len(words) > 1:
            self.variants.setdefault(words)
        if not set(flags) & set("HTD-"):
            part = shown(rule)
            self.write(*((start + part[0], start + part[1]) if part else (start, stop)))
        return close

    def _sup(self, match: re.Match[str], end: int) -> int:
        start, stop = match.start() + 5, match.end() - 6
        self.writer.put(raised(self.source[start:stop]), start, stop)
        return match.end()

    def _tag(self, match: re.Match[str], end: int) -> int:
        close = self.nest.hidden.get(match.start(), 0)
        name = re.sub(r"\W.*", "", match.group().strip("</>")).lower()
        if close and close <= end and name in ("gallery", "timeline", "score", "syntaxhighlight", "source"):
            return close
        if close and close <= end:
            self.writer.run(match.end(), self.source.rfind("</", match.end(), close))
            return close
        if name in ("rt", "rp", "rtc"):  # readings over the characters
            shut = re.compile(rf"</{name}\s*+>|<r[bpt]|</ruby", re.IGNORECASE).search(
                self.source, match.end(), min(end, match.end() + 200)
            )
            if shut and match.group()[1] != "/":
                return (
                    shut.end()
                    if shut.group()[1] == "/" and shut.group()[2:4].lower() == name[:2]
                    else shut.start()
                )
        if name == "br":
            if self.parts is not None:
                self.parts.append(self.writer.length)
            self.writer.pause(match.start(), match.end(), " ")
        return match.end()

    def _entity(self, match: re.Match[str], end: int) -> int:
        self.writer.put(unescape(match.group()), match.start(), match.end())
        return match.end()

    def _template(self, match: re.Match[str], end: int) -> int:
        close = self._close(match, end)
        self.template(template(self.nest, match.start(), close))
        return close
