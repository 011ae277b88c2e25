"""Which slot of its subject a fact fills, told by the words beside it: 遇难 3人, 全长 350米, 1998年 通车, 葬于 青山.

Read for alignment: of a fact whose slot is not told nothing is said.  What a slot can hold stands in the tables: ``slot_words.tsv``
and ``slots.tsv`` name the words, ``slot_acts.tsv`` the acts that are done once, ``slot_parts.tsv`` the words that make a part of a whole.
`crosscheck.slots` reads the same of one text by itself, and far more strictly.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from crosscheck import lexicon
from crosscheck.context.text_grams import TextGrams
from crosscheck.model.fact import Fact
from crosscheck.model.span import Span
from crosscheck.model.values import Amount, PartialDate
from crosscheck.patterns import compiled
from crosscheck.text.fold import fold
from crosscheck.text.grams import act_of, conceptual

# How far from its value the word of a slot may stand: a name wants it right beside.
_REACH, _REACH_OF_NAME = 8, 3
_BESIDE = compiled(r"[于在是为：:\s]{0,2}$")
_BRACKETS = ("（", "(")
# Characters that a date of birth may take in the brackets before that of death.
_LIFE = 30
_DASH = compiled(r"\s?[-－—–~～至]")
_CLOSED = compiled(r"\s?[）)]")
# Words of this group tell who is counted (学生), not what befell them: 逮捕学生3人 and 学生3人被捕 are one.
_WHO = "who"
_COMMA = compiled(r"[，。；,;]")
_CUT = compiled(r"[，。；、：,;]")
# Said of each, not of all: 每天死亡3人.
_EACH = compiled(r"每|平均|人均|日均|年均")


@dataclass(frozen=True, slots=True)
class Slot:
    """A slot by `name`, with the `part` of the subject where it is of a part (主桥|全长), and what it `holds`.

    `holds`: ``one`` value a subject, one an ``event``, another that ``grows`` with time, or ``many``.  Slots of one
    group, `akin`, are not told apart.  `life`: a date in the brackets behind a person's name.
    """

    name: str
    part: str = ""
    holds: str = "many"
    akin: str = ""
    life: bool = False


def alike(one: Slot | None, other: Slot | None, occasion: float) -> float:
    """1 where both are one slot that holds one value, -1 where they are two, 0 where that is not told.

    What grows with time is one slot only on one occasion: `occasion` is above 0 for the same.
    """
    if one is None or other is None or (one.akin != other.akin and _WHO in (one.akin, other.akin)):
        return 0.0
    if one.akin != other.akin or (one.part and other.part and one.part != other.part):
        return -1.0
    if one.name != other.name or one.part != other.part or one.holds == "many":
        return 0.0
    return float(occasion > 0) if one.holds == "grows" else 1.0


def slot_of(words: TextGrams, fact: Fact, beside: Iterable[Fact]) -> Slot | None:
    """The slot that a fact fills; `beside` are the other facts of its sentence."""
    measure = _measure(fact)
    if not measure:
        return None
    block = words.text.block_of(words.text.sentences[fact.sentence])
    if block.kind == "field":
        return _named(fold(block.label).strip().lower(), measure)
    window = _window(words, fact, beside)
    if measure == "date":
        return _life(words.text.folded, fact, beside) or _act(words.text.folded, fact, window)
    return _worded(words.text.folded, fact, window, measure)


def _measure(fact: Fact) -> str:
    """What a fact measures, or its kind; "" where it fills no slot."""
    value = fact.value
    if isinstance(value, PartialDate):
        return "date"
    if isinstance(value, Amount):
        counted = value.sense in ("count", "measure") and not (value.per and value.dimension[:5] != "money")
        return value.dimension.split(":")[0] if counted else ""
    return fact.kind if fact.kind in ("person", "place", "organisation") else ""


def _window(words: TextGrams, fact: Fact, beside: Iterable[Fact]) -> Span:
    """The clause of a fact as far as no other fact of its kind stands between; with the next one where it ends the clause."""
    clause = words.clause_of(fact)
    start, end = min(clause.start, fact.span.start), max(clause.end, fact.span.end)
    if not words.text.folded[fact.span.end : end].strip("，, "):
        clauses = words.text.sentences[fact.sentence].clauses
        end = next((following.end for following in clauses if following.start >= end), end)
    for other in beside:
        if other.kind == fact.kind:
            if start < other.span.end <= fact.span.start:
                start = other.span.end
            if fact.span.end <= other.span.start < end:
                end = other.span.start
    return Span(start, end)


@cache
def _rows(measure: str) -> dict[str, Slot]:
    """The words of the slots that a measure can fill."""
    rows = [row for row in lexicon.table("slot_words") if row["measure"] == measure]
    akin = {row["slot"]: row["akin"] for row in rows}
    found = {
        row["hans"]: Slot(row["slot"], "", "one", akin.get(row["slot"], row["slot"]))
        for row in lexicon.table("slots")
        if row["measure"] == measure
    }
    return found | {row["hans"]: Slot(row["slot"], "", row["holds"], row["akin"]) for row in rows}


@cache
def _finder(measure: str) -> re.Pattern[str]:
    """Finds a word of a slot, with the word before it that makes a part of it."""
    parts = lexicon.either(lexicon.words("slot_parts"))
    rows = lexicon.either(tuple(_rows(measure))) or "(?!)"
    return compiled(f"(?P<part>{parts})?(?P<word>{rows})")


@cache
def _once() -> frozenset[str]:
    return frozenset(row["concept"] for row in lexicon.table("slot_acts"))


def _named(label: str, measure: str) -> Slot | None:
    """The slot of a field by its label."""
    return _rows(measure).get(label)


def _worded(folded: str, fact: Fact, window: Span, measure: str) -> Slot | None:
    """The slot by the word that stands nearest to a fact, that before it first; else by a word that it counts.

    What befell those who are counted goes before who they are.
    """
    reach = _REACH if isinstance(fact.value, Amount) else _REACH_OF_NAME
    finder, (start, end) = _finder(measure), (fact.span.start, fact.span.end)
    if (
        isinstance(fact.value, Amount)
        and measure != "money"
        and _EACH.search(folded, max(window.start, start - reach), start)
    ):
        return None
    cut = _CUT.search(folded, end, window.end)
    after = finder.search(folded, end, min(cut.start() if cut else window.end, end + reach))
    before = [m for m in finder.finditer(folded, window.start, start) if start - m.end() <= reach]
    found = [(start - m.end(), m) for m in before if not _COMMA.search(folded, m.end(), start)][-1:]
    found += [(after.start() - end, after)] if after else []
    if isinstance(fact.value, Amount) and (inside := finder.search(folded, start, end)):
        found.append((_REACH, inside))
    if not found:
        return None
    rows = _rows(measure)
    best = min(found, key=lambda gap: (rows[gap[1]["word"]].akin == _WHO, gap[0]))[1]
    row = rows[best["word"]]
    return Slot(row.name, best["part"] or "", row.holds, row.akin)


def _act(folded: str, fact: Fact, window: Span) -> Slot | None:
    """The slot of a date: the act told right before it with 于 (成立于1912年), else the first one told after it."""
    before = folded[max(window.start, fact.span.start - _REACH) : fact.span.start]
    joined = _BESIDE.search(before)
    ends = [conceptual(before)[-1:]] if before.endswith("于") else []
    if joined and joined[0]:
        ends.append(conceptual(before[: joined.start()])[-1:])
    if name := next((act_of(end) for end in ends if act_of(end)), ""):
        return _done(name)
    acts = (act_of(char) for char in conceptual(folded[fact.span.end : window.end]))
    return _done(next((name for name in acts if name), ""))


def _done(act: str) -> Slot | None:
    return Slot(act, "", "one", act) if act in _once() else None


def _life(folded: str, fact: Fact, beside: Iterable[Fact]) -> Slot | None:
    """born or die, for a date in the brackets right behind a person's name: 查良镛（1924年2月6日－2018年10月30日）."""
    start, end = fact.span.start, fact.span.end
    opening = max(folded.rfind(mark, max(0, start - _LIFE), start) for mark in _BRACKETS)
    if opening < 0 or not any(other.kind == "person" and other.span.end == opening for other in beside):
        return None
    if start == opening + 1 and (_DASH.match(folded, end) or _CLOSED.match(folded, end)):
        return Slot("born", "", "one", "born", life=True)
    died = _CLOSED.match(folded, end) and _DASH.search(folded, opening, start)
    return Slot("die", "", "one", "die", life=True) if died else None
