"""Turns the options of a claim into a verdict with its reasons.

The same for every kind: a value that holds, said surely enough of the same thing, agrees; another value, said surely
of the same thing, conflicts; all else is unsupported.
"""

from __future__ import annotations

from crosscheck.align.options import Option
from crosscheck.align.slot import coarse
from crosscheck.model.document import Document
from crosscheck.model.fact import Fact
from crosscheck.model.report import Alignment, Judgement
from crosscheck.model.step import Step, say
from crosscheck.model.values import Amount
from crosscheck.polarity import contrary
from crosscheck.subject import opposed, planned
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
CONFLICT = 0.5
# Values far apart (1,500 and 500), ordinals or places contradict only where the alignment is all but sure.
CONFLICT_FAR = 0.85
CONFLICT_PLACE = 0.75
CONFLICT_PLAN = 0.75
CONFLICT_NEVER = 1.01
FAR = 0.4
# A quotation is an altered one from here on; below, it is another one (废除二十一条, 取消二十一条).
ALTERED = 0.8
SHORT_TITLE = 7  # with its marks: of short titles, one character makes another work
# From here another source contradicts one that agrees.
DISPUTE = 0.7
# How much surer a contradiction has to be than the best support to win over it.
MARGIN = 0.1
NEAR_MISSES = 3


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
    if not carrying and not against:
        return _unsupported(claim, options, sources)
    if not carrying or (against and against[0].score > carrying[0].score + MARGIN):
        return _conflict(against[0], carrying, ())
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
    return option.comparison.relation == "different" and option.score >= _needed_against(option)


def _needed_against(option: Option) -> float:
    """The chance from which an option with another value contradicts."""
    if option.claim.kind in ("place", "organisation"):
        return CONFLICT_PLACE
    if option.claim.kind in ("quote", "title") and option.comparison.nearness < ALTERED:
        return CONFLICT_NEVER
    if option.claim.kind == "title" and not (_marked(option.claim) and _marked(option.evidence)):
        return CONFLICT_NEVER  # 神舟六号 and 神舟八号 are two ships, not one title miswritten
    if option.theirs.planned and not option.mine.planned:
        return CONFLICT_PLAN
    far = option.claim.kind in ("date", "quantity") and option.comparison.nearness < FAR
    far = far or (isinstance(option.claim.value, Amount) and option.claim.value.sense == "ordinal")
    return CONFLICT_FAR if far else CONFLICT


def _marked(fact: Fact) -> bool:
    """Whether a title stands in the marks of a title, and is no mere name."""
    return fact.folded[:1] in "《〈" and len(fact.span) > SHORT_TITLE


def _needed(option: Option) -> float:
    """The chance from which an option carries: more where the source is much coarser, or speaks of another time or act."""
    context = option.context
    if opposed(option.mine.words, option.theirs.words):
        return AGREE_OPPOSED
    if option.claim.kind == "statement":
        return AGREE if _complete(option) else AGREE_OPPOSED
    if any(step.key == "date.year-assumed" for step in option.comparison.steps):
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
        relation=option.comparison.relation,
        needed=_needed(option) if option.comparison.holds else _needed_against(option),
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
