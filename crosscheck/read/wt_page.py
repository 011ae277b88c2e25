"""MediaWiki wikitext, scanned in one pass over paired brackets.

No parsing library stands behind it: those that exist know nothing of ``-{ }-``, keep no offsets or need more than
linear time on unclosed brackets.
"""

from __future__ import annotations

import re

from crosscheck.model.document import Reference
from crosscheck.model.span import Span
from crosscheck.read.interface import Draft
from crosscheck.read.sections import APPARATUS, WITHIN, role
from crosscheck.read.writer import Writer
from crosscheck.read.wt_heading import Heading, heading
from crosscheck.read.wt_infobox import Fields
from crosscheck.read.wt_inline import Text
from crosscheck.read.wt_nest import Nest
from crosscheck.read.wt_template import Template, template

_LIST = re.compile(r"[*#:;]+[ \t]*")
_BLANK = re.compile(r"[ \t　\xa0]*(?:\r\n|\n|\r|\Z)")
_RULE = re.compile(r"-{4,}")
_TABLE = re.compile(r"[ \t:]*\{\|")
_LINES = re.compile(r"[^\r\n]+")
_RULED = re.compile(r"-\{(?:[^{}|]{0,8}\|)?\s*zh[a-z-]*\s*:\s*([^;{}]*?)\s*(?:;[^{}]*)?\}-")
_LISTED = re.compile(r"<references\b[^<>]*>", re.IGNORECASE)
_UNLISTED = re.compile(r"</references\s*+>", re.IGNORECASE)


