"""A digit of a quantity: 1,357人 as 1,457人, 五十艘 as 七十艘."""

from __future__ import annotations

import re
from random import Random

from crosscheck.model.report import Finding
from crosscheck.model.span import Span
from crosscheck.mutations._numerals import numeral, other_digit
from crosscheck.mutations.interface import Change, Ground, Way

# A range would have to stay in order: it is left alone.
_RANGE = re.compile(
    r"[0-9一二三四五六七八九十百千万亿][^0-9，。]{0,2}[-~至到][0-9一二三四五六七八九十百千万亿]"
)


def _plant(ground: Ground, finding: Finding, random: Random) -> Change | None:
    folded = ground.folded(finding.claim.clean)
    match = numeral().search(folded)
    if match is None or _RANGE.search(folded):
        return None
    new = other_digit(match[1], random)
    start = finding.claim.clean.start + match.start()
    return (
        None
        if new is None
        else ground.change("digit", finding, (Span(start, start + len(match[1])), ground.written(new)))
    )


CHANGE = Way(name="digit", doc=__doc__ or "", kinds=("quantity",), plant=_plant)
