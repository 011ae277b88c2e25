"""Turns the options of a claim into a verdict with its reasons.

The same for every kind: a value that holds, said surely enough of the same thing, agrees; another value, said surely
of the same thing, conflicts; all else is unsupported.
"""

from __future__ import annotations

from crosscheck.align.option import Option
from crosscheck.context.modality import planned
from crosscheck.context.polarity import contrary
from crosscheck.model.document import Document
from crosscheck.model.fact import Fact
from crosscheck.model.report import Alignment, Judgement, Part
from crosscheck.model.step import Step, say
from crosscheck.registry import kind
from crosscheck.verdict.overruled import overruled
from crosscheck.verdict.thresholds import needed, reaches

# From here another source contradicts one that agrees.
DISPUTE = 0.4
# How much surer a contradiction has to be than the best support to win over it.
MARGIN = 0.1
# A plan contradicts nothing that the source also tells as done, however unsurely.
DONE = 0.25
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
    options = [
        o for o in options if not (o.comparison.holds and o.score >= DONE and contrary(o.mine, o.theirs))
    ]
    carrying = [option for option in options if option.comparison.holds and reaches(option)]
    against = [
        option
        for option in options
        if option.comparison.relation == "different"
        and reaches(option)
        and (option.kind.speech or option.evidence not in taken)
    ]
    done = any(o.comparison.holds and o.score >= DONE and not o.theirs.planned for o in options)
    against = [o for o in against if not (done and o.theirs.planned and not o.mine.planned)]
    if not carrying and not against:
        return _unsupported(claim, options, sources)
    if not carrying or (against and against[0].score > carrying[0].score + MARGIN):
        return _conflict(against[0], carrying, ())
    better = overruled(carrying[0], options)
    if better:
        return _conflict(better[0], carrying, better[1])
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
    if same and not kind(claim.kind).clauses:
        reason = _said(same[0], "judge.elsewhere")
    elif standing:
        reason = say("judge.stands", claim=_line(claim), source=standing[0].title)
    else:
        reason = say("judge.unsupported", claim=_line(claim))
    return Judgement(
        verdict="unsupported",
        relation=None,
        evidence=(),
        score=0.0,
        reasons=(reason,),
        considered=tuple(_alignment(option) for option in options[:NEAR_MISSES]),
    )


def _alignment(option: Option) -> Alignment:
    return Alignment(
        claim=option.claim,
        evidence=option.evidence,
        score=option.score,
        relation=option.comparison.relation,
        needed=needed(option),
        why=tuple(Part(part.name, round(part.value, 3), round(part.adds, 3)) for part in option.parts()),
    )


def _said(option: Option, key: str) -> Step:
    return say(
        key,
        claim=_line(option.claim),
        evidence=_line(option.evidence),
        source=option.evidence.document.title,
    )


def _line(fact: Fact) -> str:
    """The words of `fact` on one line, without its outer quotation marks: the sentence around it has its own."""
    return fact.line.strip('“”「」『』"')


def _notes(option: Option) -> tuple[Step, ...]:
    """What an editor should know of a conflict besides: another occasion, a plan held against what was done."""
    mine, theirs = option.mine.occasion, option.theirs.occasion
    if mine and theirs and option.context.occasion < 0:
        return (say("note.occasion", claim=mine, evidence=theirs), *_plan_notes(option))
    return _plan_notes(option)


def _plan_notes(option: Option) -> tuple[Step, ...]:
    if not option.kind.plans:
        return ()
    mine, theirs = planned(option.mine.words), planned(option.theirs.words)
    if mine == theirs:
        return ()
    return (say("note.plan-claim" if mine else "note.plan-evidence"),)
