"""Turns the options of a claim into a verdict with its reasons.

The same for every kind: a value that holds, said surely enough of the same thing, agrees; another value, said surely
of the same thing, conflicts; all else is unsupported.
"""

from __future__ import annotations

from dataclasses import replace

from crosscheck.align.options import Option
from crosscheck.align.slot import coarse, heads
from crosscheck.dates.point import COUNTED
from crosscheck.model.document import Document
from crosscheck.model.fact import Fact
from crosscheck.model.report import Alignment, Judgement
from crosscheck.model.step import Step, say
from crosscheck.model.values import Amount, PartialDate
from crosscheck.polarity import contrary
from crosscheck.registry import kind
from crosscheck.subject import opposed, outcome, planned, wished
from crosscheck.text.grams import STOP, conceptual

# Chances from which a verdict is given.
AGREE = 0.5
AGREE_COARSE = 0.65
AGREE_APART = 0.7
# The source speaks of a plan, the entry of what was done.
AGREE_PLANNED = 0.75
# The same day of a year that one of the two only takes from its context.
AGREE_ASSUMED = 0.8
# One clause says the opposite of the other, or leaves out a word of a statement: no agreement.
AGREE_OPPOSED = 1.01
# A name that stands there alone, or in another act at another time, carries next to nothing.
AGREE_NAME_ALONE = 0.9
SAID_OF_NOTHING = 0.03
NAMED = frozenset({"person", "place", "organisation"})
CONFLICT = 0.35
# Values far apart (1,500 and 500), ordinals or places contradict only where the alignment is all but sure.
CONFLICT_FAR = 0.85
CONFLICT_PLACE = 0.75
CONFLICT_PLAN = 0.75
FAR = 0.4
# Names of places and bodies as near as this may well be two spellings of one.
ALIKE = 0.8
# A quotation is an altered one from here on; below, it is another one (废除二十一条, 取消二十一条).
ALTERED = 0.8
ALTERED_TITLE = 0.5
SHORT_TITLE = 4  # with its marks: of short titles, one character makes another work
# From here another source contradicts one that agrees.
DISPUTE = 0.7
# How much surer a contradiction has to be than the best support to win over it.
MARGIN = 0.1
# A plan contradicts nothing that the source also tells as done, however unsurely.
DONE = 0.25
# Figures whose years lie further apart are two figures, not two versions of one.
SAME_YEARS = 3
NEAR_MISSES = 3
_AN_HOUR = 60


def judge(
    claim: Fact,
    options: list[Option],
    sources: tuple[Document, ...] = (),
    taken: frozenset[Fact] = frozenset(),
) -> Judgement:
    """The verdict on `claim`; evidence in `taken` is what another claim of the entry says word for word.

    `sources` are looked up for the claim's own words where nothing carries it, so that the reason can tell.
    """
    options = [o for o in options if not (o.comparison.holds and contrary(o.mine, o.theirs))]
    carrying = [option for option in options if option.comparison.holds and option.score >= _needed(option)]
    against = [
        option
        for option in options
        if _contradicts(option) and (claim.kind == "quote" or option.evidence not in taken)
    ]
    done = any(o.comparison.holds and o.score >= DONE and not o.theirs.planned for o in options)
    against = [o for o in against if not (done and o.theirs.planned and not o.mine.planned)]
    if not carrying and not against:
        return _unsupported(claim, options, sources)
    if not carrying or (against and against[0].score > carrying[0].score + MARGIN):
        return _conflict(against[0], carrying, ())
    better = next((option for option in options if _says_better(option, carrying[0])), None)
    if better:
        return _conflict(better, carrying, ())
    if carrying[0].rival is not None:
        return _conflict(_of_rival(carrying[0], carrying[0].rival), carrying, ())
    agreeing = {option.evidence.document.id for option in carrying}
    disputing = [o for o in against if o.score >= DISPUTE and o.evidence.document.id not in agreeing]
    if disputing:
        return _conflict(disputing[0], carrying, (_said(carrying[0], "note.sources-disagree"),))
    best = carrying[0]
    return Judgement(
        verdict="agree",
        relation=best.comparison.relation,
        evidence=tuple(_alignment(option) for option in carrying[:3]),
        score=best.score,
        reasons=(_said(best, "judge.agree"), *best.comparison.steps),
        notes=_plan_notes(best),
    )


