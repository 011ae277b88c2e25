"""Whether two clauses say the opposite of one act: one tells that it was done, the other that it was not.

Finer than `modality.negated`: only what the negation stands right before is denied (未签署, 没有正式批准), so that a clause may
deny one thing and state another.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from crosscheck import lexicon
from crosscheck.context.frame import Frame
from crosscheck.text.grams import acts, conceptual, grams

# Adverbs, a place or a date may stand between a negation and its verb (未|于1968年|通车).
_REACH = 12
_END = re.compile("[，。；：、]")
# Words that only begin like a negation.
_WORD = "未(?:来|婚|成年|遂|知|央|名)|没收|没落|非洲|非常|无法无天"


# Stands for a negation among the signs of acts.
_MARK = "\uf8ff"


@cache
def _negation() -> re.Pattern[str]:
    return re.compile(f"(?!{_WORD})(?:{lexicon.either(lexicon.words('stance', stance='negation'))})")


@lru_cache(maxsize=4096)
def denied(folded: str) -> frozenset[str]:
    """The signs of the acts that a clause denies: the first one behind each negation, within its clause."""
    # A refusal is a negation here, and no act of its own.
    words = conceptual(_negation().sub(_MARK, folded))
    found = set()
    for match in re.finditer(_MARK, words):
        reach = _END.split(words[match.end() : match.end() + _REACH])[0]
        found.update([sign for sign in reach if acts((sign,))][:1])
    return frozenset(found)


def told(folded: str) -> frozenset[str]:
    """The signs of the acts that a clause tells of and does not deny."""
    return acts(grams(conceptual(_negation().sub(_MARK, folded)))) - denied(folded)


def flipped(mine: Frame, theirs: Frame) -> bool:
    """Whether one clause denies an act that the other one tells of, and the other denies nothing.

    Where both deny something (没有签字, 没有出席签字仪式) they may well say the same.
    """
    one, other = denied(mine.words), denied(theirs.words)
    if one and other:
        return False
    return bool(one & told(theirs.words) or other & told(mine.words))


def denies_alone(mine: Frame, theirs: Frame) -> bool:
    """Whether the clause of a claim denies an act and nothing around the evidence denies anything."""
    return bool(denied(mine.words)) and not denied(theirs.said) and not theirs.negated


def contrary(mine: Frame, theirs: Frame) -> bool:
    """Whether an evidence cannot carry a claim for what is denied: either of the two above."""
    return flipped(mine, theirs) or denies_alone(mine, theirs)
