"""The words of a heading of Markdown."""

from __future__ import annotations


def bare(words: str) -> str:
    """The words of a heading without the signs and attributes at its end (``words ## {#name}``)."""
    words = words.rstrip(" \t")
    opened = words.rfind("{")
    if words.endswith("}") and opened >= 0 and "}" not in words[opened:-1]:
        words = words[:opened].rstrip(" \t")
    signs = words.rstrip("#")
    return signs.rstrip(" \t") if signs != words and signs.endswith((" ", "\t")) else words
