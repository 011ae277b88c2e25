"""What a source says more of a claim that it seems to carry: another person, the hour of the day, the outcome of a plan."""

from __future__ import annotations

from dataclasses import replace

from crosscheck.align.option import Option
from crosscheck.context.modality import came_of, wished
from crosscheck.model.step import Step, say
from crosscheck.model.values import PartialDate
from crosscheck.patterns import compiled
from crosscheck.verdict.thresholds import reaches, to_contradict

_MORE = compiled(r"[又另再还]|最后一|结果显示")  # what follows is told of something more
_OF_ONE = 0.3  # values less near than this are of two things
_SURE = 0.25  # another sentence tells the hour of the same thing from here on
_AN_HOUR = 60  # minutes; a wider time of day (今早) says less than the hour


def overruled(best: Option, options: list[Option]) -> tuple[Option, tuple[Step, ...]] | None:
    """The option that contradicts a claim although `best` carries it, with what an editor should know of it; None where none does.

    That the sentence is of the claim is as sure as `best` says, whatever the option's own chance.
    """
    for option in options:
        if option.comparison.relation == "different" and option.evidence.document is best.evidence.document:
            if _came_of_plan(option, best):
                told = say("note.outcome", planned=best.evidence.line, outcome=option.evidence.line)
                return _as_sure(option, best), (told,)
            if _says_the_hour(option, best) or _says_the_day(option, best):
                return _as_sure(option, best), ()
    if best.rival is None:
        return None
    compared = best.kind.compare(best.claim, best.rival)
    return replace(best, evidence=best.rival, comparison=compared, rival=None), ()


def _as_sure(option: Option, best: Option) -> Option:
    """`option` with the score of `best`, and all that it is made of."""
    return replace(option, score=best.score, features=best.features, question=best.question)


def _came_of_plan(option: Option, best: Option) -> bool:
    """Whether the sentence that carries the claim gives its value as a plan or a wish, and the option's as what came of it."""
    evidence, carrying = option.evidence, best.evidence
    if evidence.sentence != carrying.sentence or wished(best.mine.words):
        return False
    if to_contradict(option).chance is None or option.comparison.nearness < _OF_ONE:
        return False
    between = evidence.document.folded[carrying.span.end : evidence.span.start]
    return came_of(best.theirs, between) and not _MORE.search(between)


def _says_the_hour(option: Option, best: Option) -> bool:
    """Whether the option gives another hour of the day that carries the claim, and the carrying date gives none."""
    one, other, day = option.claim.value, option.evidence.value, best.evidence.value
    return (
        (option.evidence.sentence == best.evidence.sentence or option.score >= _SURE)
        and isinstance(one, PartialDate)
        and isinstance(other, PartialDate)
        and isinstance(day, PartialDate)
        and other.clock is not None
        and (one.first, one.last) == (other.first, other.last)
        and _tells_the_hour(one)
        and not _tells_the_hour(day)
    )


def _says_the_day(option: Option, best: Option) -> bool:
    """Whether the option gives another day within the month or year that carries the claim's day."""
    one, other, wide = option.claim.value, option.evidence.value, best.evidence.value
    if not (
        isinstance(one, PartialDate) and isinstance(other, PartialDate) and isinstance(wide, PartialDate)
    ):
        return False
    days = (one.first, one.last, other.first, other.last, wide.first, wide.last)
    if None in days or not reaches(option):
        return False
    first, last, start, end, low, high = (day or 0 for day in days)
    return first == last and start == end and low <= start <= high and low < high


def _tells_the_hour(date: PartialDate) -> bool:
    return date.clock is not None and date.clock[1] - date.clock[0] <= _AN_HOUR
