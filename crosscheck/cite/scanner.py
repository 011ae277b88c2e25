"""One linear pass over wikitext: reference tags, lists of references and templates, each with its place.

The scanner is our own, because a fault is where a parser gives up: a tag that is never closed, a name without
its second quotation mark.  It keeps a stack
of open templates and reference tags, one step a token.  Comments and nowiki text are passed over.  tests/cite compares it with wikitextparser.
"""

from __future__ import annotations

import re
from functools import cache

from crosscheck.cite.opened import Open, template_of
from crosscheck.cite.scanned import Listing, Tag, Template, Wikitext, attributes_of
from crosscheck.model.span import Span
from crosscheck.patterns import compiled


@cache
def _tokens() -> re.Pattern[str]:
    return compiled(
        r"<!--|<(?:nowiki|pre|math|syntaxhighlight|score|timeline)\b[^<>]*>|<ref(?=[\s/>])|</ref\s*>"
        r"|<references(?=[\s/>])|</references\s*>|\{\{|\}\}|\[\[|\]\]|\|",
        re.IGNORECASE,
    )


@cache
def _opening() -> re.Pattern[str]:
    # No alternative for quoted values: they may hold neither < nor >, so that every reading of them is this one.
    return compiled(r"<ref(?:erences)?(\s[^<>]*+|/?)>", re.IGNORECASE)


def _opened(source: str, start: int) -> tuple[int, str, bool] | None:
    """The opening tag at `start`: its end, its attributes as text, and whether it closes itself; None where it has no end."""
    match = _opening().match(source, start)
    if match is None:
        return None
    head = match[1].rstrip()
    return match.end(), head.removesuffix("/"), head.endswith("/")


def scan(source: str) -> Wikitext:
    """The reference tags and templates of `source`."""
    return Scanner(source).run()


class Scanner:
    """The state of one pass; thrown away afterwards."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.tags: list[Tag | None] = []
        self.lists: list[Listing] = []
        self.templates: list[Template] = []
        self.strays: list[Span] = []
        self.stack: list[Open] = []
        self.refs = 0
        self.ref = -1
        self.in_list = False
        self.list_group = ""
        self.in_reflist = 0
        self.unclosed: set[str] = set()

    def run(self) -> Wikitext:
        """Scan to the end."""
        source, tokens, position = self.source, _tokens(), 0
        handlers = {"{{": self._open, "}}": self._close, "|": self._bar, "[[": self._link, "]]": self._unlink}
        while match := tokens.search(source, position):
            token = match[0]
            handler = handlers.get(token)
            if handler:
                handler(match.start())
                position = match.end()
            else:
                position = self._tag(token.lower(), match)
        while self.stack:
            self._drop(len(source))
        tags = tuple(tag for tag in self.tags if tag is not None)
        return Wikitext(
            source=source,
            tags=tags,
            lists=tuple(self.lists),
            templates=tuple(self.templates),
            strays=tuple(self.strays),
        )

    def _tag(self, token: str, match: re.Match[str]) -> int:
        if token == "<!--":
            end = self.source.find("-->", match.end())
            return len(self.source) if end < 0 else end + 3
        if token == "<ref":
            return self._ref(match.start())
        if token.startswith("</references"):
            self.in_list = False
        elif token.startswith("</ref"):
            self._unref(match.start(), match.end())
        elif token == "<references":
            opening = _opened(self.source, match.start())
            if opening:
                end, head, single = opening
                attributes = {name: value for name, value, _ in attributes_of(head)}
                self.lists.append(Listing(span=Span(match.start(), end), group=attributes.get("group", "")))
                self.in_list = not single
                self.list_group = attributes.get("group", "")
                return end
        elif not token.endswith("/>"):
            return self._verbatim(re.split(r"[\s>]", token[1:], maxsplit=1)[0], match.end())
        return match.end()

    def _verbatim(self, name: str, start: int) -> int:
        """The end of a stretch that is no wikitext; one that is never closed counts as text."""
        if name in self.unclosed:
            return start
        end = re.compile(f"</{name}", re.IGNORECASE).search(self.source, start)
        if end is None:
            self.unclosed.add(name)
            return start
        return end.end()

    def _ref(self, start: int) -> int:
        if self.refs:  # reference tags do not nest: the one before was never closed
            while self.stack[-1].kind != "ref":
                self._drop(start)
            self._drop(start)
        opening = _opened(self.source, start)
        number = len(self.tags)
        self.tags.append(None)
        listed = self.in_list or self.in_reflist > 0
        end, head, single = opening or (start + 4, "", True)
        attributes = attributes_of(head)
        if single:
            self.tags[number] = Tag(
                span=Span(start, end),
                opening=Span(start, end),
                attributes=attributes,
                content=None,
                closed=opening is not None,
                listed=listed,
            )
            return end
        if self.in_list and self.list_group and all(name != "group" for name, _, _ in attributes):
            attributes = (*attributes, ("group", self.list_group, '"'))
        frame = Open("ref", start, end, [], attributes=attributes, listed=listed)
        frame.number = self.ref = number
        self.stack.append(frame)
        self.refs += 1
        return end

    def _unref(self, start: int, end: int) -> None:
        if not self.refs:
            self.strays.append(Span(start, end))
            return
        while self.stack[-1].kind != "ref":
            self._drop(start)
        self._finish_ref(self.stack.pop(), Span(self.source.rfind("<", 0, end), end), start)

    def _finish_ref(self, frame: Open, closing: Span | None, inner_end: int) -> None:
        self.refs -= 1
        end = closing.end if closing else frame.inner
        self.tags[frame.number] = Tag(
            span=Span(frame.start, end),
            opening=Span(frame.start, frame.inner),
            attributes=frame.attributes,
            content=Span(frame.inner, inner_end) if closing else None,
            closed=closing is not None,
            listed=frame.listed,
        )

    def _drop(self, position: int) -> None:
        frame = self.stack.pop()
        if frame.kind == "ref":
            self._finish_ref(frame, None, position)
        elif frame.listed:
            self.in_reflist -= 1

    def _open(self, start: int) -> None:
        head = self.source[start + 2 : start + 32].lstrip().lower()
        frame = Open("template", start, start + 2, [], listed=head.startswith(_lists()))
        self.in_reflist += frame.listed
        self.stack.append(frame)

    def _bar(self, start: int) -> None:
        if self.stack and self.stack[-1].kind == "template" and not self.stack[-1].links:
            self.stack[-1].cuts.append(start)

    def _link(self, start: int) -> None:
        if self.stack:
            self.stack[-1].links += 1

    def _unlink(self, start: int) -> None:
        if self.stack and self.stack[-1].links:
            self.stack[-1].links -= 1

    def _close(self, start: int) -> None:
        if not self.stack or self.stack[-1].kind != "template":
            return
        frame = self.stack.pop()
        self.in_reflist -= frame.listed
        tag = self.ref if self.refs else -1  # reference tags do not nest: one at most is open
        self.templates.append(template_of(self.source, frame, start, tag, self.in_reflist > 0))


@cache
def _lists() -> tuple[str, ...]:
    from crosscheck.cite.vocabulary import notes_by

    return tuple(sorted(notes_by("list")))
