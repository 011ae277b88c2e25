"""Persons."""

from __future__ import annotations

from collections.abc import Iterator

from crosscheck import names
from crosscheck.kinds._name_slot import ends
from crosscheck.model.comparison import Comparison
from crosscheck.model.fact import Fact, Mention
from crosscheck.model.span import Span
from crosscheck.model.text import Text
from crosscheck.model.values import Name
from crosscheck.names.people import people
from crosscheck.names.words import surnames
from crosscheck.registry import Kind, Short

_DOC = """Persons: who is named, in every spelling of the name.

A name is told by its link, by its Latin form in brackets, by middle dots, by an office or a verb of speech beside it, or
by the recogniser; then it is found again wherever it stands, also in short (聂帅) where the text says who is meant.

agree: 陆徵祥 / 陆征祥; Ken Thompson / 肯·汤普逊; 赫鲁晓夫 / 赫鲁雪夫; 卡尔·马克思 / 马克思.  conflict: another person in the same part of the act.
A ruler's number is part of the name: 乔治三世 is not 乔治四世.
Limits: namesakes cannot be told apart; a bare surname (孙被选为会长) stands for its bearer only where the text shows that it is one."""


def find(text: Text) -> Iterator[Mention]:
    """The persons named in `text`."""
    for person in people(text):
        yield Mention(
            kind="person",
            span=Span(person.start, person.end),
            rule=f"person/{person.rule}",
            rank=1,
            data=(person.canonical, person.latin, person.steps),
        )


def facts(text: Text, mentions: tuple[Mention, ...]) -> tuple[Fact, ...]:
    """The persons among `mentions`, with their full names."""
    return tuple(
        Fact(
            kind="person",
            span=mention.span,
            rule=mention.rule,
            value=Name(
                canonical=mention.data[0],
                latin=mention.data[1],
                steps=mention.data[2],
            ),
            sentence=text.sentence_at(mention.span.start).index,
            document=text.document,
        )
        for mention in mentions
        if mention.kind == "person"
    )


def compare(claim: Fact, evidence: Fact) -> Comparison:
    """Whether two names are one person's name; names that a document itself calls one are one."""
    one, other = claim.value, evidence.value
    assert isinstance(one, Name) and isinstance(other, Name)
    for spellings in (*claim.document.variants, *evidence.document.variants):
        if one.canonical in spellings and other.canonical in spellings:
            return Comparison(relation="equivalent", nearness=1.0)
    return names.same(one.canonical, other.canonical, one.latin, other.latin)


_GIVEN = 2  # characters of a given name that can stand for the whole
_KIN = frozenset("子女儿妻弟兄哥姐妹父母侄孙")
_ADDRESS = ("先生", "同志", "女士")


def _shorts(name: str, text: Text) -> Iterator[Short]:
    """The last part of a foreign name; a given name, where the whole never stands."""
    if "·" in name:
        last = name.rpartition("·")[2]
        yield Short(last, last, ends)
    elif len(name) == 1 + _GIVEN and name[0] in surnames() and name not in text.folded:
        yield Short(name[1:], name, _is_given)


def _is_given(folded: str, span: Span) -> bool:
    """Whether a given name stands there, and no word (解放军, 新华社): told by what is right beside it."""
    before, after = folded[max(0, span.start - 1) : span.start], folded[span.end : span.end + 2]
    return before not in surnames() and (before in _KIN or after in _ADDRESS)


KIND = Kind(
    name="person",
    doc=_DOC,
    find=find,
    facts=facts,
    compare=compare,
    sure=True,
    order=30,
    color="32",
    recognised=True,
    worded=True,
    shorts=_shorts,
    group="person",
    rivals=True,
)
