"""How sure an option has to be before a verdict rests on it: rows, of which the first that applies holds.

The model says how likely an option is what it seems; here stands what that has to reach, by what a wrong verdict would rest on.
`tuned` says on what a number was set: ``pairs`` by the figures of the pairs with gold judgements (``tests/quality``), ``case`` by
examples of one kind of error, which the tests of this package hold.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from crosscheck.align.option import Option
from crosscheck.context.modality import only_planned, opposed, undenied
from crosscheck.context.polarity import flipped
from crosscheck.dates.point import COUNTED
from crosscheck.model.values import Amount, Office, PartialDate
from crosscheck.patterns import compiled
from crosscheck.text.grams import STOP, conceptual, is_sign

# From here on an evidence is much coarser than its claim.
_COARSE = 0.5
# With less of a claim's words around it, a name stands there alone.
_ALONE = 0.03
# Figures whose years lie further apart are two figures, not two versions of one.
_SAME_YEARS = 3
_YEAR = 366
# Characters that a denied statement has to say besides what is denied.
_DENIED = 2
# What share of a statement's words a source has to say at least.
_MOSTLY = 0.7
_QUOTED = compiled("[“”]")
# Posts less near than this are of two bodies.
_ONE_BODY = 0.55


@dataclass(frozen=True, slots=True, kw_only=True)
class Threshold:
    """`chance` is what an option needs where the row `applies`, None where nothing would do; `doc` says why."""

    name: str
    doc: str
    applies: Callable[[Option], bool]
    chance: float | None
    tuned: Literal["pairs", "case"]


def _plain(option: Option) -> bool:
    return True


def _opposed(option: Option) -> bool:
    return opposed(option.mine.words, option.theirs.words)


def _said(option: Option) -> float:
    """What share of the words of a statement stands in the sentence of its evidence, or in words that mean the same."""
    said = set(conceptual(option.theirs.said))
    wanted = [
        char
        for char in conceptual(option.claim.folded)
        if char not in STOP and (char.isalnum() or is_sign(char))
    ]
    return sum(char in said for char in wanted) / max(1, len(wanted))


def _incomplete(option: Option) -> bool:
    """Whether much of a statement stands in no form in the sentence of its evidence; of words in quotation marks all have to."""
    if not option.kind.clauses:
        return False
    return _said(option) < (1 if _QUOTED.search(option.claim.folded) else _MOSTLY)


def _all_but(option: Option) -> bool:
    return option.kind.clauses and _said(option) < 1


def _of_another(option: Option) -> bool:
    """Whether a predicate is said of somebody, and none of the names beside it stands beside the evidence."""
    named = any(near for _, near in option.mine.names)
    return option.claim.rule == "predicate" and named and option.context.anchor <= 0


def _assumed(option: Option) -> bool:
    values = (option.claim.value, option.evidence.value)
    return any(step.key == "date.year-assumed" for step in option.comparison.steps) or any(
        isinstance(value, PartialDate) and COUNTED in value.steps for value in values
    )


def _coarse(option: Option) -> bool:
    return option.kind.coarse(option.claim.value, option.evidence.value) > _COARSE


def _planned(option: Option) -> bool:
    return option.kind.plans and only_planned(option.mine, option.theirs)


def _another_time(option: Option) -> bool:
    return option.context.occasion <= -1


def _another_act(option: Option) -> bool:
    return option.context.act < 0


def _faint(option: Option) -> bool:
    alone = option.context.coverage < _ALONE
    return option.kind.names and (alone or (_another_time(option) and _another_act(option)))


CARRY: tuple[Threshold, ...] = (
    Threshold(
        name="verbatim",
        doc="the source says the claim's whole sentence word for word",
        applies=lambda option: option.evidence.rule == "verbatim",
        chance=0.47,
        tuned="case",
    ),
    Threshold(
        name="opposed",
        doc="one clause says the opposite of the other (盈利, 亏损)",
        applies=_opposed,
        chance=None,
        tuned="case",
    ),
    Threshold(
        name="incomplete",
        doc="the source leaves out much of a statement",
        applies=_incomplete,
        chance=None,
        tuned="pairs",
    ),
    Threshold(
        name="of-another",
        doc="the names that a predicate is said of do not stand there",
        applies=_of_another,
        chance=None,
        tuned="case",
    ),
    Threshold(
        name="all-but",
        doc="the source leaves out a word of a statement",
        applies=_all_but,
        chance=0.9,
        tuned="pairs",
    ),
    Threshold(
        name="statement",
        doc="every word of a statement stands there",
        applies=lambda option: option.kind.clauses,
        chance=0.4,
        tuned="pairs",
    ),
    Threshold(
        name="assumed",
        doc="a year was counted, or taken from the context by one side alone",
        applies=_assumed,
        chance=0.55,
        tuned="case",
    ),
    Threshold(
        name="another-act",
        doc="a date is told of another act",
        applies=lambda option: option.kind.of_an_act and _another_act(option),
        chance=0.55,
        tuned="case",
    ),
    Threshold(
        name="rough-plan",
        doc="the source only plans, and in rough",
        applies=lambda option: _planned(option) and _coarse(option),
        chance=0.9,
        tuned="case",
    ),
    Threshold(
        name="plan",
        doc="the source speaks of a plan, the entry of what was done",
        applies=_planned,
        chance=0.75,
        tuned="pairs",
    ),
    Threshold(name="coarse", doc="the source is much coarser", applies=_coarse, chance=0.55, tuned="pairs"),
    Threshold(
        name="faint",
        doc="a name stands there alone, or in another act at another time: that carries next to nothing",
        applies=_faint,
        chance=0.9,
        tuned="pairs",
    ),
    Threshold(
        name="name-apart",
        doc="a name is told of another time, or in another act",
        applies=lambda option: option.kind.names and (_another_time(option) or _another_act(option)),
        chance=0.55,
        tuned="pairs",
    ),
    Threshold(
        name="figure-apart",
        doc="a figure is told of another time",
        applies=lambda option: option.kind.of_its_time and _another_time(option),
        chance=0.65,
        tuned="pairs",
    ),
    Threshold(name="plain", doc="nothing speaks against it", applies=_plain, chance=0.47, tuned="pairs"),
)


def _years_apart(option: Option) -> float:
    """How many years lie between the dates that stand beside a claim and an evidence, 0 where none stands beside one."""
    one, other = option.mine.occasion, option.theirs.occasion
    if not (option.mine.dated and option.theirs.dated):
        return 0.0
    if one is None or other is None or None in (one.first, one.last, other.first, other.last):
        return 0.0
    assert one.first and one.last and other.first and other.last
    return max(0, one.first - other.last, other.first - one.last) / _YEAR


def _not_denied(option: Option) -> bool:
    """Whether a source that differs from a statement leaves open what it tells, or tells it of somebody else.

    It has to say every word but for what denies it or has an opposite, of the same names, and one of the two denies what the other tells.
    """
    if not option.kind.clauses:
        return False
    said = set(conceptual(option.theirs.said))
    words = conceptual(undenied(option.claim.folded))
    content = [char for char in words if char not in STOP and (char.isalnum() or is_sign(char))]
    if sum(1 + is_sign(char) for char in content) < _DENIED or not all(char in said for char in content):
        return True
    if option.context.anchor <= 0 and (option.mine.names or option.theirs.names):
        return True
    return not (flipped(option.mine, option.theirs) or _opposed(option))


def _another_post(option: Option) -> bool:
    return isinstance(option.claim.value, Office) and option.comparison.nearness < _ONE_BODY


def _far(option: Option) -> bool:
    value = option.claim.value
    return option.comparison.nearness < option.kind.far or (
        isinstance(value, Amount) and value.sense == "ordinal"
    )


CONTRADICT: tuple[Threshold, ...] = (
    Threshold(
        name="another-thing",
        doc="the other value is another thing, and no wrong version of this one (神舟六号, 神舟八号)",
        applies=lambda option: not option.kind.altered(option.claim, option.evidence, option.comparison),
        chance=None,
        tuned="case",
    ),
    Threshold(
        name="another-year",
        doc="the figures are those of years far apart",
        applies=lambda option: option.kind.of_its_time and _years_apart(option) > _SAME_YEARS,
        chance=None,
        tuned="case",
    ),
    Threshold(
        name="not-denied",
        doc="the source does not say the opposite of a statement, word for word and of the same names",
        applies=_not_denied,
        chance=None,
        tuned="case",
    ),
    Threshold(
        name="denied",
        doc="the source says the opposite of a statement",
        applies=lambda option: option.kind.clauses,
        chance=0.05,
        tuned="case",
    ),
    Threshold(
        name="another-post",
        doc="one may hold two posts of two bodies: only at one time, in one act, one of them is wrong",
        applies=_another_post,
        chance=0.75,
        tuned="case",
    ),
    Threshold(
        name="another-term",
        doc="a person may hold another post at another time",
        applies=lambda option: isinstance(option.claim.value, Office) and _another_time(option),
        chance=0.4,
        tuned="pairs",
    ),
    Threshold(
        name="thing",
        doc="another number of one model is most often another thing",
        applies=lambda option: option.kind.yielding,
        chance=0.75,
        tuned="case",
    ),
    Threshold(
        name="plan",
        doc="the source speaks of a plan, the entry does not",
        applies=lambda option: option.kind.plans and option.theirs.planned and not option.mine.planned,
        chance=0.9,
        tuned="pairs",
    ),
    Threshold(
        name="field",
        doc="the words of a field are its label alone: much else fits them",
        applies=lambda option: option.mine.field,
        chance=0.5,
        tuned="pairs",
    ),
    Threshold(
        name="far",
        doc="the values are far apart (1,500 and 500), or ordinals",
        applies=_far,
        chance=0.7,
        tuned="pairs",
    ),
    Threshold(
        name="name",
        doc="two names of one sort are seldom two versions of one",
        applies=lambda option: option.kind.names and not option.kind.rivals,
        chance=0.5,
        tuned="pairs",
    ),
    Threshold(name="plain", doc="nothing speaks against it", applies=_plain, chance=0.2, tuned="pairs"),
)


def to_carry(option: Option) -> Threshold:
    """What an option whose value holds needs to carry its claim."""
    return next(row for row in CARRY if row.applies(option))


def to_contradict(option: Option) -> Threshold:
    """What an option with another value needs to contradict its claim."""
    return next(row for row in CONTRADICT if row.applies(option))


def needed(option: Option) -> float | None:
    """The chance from which an option counts for what it says, None where nothing would do."""
    return (to_carry(option) if option.comparison.holds else to_contradict(option)).chance


def reaches(option: Option) -> bool:
    """Whether an option is sure enough for what it says."""
    chance = needed(option)
    return chance is not None and option.score >= chance
