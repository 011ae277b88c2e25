"""Another person of whom a source says what the entry says of this one."""

from __future__ import annotations

from crosscheck.align.surroundings import Surroundings
from crosscheck.model.fact import Fact
from crosscheck.model.values import Wording
from crosscheck.patterns import compiled
from crosscheck.registry import kind

# What share of a claim's clause another person's clause has to say, and how much more than the evidence's own.
_SAYS_IT, _SAYS_MORE = 0.4, 0.3
# The person took part as well; a sentence of more facts than this is a list.
_TOO = compiled(r"[也亦还均都]|一[起同道]|共同")
_CROWD = 40


def rival(claim: Fact, evidence: Fact, surroundings: Surroundings) -> Fact | None:
    """Another person whose clause, beside that of the evidence, says what the claim's does: 审判长是甲，陪席的是乙."""
    entry, source = surroundings.entry, surroundings.source
    compare = kind(claim.kind).compare
    here = source.words.clause_of(evidence)
    if _TOO.search(source.text.folded, here.start, here.end):
        return None
    beside = source.beside(evidence)
    if len(beside) > _CROWD:
        return None
    said = surroundings.clause_share(claim, evidence)
    named = [fact for fact in (claim, *entry.beside(claim)) if fact.kind == claim.kind]
    found = None
    for other in beside:
        if other.kind != claim.kind or source.words.clause_of(other).touches(here):
            continue
        if any(_is_speech(fact) and fact.span.touches(other.span) for fact in beside):
            continue  # he is spoken of, not told of
        share = surroundings.clause_share(claim, other)
        if share >= max(_SAYS_IT, said + _SAYS_MORE) and not any(
            compare(fact, other).holds for fact in named
        ):
            found, said = other, share
    return found


def _is_speech(fact: Fact) -> bool:
    return isinstance(fact.value, Wording) and kind(fact.kind).speech
