"""What characters a node of an expression takes."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from re import _constants as c  # type: ignore[attr-defined]
from typing import Any

CharacterSet = Callable[[str], bool]
_CATEGORIES: dict[Any, CharacterSet] = {
    c.CATEGORY_DIGIT: str.isdecimal,
    c.CATEGORY_NOT_DIGIT: lambda char: not char.isdecimal(),
    c.CATEGORY_SPACE: str.isspace,
    c.CATEGORY_NOT_SPACE: lambda char: not char.isspace(),
    c.CATEGORY_WORD: lambda char: char.isalnum() or char == "_",
    c.CATEGORY_NOT_WORD: lambda char: not (char.isalnum() or char == "_"),
}


def set_of(op: Any, value: Any, flags: int) -> CharacterSet | None:
    """What characters a node of one character takes, None for another node."""
    found: CharacterSet
    if op is c.ANY:
        found = (lambda char: True) if flags & re.DOTALL else (lambda char: char != "\n")
    elif op is c.LITERAL:
        found = chr(value).__eq__
    elif op is c.NOT_LITERAL:
        found = chr(value).__ne__
    elif op is c.CATEGORY:
        found = _CATEGORIES[value]
    elif op is c.IN:
        found = _class(value, flags)
    else:
        return None
    if flags & re.IGNORECASE and op in (c.LITERAL, c.NOT_LITERAL):
        alike = {chr(value), chr(value).lower(), chr(value).upper()}
        return (lambda char: char in alike) if op is c.LITERAL else (lambda char: char not in alike)
    return cache(found)


def _class(items: Any, flags: int) -> CharacterSet:
    negated = bool(items) and items[0][0] is c.NEGATE
    singles = {chr(value) for op, value in items if op is c.LITERAL}
    ranges = [value for op, value in items if op is c.RANGE]
    categories = [_CATEGORIES[value] for op, value in items if op is c.CATEGORY]

    def inside(char: str) -> bool:
        forms = {char, char.lower(), char.upper()} if flags & re.IGNORECASE else {char}
        return any(
            form in singles
            or any(low <= ord(form) <= high for low, high in ranges if len(form) == 1)
            or any(category(char) for category in categories)
            for form in forms
        )

    return (lambda char: not inside(char)) if negated else inside
