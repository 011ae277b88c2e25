"""A clause that holds no typed fact, or a predicate beside typed facts: how somebody died, won, refused, what was first, caused, built.

It agrees only where its words, or words that mean the same, stand together in a source and are said the same way; it conflicts
only where all of them stand there and the source denies what the entry tells, tells what it denies, or says the opposite
(被毁 / 保全).  How far the two speak of one thing is for the alignment to say.  Which predicates are read beside typed facts
stands in ``predicates.tsv``.
"""

from __future__ import annotations

from crosscheck.context.modality import negated, opposed
from crosscheck.kind import no_keys, nothing
from crosscheck.kinds import _wording_slot as slot
from crosscheck.model.comparison import Comparison
from crosscheck.model.fact import Fact, Mention
from crosscheck.model.step import say
from crosscheck.model.text import Text
from crosscheck.patterns import compiled
from crosscheck.registry import Kind
from crosscheck.text.grams import STOP

# Two clauses that share less than this say nothing of each other.
_NEAR = 0.3
# A clause with a number that no kind could read is not carried by its words alone.
_NUMERAL = compiled(r"[0-9]|[二三四五六七八九十百千万亿两]")


def _find(text: Text) -> tuple[Mention, ...]:
    return ()


def _facts(text: Text, mentions: tuple[Mention, ...]) -> tuple[Fact, ...]:
    return ()


def _alike(one: str, other: str) -> float:
    """What share of the characters of one clause stand in the other, 0..1."""
    mine = {char for char in one if char not in STOP and char.isalnum()}
    return len(mine & set(other)) / len(mine) if mine else 0.0


def _compare(claim: Fact, evidence: Fact) -> Comparison:
    denied = negated(claim.folded) != negated(evidence.folded)
    if denied or opposed(claim.folded, evidence.folded):
        near = _alike(claim.folded, evidence.folded)
        key = "statement.polarity" if denied else "statement.opposite"
        return Comparison(
            relation="different" if near >= _NEAR else "incomparable", steps=(say(key),), nearness=near
        )
    if _NUMERAL.search(claim.folded):
        return Comparison(relation="incomparable")
    if claim.folded == evidence.folded:
        return Comparison(relation="identical", nearness=1.0)
    return Comparison(relation="compatible", steps=(say("statement.words"),), nearness=1.0)


KIND = Kind(
    name="statement",
    doc=__doc__ or "",
    find=_find,
    facts=_facts,
    compare=_compare,
    order=900,
    clauses=True,
    group="statement",
    keys=no_keys,
    telling=slot.telling,
    coarse=nothing,
    heads=nothing,
    names=False,
    anchor=False,
    plans=True,
    contradicts=True,
)
