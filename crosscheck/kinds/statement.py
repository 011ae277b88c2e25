"""A clause that holds no typed fact.

It agrees only where its words, or words that mean the same, stand together in a source and are said the same way;
how far that is so is for the alignment to say, so two statements never differ by themselves.
"""

from __future__ import annotations

from crosscheck.context.modality import negated
from crosscheck.kind import no_keys, nothing
from crosscheck.kinds import _wording_slot as slot
from crosscheck.model.comparison import Comparison
from crosscheck.model.fact import Fact, Mention
from crosscheck.model.step import say
from crosscheck.model.text import Text
from crosscheck.patterns import compiled
from crosscheck.registry import Kind

# A clause with a number that no kind could read is not carried by its words alone.
_NUMERAL = compiled(r"[0-9]|[二三四五六七八九十百千万亿两]")


def _find(text: Text) -> tuple[Mention, ...]:
    return ()


def _facts(text: Text, mentions: tuple[Mention, ...]) -> tuple[Fact, ...]:
    return ()


def _compare(claim: Fact, evidence: Fact) -> Comparison:
    if negated(claim.folded) != negated(evidence.folded):
        return Comparison(relation="different", steps=(say("statement.polarity"),))
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
)
