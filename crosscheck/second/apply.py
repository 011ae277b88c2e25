"""Revises a judgement by an answer.  The reader says where to look and what it found; crosscheck compares the values itself.

An answer that is void, that claims two values to be equal which are not, or that may not change what it would, changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from crosscheck.align.option import Option, related
from crosscheck.context.modality import opposed
from crosscheck.model.comparison import Comparison
from crosscheck.model.fact import Fact
from crosscheck.model.report import Alignment, Judgement, Revision
from crosscheck.model.step import Step, say
from crosscheck.model.values import Name, Wording
from crosscheck.registry import evidence_for, kind
from crosscheck.second.answer import Answer, Quoted, quoted, void
from crosscheck.second.question import Question

# Steps of a comparison after which one value is only coarser than the other: less of a date, a part or short form of a name.
_COARSER = frozenset(
    {"finer", "within", "year-open", "part-of-day", "part", "short", "surname", "body-left-out", "lead"}
)
_ORDER = {"identical": 0, "equivalent": 1, "compatible": 2, "different": 3, "incomparable": 4}


def revised(
    claim: Fact,
    judgement: Judgement,
    options: list[Option],
    question: Question,
    answer: Answer,
    allow: frozenset[str],
) -> Judgement:
    """`judgement` as `answer` leaves it."""
    if void(question, answer):
        return judgement
    quote = quoted(question, answer)
    if quote is None or answer.relation == "other-occasion":
        return _withdrawn(judgement, quote, claim, answer, allow)
    found = _held(claim, options, quote)
    if answer.relation == "states":
        return _stated(claim, judgement, quote, found, answer, allow)
    return _contradicted(claim, judgement, quote, found, answer, allow)


def _withdrawn(
    judgement: Judgement, quote: Quoted | None, claim: Fact, answer: Answer, allow: frozenset[str]
) -> Judgement:
    """A conflict or a weak agreement that the reader does not find: nothing supports the claim then."""
    wanted = {"conflict": "take-back", "agree": "doubt"}.get(judgement.verdict)
    if wanted is None or wanted not in allow:
        return judgement
    return replace(
        judgement,
        verdict="unsupported",
        relation=None,
        evidence=(),
        score=0.0,
        reasons=(say(f"second.{answer.relation}", model=answer.model, claim=claim.line),),
        considered=(*judgement.evidence, *judgement.considered)[:3],
        revision=_revision(judgement, answer, quote, claim),
    )


def _stated(
    claim: Fact,
    judgement: Judgement,
    quote: Quoted,
    found: list[tuple[Fact, Comparison, float]],
    answer: Answer,
    allow: frozenset[str],
) -> Judgement:
    holding = [row for row in found if row[1].holds]
    if not holding and (found or not _reworded(claim, quote)):
        return judgement
    fact, compared, score = holding[0] if holding else _worded(claim, quote)
    if judgement.verdict == "agree":
        return replace(judgement, revision=_revision(judgement, answer, quote, claim))
    needed = {"agree"} | ({"take-back"} if judgement.verdict == "conflict" else set())
    needed |= set() if _close(claim, compared) else {"loose"}
    if not needed <= allow:
        return judgement
    return _made("agree", claim, judgement, quote, (fact, compared, score), answer)


def _contradicted(
    claim: Fact,
    judgement: Judgement,
    quote: Quoted,
    found: list[tuple[Fact, Comparison, float]],
    answer: Answer,
    allow: frozenset[str],
) -> Judgement:
    differing = [row for row in found if row[1].relation == "different"]
    known = kind(claim.kind)
    if any(row[1].holds for row in found) or not known.contradicts:
        return judgement
    if not differing and not known.clauses:
        return judgement
    if judgement.verdict == "conflict":
        return replace(judgement, revision=_revision(judgement, answer, quote, claim))
    needed = {"conflict"} | ({"doubt"} if judgement.verdict == "agree" else set())
    if not needed <= allow:
        return judgement
    row = differing[0] if differing else (_quotation(claim, quote), Comparison(relation="different"), 0.0)
    return _made("conflict", claim, judgement, quote, row, answer)


def _made(
    verdict: str,
    claim: Fact,
    judgement: Judgement,
    quote: Quoted,
    row: tuple[Fact, Comparison, float],
    answer: Answer,
) -> Judgement:
    fact, compared, score = row
    words = {"claim": claim.line, "evidence": fact.line, "source": fact.document.title}
    steps: tuple[Step, ...] = (say(f"second.{verdict}", model=answer.model, **words), *compared.steps)
    one = Alignment(claim=claim, evidence=fact, score=score, relation=compared.relation, needed=None)
    return Judgement(
        verdict="agree" if verdict == "agree" else "conflict",
        relation=compared.relation,
        evidence=(one,),
        score=score,
        reasons=steps,
        considered=tuple(a for a in (*judgement.evidence, *judgement.considered) if a.evidence != fact)[:3],
        revision=_revision(judgement, answer, quote, claim),
    )


def _revision(judgement: Judgement, answer: Answer, quote: Quoted | None, claim: Fact) -> Revision:
    return Revision(
        model=answer.model,
        verdict=judgement.verdict,
        answer=answer.relation,
        quote=_quotation(claim, quote) if quote else None,
    )


def _held(claim: Fact, options: list[Option], quote: Quoted) -> list[tuple[Fact, Comparison, float]]:
    """The facts of the quotation that the claim is held against, with how they relate: those that hold first, the surest first."""
    known = kind(claim.kind)
    if known.clauses:
        return []
    scores = {option.evidence: option.score for option in options}
    rows = []
    for fact in dict.fromkeys(_facts(claim, options, quote)):
        compared = related(claim, fact, known.compare(claim, fact))
        rows.append((fact, compared, scores.get(fact, 0.0)))
    return sorted(rows, key=lambda row: (_ORDER[row[1].relation], -row[2], row[0].span))


def _facts(claim: Fact, options: list[Option], quote: Quoted) -> Iterator[Fact]:
    document = quote.passage.text.document
    kinds = evidence_for(claim.kind)
    for fact in quote.passage.source.scene.facts:
        if fact.kind in kinds and fact.span.touches(quote.span):
            yield fact
    for option in options:
        if option.evidence.document is document and option.evidence.span.touches(quote.span):
            yield option.evidence
    if kind(claim.kind).names or isinstance(claim.value, Name | Wording):
        at = document.folded.find(claim.folded, quote.span.start, quote.span.end)
        if at >= 0:
            yield replace(
                claim,
                span=type(claim.span)(at, at + len(claim.folded)),
                rule="second-reader",
                sentence=quote.passage.text.sentence_at(at).index,
                document=document,
            )


def _reworded(claim: Fact, quote: Quoted) -> bool:
    """Whether a quotation without a value to compare can carry a claim: it says no opposite of it."""
    folded = quote.passage.text.folded[quote.span.start : quote.span.end]
    return not opposed(claim.folded, folded)


def _worded(claim: Fact, quote: Quoted) -> tuple[Fact, Comparison, float]:
    step = say("second.in-other-words")
    return _quotation(claim, quote), Comparison(relation="compatible", steps=(step,), nearness=1.0), 0.0


def _quotation(claim: Fact, quote: Quoted) -> Fact:
    """The quotation as a fact of the claim's kind."""
    document = quote.passage.text.document
    return Fact(
        kind=claim.kind,
        span=quote.span,
        rule="second-reader",
        value=Wording(folded=document.folded[quote.span.start : quote.span.end]),
        sentence=quote.passage.text.sentence_at(quote.span.start).index,
        document=document,
    )


def _close(claim: Fact, compared: Comparison) -> bool:
    """Whether values differ in script and granularity alone; what has no value but its words is left to the reader."""
    if compared.relation in ("identical", "equivalent") or kind(claim.kind).clauses:
        return True
    return all(step.key.partition(".")[2] in _COARSER for step in compared.steps)
