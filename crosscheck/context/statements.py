"""What is claimed beside typed facts: clauses without one, and predicates that an editor would check (``predicates.tsv``)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from crosscheck import lexicon
from crosscheck.context.fragments import balanced, is_fragment
from crosscheck.context.modality import negations
from crosscheck.model.fact import Fact
from crosscheck.model.span import Span
from crosscheck.model.text import Sentence, Text
from crosscheck.model.values import Wording
from crosscheck.patterns import compiled
from crosscheck.text.grams import STOP, conceptual, grams, substance

CLAIMING = frozenset({"paragraph", "item", "cell", "field", "caption"})
# A clause with fewer grams says nothing that could be checked (因此，).
_ENOUGH, _FEW = 5, 3  # with a predicate of the table it says more (佛像被毁)
# Characters that a predicate says beside the typed facts of its clause; with fewer the facts say it all (建于1920年).
_BESIDE = 4
# The same between two names: 甲公司收购了乙公司.
_BETWEEN = 2
_EDGES = " ，。、；：！？,.;:!?“”()（）\n"
# Classes of predicates that say something without an object, and how much of one the others want.
_WHOLE = frozenset({"death", "contest", "course"})
_OBJECT = 3
# Kinds whose words are theirs alone: 首次 in a title, 起义 in the name of an event is no predicate.
_CLOSED = frozenset({"role", "title", "quote", "thing", "organisation"})
# Kinds that are compared as values: a predicate ends where one begins.
_VALUES = frozenset({"date", "quantity"})


def claiming(text: Text, sentence: Sentence) -> bool:
    """Whether a sentence makes claims: running text, lists, tables and fields, no apparatus."""
    block = text.block_of(sentence)
    return block.kind in CLAIMING and not block.apparatus


@cache
def _lead() -> re.Pattern[str]:
    return compiled(f"(?:{lexicon.either(lexicon.words('stance', stance='lead'))})")


@cache
def _predicates() -> re.Pattern[str]:
    """The predicates; those that want an object (导致, 首次) in a group of their own."""
    rows = lexicon.table("predicates")
    whole = tuple(row["hans"] for row in rows if row["class"] in _WHOLE)
    open_ = tuple(row["hans"] for row in rows if row["class"] not in _WHOLE)
    return compiled(
        rf"(?:(?P<open>{lexicon.either(open_)})|{lexicon.either(whole)})(?![者率法]|人数|的(?:有|是|人))"
    )


def trimmed(folded: str, span: Span) -> Span:
    """`span` without the punctuation and blanks at its ends, and without a word that only joins it to the text (并, 包括)."""
    start, end = span.start, span.end
    while start < end and folded[start] in _EDGES:
        start += 1
    lead = _lead().match(folded, start, end)
    if lead:
        start = lead.end()
    while end > start and folded[end - 1] in _EDGES:
        end -= 1
    return Span(start, end)


def statements(text: Text, facts: tuple[Fact, ...]) -> Iterator[Fact]:
    """A fact of kind ``statement`` for every claiming clause without a typed one, and for one predicate of a clause that
    has some; a field is one clause."""
    taken: dict[int, list[Fact]] = {}
    for fact in facts:
        taken.setdefault(fact.sentence, []).append(fact)
    for sentence in text.sentences:
        if not claiming(text, sentence):
            continue
        field = text.block_of(sentence).kind == "field"
        for clause in (sentence.span,) if field else sentence.clauses:
            beside = [fact for fact in taken.get(sentence.index, ()) if fact.span.touches(clause)]
            span = trimmed(text.folded, clause)
            if beside:
                said = None if field else _predicate(text.folded, span, beside)
                if said is None:
                    continue
                span = said
            span = span if field else balanced(text.folded, span)
            telling = bool(_predicates().search(text.folded, span.start, span.end))
            if not field and is_fragment(text.folded, span, telling, bool(beside)):
                continue
            enough = _FEW if telling else _ENOUGH
            if substance(grams(conceptual(text.folded[span.start : span.end]))) >= enough:
                yield statement(text, span, sentence, "predicate" if beside else "clause")


def _predicate(folded: str, clause: Span, facts: list[Fact]) -> Span | None:
    """The last predicate of a clause by itself, else with all that is said around it up to the dates and numbers before and
    behind; None where there is none, or where the typed facts of the clause say it all."""
    closed = [fact.span for fact in facts if fact.kind in _CLOSED]
    for match in reversed(list(_predicates().finditer(folded, clause.start, clause.end))):
        word = Span(*match.span())
        if any(span.touches(word) for span in closed):
            continue
        wide = _between(folded, clause, word, [fact for fact in facts if fact.kind in _VALUES])
        if match["open"] and wide.end - word.end < _OBJECT:
            continue
        named = any(f.kind not in _VALUES and word.end <= f.span.start < wide.end for f in facts) and any(
            f.kind not in _VALUES and wide.start <= f.span.start < word.start for f in facts
        )
        narrow = _narrowed(folded, _between(folded, wide, word, facts), wide, word)
        if _own(folded, narrow, facts) >= _BESIDE:
            return narrow
        if _own(folded, wide, facts) >= (_BETWEEN if named else _BESIDE):
            return wide
    return None


def _between(folded: str, clause: Span, word: Span, facts: list[Fact]) -> Span:
    """The part of a clause that lies between the last of `facts` before a word and the first behind it."""
    start = max((f.span.end for f in facts if f.span.end <= word.start), default=clause.start)
    end = min((f.span.start for f in facts if f.span.start >= word.end), default=clause.end)
    return trimmed(folded, Span(max(start, clause.start), min(end, clause.end)))


def _narrowed(folded: str, inner: Span, wide: Span, word: Span) -> Span:
    """The predicate by itself: from the name, the 的 or the mark before it to the mark behind it, with what denies it and its object."""
    start = max(inner.start, *(folded.rfind(mark, inner.start, word.start) + 1 for mark in "、的"))
    denial = next(negations().finditer(folded, wide.start, word.start), None)
    if denial is not None:
        start = min(start, denial.start())
    mark = folded.find("、", word.end, wide.end)
    end = mark if mark >= word.end + _OBJECT or (mark == word.end) else wide.end
    return trimmed(folded, Span(start, max(end, word.end)))


def _own(folded: str, span: Span, facts: list[Fact]) -> int:
    """How many characters a stretch says beside the typed facts in it."""
    free = bytearray(b"\x01" * (span.end - span.start))
    for fact in facts:
        start, end = max(fact.span.start, span.start), min(fact.span.end, span.end)
        if start < end:
            free[start - span.start : end - span.start] = bytes(end - start)
    return sum(
        1
        for place, character in enumerate(folded[span.start : span.end])
        if free[place] and character not in STOP and character.isalnum()
    )


def statement(text: Text, span: Span, sentence: Sentence, rule: str = "clause") -> Fact:
    """The words at `span` as a fact."""
    return Fact(
        kind="statement",
        span=span,
        rule=rule,
        value=Wording(folded=" ".join(text.folded[span.start : span.end].split())),
        sentence=sentence.index,
        document=text.document,
    )
