"""Quotations: what was said, shouted or written, word for word."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from operator import attrgetter

from crosscheck.kind import nothing
from crosscheck.kinds import _wording_slot as slot
from crosscheck.lexicon import either, words
from crosscheck.model.comparison import Comparison
from crosscheck.model.fact import Fact, Mention
from crosscheck.model.span import Span
from crosscheck.model.step import say
from crosscheck.model.text import Text
from crosscheck.model.values import Wording
from crosscheck.names.change import substituted
from crosscheck.names.people import Person, people
from crosscheck.names.quoted import quoted
from crosscheck.patterns import compiled
from crosscheck.registry import Kind

_DOC = """Quotations in “” or 「」: what somebody said, shouted or wrote, each slogan of a list by itself.

agree: the same words in another script, width, punctuation or line break; a part that is cut at a mark; dots for what is left out.  conflict: a word differs (内除国贼 / 内惩国贼).
unsupported: the words do not stand in the source.
Limits: short words in quotation marks are names or words held at arm's length, and no quotations."""

_MARKS = compiled(r"[\s，。、；：:,.;·“”‘’'\"《》〈〉()（）\[\]!?！？…~-]")
# What is left out of a quotation.
_DOTS = compiled(r"[…⋯]++|(?<!\.)\.{3,}+|(?<!·)·{3,}+")
_PART = 6  # characters that a quotation with dots has to say
# As near as this is an altered quotation; less near, it is another one (废除二十一条, 取消二十一条).
_ALTERED = 0.8
# What a quotation in part may leave out before its first word: who it is of, or what joins it.
_OPENER = compiled(r"先生|我们?|你们?|他们?|她们?|它们?|这|那|但是?|而且?|可是?|所以|因为|不过|因此|如果|其")
_BRACKETED = compiled(r"[(（][^()（）]*[)）]")


def find(text: Text) -> Iterator[Mention]:
    """The quotations of `text`; one with a remark in brackets is cut into its clauses: “外争国权（…），内除国贼（…）”."""
    folded = text.folded
    for one in quoted(text):
        if one.use != "quote":
            continue
        speaker = _speaker(text, one.start) or _speaker_after(text, one.end + one.closed)
        span = Span(one.start - 1, one.end + one.closed)
        yield Mention(
            kind="quote",
            span=span,
            rule="quote/said" if speaker else "quote/marks",
            rank=2,
            data=(folded[one.start : one.end].strip(), speaker),
        )


@cache
def _verb() -> re.Pattern[str]:
    return compiled(rf"(?:{either(words('speech_verbs'))})")


def _speaker(text: Text, start: int) -> str:
    """Who says what begins at `start`: the last person before the verb of speech that leads to it."""
    sentence = text.sentence_at(start).span
    lead = text.folded[sentence.start : start - 1]
    verbs = list(_verb().finditer(lead[-24:]))
    if not verbs or len(lead) - (max(0, len(lead) - 24) + verbs[-1].end()) > 8:
        return ""
    reach = sentence.start + max(0, len(lead) - 24) + verbs[-1].start()
    known = people(text)
    first = bisect_left(known, sentence.start, key=attrgetter("start"))
    before = [p for p in known[first : bisect_left(known, reach, key=attrgetter("start"))] if p.end <= reach]
    return _nearest(text, before, reach)


def _speaker_after(text: Text, end: int) -> str:
    """Who is named right after a quotation as its speaker: “……”鲁迅写道."""
    known = people(text)
    place = bisect_left(known, end, key=attrgetter("start"))
    for person in known[place : place + 1]:
        if person.start - end <= 1 and _verb().match(text.folded, person.end):
            return person.canonical
    return ""


def _nearest(text: Text, before: list[Person], reach: int) -> str:
    clause = text.clause_at(max(0, reach - 1)) if reach else None
    here = [p for p in before if clause and p.start >= clause.start]
    chosen = here[:1] or before[:1]
    return chosen[0].canonical if chosen else ""


def facts(text: Text, mentions: tuple[Mention, ...]) -> tuple[Fact, ...]:
    """The quotations among `mentions`, with their speakers."""
    return tuple(
        Fact(
            kind="quote",
            span=mention.span,
            rule=mention.rule,
            value=Wording(folded=mention.data[0], speaker=mention.data[1]),
            sentence=text.sentence_at(mention.span.start).index,
            document=text.document,
        )
        for mention in mentions
        if mention.kind == "quote"
    )


