"""Every numeral of a text, with or without a unit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crosscheck.quantities.filter import masks
from crosscheck.quantities.number import Number, number_source, read_number


def numerals(folded: str) -> Iterator[tuple[int, int, Number]]:
    """Start, end and value of each numeral of `folded`, words that merely hold a numeral character left out."""
    for match in re.finditer(rf"(?P<mask>{masks()[0]})|-?(?:{number_source()})", folded):
        number = None if match["mask"] else read_number(match.group())
        if number is not None:
            yield match.start(), match.end(), number