def _of_rival(option: Option, rival: Fact) -> Option:
    """The option with the other person of whom the source says what the entry says of its own."""
    return replace(
        option, evidence=rival, comparison=kind(rival.kind).compare(option.claim, rival), rival=None
    )


def _conflict(best: Option, carrying: list[Option], notes: tuple[Step, ...]) -> Judgement:
    return Judgement(
        verdict="conflict",
        relation="different",
        evidence=(_alignment(best),),
        score=best.score,
        reasons=(_said(best, "judge.conflict"), *best.comparison.steps),
        notes=(*notes, *_notes(best)),
        considered=tuple(_alignment(option) for option in carrying[:NEAR_MISSES]),
    )


def _unsupported(claim: Fact, options: list[Option], sources: tuple[Document, ...]) -> Judgement:
    same = [option for option in options if option.comparison.relation in ("identical", "equivalent")]
    standing = [source for source in sources if claim.folded in source.folded]
    if same and claim.kind != "statement":
        reason = _said(same[0], "judge.elsewhere")
    elif standing:
        reason = say("judge.stands", claim=_line(claim.text), source=standing[0].title)
    else:
        reason = say("judge.unsupported", claim=_line(claim.text))
    return Judgement(
        verdict="unsupported",
        relation=None,
        evidence=(),
        score=0.0,
        reasons=(reason,),
        considered=tuple(_alignment(option) for option in options[:NEAR_MISSES]),
    )


def _contradicts(option: Option) -> bool:
    if option.comparison.relation != "different":
        return False
    if option.claim.kind in ("place", "organisation"):
        return option.score >= CONFLICT_PLACE and _of_one_sort(option)
    if option.comparison.nearness < {"quote": ALTERED, "title": ALTERED_TITLE}.get(option.claim.kind, 0.0):
        return False
    if option.claim.kind == "title" and not (_marked(option.claim) and _marked(option.evidence)):
        return False  # 神舟六号 and 神舟八号 are two ships, not one title miswritten
    if option.claim.kind == "quantity" and _years_apart(option) > SAME_YEARS:
        return False  # a figure of another year
    if option.theirs.planned and not option.mine.planned:
        return option.score >= CONFLICT_PLAN
    far = option.claim.kind in ("date", "quantity") and option.comparison.nearness < FAR
    far = far or (isinstance(option.claim.value, Amount) and option.claim.value.sense == "ordinal")
    return option.score >= (CONFLICT_FAR if far else CONFLICT)


def _years_apart(option: Option) -> float:
    """How many years lie between the occasions of a claim and an evidence, 0 where one of them is not told."""
    one, other = option.mine.occasion, option.theirs.occasion
    if one is None or other is None or None in (one.first, one.last, other.first, other.last):
        return 0.0
    assert one.first and one.last and other.first and other.last
    return max(0, one.first - other.last, other.first - one.last) / 366


def _of_one_sort(option: Option) -> bool:
    """Whether two names name things of one sort (two universities) and are no spellings of one (南城门, 南门)."""
    return heads(option.claim.value, option.evidence.value) > 0 and option.comparison.nearness < ALIKE


