"""Quantities: counts with their noun, measures with their unit, money, shares, durations, ages."""

from __future__ import annotations

from collections.abc import Iterable

from crosscheck.kinds import _quantity_slot as slot
from crosscheck.model.comparison import Comparison
from crosscheck.model.document import Block
from crosscheck.model.fact import Fact, Mention
from crosscheck.model.span import Span
from crosscheck.model.text import Text
from crosscheck.model.values import Amount
from crosscheck.quantities.amount import amount_of
from crosscheck.quantities.compare import compare_amounts
from crosscheck.quantities.field import field
from crosscheck.quantities.filter import days_told, years_told
from crosscheck.quantities.found import Found
from crosscheck.quantities.holders import holders
from crosscheck.quantities.scan import scan
from crosscheck.registry import Kind
from crosscheck.text.fold import fold

DOC = """A number with what it counts or measures.

Read with its hedges and bounds (约60吨, 三千余名, 两万人以上, 6,500至10,000千瓦), its unit or measure word, the noun
that is counted and the base of a rate (每日5万辆).  Compared in one base unit.

agree: the same amount in another writing or unit; one rounds to the other (5,664米, 5.7公里); one lies in the range or
within the bound that the other gives (约400吨 and 390吨; 不足90人 and 82人; 三十多 and 36).
conflict: both cannot hold (7场 and 8场; 约400吨 and 470吨; 三万人以上 and 两万人).
unsupported: no source gives the amount of the same thing.

No quantities: years and days of a calendar, names of models, units and trains (P-2型, 543部队, 3,770次列车), idioms, and 一
as an article (一名学生); coordinates; figures that something still touches (3万5人, 4×100米).  Numbers that only name (223号) and ordinals (第三次) compare with their like alone.
Limits: the counted noun is cut by a table of words, not by a parser; 元 without a country may be any yuan, so
that another number of a named currency says nothing; 石 compares with 石 alone; the bare number of a field compares by number alone.
"""


def find(text: Text) -> Iterable[Mention]:
    """Every quantity of `text`; where a noun follows directly there is a second, shorter mention without it.

    The longer one stands unless something of higher rank (a name) lies in the noun.
    """
    blocks = text.document.blocks
    labels = [fold(block.label) if block.kind in ("field", "cell") else "" for block in blocks]
    held = holders(blocks, text.folded, labels)
    for number, block in enumerate(blocks):
        for found in _block(text, block, labels[number], held.get(number, "")):
            rank = _rank(text.folded, found)
            yield _mention(found, found.end, rank)
            if found.short < found.end:
                yield _mention(found, found.short, rank)


def _block(text: Text, block: Block, label: str, holder: str) -> Iterable[Found]:
    """The quantities of a block; the bare number of a field or cell counts what its label or column names."""
    found = list(scan(text.folded, block.span.start, block.span.end))
    if block.kind in ("field", "cell"):
        labelled = field(text.folded, block.span.start, block.span.end, label, holder)
        if labelled:
            found = [other for other in found if other.unit.word or not _overlap(other, labelled)]
            if not any(_overlap(other, labelled) for other in found):
                found.append(labelled)
    return found


def _rank(folded: str, found: Found) -> int:
    """Days and years that words tell to be a length of time are no date, though they may look like one."""
    days = found.unit.word == "日" and days_told(folded, found.start, found.short)
    years = found.unit.word == "年" and years_told(folded, found.start)
    return 3 if found.sense == "measure" and (days or years) else 0


def _overlap(one: Found, other: Found) -> bool:
    return one.start < other.end and other.start < one.end


def _mention(found: Found, end: int, rank: int) -> Mention:
    return Mention(kind="quantity", span=Span(found.start, end), rule=found.rule, rank=rank, data=(found,))


def facts(text: Text, mentions: tuple[Mention, ...]) -> tuple[Fact, ...]:
    """The quantities that stand, with their amounts."""
    return tuple(
        Fact(
            kind="quantity",
            span=mention.span,
            rule=mention.rule,
            value=amount_of(mention.data[0]),
            sentence=text.sentence_at(mention.span.start).index,
            document=text.document,
        )
        for mention in mentions
        if mention.kind == "quantity"
    )


def compare(claim: Fact, evidence: Fact) -> Comparison:
    """The relation of two quantities; see `compare_amounts`."""
    if not isinstance(claim.value, Amount) or not isinstance(evidence.value, Amount):
        return Comparison(relation="incomparable")
    return compare_amounts(claim.value, evidence.value, same_text=claim.text == evidence.text)


KIND = Kind(
    name="quantity",
    doc=DOC,
    find=find,
    facts=facts,
    compare=compare,
    order=20,
    color="33",
    unspecific=frozenset({"first"}),
    group="quantity",
    keys=slot.keys,
    telling=slot.telling,
    coarse=slot.coarse,
    heads=slot.heads,
    names=False,
    anchor=False,
    plans=True,
    of_its_time=True,
    contradicts=True,
    far=0.4,
)
