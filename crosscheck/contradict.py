"""Where one document contradicts itself: the same slot of the same subject, said twice with values that cannot both hold.

Context alone does not tell: of the pairs that the alignment calls all but surely contradictory within one text, next to
none is (two lines that opened, two scores, two strikes).  So only slots count that a subject fills once and whose
subject is plain; see `crosscheck.slots`.
"""

from __future__ import annotations

from crosscheck.align.surroundings import same_occasion
from crosscheck.context.scene import Scene
from crosscheck.model.fact import Fact
from crosscheck.model.report import Alignment
from crosscheck.model.step import Step, say
from crosscheck.registry import kind
from crosscheck.slots import filled

# How sure a pair is: both slots are read off the page, no chance is worked out.
SURE = 0.9


def within(scene: Scene) -> tuple[Alignment, ...]:
    """The pairs of facts of one document that contradict each other, in its order; the earlier one is the `claim`.

    `scene` has its facts.  A slot with three values or more is a series and gives none.
    """
    slots: dict[tuple[str, str], list[Fact]] = {}
    for found in filled(scene):
        slots.setdefault((found.subject, found.slot), []).append(found.fact)
    pairs = [pair for facts in slots.values() for pair in _contradicting(scene, facts)]
    return tuple(
        Alignment(claim=one, evidence=other, score=SURE)
        for one, other in sorted(pairs, key=lambda pair: (pair[0].span, pair[1].span))
    )


def said(pair: Alignment) -> Step:
    """A pair in words: what the document says at one place and at another."""
    document, values = pair.claim.document, {"claim": pair.claim.line, "evidence": pair.evidence.line}
    if document.role == "entry":
        return say("contradict.entry", **values)
    return say("contradict.source", **values, source=document.title)


def _contradicting(scene: Scene, facts: list[Fact]) -> list[tuple[Fact, Fact]]:
    """The two facts of a slot that cannot both hold, the first of each value.

    None where there are more values than two, nor where one paragraph states both: it then tells of two events.
    """
    apart: list[Fact] = []
    for fact in sorted(facts, key=lambda fact: fact.span):
        if all(_differ(fact, other) for other in apart):
            apart.append(fact)
    if len(apart) != 2:
        return []
    one, other = apart
    blocks = [{_block(scene, fact) for fact in facts if not _differ(fact, value)} for value in apart]
    if blocks[0] & blocks[1]:
        return []
    if one.kind == "quantity" and same_occasion(scene.occasion(one), scene.occasion(other)) < 0:
        return []
    return [(one, other)]


def _block(scene: Scene, fact: Fact) -> int:
    return scene.text.sentences[fact.sentence].block


def _differ(one: Fact, other: Fact) -> bool:
    if one.kind != other.kind:
        return False
    compare = kind(one.kind).compare
    return compare(one, other).relation == "different" and compare(other, one).relation == "different"
