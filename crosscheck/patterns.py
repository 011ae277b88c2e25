"""The one way in which crosscheck compiles an expression: once a process, however many there are."""

from __future__ import annotations

import re
from functools import cache


@cache
def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """What ``re.compile`` gives for the same arguments, kept for good: the engine's own store holds some hundreds and forgets."""
    return re.compile(pattern, flags)
