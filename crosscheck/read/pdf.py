"""PDF."""

from __future__ import annotations

from crosscheck.read.interface import Draft, Reader


def read(data: bytes, path: str) -> Draft:
    """The draft of a PDF."""
    from crosscheck.read.pdf_pages import read as read_pages

    return read_pages(data, path)


def sniff(beginning: str) -> float:
    """Told by its first bytes."""
    return 1.0


READER = Reader(
    name="pdf", media_type="application/pdf", suffixes=(".pdf",), sniff=sniff, read_bytes=read, magic=b"%PDF-"
)
