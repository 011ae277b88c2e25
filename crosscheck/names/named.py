"""Places and organisations as facts: one way of finding, valuing and comparing them, for both kinds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from crosscheck.model.comparison import Comparison
from crosscheck.model.fact import Fact, Mention
from crosscheck.model.span import Span
from crosscheck.model.text import Text
from crosscheck.model.values import Name
from crosscheck.names.bodies import bodies
from crosscheck.names.places import related
from crosscheck.patterns import compiled

# A place whose name begins with a numeral: 二户市, 九江县, 三门峡.
_NUMERAL_FIRST = compiled(
    r"[一二三四五六七八九十百千万两][\u3400-\u9fff]{1,3}[市县区镇村岛山州]$|\d+[师旅团军厂]"
)

What = Literal["place", "organisation"]


def find(what: What, text: Text) -> Iterator[Mention]:
    """What `text` names of the kind `what`."""
    for body in bodies(text):
        if body.what == what:
            counted = _NUMERAL_FIRST.match(text.folded, body.start, body.end)
            rank = 3 if counted and body.rule != "country" else 0  # 二户市 is a town, no two households
            yield Mention(kind=what, span=Span(body.start, body.end), rule=f"{what}/{body.rule}", rank=rank)


def facts(what: What, text: Text, mentions: tuple[Mention, ...]) -> tuple[Fact, ...]:
    """Those among `mentions` that are of the kind `what`, each with its name."""
    return tuple(
        Fact(
            kind=what,
            span=mention.span,
            rule=mention.rule,
            value=Name(canonical=text.folded[mention.span.start : mention.span.end]),
            sentence=text.sentence_at(mention.span.start).index,
            document=text.document,
        )
        for mention in mentions
        if mention.kind == what
    )


def compare(what: What, claim: Fact, evidence: Fact) -> Comparison:
    """How two names relate; spellings that a document itself calls one are one."""
    one, other = str(claim.value), str(evidence.value)
    for spellings in (*claim.document.variants, *evidence.document.variants):
        if one in spellings and other in spellings:
            return Comparison(relation="equivalent", nearness=1.0)
    return related(what, one, other)
