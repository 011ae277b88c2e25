"""Markdown: pandoc's, as wiki pages are kept in it, and CommonMark with front matter, tables and footnotes."""

from __future__ import annotations

import re
from dataclasses import replace

from crosscheck.model.document import Reference
from crosscheck.model.span import Span
from crosscheck.patterns import compiled
from crosscheck.read.end_notes import cited
from crosscheck.read.front import front_matter, written
from crosscheck.read.interface import Draft
from crosscheck.read.md_blocks import pieces
from crosscheck.read.md_inline import Inline
from crosscheck.read.md_link import destination, unescaped
from crosscheck.read.md_tables import Piece
from crosscheck.read.numbered import tie
from crosscheck.read.sections import APPARATUS, WITHIN, role
from crosscheck.read.wikilink import namespace, page_of
from crosscheck.read.writer import Writer
from crosscheck.read.written_on import stated

_DEFINITION = compiled(
    r"^ {0,3}\[([^\]\[^][^\]\[\n]{0,200})\]:[ \t]+<?(\S{1,2000}?)>?(?:[ \t]+[\"'(][^\n]{0,500}[\"')])?[ \t]*$",
    re.MULTILINE,
)
_GALLERY = compiled(r"<(?:File|Image|文件|檔案|档案|图像|圖像):([^|<>]{0,300}>[^|<>]{0,300})\|?")
_BOLD = compiled(r"\*\*(?!\*)([^*\n]{1,80}+)\*\*(?=\**+[^\n*])")
_ALL_BOLD = compiled(r"\*\*[^*\n。！？!?；;，,：:]{1,40}\*\*\Z")
_FIRST_HEADING = compiled(r"^#{1,6} ", re.MULTILINE)
_NUMBERED = compiled(r"(?<=[\u3400-\u9fff，。；：、）」』”》])\[(\d{1,3})\]")
_CAPTION = 5000  # the longest caption of an image, in characters
_NAMED_BLOCK = compiled(r"\[(?:Category|分类|分類):")


