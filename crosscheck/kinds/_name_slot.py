"""What names share: where a short form stands as one, when another name can be a wrong version of this one."""

from __future__ import annotations

from crosscheck.kind import by_last_word
from crosscheck.model.comparison import Comparison
from crosscheck.model.fact import Fact
from crosscheck.model.span import Span

# Names as near as this may well be two spellings of one (南城门, 南门).
_ALIKE = 0.8
_AFTER = frozenset("，。、；：,.人的城在里")


def ends(folded: str, span: Span) -> bool:
    """Whether a short form ends where a name does, and is no part of a longer word: told by what follows."""
    return "·" in folded[span.start : span.end] or folded[span.end : span.end + 1] in _AFTER or len(span) > 2


def of_one_sort(claim: Fact, evidence: Fact, comparison: Comparison) -> bool:
    """Whether two names name things of one sort (two universities) and are no spellings of one."""
    one, other = str(claim.value), str(evidence.value)
    shortened = len(one) != len(other) and comparison.nearness >= _ALIKE
    return by_last_word(claim.value, evidence.value) > 0 and not shortened
