"""DOCX: paragraphs, tables and notes in the order of the body."""

from __future__ import annotations

from crosscheck.read.interface import Draft, Reader


def read(data: bytes, path: str) -> Draft:
    """The draft of the file."""
    from crosscheck.read.docx_body import read as read_body

    return read_body(data, path)


def sniff(beginning: str) -> float:
    """Told by what the zip file holds."""
    return 0.0


READER = Reader(
    name="docx",
    media_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    suffixes=(".docx",),
    sniff=sniff,
    read_bytes=read,
    magic=b"PK\x03\x04",
)
