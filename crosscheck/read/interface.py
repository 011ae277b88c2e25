"""What a reader of one format offers.  Add a format by adding a file with a ``READER``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from crosscheck.model.document import Block, Link, Mark, Reference
from crosscheck.model.origins import Origins
from crosscheck.model.step import Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What a reader makes of a file: everything of a Document that depends on the format.

    `source` is the text that offsets count in: the decoded file, or for a binary format the text taken out of it.
    Blocks cover the clean text but for the line ends between them.  `notices` say what could not be read.
    """

    source: str
    text: str
    origins: Origins
    blocks: tuple[Block, ...]
    title: str = ""
    date: str | None = None
    links: tuple[Link, ...] = ()
    marks: tuple[Mark, ...] = ()
    references: tuple[Reference, ...] = ()
    variants: tuple[tuple[str, ...], ...] = ()
    notices: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """A format: `sniff` gives 0 (not this) to 1 (surely this) for the file's name and beginning.

    Exactly one of `read_text` (decoded text in) and `read_bytes` (binary formats) is set.  `suffixes` are in lower
    case with their dot.  Readers raise `InputError` and nothing else, whatever the input.
    """

    name: str
    media_type: str
    suffixes: tuple[str, ...]
    sniff: Callable[[str], float] = field(repr=False)
    read_text: Callable[[str, str], Draft] | None = field(default=None, repr=False)
    read_bytes: Callable[[bytes, str], Draft] | None = field(default=None, repr=False)
    magic: bytes = b""
