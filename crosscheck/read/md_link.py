"""Where a link of Markdown leads."""

from __future__ import annotations

import re
from functools import cache

from crosscheck.patterns import compiled


@cache
def _destination() -> re.Pattern[str]:
    return compiled(
        r"\(\s{0,9}(?:<([^<>\n]{0,2000})>|((?:\\.|[^\s()\\]|\((?:\\.|[^\s()\\]){0,500}\)){0,3000}))"
        r"""(?:\s{1,9}("(?:\\.|[^"\\]){0,1000}"|'(?:\\.|[^'\\]){0,1000}'))?\s{0,9}\)(?:\{[^{}\n]{0,200}\})?"""
    )


_ESCAPED = compiled(r"\\([!-/:-@\[-`{-~])")


def unescaped(text: str) -> str:
    """`text` without the backslashes of escapes."""
    return _ESCAPED.sub(r"\1", text)


def destination(source: str, start: int, end: int) -> tuple[str, str, int] | None:
    """The target, title and end of what stands in round brackets behind a link's text at `start`."""
    match = _destination().match(source, start, end)
    if not match:
        return None
    target = match.group(1) if match.group(1) is not None else match.group(2)
    return unescaped(target), unescaped((match.group(3) or "")[1:-1]), match.end()
