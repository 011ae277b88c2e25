"""A document as it was read: the file's text, the clean text, and what stood between the two."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from crosscheck.model.origins import Origins
from crosscheck.model.span import Span
from crosscheck.model.step import Message

Role = Literal["entry", "source"]
Script = Literal["Hans", "Hant", "mixed", "other"]
BlockKind = Literal[
    "heading", "paragraph", "item", "cell", "field", "caption", "note", "reference", "category"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A stretch of the clean text that belongs together: no sentence crosses its ends.

    `section` is the heading in force, "" before the first one; `apparatus` says that it is no running text
    of the document (references, see also, categories, navigation): no claim is read out of it, and it proves none.
    `works` says that it is an entry of a list of works (author, title, publisher, year): what it holds is true of the
    work alone.  `label` is the name of a field (``质量``), the head of a cell's column or the number of a note; a
    field's text reads ``质量：22.5吨``.  `row` is the number of a cell's row, counted through the document from 1
    on, 0 for what is in no table; `row_head` is what its row begins with, where a head or first cell names it.
    """

    kind: BlockKind
    span: Span
    level: int = 0
    section: str = ""
    label: str = ""
    apparatus: bool = False
    works: bool = False
    row: int = 0
    row_head: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link of the clean text; `entity` is the target page's own name, where it is a page of the wiki.

    `span` covers the name only: running text that the link's text had swallowed is outside it.
    """

    span: Span
    target: str
    entity: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A reference mark: it stood before the clean code point `at`, and in the source at `source`.

    `label` is what ties it to a reference: a number, or a name with its group (``group/name``).
    """

    at: int
    label: str
    source: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """One entry of a list of references or notes, `source` in the file; `text` is "" where it is empty.

    `form` tells where it was found: ``list`` (a numbered list), ``ref`` (a tag in the text), ``note`` (an essay's
    notes), ``bullet`` (a general reference, tied to no mark), ``template`` (a short citation).
    """

    label: str
    text: str
    source: Span
    form: str
    name: str = ""
    group: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """Something that could not be read or was not checked, with its document; `message` are the sentences that say so."""

    document: str
    message: Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document and its clean text.

    `source` is the file's text as decoded, line ends kept; `text` is what a reader sees, in reading order, a
    line end between two blocks; ``len(folded) == len(text)``: the copy that everything is matched on
    (Simplified, half width, variants and quotation marks made one).  `date` is the day the document was
    written as EDTF, or None.  `variants` are names that the document itself calls the same (conversion rules
    of a wiki page), each a tuple of spellings.
    """

    id: str
    path: str
    role: Role
    media_type: str
    title: str
    script: Script
    sha256: str
    source: str = field(repr=False)
    text: str = field(repr=False)
    folded: str = field(repr=False)
    origins: Origins = field(repr=False)
    date: str | None = None
    blocks: tuple[Block, ...] = field(default=(), repr=False)
    links: tuple[Link, ...] = field(default=(), repr=False)
    marks: tuple[Mark, ...] = field(default=(), repr=False)
    references: tuple[Reference, ...] = field(default=(), repr=False)
    variants: tuple[tuple[str, ...], ...] = ()
    notices: tuple[Notice, ...] = ()
