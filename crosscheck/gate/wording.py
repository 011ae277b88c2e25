"""What of a text counts when two findings are held against each other: its letters and digits, and what makes numbers.

Script, width, white space and marks do not count; a sign, a decimal point and what stands between the parts of a date
do: -5 is not 5, 2.1 not 21, and 1990-1-15 not 1990-11-5.
"""

from __future__ import annotations

from crosscheck.patterns import compiled
from crosscheck.text.fold import fold

_NARROW = str.maketrans("：，．／％＋·﹣－−‐‑–—～〜", ":,./%+.-------~~")
# A mark of a number: before a digit, between two, or after one.
_NUMBER = compiled(r"[-+±](?=\d)|(?<=\d)[.,:/~-](?=\d)|(?<=\d)[%‰°′″]")


def bare(text: str) -> str:
    """The letters and digits of the folded `text`; all of it but white space where it has none of them."""
    folded = fold(text)
    return "".join(char for char in folded if char.isalnum()) or "".join(folded.split())


def exact(text: str) -> str:
    """As `bare`, with what makes one number of digits and another of the same digits."""
    folded = "".join(fold(text).translate(_NARROW).split())
    kept = {found.start() for found in _NUMBER.finditer(folded)}
    return "".join(char for at, char in enumerate(folded) if char.isalnum() or at in kept) or folded