def _says_better(option: Option, best: Option) -> bool:
    """Whether the sentence that carries a claim says more of it, and that contradicts: the hour of the day, the outcome of a plan."""
    evidence, carrying = option.evidence, best.evidence
    together = evidence.sentence == carrying.sentence
    if option.comparison.relation != "different" or evidence.document is not carrying.document:
        return False
    if together and (best.theirs.planned or wished(best.theirs.words)) and not wished(best.mine.words):
        return outcome(evidence.document.folded[carrying.span.end : evidence.span.start])
    one, other, day = option.claim.value, evidence.value, carrying.value
    return (
        (together or option.score >= CONFLICT)
        and isinstance(one, PartialDate)
        and isinstance(other, PartialDate)
        and isinstance(day, PartialDate)
        and bool(one.clock and other.clock)
        and (one.first, one.last) == (other.first, other.last)
        and (day.clock is None or day.clock[1] - day.clock[0] > _AN_HOUR)
    )


def _marked(fact: Fact) -> bool:
    """Whether a title stands in the marks of a title, or is that of a prize, and is no mere name."""
    return (fact.folded[:1] in "《〈" and len(fact.span) > SHORT_TITLE) or fact.folded[-1:] in "奖章"


def _needed(option: Option) -> float:
    """The chance from which an option carries: more where the source is much coarser, or speaks of another time or act."""
    context = option.context
    if opposed(option.mine.words, option.theirs.words):
        return AGREE_OPPOSED
    if option.claim.kind == "statement":
        return AGREE if _complete(option) else AGREE_OPPOSED
    if any(step.key == "date.year-assumed" for step in option.comparison.steps) or _counted(option.evidence):
        return AGREE_ASSUMED
    if option.claim.kind == "date" and context.act < 0:
        return AGREE_ASSUMED
    if option.claim.kind in ("date", "quantity") and option.theirs.planned and not option.mine.planned:
        return AGREE_PLANNED
    if coarse(option.claim.value, option.evidence.value) > 0.5:
        return AGREE_COARSE
    if option.claim.kind in NAMED and (
        context.coverage < SAID_OF_NOTHING or (context.occasion <= -1 and context.act < 0)
    ):
        return AGREE_NAME_ALONE
    if option.claim.kind in NAMED:
        return AGREE_APART if context.occasion <= -1 or context.act < 0 else AGREE
    return AGREE_APART if context.occasion <= -1 and option.claim.kind == "quantity" else AGREE


def _counted(fact: Fact) -> bool:
    return isinstance(fact.value, PartialDate) and COUNTED in fact.value.steps


def _complete(option: Option) -> bool:
    """Whether every word of a statement, or one that means the same, stands in the sentence of its evidence."""
    said = set(conceptual(option.theirs.said))
    return all(
        char in said for char in conceptual(option.claim.folded) if char not in STOP and char.isalnum()
    )


def _alignment(option: Option) -> Alignment:
    context = option.context
    return Alignment(
        claim=option.claim,
        evidence=option.evidence,
        score=option.score,
        why=(
            ("coverage", round(context.coverage, 3)),
            ("mass", round(context.mass, 3)),
            ("occasion", round(context.occasion, 3)),
            ("reverse", round(context.reverse, 3)),
        ),
    )


def _said(option: Option, key: str) -> Step:
    return say(
        key,
        claim=_line(option.claim.text),
        evidence=_line(option.evidence.text),
        source=option.evidence.document.title,
    )


def _line(text: str) -> str:
    """`text` on one line, without its outer quotation marks: the sentence around it has its own."""
    return " ".join(text.split()).strip('“”「」『』"')


def _notes(option: Option) -> tuple[Step, ...]:
    """What an editor should know of a conflict besides: another occasion, a plan held against what was done."""
    mine, theirs = option.mine.occasion, option.theirs.occasion
    if option.claim.kind != "date" and mine and theirs and option.context.occasion < 0:
        return (say("note.occasion", claim=mine, evidence=theirs), *_plan_notes(option))
    return _plan_notes(option)


def _plan_notes(option: Option) -> tuple[Step, ...]:
    if option.claim.kind not in ("date", "quantity", "statement"):
        return ()
    mine, theirs = planned(option.mine.words), planned(option.theirs.words)
    if mine == theirs:
        return ()
    return (say("note.plan-claim" if mine else "note.plan-evidence"),)
