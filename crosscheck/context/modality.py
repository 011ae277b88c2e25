"""How a clause puts what it says: as done, planned, wished, as what came of a plan, denied, or as the opposite of another.

The cues are words of ``stance.tsv``, one column value for each of these, and the pairs of ``opposites.tsv``.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from crosscheck import lexicon
from crosscheck.context.frame import Frame
from crosscheck.patterns import compiled

_TITLE = compiled(r"《[^》]{0,100}》|“[^”]{0,100}”")
# A plan that is spoken of, where nothing is planned: 计划的第一步, 规划局.
_PLAN_NOUN = compiled(r"(?:计划|规划|设想)(?=的第|[，。、；：》）)]|[书局院内外]|委(?!托)|经济|生育|单列|$)")


@cache
def _cue(name: str) -> re.Pattern[str]:
    return compiled(lexicon.either(lexicon.words("stance", stance=name)))


def negations() -> re.Pattern[str]:
    """Finds the words that deny what a clause says."""
    return _cue("negation")


def negated(folded: str) -> bool:
    """Whether a clause denies what it says (未, 没有, 拒绝 ...)."""
    return bool(_cue("negation").search(folded))


def planned(folded: str) -> bool:
    """Whether a clause speaks of a plan, not of what was done (计划, 预计, 拟 ...)."""
    return bool(_cue("plan").search(_PLAN_NOUN.sub("", _TITLE.sub("", folded))))


def wished(folded: str) -> bool:
    """Whether a clause speaks of a plan or of what somebody asked for (计划, 申请 ...)."""
    return planned(folded) or bool(_cue("asked").search(folded))


def outcome(folded: str) -> bool:
    """Whether a clause tells what became of a plan (最后, 结算, 提前 ...)."""
    return bool(_cue("outcome").search(folded))


def came_of(plan: Frame, between: str) -> bool:
    """Whether a value is what came of another that its `plan` gives as planned or wished; `between` are the words from that to it."""
    return bool(between) and outcome(between) and (plan.planned or wished(plan.words))


def only_planned(mine: Frame, theirs: Frame) -> bool:
    """Whether a source speaks of a plan where the entry does not, in the two clauses or in those around them."""
    return (theirs.planned and not mine.planned) or (planned(theirs.words) and not planned(mine.words))


@cache
def _opposites() -> tuple[tuple[str, str], ...]:
    return tuple((row["hans"], row["opposite"]) for row in lexicon.table("opposites"))


def opposed(one: str, other: str) -> bool:
    """Whether one clause says a thing where the other says its opposite (盈利, 亏损), and neither says both."""
    mine, theirs = _sides(one), _sides(other)
    return bool(mine and theirs) and any(
        (a in mine and b in theirs and a not in theirs and b not in mine)
        or (b in mine and a in theirs and b not in theirs and a not in mine)
        for a, b in _opposites()
    )


def undenied(folded: str) -> str:
    """A clause without the words that deny it, those that have an opposite, and the adverbs beside them (始终, 正式)."""
    bare = _cue("adverb").sub("", _cue("negation").sub("", folded))
    for word in sorted(_sides(bare), key=lambda word: (-len(word), word)):
        bare = bare.replace(word, "")
    return bare


@lru_cache(maxsize=20_000)
def _sides(folded: str) -> frozenset[str]:
    """The words in a clause that have an opposite."""
    return frozenset(word for pair in _opposites() for word in pair if word in folded)
