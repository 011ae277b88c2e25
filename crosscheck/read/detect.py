"""Tells the format of a file by its name and its content."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from pathlib import PurePath

from crosscheck.errors import UndecodableError
from crosscheck.model.step import joined, say
from crosscheck.read.interface import Reader

_ALIASES = {
    "text/mediawiki": "text/x-wiki",
    "text/x-mediawiki": "text/x-wiki",
    "text/x-markdown": "text/markdown",
    "application/xhtml+xml": "text/html",
    "txt": "text",
    "plain": "text",
    "md": "markdown",
    "wiki": "wikitext",
    "mediawiki": "wikitext",
    "htm": "html",
    "word": "docx",
}
_BINARY = (
    (b"%PDF-", (say("notice.pdf"),)),
    (b"\x89PNG", (say("notice.png"),)),
    (b"\xff\xd8\xff", (say("notice.jpeg"),)),
    (b"GIF8", (say("notice.gif"),)),
    (b"\xd0\xcf\x11\xe0", (say("notice.doc"), say("notice.doc-save"))),
    (b"7z\xbc\xaf", (say("notice.seven-zip"),)),
    (b"Rar!", (say("notice.rar"),)),
    (b"PK\x03\x04", (say("notice.zip"),)),
    (b"\x7fELF", (say("notice.program"),)),
    (b"SQLite format 3", (say("notice.database"),)),
)
# A stream of this name holds the file where Office has locked it.
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_BEGINNING = 20_000


@cache
def readers() -> tuple[Reader, ...]:
    """Every reader, by name: the ``READER`` of each module of this package whose name holds no underscore.

    Modules with one hold the body of a reader; they are imported when a file of their format is read.
    """
    package = importlib.import_module("crosscheck.read")
    found: list[Reader] = []
    for module in pkgutil.iter_modules(package.__path__):
        if "_" not in module.name:
            reader = getattr(importlib.import_module(f"crosscheck.read.{module.name}"), "READER", None)
            found += [reader] if reader is not None else []
    return tuple(sorted(found, key=lambda reader: reader.name))


def named(wanted: str, place: str) -> Reader:
    """The reader for the format name or media type `wanted`."""
    key = wanted.split(";", maxsplit=1)[0].strip().lower()
    key = _ALIASES.get(key, key)
    for reader in readers():
        if key in (reader.name, reader.media_type):
            return reader
    known = ", ".join(reader.name for reader in readers())
    raise UndecodableError(place, say("notice.no-format", format=repr(wanted), known=known))


def choose(data: bytes, name: str, place: str, wanted: str | None, text: str | None = None) -> Reader:
    """The reader for a file: the one that is `wanted`, else by the first bytes, else by content and suffix."""
    if wanted:
        return named(wanted, place)
    binary = _by_magic(data, name, place)
    if binary:
        return binary
    plain = tuple(reader for reader in readers() if reader.read_text is not None)
    if text is None:
        return next(reader for reader in plain if reader.name == "text")
    return by_content(plain, text, PurePath(name).suffix.lower())


def by_content(plain: tuple[Reader, ...], text: str, suffix: str) -> Reader:
    """The text reader that the beginning and the end of `text` suit best; a suffix of its own adds weight."""
    sample = text if len(text) <= 2 * _BEGINNING else f"{text[:_BEGINNING]}\n{text[-_BEGINNING:]}"

    def suits(reader: Reader) -> tuple[float, str]:
        own = 0.0 if suffix not in reader.suffixes else 0.3 if reader.name == "text" else 0.6
        return (-(reader.sniff(sample) + own), reader.name)

    owners = [reader for reader in plain if suffix in reader.suffixes]
    surest = min(owners, key=suits, default=None)
    if surest is not None and suits(surest)[0] < -1.0:  # one that does not own the suffix has 1 at most
        return surest
    return min(plain, key=suits)


def _by_magic(data: bytes, name: str, place: str) -> Reader | None:
    for reader in readers():
        if reader.magic and data.startswith(reader.magic) and (reader.sniff("") or _inside(data, reader)):
            return reader
    for magic, what in _BINARY:
        if data.startswith(magic):
            if _LOCKED in data[:1_000_000]:
                raise UndecodableError(place, say("notice.locked"))
            raise UndecodableError(place, joined(say("notice.binary"), *what))
    return None


def _inside(data: bytes, reader: Reader) -> bool:
    """Whether a zip file holds what the reader of a zipped format looks for."""
    marks = {"docx": b"word/document.xml", "epub": b"META-INF/container.xml"}
    return marks.get(reader.name, b"\x00none") in data