class _Page:
    """A page under way: what of its structure later pieces depend on."""

    def __init__(self, source: str, body: int) -> None:
        self.writer = Writer(source)
        self.source = source
        definitions = {
            " ".join(m.group(1).lower().split()): m.group(2) for m in _DEFINITION.finditer(source, body)
        }
        self.inline = Inline(self.writer, definitions)
        self.title = ""
        self.level = 0
        self.part = ""
        self.categories = False
        self.row: int | None = None

    def piece(self, piece: Piece) -> None:
        if piece.kind != "cell" and self.row is not None:
            self.writer.close()
            self.writer.end_rows()
            self.row = None
        getattr(self, f"_{piece.kind}")(piece)
        for label, start, end in self.inline.notes_met():
            self.inline.notes = None  # a note holds none
            self._note(label, start, end, start)
            self.inline.notes = []

    def _block(self, kind: str, start: int, end: int, *, level: int = 0, label: str = "") -> None:
        self.writer.open(kind, level=level, label=label)  # type: ignore[arg-type]
        self.inline.write(start, end)

    def _heading(self, piece: Piece) -> None:
        writer = self.writer
        writer.open("heading", level=piece.level)
        begin = writer.length
        self.inline.write(piece.start, piece.end)
        writer.section = writer.since(begin).strip()
        part = role(writer.section)
        if part not in WITHIN or not writer.apparatus or piece.level <= self.level:
            self.part, self.level = part, piece.level
            writer.apparatus = part in APPARATUS
        if piece.level == 1 and not self.title:
            self.title = writer.section
        writer.close()

    def _paragraph(self, piece: Piece) -> None:
        start = self._caption(piece.start, piece.end)
        if _NAMED_BLOCK.match(self.source, start, piece.end):
            self._categories(start, piece.end)
        elif _GALLERY.match(self.source, start, piece.end):
            self._gallery(start, piece.end)
        elif _ALL_BOLD.match(self.source, start, piece.end):
            self._heading(replace(piece, start=start, level=max(2, self.level)))
        elif start < piece.end:
            self._block("paragraph", start, piece.end)

    def _caption(self, start: int, end: int) -> int:
        """Write the captions of the images that a paragraph begins with; where its text begins."""
        while start < end:
            shown = self.source.startswith("!", start)
            found = self._image(start + shown, end)
            if found is None:
                break
            text, stop = found
            line = compiled(r"[\r\n]|$").search(self.source, stop, end)
            close = self.source.find("\\]\\]", stop, min(end, stop + _CAPTION))
            limit = close if close >= 0 else line.start() if line else end
            if shown and text[0] < text[1] and re.search("[\u3400-\u9fff]", self.source[text[0] : text[1]]):
                self._block("caption", *text)
            if shown:
                return stop if self.source[stop:limit].strip() else self._next(limit, end)
            caption = self.source[stop:limit]
            self._block("caption", limit - len(caption.lstrip("|\\ ")), limit)
            self.writer.close()
            start = self._next(limit + (4 if close >= 0 else 0), end)
        return start

    def _next(self, position: int, end: int) -> int:
        while position < end and self.source[position].isspace():
            position += 1
        return position

    def _image(self, start: int, end: int) -> tuple[tuple[int, int], int] | None:
        """The span of the text of an image at `start`, and where it ends."""
        if not self.source.startswith("[", start):
            return None
        close = compiled(r"(?<!\\)\]\(").search(self.source, start, min(end, start + 600))
        found = destination(self.source, close.end() - 1, end) if close else None
        if close is None or found is None:
            return None
        if not self.source.startswith("!", start - 1):
            wiki = found[1].startswith("fig:") or namespace(page_of(found[0])) == "file"
            if not wiki:
                return None
        return (start + 1, close.start()), found[2]

    def _categories(self, start: int, end: int) -> None:
        self.categories = True
        was, self.writer.apparatus = self.writer.apparatus, True
        for match in re.finditer(r"\[[^:\]\n]{1,12}:((?:\\.|[^\[\]\\\n]){1,300})\]", self.source[start:end]):
            self._block("category", start + match.start(1), start + match.end(1))
        self.writer.close()
        self.writer.apparatus = was

    def _gallery(self, start: int, end: int) -> None:
        found = list(_GALLERY.finditer(self.source, start, end))
        for match, following in zip(found, [*found[1:], None], strict=True):
            stop = following.start() if following else end
            stop -= len(self.source[match.end() : stop]) - len(self.source[match.end() : stop].rstrip())
            self._block("caption", match.end(), max(match.end(), stop))

    def _item(self, piece: Piece) -> None:
        if self.part in ("references", "links", "notes") and not piece.label:
            self._reference(piece, "bullet")
        else:
            self._block("item", piece.start, piece.end, level=piece.level)

    def _ordered(self, piece: Piece) -> None:
        tail = piece.tail and (self.writer.marks or self.writer.apparatus)
        if self.part in ("references", "notes") or self.categories or tail:
            self._reference(piece, "list")
        else:
            self._block("item", piece.start, piece.end, level=piece.level)

    def _bracketed(self, piece: Piece) -> None:
        listed = self.part in ("references", "notes") or self.writer.apparatus or piece.tail
        if listed or cited(self.source[piece.start : piece.end]):
            self._reference(piece, "list")
        else:
            self._block("paragraph", piece.start, piece.end)

    def _reference(self, piece: Piece, form: str) -> None:
        writer = self.writer
        was, writer.apparatus = writer.apparatus, True
        writer.open("reference", label=piece.label)
        begin, marks = writer.length, len(writer.marks)
        self.inline.write(piece.start, piece.end)
        text = writer.since(begin).strip()
        del writer.marks[marks:]
        writer.close()
        writer.apparatus = was
        span = Span(piece.whole, max(piece.end, piece.marker))
        writer.references.append(Reference(label=piece.label, text=text, source=span, form=form))

    def _footnote(self, piece: Piece) -> None:
        self._note(piece.label, piece.start, piece.end, piece.whole)

    def _note(self, label: str, start: int, end: int, whole: int) -> None:
        writer = self.writer
        self._block("note", start, end, label=label)
        text = writer.since(writer.begin).strip()
        writer.close()
        writer.references.append(Reference(label=label, text=text, source=Span(whole, end), form="note"))

    def _cell(self, piece: Piece) -> None:
        if self.row is None or piece.row != self.row:
            self.writer.close()
            self.writer.begin_row()
            self.row = piece.row
        self._block("cell", piece.start, piece.end, label=unescaped(piece.label))

    def _verbatim(self, piece: Piece) -> None:
        """A line of a fenced block: its stars and brackets are its own, but for a number right behind Chinese words."""
        if piece.start >= piece.end:
            return
        position = piece.start
        self.writer.open("paragraph")
        for match in _NUMBERED.finditer(self.source, piece.start, piece.end):
            self.writer.run(position, match.start())
            self.writer.mark(match[1], match.start(), match.end())
            position = match.end()
        self.writer.run(position, piece.end)
        self.writer.close()

    def _html(self, piece: Piece) -> None:
        from crosscheck.read.html_page import write

        self.writer.close()
        write(self.writer, piece.start, piece.end)


def read(source: str, path: str) -> Draft:
    """The draft of a Markdown file; its title from the front matter, the first heading or the first bold words."""
    body, fields = front_matter(source)
    page = _Page(source, body)
    for piece in pieces(source, body):
        page.piece(piece)
    tie(page.writer)
    title = fields.get("title") or page.title
    if not title:
        head = _FIRST_HEADING.search(source, body)
        bold = _BOLD.search(source, body, min(head.start() if head else len(source), body + 20_000))
        title = unescaped(bold.group(1)) if bold else ""
        title = re.sub(r"^\[([^\]]*)\]\(.*$", r"\1", title)
    return page.writer.draft(title=title.strip(), date=written(fields) or stated(source[body : body + 3000]))
