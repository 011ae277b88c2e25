"""What stands below the head of a table's column, by its words."""

from __future__ import annotations

import re
from functools import cache

from crosscheck.lexicon import table
from crosscheck.patterns import compiled
from crosscheck.text.fold import fold

_BRACKET = compiled(r"[（(\[].*", re.DOTALL)
_LONGEST = 20


@cache
def _holds() -> dict[str, str]:
    return {fold(word): row["holds"] for row in table("column_heads") for word in (row["hans"], row["hant"])}


def bare(label: str) -> str:
    """The words of a head, folded, without blanks and what stands in brackets behind them."""
    return "".join(_BRACKET.sub("", fold(label)).split())


def holds(label: str) -> str:
    """What stands in a column with the head `label`: name, office, year, date, span, other; "" where nothing tells."""
    return _holds().get(bare(label), "") if label and len(label) <= _LONGEST else ""
