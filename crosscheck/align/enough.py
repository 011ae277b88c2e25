"""How sure an option has to be before a verdict rests on it: more where the two texts speak of things less alike.

`chance` says how likely an option is what it seems; here stands what that has to reach, by what a wrong verdict would rest on.
"""

from __future__ import annotations

from crosscheck.align.options import Option
from crosscheck.align.slot import coarse, heads
from crosscheck.dates.point import COUNTED
from crosscheck.model.fact import Fact
from crosscheck.model.values import Amount, PartialDate
from crosscheck.subject import opposed, planned, undenied
from crosscheck.text.grams import STOP, conceptual, is_sign

# Chances from which a verdict is given.
AGREE = 0.47
AGREE_COARSE = 0.65
AGREE_APART = 0.7
# The source speaks of a plan, the entry of what was done.
AGREE_PLANNED = 0.75
# The same day of a year that one of the two only takes from its context.
AGREE_ASSUMED = 0.8
# One clause says the opposite of the other, or leaves out a word of a statement: no agreement.
AGREE_OPPOSED = 1.01
# A name that stands there alone, or in another act at another time, and a plan in rough, carry next to nothing.
AGREE_FAINT = 0.9
SAID_OF_NOTHING = 0.03
NAMED = frozenset({"person", "place", "organisation"})
CONFLICT = 0.25
# Values far apart (1,500 and 500), ordinals or places contradict only where the alignment is all but sure.
CONFLICT_FAR = 0.95
CONFLICT_PLACE = 0.75
CONFLICT_PLAN = 0.9
# The words of a field are its label alone: much else fits them.
CONFLICT_FIELD = 0.9
CONFLICT_NEVER = 1.01
CONFLICT_STATEMENT = 0.3
# Characters that a denied statement has to say besides what is denied.
DENIED = 2
# Two posts of two bodies.
OTHER_POST, CONFLICT_POST = 0.55, 0.75
FAR = 0.4
# Names of places and bodies as near as this may well be two spellings of one.
ALIKE = 0.8
# A quotation is an altered one from here on; below, it is another one (废除二十一条, 取消二十一条).
ALTERED = 0.8
ALTERED_TITLE = 0.5
SHORT_TITLE = 4  # with its marks: of short titles, one character makes another work
# Figures whose years lie further apart are two figures, not two versions of one.
SAME_YEARS = 3


def to_carry(option: Option) -> float:
    """The chance from which an option carries: more where the source is much coarser, or speaks of another time or act."""
    context = option.context
    if opposed(option.mine.words, option.theirs.words):
        return AGREE_OPPOSED
    if option.claim.kind == "statement":
        return AGREE if _complete(option) and _of_one_subject(option) else AGREE_OPPOSED
    if any(step.key == "date.year-assumed" for step in option.comparison.steps) or _counted(option):
        return AGREE_ASSUMED
    if option.claim.kind == "date" and context.act < 0:
        return AGREE_ASSUMED
    if option.claim.kind in ("date", "quantity") and _only_planned(option):
        return AGREE_FAINT if coarse(option.claim.value, option.evidence.value) > 0.5 else AGREE_PLANNED
    if coarse(option.claim.value, option.evidence.value) > 0.5:
        return AGREE_COARSE
    if option.claim.kind in NAMED and (
        context.coverage < SAID_OF_NOTHING or (context.occasion <= -1 and context.act < 0)
    ):
        return AGREE_FAINT
    if option.claim.kind in NAMED:
        return AGREE_APART if context.occasion <= -1 or context.act < 0 else AGREE
    return AGREE_APART if context.occasion <= -1 and option.claim.kind == "quantity" else AGREE


