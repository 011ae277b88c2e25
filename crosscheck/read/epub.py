"""EPUB: the pages of the book in reading order.  Places are places in the XHTML of all pages, one behind the other."""

from __future__ import annotations

from crosscheck.read.interface import Draft, Reader


def read(data: bytes, path: str) -> Draft:
    """The draft of the file."""
    from crosscheck.read.epub_body import read as read_body

    return read_body(data, path)


def sniff(beginning: str) -> float:
    """Told by what the zip file holds."""
    return 0.0


READER = Reader(
    name="epub",
    media_type="application/epub+zip",
    suffixes=(".epub",),
    sniff=sniff,
    read_bytes=read,
    magic=b"PK\x03\x04",
)
