"""A regular expression that is compiled when it is first used: most texts use few of them."""

from __future__ import annotations

import re
from collections.abc import Callable


class Lazy:
    """Stands for the compiled pattern of `source`; after the first use its methods are those of the pattern."""

    match: Callable[..., re.Match[str] | None]
    search: Callable[..., re.Match[str] | None]
    fullmatch: Callable[..., re.Match[str] | None]
    findall: Callable[[str], list[tuple[str, ...]]]
    sub: Callable[..., str]

    def __init__(self, source: str) -> None:
        self.source = source

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        pattern = re.compile(self.source)
        self.match, self.search, self.fullmatch = pattern.match, pattern.search, pattern.fullmatch
        self.findall, self.sub = pattern.findall, pattern.sub
        return getattr(pattern, name)