def to_contradict(option: Option) -> float:
    """The chance from which an option with another value contradicts."""
    if option.claim.kind in ("place", "organisation"):
        if not _of_one_sort(option):
            return CONFLICT_NEVER
        return CONFLICT_FIELD if option.mine.field else CONFLICT_PLACE
    if option.comparison.nearness < {"quote": ALTERED, "title": ALTERED_TITLE}.get(option.claim.kind, 0.0):
        return CONFLICT_NEVER
    if option.claim.kind == "title" and not (_marked(option.claim) and _marked(option.evidence)):
        return CONFLICT_NEVER  # 神舟六号 and 神舟八号 are two ships, not one title miswritten
    if option.claim.kind == "quantity" and _years_apart(option) > SAME_YEARS:
        return CONFLICT_NEVER  # a figure of another year
    if option.claim.kind == "role" and option.comparison.nearness < OTHER_POST:
        return CONFLICT_POST  # a man holds many posts; only at one time, in one act, one of two is wrong
    if option.claim.kind == "thing":
        return CONFLICT_PLACE
    if option.claim.kind == "statement":
        return CONFLICT_STATEMENT if _denied_whole(option) else CONFLICT_NEVER
    if option.claim.kind in ("date", "quantity") and option.theirs.planned and not option.mine.planned:
        return CONFLICT_PLAN
    if option.mine.field:
        return CONFLICT_FIELD
    far = option.claim.kind in ("date", "quantity") and option.comparison.nearness < FAR
    far = far or (isinstance(option.claim.value, Amount) and option.claim.value.sense == "ordinal")
    return CONFLICT_FAR if far else CONFLICT


def _years_apart(option: Option) -> float:
    """How many years lie between the dates that stand beside a claim and an evidence, 0 where none stands beside one."""
    one, other = option.mine.occasion, option.theirs.occasion
    if not (option.mine.dated and option.theirs.dated):
        return 0.0
    if one is None or other is None or None in (one.first, one.last, other.first, other.last):
        return 0.0
    assert one.first and one.last and other.first and other.last
    return max(0, one.first - other.last, other.first - one.last) / 366


def _of_one_sort(option: Option) -> bool:
    """Whether two names name things of one sort (two universities) and are no spellings of one (南城门, 南门)."""
    one, other = str(option.claim.value), str(option.evidence.value)
    shortened = len(one) != len(other) and option.comparison.nearness >= ALIKE
    return heads(option.claim.value, option.evidence.value) > 0 and not shortened


def _marked(fact: Fact) -> bool:
    """Whether a title stands in the marks of a title, or is that of a prize, and is no mere name."""
    return (fact.folded[:1] in "《〈" and len(fact.span) > SHORT_TITLE) or fact.folded[-1:] in "奖章"


def _only_planned(option: Option) -> bool:
    """Whether the source speaks of a plan where the entry does not, in the two clauses or in those around them."""
    mine, theirs = option.mine, option.theirs
    return (theirs.planned and not mine.planned) or (planned(theirs.words) and not planned(mine.words))


def _counted(option: Option) -> bool:
    values = (option.claim.value, option.evidence.value)
    return any(isinstance(value, PartialDate) and COUNTED in value.steps for value in values)


def _complete(option: Option) -> bool:
    """Whether every word of a statement, or one that means the same, stands in the sentence of its evidence."""
    said = set(conceptual(option.theirs.said))
    return all(
        char in said for char in conceptual(option.claim.folded) if char not in STOP and char.isalnum()
    )


def _denied_whole(option: Option) -> bool:
    """Whether the source says every word of a statement but for what denies it or has an opposite, and of the same subject."""
    said = set(conceptual(option.theirs.said))
    words = conceptual(undenied(option.claim.folded))
    content = [char for char in words if char not in STOP and (char.isalnum() or is_sign(char))]
    if sum(1 + is_sign(char) for char in content) < DENIED or not all(char in said for char in content):
        return False
    return option.context.anchor > 0 or not (option.mine.names or option.theirs.names)


def _of_one_subject(option: Option) -> bool:
    """Whether a predicate is said of somebody that the entry says it of: one of the names beside it stands there too."""
    named = any(near for _, near in option.mine.names)
    return option.claim.rule != "predicate" or not named or option.context.anchor > 0
