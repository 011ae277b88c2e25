"""Named things that are no person, place, body or title: events, laws, craft, models, software, and what links name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crosscheck.kind import nothing
from crosscheck.kinds import _wording_slot as slot
from crosscheck.model.comparison import Comparison
from crosscheck.model.document import Block
from crosscheck.model.fact import Fact, Mention
from crosscheck.model.span import Span
from crosscheck.model.step import say
from crosscheck.model.text import Text
from crosscheck.model.values import Wording
from crosscheck.names import thing_names
from crosscheck.names.bodies import bodies
from crosscheck.names.craft import craft
from crosscheck.names.events import events
from crosscheck.names.latin_names import latin_names
from crosscheck.names.linked_things import linked_things
from crosscheck.names.name_fields import name_fields
from crosscheck.names.people import people
from crosscheck.names.quoted_things import quoted_things
from crosscheck.patterns import compiled
from crosscheck.registry import Kind

_DOC = """Things: what has a name and is no person, place, organisation or title.

Read are links, unless they are common nouns; names in Latin letters (Multics, PDP-11/20, BBC, D3115次); events and laws by
their last word (辽沈战役, “7·23”事故, 马关条约); ships, their classes and other models (驱逐舰济南号, 歼-15); names in quotation marks.

agree: the same name in another script, width, case, with or without hyphens and spaces, in short (PDP-11 / PDP 11).
conflict: another number of one model (CRH2 / CRH3).  unsupported: another name.
Limits: what is only a common noun is told by a table of common words."""

# What is in brackets right behind a person or a place is how its name is written elsewhere.
_GLOSS = compiled(r"\s?[（(](?:[\u3400-\u9fff]{1,4}[:：]\s?)?$")


def find(text: Text) -> Iterator[Mention]:
    """The names of things in `text`; what another kind reads there too is for `extract.settle` to settle."""
    folded = text.folded
    known = {(body.start, body.end) for body in bodies(text)}
    known.update((person.start, person.end) for person in people(text))
    glossed = {person.end for person in people(text)}
    glossed.update(body.end for body in bodies(text) if body.what == "place")
    for start, end in linked_things(text):
        yield _mention(folded, start, end, "link", 1)
    for start, end in name_fields(text):
        yield _mention(folded, start, end, "field", 1)
    for start, end in events(folded):
        yield _mention(folded, start, end, "event", 3)
    for start, end in craft(folded):
        yield _mention(folded, start, end, "craft", 2)
    for start, end in quoted_things(text):
        if (start, end) in known:
            continue
        yield Mention(
            kind="thing",
            span=Span(start - 1, end + 1),
            rule="thing/quoted",
            rank=2,
            data=(folded[start:end],),
        )
    cuts = frozenset(link.span.end for link in text.document.links)
    for block in text.document.blocks:
        for start, end in latin_names(folded, _begin(block), block.span.end, cuts):
            if not _is_gloss(folded, start, glossed):
                yield _mention(folded, start, end, "latin", 2)


def _begin(block: Block) -> int:
    """Where the words of a block begin: the label of a field is none of them."""
    return block.span.start + (len(block.label) if block.kind == "field" else 0)


def _is_gloss(folded: str, start: int, ends: set[int]) -> bool:
    """Whether a Latin name stands in brackets right behind a person or a place that is named by it once more."""
    before = _GLOSS.search(folded, max(0, start - 8), start)
    return before is not None and before.start() in ends


def _mention(folded: str, start: int, end: int, rule: str, rank: int) -> Mention:
    return Mention(
        kind="thing", span=Span(start, end), rule=f"thing/{rule}", rank=rank, data=(folded[start:end],)
    )


def facts(text: Text, mentions: tuple[Mention, ...]) -> tuple[Fact, ...]:
    """The things among `mentions`, without their marks."""
    return tuple(
        Fact(
            kind="thing",
            span=mention.span,
            rule=mention.rule,
            value=Wording(folded=re.sub(r"\s+", " ", mention.data[0]).strip()),
            sentence=text.sentence_at(mention.span.start).index,
            document=text.document,
        )
        for mention in mentions
        if mention.kind == "thing"
    )


def compare(claim: Fact, evidence: Fact) -> Comparison:
    """How two names relate: one name, one in short, two numbers of one model, or two things that say nothing of each other."""
    one, other = str(claim.value), str(evidence.value)
    if one == other:
        return Comparison(relation="identical", nearness=1.0)
    for spellings in (*claim.document.variants, *evidence.document.variants):
        if one in spellings and other in spellings:
            return Comparison(relation="equivalent", nearness=1.0)
    related = thing_names.related(one, other)
    step = say(f"thing.{related}", claim=one, evidence=other)
    if related in ("written", "lexicon"):
        return Comparison(relation="equivalent", steps=(step,), nearness=1.0)
    if related == "short":
        return Comparison(relation="compatible", steps=(step,), nearness=1.0)
    if related == "number":
        return Comparison(relation="different", steps=(step,), nearness=0.8)
    return Comparison(relation="incomparable", steps=(step,))


KIND = Kind(
    name="thing",
    doc=_DOC,
    find=find,
    facts=facts,
    compare=compare,
    order=75,
    color="96",
    yielding=True,
    worded=True,
    group="title",
    keys=slot.keys,
    siblings=("title", "organisation", "place", "quote"),
    also_for=("organisation", "title"),
    telling=slot.telling,
    coarse=nothing,
    heads=nothing,
    names=False,
    contradicts=True,
)
