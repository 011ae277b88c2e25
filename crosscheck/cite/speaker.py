"""The right words in another mouth: a quotation that the sources give to somebody else.

Told only where nothing else can be meant: every source that has the words names a speaker for them, always another
person, whom the entry's sentence does not name; and the person whom the entry names is known to the source, elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from crosscheck.cite.interface import Fault
from crosscheck.cite.letters import Letters, letters_of, reduced
from crosscheck.cite.quotes import SHORT
from crosscheck.model.document import Document
from crosscheck.model.fact import Fact
from crosscheck.model.span import Span
from crosscheck.model.step import say
from crosscheck.model.values import Wording
from crosscheck.patterns import compiled

# Letters between two names that a word such as 即 or a bracket may make one person: 鲁迅（原名周树人）.
_ALIAS_REACH = 8
# Before a name: it is spoken to, or one of several.  After it: somebody or something of that person.
_TO = (
    "对", "向", "给", "与", "和", "跟", "同", "告诉", "问", "致", "为", "替", "被", "把", "请", "让", "由", "代", "、", "及",
)  # fmt: skip
_OF = ("的", "之", "等", "、", "和", "与", "及", "夫", "家", "派", "(", "（")
# How far before a quotation its sentence may begin.
_LEAD = 160


@cache
def _ends() -> re.Pattern[str]:
    return compiled(r"[。！？；\n]")


@cache
def _relay() -> re.Pattern[str]:
    """Words by which one person passes on what another one said."""
    return compiled(
        "转述|引用|援引|引述|引证|引[^，。]{0,8}(?:话|语|句|说)|的话|回忆|记载|记述|记录|追记|所说|所言|所谓|名言|格言|古语|宣读|朗读|朗诵|背诵|诵读"
        "|念[道出]|翻译|译[为作]|代[表替]|借用|重复|模仿|听说|据说|相传|传说|挂着|刻着|写着|题着|收录|出自"
    )


def spoken(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """The quotations among `facts` that are long enough to be told from a phrase that anyone may use."""
    return tuple(
        fact
        for fact in facts
        if fact.kind == "quote"
        and isinstance(fact.value, Wording)
        and len(reduced(fact.value.folded)) >= SHORT
    )


def faults(
    claims: Iterable[Fact], evidence: Iterable[Fact], sources: Iterable[Document]
) -> Iterator[tuple[str, Fault]]:
    """The quotations among `claims` whose words every source that has them gives to another person.

    `evidence` are the quotations of `sources`, with their speakers.
    """
    wanted = [fact for fact in spoken(claims) if _speaker(fact)]
    if not wanted:
        return
    texts = [letters_of(source) for source in sources]
    held: dict[str, list[Fact]] = {}
    for fact in spoken(evidence):
        held.setdefault(fact.document.id, []).append(fact)
    for claim in wanted:
        other = _other(claim, texts, held)
        if other:
            place = claim.document.origins.to_source(claim.span)
            yield "wrong-speaker", Fault(place, say("cite.wrong-speaker", speaker=other))


def _speaker(fact: Fact) -> str:
    return fact.value.speaker if isinstance(fact.value, Wording) else ""


def _other(claim: Fact, texts: list[Letters], held: dict[str, list[Fact]]) -> str:
    """The one other person who says the words of `claim` wherever the sources have them, "" where that is not sure."""
    words, mine = reduced(str(claim.value)), _speaker(claim)
    found: dict[str, None] = {}
    for letters in texts:
        start = letters.text.find(words)
        while start >= 0:
            place = letters.span(start, start + len(words))
            fact = _holding(place, held.get(letters.document.id, []))
            if fact is None or not _differs(claim, mine, fact):
                return ""
            found[_speaker(fact)] = None
            start = letters.text.find(words, start + 1)
    return next(iter(found)) if len(found) == 1 else ""


def _holding(place: Span, facts: list[Fact]) -> Fact | None:
    return next((f for f in facts if f.span.start <= place.start and place.end <= f.span.end), None)


def _differs(claim: Fact, mine: str, fact: Fact) -> bool:
    """Whether the source surely means another person by the speaker of `fact` than the entry does."""
    theirs, source, entry = _speaker(fact), fact.document.folded, claim.document.folded
    if not theirs or _same_name(mine, theirs) or mine not in source:
        return False
    if not (_tells(source, fact.span, theirs) and _tells(entry, claim.span, mine)):
        return False
    if mine in _around(source, fact.span) or theirs in _around(entry, claim.span):
        return False
    return not (_aliases(mine, theirs, source) or _aliases(mine, theirs, entry))


def _tells(folded: str, span: Span, name: str) -> bool:
    """Whether `name` itself, as it stands beside the quotation, says it: in the clause that leads to it, or right after.

    Not 校长对胡适说, 胡适的老师说, 胡适听他说; not one who reports what another one said.
    """
    around = _around(folded, span)
    if _relay().search(around):
        return False
    lead, after = around.split("\n", 1)
    clause = re.split(r"[，,；;]", lead.rstrip("：:，, "))[-1]
    before, found, rest = clause.rpartition(name)
    if found:
        return not (before.endswith(_TO) or rest.startswith(_OF) or re.search("[他她]", rest))
    return after.lstrip("，, ").startswith(name)


def _same_name(one: str, other: str) -> bool:
    """Whether two names may be one: part of one another, or alike but for a character."""
    short, long = sorted((one, other), key=len)
    return short in long or (
        len(short) == len(long) and sum(a != b for a, b in zip(one, other, strict=True)) < 2
    )


def _around(folded: str, span: Span) -> str:
    """The sentence that a quotation stands in, without the quotation: the words before it and those right after."""
    lead = folded[max(0, span.start - _LEAD) : span.start]
    lead = _ends().split(lead)[-1]
    return lead + "\n" + _ends().split(folded[span.end : span.end + _LEAD], 1)[0]


def _aliases(one: str, other: str, folded: str) -> bool:
    """Whether a text makes two names one: 鲁迅（周树人）, 周树人，笔名鲁迅."""
    joint = rf"[^。！？；、\n]{{0,{_ALIAS_REACH}}}?(?:[(（]|即|字|号|名|又称|别称|也就是|就是)[^。！？；、\n]{{0,{_ALIAS_REACH}}}?"
    return any(
        re.search(re.escape(a) + joint + re.escape(b), folded) for a, b in ((one, other), (other, one))
    )
