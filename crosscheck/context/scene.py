"""The facts of a text together: which stand beside one another, which date is in force, what each is said of."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict

from crosscheck.context.frame import Frame
from crosscheck.context.modality import negated, planned
from crosscheck.context.slot import Slot, slot_of
from crosscheck.context.text_grams import TextGrams
from crosscheck.model.document import Block
from crosscheck.model.fact import Fact
from crosscheck.model.span import Span
from crosscheck.model.text import Sentence, Text
from crosscheck.model.values import Amount, Office, PartialDate
from crosscheck.patterns import compiled
from crosscheck.registry import kind
from crosscheck.text.grams import conceptual, grams

# Characters on either side of a fact that name its slot (停课, 高, 总投资).
_REACH = 8
_LIST = frozenset({"、", "，", ",", "和", "及", "与", "以及", "等"})
_AGAINST = compiled(
    r"(?<![对相评百之])比(?![萨利赛例较重率亚如分])[^，。；：\n]{1,12}[小大长高矮低重轻多少晚早快慢宽窄深](?:了|出)?$"
)
_LISTED = 12
_FAR_BACK = 20
# Characters that may stand between a bracket and a name in it (今, 现为, 原名).
_ALIAS = 4
# Characters that may stand before a date at the head of a sentence (但于, 到了).
_HEAD = 3
_QUALIFIES = compiled(r"的|之?前|以前|以后|起草|版|级|届|型|》")


class Scene:
    """A text with its facts, in the order of the text; what stands around a fact is worked out once."""

    def __init__(self, words: TextGrams, facts: tuple[Fact, ...]) -> None:
        self.words = words
        self.text: Text = words.text
        self.facts = facts
        self._together: dict[int, list[Fact]] = defaultdict(list)
        for fact in facts:
            self._together[fact.sentence].append(fact)
        self._dates = [
            fact
            for fact in facts
            if isinstance(fact.value, PartialDate) and _in_force(self.text.folded, fact.span)
        ]
        self._starts = [fact.span.start for fact in self._dates]
        self._plans: dict[Span, bool] = {}

    @classmethod
    def of(cls, text: Text, facts: tuple[Fact, ...]) -> Scene:
        """The scene of a text whose grams nobody has asked for yet."""
        return cls(TextGrams(text), facts)

    def beside(self, fact: Fact) -> list[Fact]:
        """The other facts of the sentence that `fact` stands in."""
        return [other for other in self._together.get(fact.sentence, []) if other is not fact]

    def near(self, fact: Fact, reach: int) -> list[Fact]:
        """The facts of the sentence that `fact` stands in, `reach` of them at most on either side of it."""
        together = self._together.get(fact.sentence, [])
        at = bisect_left(together, fact.span.start, key=lambda other: other.span.start)
        return [other for other in together[max(0, at - reach) : at + reach + 1] if other is not fact]

    def others(self, sentence: int, names: tuple[str, ...]) -> bool:
        """Whether a sentence names a person who is none of `names`."""
        return any(
            (isinstance(fact.value, Office) or kind(fact.kind).rivals)
            and not any(name in names for name in _persons(fact))
            for fact in self._together.get(sentence, ())
        )

    def qualifies(self, fact: Fact) -> bool:
        """Whether a date only qualifies something (1986年的《收获》): it is then no date of the act told there."""
        return isinstance(fact.value, PartialDate) and not _in_force(self.text.folded, fact.span)

    def bracketed(self, fact: Fact) -> bool:
        """Whether a name stands in brackets right behind another one: it is another name of the same (北平大学（今北京大学）)."""
        opening = self.text.folded.rfind("（", max(0, fact.span.start - _ALIAS), fact.span.start)
        if opening < 0 or not kind(fact.kind).anchor:
            return False
        return any(other.span.end == opening and kind(other.kind).anchor for other in self.beside(fact))

    def lives(self, fact: Fact) -> bool:
        """Whether a date in brackets tells when the person before them was born or died."""
        slot = self.slot(fact)
        return slot is not None and slot.life

    def governed(self, fact: Fact) -> tuple[str, ...]:
        """The grams of the clauses that a date at the head of a sentence tells the time of: up to the next date."""
        sentence = self.text.sentences[fact.sentence]
        if not isinstance(fact.value, PartialDate) or fact.span.start - sentence.span.start > _HEAD:
            return ()
        dates = (other.span.start for other in self.beside(fact) if isinstance(other.value, PartialDate))
        end = min((start for start in dates if start > fact.span.start), default=sentence.span.end)
        clauses = (clause for clause in sentence.clauses if clause.end <= end)
        return tuple(gram for clause in clauses for gram in self.words.clause(clause))

    def slot(self, fact: Fact) -> Slot | None:
        """The slot of its subject that a fact fills, None where the words beside it do not tell.

        A date that only qualifies something fills none but in the brackets behind a person's name.
        """
        found = slot_of(self.words, fact, self.beside(fact))
        return None if found and not found.life and self.qualifies(fact) else found

    def measured_against(self, fact: Fact) -> bool:
        """Whether an amount is a difference (比他小十八岁): it is no amount of the thing told of."""
        start = fact.span.start
        return isinstance(fact.value, Amount) and bool(
            _AGAINST.search(self.text.folded, max(0, start - _FAR_BACK), start)
        )

    def held_in(self, fact: Fact) -> tuple[str, ...]:
        """Who holds the office that a name is part of (外交部 in 外交部长陆徵祥), () where it is part of none."""
        for other in self.beside(fact):
            if (
                isinstance(other.value, Office)
                and other.span.start <= fact.span.start
                and fact.span.end <= other.span.end
            ):
                return other.value.holders
        return ()

    def listed(self, fact: Fact) -> bool:
        """Whether a fact is one of a list of its kind (广州、南京、杭州): lists compare as sets, not member by member."""
        folded = self.text.folded
        for other in self.near(fact, _LISTED):  # the next of its list stands right beside it
            if other.kind == fact.kind:
                first, last = sorted((fact.span, other.span))
                if folded[first.end : last.start].strip() in _LIST:
                    return True
        return False

    def occasion(self, fact: Fact) -> PartialDate | None:
        """The date in force at a fact: the nearest one before it in its paragraph, else one after it in its sentence.

        A date that only qualifies something (1957年的新学年, 1959年4月前) is not in force.
        """
        date = self._in_force_at(fact)
        return None if date is None else _value(date)

    def _in_force_at(self, fact: Fact) -> Fact | None:
        sentence = self.text.sentences[fact.sentence]
        block = self.text.block_of(sentence)
        if block.kind == "field":
            return None
        before = bisect_right(self._starts, fact.span.start) - 1
        for position in range(before, -1, -1):
            date = self._dates[position]
            if date.span.start < block.span.start:
                break
            if not date.span.touches(fact.span):
                return date
        following = before + 1
        if following < len(self._dates) and self._dates[following].span.end <= sentence.span.end:
            return self._dates[following]
        return None

    def frame(self, fact: Fact) -> Frame:
        """What `fact` is said of."""
        clause = self.words.clause_of(fact)
        sentence = self.text.sentences[fact.sentence]
        words = self.text.folded[clause.start : clause.end]
        block = self.text.block_of(sentence)
        around = [gram for other in _next_to(clause, sentence) for gram in self.words.clause(other)]
        date = None if isinstance(fact.value, PartialDate) else self._in_force_at(fact)
        if block.kind == "field":
            around.extend(self.words.heading(block))
        return Frame(
            words=words,
            said=self.text.folded[sentence.span.start : sentence.span.end],
            near=self._near(fact, sentence),
            names=self._names(fact, clause),
            clause=self._own(fact, clause, block),
            around=tuple(dict.fromkeys(around)),
            occasion=_value(date) if date is not None else None,
            dated=date is not None and date.sentence == fact.sentence,
            field=block.kind == "field",
            negated=negated(words),
            planned=self._planned(clause)
            or any(self._planned(other) for other in _next_to(clause, sentence)),
        )

    def _own(self, fact: Fact, clause: Span, block: Block) -> tuple[str, ...]:
        """The grams of a fact's clause but for its own words; an amount keeps them: they name what is counted."""
        if kind(fact.kind).clauses:
            return self.words.clause(fact.span)
        hole = Span(0, 0) if isinstance(fact.value, Amount) else fact.span
        own = self.words.without(_value_of(clause, block), hole)
        label = self.words.label(self.text.sentences[fact.sentence].block)
        return tuple(dict.fromkeys((*own, *label)))

    def _planned(self, span: Span) -> bool:
        if span not in self._plans:
            self._plans[span] = planned(self.text.folded[span.start : span.end])
        return self._plans[span]

    def _near(self, fact: Fact, sentence: Sentence) -> tuple[str, ...]:
        masked = self.words.masked
        start = max(sentence.span.start, fact.span.start - _REACH)
        end = min(sentence.span.end, fact.span.end + _REACH)
        inner = masked[fact.span.start : fact.span.end] if isinstance(fact.value, Amount) else " "
        words = masked[start : fact.span.start] + inner + masked[fact.span.end : end]
        return grams(conceptual(words))

    def _names(self, fact: Fact, clause: Span) -> tuple[tuple[str, bool], ...]:
        found: dict[str, bool] = {}
        for other in self.beside(fact):
            known = kind(other.kind)
            if known.anchor and not other.span.touches(fact.span) and other.rule not in known.unspecific:
                name = str(other.value)
                if len(name) > 1:
                    found[name] = found.get(name, False) or other.span.touches(clause)
        return tuple(found.items())


def _next_to(clause: Span, sentence: Sentence) -> list[Span]:
    """The clauses of a sentence right before and after a stretch of it."""
    return [other for other in sentence.clauses if other.end == clause.start or other.start == clause.end]


def _persons(fact: Fact) -> tuple[str, ...]:
    return fact.value.holders if isinstance(fact.value, Office) else (str(fact.value),)


def _in_force(folded: str, span: Span) -> bool:
    return not _QUALIFIES.match(folded, span.end) and folded[span.start - 1 : span.start] not in (
        "（",
        "(",
        "《",
    )


def _value_of(clause: Span, block: Block) -> Span:
    """The clause without the label of a field: what the label stands for is said in other words."""
    start = block.span.start + len(block.label) if block.kind == "field" else clause.start
    return Span(max(clause.start, min(start, clause.end)), clause.end)


def _value(fact: Fact) -> PartialDate | None:
    return fact.value if isinstance(fact.value, PartialDate) else None
