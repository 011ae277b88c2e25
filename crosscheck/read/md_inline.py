"""The inside of a paragraph of Markdown: links, marks, emphasis, escapes, tags, entities."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape

from crosscheck.patterns import compiled
from crosscheck.read.labels import label
from crosscheck.read.links import add_link
from crosscheck.read.md_link import destination
from crosscheck.read.md_tokens import FIRST, brackets, emphasis, tokens
from crosscheck.read.seek import seek
from crosscheck.read.wikilink import namespace, page_of
from crosscheck.read.writer import Writer, raised

# Pandoc's citations: [@li1990, 第5页], [见 @li1990; -@wang2000].
_CITED = compiled(r"\[[^\[\]@\n]{0,100}(?<![A-Za-z0-9])@[A-Za-z0-9_][^\[\]\n]{0,400}\](?![(\[])")
_KEY = compiled(r"(?<![A-Za-z0-9])@([A-Za-z0-9_](?:[A-Za-z0-9_]|[:.#$%&+?<>~/-](?=[A-Za-z0-9_]))*+)")
_INNER = compiled(r"(?:<[^<>]*>)+([^<>]+)<")
_RAW = compiled(r"\{=[a-z]+\}")
_SPAN = compiled(r"\{[.#][^{}\n]{0,200}\}")


class Inline:
    """Writes stretches of a Markdown source; `definitions` are the targets of reference links by folded name."""

    def __init__(self, writer: Writer, definitions: Mapping[str, str]) -> None:
        self.writer = writer
        self.source = writer.source
        self.definitions = definitions
        self.count = 0
        self.notes: list[tuple[str, int, int]] | None = []

    def notes_met(self) -> list[tuple[str, int, int]]:
        """The inline notes (``^[...]``) met since the last call: label, start and end of their words."""
        met, self.notes = self.notes or [], []
        return met

    def write(self, start: int, end: int) -> None:
        """Append the text of `start` to `end`, markup taken out; in time linear in its length.

        Inline notes are not written: `notes_met` gives them.  Inside of them there are none.
        """
        _Stretch(self, start, end).write()

    def target(self, opening: int, closing: int, end: int) -> tuple[str, str, int] | None:
        """Where the bracketed text from `opening` to `closing` leads: target, title and end of it all."""
        following = self.source[closing + 1 : closing + 2]
        if following == "(":
            return destination(self.source, closing + 1, end)
        name = self.source[opening + 1 : min(closing, opening + 201)]
        stop = closing + 1
        if following == "[":
            close = self.source.find("]", closing + 2, min(end, closing + 200))
            if close > 0:
                name, stop = self.source[closing + 2 : close] or name, close + 1
        key = " ".join(name.lower().split())
        return (self.definitions[key], "", stop) if key in self.definitions else None


class _Stretch:
    """One stretch under way."""

    def __init__(self, inline: Inline, start: int, end: int) -> None:
        self.inline, self.writer, self.source = inline, inline.writer, inline.source
        self.start, self.end, self.position = start, end, start
        self.pairs = brackets(self.source, start, end)
        self.dropped = emphasis(self.source, start, end)
        self.links: list[tuple[int, int, int, str, str]] = []
        self.open_comment = False

    def write(self) -> None:
        scanned = self.start
        while match := seek(FIRST, tokens(), self.source, scanned, self.end):
            if self._stays(match):
                scanned = match.end()
                continue
            self._text(match.start())
            self.position = match.start()
            getattr(self, f"_{match.lastgroup}")(match)
            scanned = self.position
        self._text(self.end)

    def _stays(self, match: re.Match[str]) -> bool:
        """Whether a sign is text as it stands, since nothing pairs with it."""
        kind, start = match.lastgroup, match.start()
        if kind == "open":
            return start not in self.pairs
        if kind == "note":
            return self.inline.notes is None or start + 1 not in self.pairs
        if kind == "close":
            return not self.links or self.links[-1][0] != start
        return kind == "emphasis" and start not in self.dropped

    def _text(self, end: int) -> None:
        self.writer.run(self.position, end)

    def _keep(self, match: re.Match[str]) -> None:
        self.writer.run(match.start(), match.end())
        self.position = match.end()

    def _mark(self, match: re.Match[str]) -> None:
        found = label(match.group()[2:-2])
        if found is None:
            self._escape(match)
            self.position = match.start() + 2
            return
        if found:
            self.writer.mark(found, match.start(), match.end())
        self.position = match.end()

    def _foot(self, match: re.Match[str]) -> None:
        self.writer.mark(match.group()[2:-1], match.start(), match.end())
        self.position = match.end()

    def _note(self, match: re.Match[str]) -> None:
        inline, close = self.inline, self.pairs[match.start() + 1]
        inline.count += 1
        label = f"^{inline.count}"
        self.writer.mark(label, match.start(), close + 1)
        if inline.notes is not None:
            inline.notes.append((label, match.end(), close))
        self.position = close + 1

    def _cite(self, start: int) -> bool:
        """Whether a citation by keys stands at `start`: each is a mark called by its key."""
        match = _CITED.match(self.source, start, self.end)
        if match is None:
            return False
        for key in _KEY.findall(match.group()):
            self.writer.mark(f"@{key}", *match.span())
        self.position = match.end()
        return True

    def _escape(self, match: re.Match[str]) -> None:
        self.writer.run(match.start() + 1, match.start() + 2)
        self.position = match.start() + 2

    def _soft(self, match: re.Match[str]) -> None:
        self.writer.pause(match.start(), match.end())
        self.position = match.end()

    def _image(self, match: re.Match[str]) -> None:
        closing = self.pairs.get(match.start() + 1)
        found = closing and self.inline.target(match.start() + 1, closing, self.end)
        if found:
            self.position = found[2]
        else:
            self._keep(match)

    def _open(self, match: re.Match[str]) -> None:
        closing = self.pairs[match.start()]
        found = self.inline.target(match.start(), closing, self.end)
        span = _SPAN.match(self.source, closing + 1, self.end)
        if span:
            self.links.append((closing, span.end(), -1, "", ""))
            self.position = match.end()
            return
        if found is None:
            if self._cite(match.start()):
                return
            inner = label(self.source[match.start() + 1 : closing]) if closing - match.start() < 20 else ""
            if inner:
                self.writer.mark(inner, match.start(), closing + 1)
                self.position = closing + 1
            else:
                self._keep(match)
            return
        target, title, stop = found
        page = page_of(target)
        if namespace(page) in ("file", "category") or title.startswith("fig:"):
            self.position = stop
            return
        self.links.append((closing, stop, self.writer.length, target, page))
        self.position = match.end()

    def _close(self, match: re.Match[str]) -> None:
        _, self.position, begin, target, page = self.links.pop()
        if begin >= 0:
            add_link(self.writer, begin, target, page)

    def _code(self, match: re.Match[str]) -> None:
        close = self.source.find(match.group(), match.end(), min(self.end, match.end() + 2000))
        if close > 0:
            self.position = close + len(match.group())
            raw = _RAW.match(self.source, self.position, self.end)
            if raw:
                self.position = raw.end()
            else:
                self.writer.run(match.end(), close)
        else:
            self._keep(match)

    def _comment(self, match: re.Match[str]) -> None:
        close = -1 if self.open_comment else self.source.find("-->", match.end(), self.end)
        self.open_comment = close < 0
        if close < 0:
            self._keep(match)
        else:
            self.position = close + 3

    def _sup(self, match: re.Match[str]) -> None:
        tagged = match.group().startswith("<")
        inner = _INNER.match(match.group()) if tagged else None
        begin, stop = match.start() + 1, match.end() - 1
        if inner:
            begin, stop = match.start() + inner.start(1), match.start() + inner.end(1)
        if tagged and self.writer.follows_word():
            found = label(self.source[begin:stop].strip("[]\\"))
            if found:
                self.writer.mark(found, match.start(), match.end())
                self.position = match.end()
                return
        self.writer.put(raised(self.source[begin:stop]), begin, stop)
        self.position = match.end()

    def _inner(self, match: re.Match[str]) -> None:
        self.writer.run(match.start() + 1, match.end() - 1)
        self.position = match.end()

    _sub = _auto = _inner

    def _tag(self, match: re.Match[str]) -> None:
        if match.group().lower().startswith("<br"):
            self.writer.pause(match.start(), match.end(), " ")
        self.position = match.end()

    def _entity(self, match: re.Match[str]) -> None:
        text = unescape(match.group())
        if text == match.group():
            self._keep(match)
        else:
            self.writer.put(text, match.start(), match.end())
            self.position = match.end()

    def _emphasis(self, match: re.Match[str]) -> None:
        self.position = match.end()