class _Page:
    def __init__(self, source: str) -> None:
        self.source = source
        self.writer = Writer(source)
        self.nest = Nest(source)
        self.text = Text(self.writer, self.nest)
        self.fields = Fields(self.text)
        self.part, self.level = "", 0
        self.unclosed = False  # no list of references ends any more

    def run(self) -> None:
        position, end = 0, len(self.source)
        while position < end:
            blank = _BLANK.match(self.source, position, end)
            if blank and blank.end() > position:
                self.writer.close()
                self._deferred()
                position = blank.end()
                continue
            position = max(position + 1, self._block(position, end))
        self._deferred(categories=True)

    def _block(self, position: int, end: int) -> int:
        """Write the block that begins the line at `position`; where it ends."""
        source, nest = self.source, self.nest
        if found_heading := heading(source, position, end):
            self._heading(found_heading)
            return found_heading.end
        if table := _TABLE.match(source, position, end):
            close = nest.pairs.get(table.end() - 2)
            if close:
                self.fields.table(table.end() - 2, close)
                self._deferred()
                return close
        if source.startswith("{{", position) and position in nest.pairs:
            close = nest.pairs[position]
            found = template(nest, position, close)
            if self._standalone(found, close, end):
                return close
        if source.startswith("<", position) and position in nest.hidden:
            close = nest.hidden[position]
            if source[position : position + 8].lower() == "<gallery":
                self._gallery(source.index(">", position) + 1, close)
                return close
        if listed := _LISTED.match(source, position, end):
            return self._listed(listed.end(), end)
        if _RULE.match(source, position, end):
            return nest.line_end(position, end)
        stop = nest.line_end(position, end)
        item = _LIST.match(source, position, stop)
        if item:
            self._item(item, stop)
            return stop
        return self._paragraph(position, stop, end)

    def _heading(self, found: Heading) -> None:
        writer, level = self.writer, found.level
        self._deferred()
        writer.open("heading", level=level)
        begin = writer.length
        self.text.write(found.start, found.stop)
        writer.section = writer.since(begin).strip()
        part = role(writer.section)
        if part not in WITHIN or not writer.apparatus or level <= self.level:
            self.part, self.level, writer.apparatus = part, level, part in APPARATUS
        writer.close()

    def _standalone(self, found: Template, close: int, end: int) -> bool:
        """Handle a template that is a block of its own; False where running text goes on behind it."""
        if found.prints == "rules":
            self.text.template(found)
            return True
        for key in ("refs", "list", "注释", "注釋"):
            argument = found.argument(key)
            if argument and "<ref" in self.source[slice(*argument.value)]:
                self._listed(*argument.value)
                return True
        if found.boxed:
            self.fields.infobox(found)
            self._deferred()
            return True
        return not found.prints and bool(_BLANK.match(self.source, close, end))

    def _gallery(self, start: int, end: int) -> None:
        stop = self.source.rfind("</", start, end)
        for match in _LINES.finditer(self.source, start, stop):
            bar = self.source.find("|", *match.span())
            if bar >= 0:
                self.writer.open("caption")
                self.text.write(bar + 1, match.end())
        self.writer.close()

    def _listed(self, start: int, end: int) -> int:
        """The notes that a list of references holds itself; where the list ends."""
        close = None if self.unclosed else _UNLISTED.search(self.source, start, end)
        self.unclosed = self.unclosed or (close is None and end == len(self.source))
        stop = close.start() if close else end if end < len(self.source) else start
        position = start
        while (at := self.source.find("<ref", position, stop)) >= 0:
            pair = self.nest.pairs.get(at, 0)
            if pair and pair <= stop:
                self.text.reference(at, pair, marked=False)
            position = max(at + 4, pair if pair <= stop else 0)
        return close.end() if close else stop

    def _item(self, match: re.Match[str], stop: int) -> None:
        start = match.end()
        marker = match.group().strip()
        if self.part in ("references", "links", "notes") and marker[0] in "*#":
            self._bullet(match.start(), start, stop)
            return
        self.writer.open("item", level=len(marker))
        if marker == ";":
            self.writer.open("heading", level=6)
        self.text.write(start, stop)
        self._deferred()

    def _bullet(self, whole: int, start: int, stop: int) -> None:
        writer = self.writer
        writer.open("reference")
        begin, marks = writer.length, len(writer.marks)
        self.text.write(start, stop)
        text = writer.since(begin).strip()
        del writer.marks[marks:]
        writer.close()
        raw = self.source[start:stop].strip()
        span = Span(whole, start + len(self.source[start:stop].rstrip()))
        writer.references.append(
            Reference(label="", text=raw if "{{" in raw else text, source=span, form="bullet")
        )

    def _paragraph(self, start: int, stop: int, end: int) -> int:
        """A paragraph goes on until a blank line or a line that begins another block."""
        while stop < end:
            following = stop + (2 if self.source.startswith("\r\n", stop) else 1)
            if following >= end or _BLANK.match(self.source, following, end) or self._begins(following, end):
                break
            stop = self.nest.line_end(following, end)
        self.writer.open("paragraph")
        self.text.write(start, stop)
        self._deferred()
        return stop

    def _begins(self, position: int, end: int) -> bool:
        char = self.source[position]
        if char in "*#:;" or _TABLE.match(self.source, position, end) or heading(self.source, position, end):
            return True
        if char == "{" and position in self.nest.pairs:
            found = template(self.nest, position, self.nest.pairs[position])
            return not found.prints and (found.boxed or bool(_BLANK.match(self.source, found.end, end)))
        return self.source[position : position + 8].lower() == "<gallery"

    def _deferred(self, *, categories: bool = False) -> None:
        """Write the captions met inside the last block, and at the end the categories."""
        self.writer.close()
        for start, end in self.text.captions:  # those inside a caption are added behind
            self.writer.open("caption")
            self.text.write(start, end)
            self.writer.close()
        self.text.captions.clear()
        if categories:
            self.writer.apparatus = True
            for start, end in self.text.categories:
                self.writer.open("category")
                self.writer.run(start, end)
                self.writer.close()


def read(source: str, path: str) -> Draft:
    """The draft of a page in wikitext; its title is what its first words in bold call it."""
    page = _Page(source)
    page.run()
    bold = re.search(r"'''(?!')(.{1,80}?)'''", source)
    title = _RULED.sub(r"\1", bold.group(1)) if bold else ""
    title = re.sub(r"\[\[(?:[^|\[\]]*+\|)?|\]\]|-\{|\}-|'{2,}", "", title).strip()
    return page.writer.draft(title=title if "{" not in title else "", variants=tuple(page.text.variants))
