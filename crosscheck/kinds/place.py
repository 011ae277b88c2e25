"""Places."""

from __future__ import annotations

from collections.abc import Iterator

from crosscheck.model.comparison import Comparison
from crosscheck.model.fact import Fact, Mention
from crosscheck.model.span import Span
from crosscheck.model.text import Text
from crosscheck.model.values import Name
from crosscheck.names.bodies import bodies
from crosscheck.names.places import related
from crosscheck.registry import Kind

_DOC = """Places: where something is or happened, sites and buildings too.

A ministry or a museum is a place where something happens in it (在苏联国防部签订).  Countries have the rule `place/country`:
as parties to an act they say nothing about where it was.

agree: the same place, coarser or finer (北京 / 北京天安门), in short (海南文昌航天发射场 / 文昌航天发射场), in another transliteration.
conflict: another place of the same act.
Limits: whether one place lies in another is known only where the name says so."""


def find(text: Text) -> Iterator[Mention]:
    """The places named in `text`."""
    for body in bodies(text):
        if body.what == "place":
            span = Span(body.start, body.end)
            yield Mention(kind="place", span=span, rule=f"place/{body.rule}", rank=0)


def facts(text: Text, mentions: tuple[Mention, ...]) -> tuple[Fact, ...]:
    """The places among `mentions`."""
    return tuple(
        Fact(
            kind="place",
            span=mention.span,
            rule=mention.rule,
            value=Name(canonical=(name := text.folded[mention.span.start : mention.span.end]), surface=name),
            sentence=text.sentence_at(mention.span.start).index,
            document=text.document,
        )
        for mention in mentions
        if mention.kind == "place"
    )


def compare(claim: Fact, evidence: Fact) -> Comparison:
    """How two places relate; spellings that a document itself calls one are one."""
    one, other = str(claim.value), str(evidence.value)
    for spellings in (*claim.document.variants, *evidence.document.variants):
        if one in spellings and other in spellings:
            return Comparison(relation="equivalent", nearness=1.0)
    return related("place", one, other)


KIND = Kind(name="place", doc=_DOC, find=find, facts=facts, compare=compare)
