"""Plain text."""

from __future__ import annotations

from crosscheck.read.interface import Draft, Reader


def read(source: str, path: str) -> Draft:
    """The draft of a plain text."""
    from crosscheck.read.plain_lines import read as read_lines

    return read_lines(source, path)


def sniff(beginning: str) -> float:
    """Any text may be plain."""
    return 0.1


READER = Reader(name="text", media_type="text/plain", suffixes=(".txt", ".text"), sniff=sniff, read_text=read)
