"""Organisations."""

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

_DOC = """Organisations: ministries, companies, universities, museums, delegations, parties.

agree: the same body, in short too (北大 / 北京大学; 物理研究所 / 中国科学院物理研究所).  conflict: another body in the same part of the act.
Limits: a part of a body (a faculty, a branch) is another body."""


def find(text: Text) -> Iterator[Mention]:
    """The organisations named in `text`."""
    for body in bodies(text):
        if body.what == "organisation":
            span = Span(body.start, body.end)
            yield Mention(kind="organisation", span=span, rule=f"organisation/{body.rule}", rank=0)


def facts(text: Text, mentions: tuple[Mention, ...]) -> tuple[Fact, ...]:
    """The organisations among `mentions`."""
    return tuple(
        Fact(
            kind="organisation",
            span=mention.span,
            rule=mention.rule,
            value=Name(canonical=(name := text.folded[mention.span.start : mention.span.end]), surface=name),
            sentence=text.sentence_at(mention.span.start).index,
            document=text.document,
        )
        for mention in mentions
        if mention.kind == "organisation"
    )


def compare(claim: Fact, evidence: Fact) -> Comparison:
    """How two organisations relate; spellings that a document itself calls one are one."""
    one, other = str(claim.value), str(evidence.value)
    for spellings in (*claim.document.variants, *evidence.document.variants):
        if one in spellings and other in spellings:
            return Comparison(relation="equivalent", nearness=1.0)
    return related("organisation", one, other)


KIND = Kind(name="organisation", doc=_DOC, find=find, facts=facts, compare=compare)