def _bare(quote: str) -> str:
    return _MARKS.sub("", _BRACKETED.sub("", quote))


def compare(claim: Fact, evidence: Fact) -> Comparison:
    """Compares two quotations word for word; `nearness` is the share of the shorter one that the other holds."""
    one, other = str(claim.value), str(evidence.value)
    if one == other:
        return Comparison(relation="identical", nearness=1.0)
    plain, bare = _bare(one), _bare(other)
    if plain == bare:
        return Comparison(
            relation="equivalent", steps=(say("quote.written", claim=one, evidence=other),), nearness=1.0
        )
    short, long = sorted((plain, bare), key=len)
    if len(short) >= 4 and short in long and not _clipped(short, one if plain == long else other):
        return Comparison(
            relation="compatible", steps=(say("quote.part", claim=one, evidence=other),), nearness=1.0
        )
    if _shortened(one, bare) or _shortened(other, plain):
        return Comparison(
            relation="compatible", steps=(say("quote.omission", claim=one, evidence=other),), nearness=1.0
        )
    near = _nearness(short, long)
    mine, theirs = _differing(plain, bare)
    step = (
        say("quote.word", claim=mine, evidence=theirs)
        if near >= 0.5
        else say("quote.other", claim=one, evidence=other)
    )
    return Comparison(relation="different", steps=(step,), nearness=near)


def _shortened(quote: str, whole: str) -> bool:
    """Whether a quotation with dots for what it leaves out (甲……乙) says the rest of `whole`, its parts in order."""
    pieces = [piece for piece in map(_bare, _DOTS.split(quote)) if piece]
    if not _DOTS.search(quote) or sum(map(len, pieces)) < _PART:
        return False
    at = 0
    for piece in pieces:
        at = whole.find(piece, at)
        if at < 0:
            return False
        at += len(piece)
    return True


def _clipped(short: str, whole: str) -> bool:
    """Whether `short` lacks a character or two of a phrase of `whole`: 每一盏灯 for 每一盏灯火.

    A quotation in part ends at a mark or drops several words; one that drops less was altered.
    """
    pieces = [piece for piece in _MARKS.split(_BRACKETED.sub("", whole)) if piece]
    ends, at = {0}, 0
    for piece in pieces:
        at += len(piece)
        ends.add(at)
    bare = "".join(pieces)
    start = bare.find(short)
    while start >= 0:
        opening = max(end for end in ends if end <= start)
        before = 0 if _OPENER.fullmatch(bare[opening:start]) else start - opening
        after = min(end for end in ends if end >= start + len(short)) - start - len(short)
        if before not in (1, 2) and after not in (1, 2):
            return False
        start = bare.find(short, start + 1)
    return True


def _nearness(short: str, long: str) -> float:
    """How near two quotations are that are not the same: 0.8 and more where one is an altered form of the other."""
    from rapidfuzz import fuzz

    near = fuzz.ratio(short, long) / 100
    if len(long) > 2 * len(short) and len(short) >= 6:
        near = max(near, fuzz.partial_ratio(short, long) / 100)
    return max(near, _ALTERED) if len(short) >= 5 and (short in long or substituted(short, long)) else near


def _differing(one: str, other: str) -> tuple[str, str]:
    """The words that differ, each with a character around it."""
    from rapidfuzz.distance import Levenshtein

    mine, theirs = [], []
    for code in Levenshtein.opcodes(one, other):
        if code.tag != "equal":
            mine.append(one[max(0, code.src_start - 1) : code.src_end + 1])
            theirs.append(other[max(0, code.dest_start - 1) : code.dest_end + 1])
    return "、".join(mine), "、".join(theirs)


def _altered(claim: Fact, evidence: Fact, comparison: Comparison) -> bool:
    return comparison.nearness >= _ALTERED


KIND = Kind(
    name="quote",
    doc=_DOC,
    find=find,
    facts=facts,
    compare=compare,
    sure=True,
    order=80,
    color="95",
    nesting=True,
    group="quote",
    keys=slot.keys,
    siblings=("title",),
    telling=slot.telling,
    coarse=nothing,
    heads=nothing,
    names=False,
    anchor=False,
    contradicts=True,
    altered=_altered,
    speech=True,
)
