"""What a fact is said of: the words around it, the occasion in force, and whether it is said as done."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import groupby, pairwise, takewhile

from crosscheck import lexicon
from crosscheck.model.document import Block
from crosscheck.model.fact import Fact
from crosscheck.model.span import Span
from crosscheck.model.text import Sentence, Text
from crosscheck.model.values import Office, PartialDate
from crosscheck.patterns import compiled
from crosscheck.text.fold import fold
from crosscheck.text.grams import conceptual, grams, substance

# A clause with less substance than this beside the fact does not say what the fact is of.
_ENOUGH = 5

# Cells of a row that are looked at.
_CELLS = 12
# Characters on either side of a fact that name its slot (停课, 高, 总投资).
_REACH = 8
_NAMING = frozenset({"person", "place", "organisation", "title", "thing"})
# Rules whose facts say nothing by themselves: a country as a party to an act.
UNSPECIFIC = frozenset({"place/country"})
_LIST = frozenset({"、", "，", ",", "和", "及", "与", "以及", "等"})
_TITLE = compiled(r"《[^》]*》|“[^”]*”")
# A plan that is spoken of, where nothing is planned: 计划的第一步, 规划局.
_PLAN_NOUN = compiled(r"(?:计划|规划|设想)(?=的第|[，。、；：》）)]|[书局院内外]|委(?!托)|经济|生育|单列|$)")
_AGAINST = compiled(
    r"(?<![对相评百之])比(?![萨利赛例较重率亚如分])[^，。；：\n]{1,12}[小大长高矮低重轻多少晚早快慢宽窄深](?:了|出)?$"
)
_FAR_BACK = 20
# Characters that may stand before a date at the head of a sentence (但于, 到了).
_HEAD = 3
_QUALIFIES = compiled(r"的|之?前|以前|以后|起草|版|级|届|型|》")
_NUMERALS = compiled(r"[0-9０-９〇零一二三四五六七八九十百千万亿两几年月日]")


@dataclass(frozen=True, slots=True)
class Frame:
    """What one fact is said of.

    `words` and `said` are the folded clause and its whole sentence; `near` are the grams right before and after the
    fact, `clause` the grams of its own clause, the fact's own words left out; `around` those of the
    clauses next to it; `names` are the names beside it, with whether they stand in its clause; `occasion` is the date in force there, `dated` whether it stands in the same sentence; `negated` and `planned` say how the clause puts it; `field` that it is a field of
    an infobox.
    """

    words: str
    said: str
    near: tuple[str, ...]
    clause: tuple[str, ...]
    around: tuple[str, ...]
    names: tuple[tuple[str, bool], ...]
    occasion: PartialDate | None
    dated: bool
    negated: bool
    planned: bool
    field: bool


@cache
def _cue(name: str) -> re.Pattern[str]:
    return compiled(lexicon.either(lexicon.words("stance", stance=name)))


def negations() -> re.Pattern[str]:
    """Finds the words that deny what a clause says."""
    return _cue("negation")


def negated(folded: str) -> bool:
    """Whether a clause denies what it says (未, 没有, 拒绝 ...)."""
    return bool(_cue("negation").search(folded))


def planned(folded: str) -> bool:
    """Whether a clause speaks of a plan, not of what was done (计划, 预计, 拟 ...)."""
    return bool(_cue("plan").search(_PLAN_NOUN.sub("", _TITLE.sub("", folded))))


def wished(folded: str) -> bool:
    """Whether a clause speaks of a plan or of what somebody asked for (计划, 申请 ...)."""
    return planned(folded) or bool(_cue("asked").search(folded))


def outcome(folded: str) -> bool:
    """Whether a clause tells what became of a plan (最后, 结算, 提前 ...)."""
    return bool(_cue("outcome").search(folded))


@cache
def _opposites() -> tuple[tuple[str, str], ...]:
    return tuple((row["hans"], row["opposite"]) for row in lexicon.table("opposites"))


def opposed(one: str, other: str) -> bool:
    """Whether one clause says a thing where the other says its opposite (盈利, 亏损), and neither says both."""
    mine, theirs = _sides(one), _sides(other)
    return bool(mine and theirs) and any(
        (a in mine and b in theirs and a not in theirs and b not in mine)
        or (b in mine and a in theirs and b not in theirs and a not in mine)
        for a, b in _opposites()
    )


def undenied(folded: str) -> str:
    """A clause without the words that deny it, those that have an opposite, and the adverbs beside them (始终, 正式)."""
    bare = _cue("adverb").sub("", _cue("negation").sub("", folded))
    for word in sorted(_sides(bare), key=len, reverse=True):
        bare = bare.replace(word, "")
    return bare


@lru_cache(maxsize=20_000)
def _sides(folded: str) -> frozenset[str]:
    """The words in a clause that have an opposite."""
    return frozenset(word for pair in _opposites() for word in pair if word in folded)


@dataclass(slots=True)
class Scene:
    """A text at work: the grams of its clauses and sentences, each worked out once, and its facts once they are read.

    `masked` is the folded text with numerals blanked, of the same length: values are no words.
    """

    text: Text
    masked: str
    facts: tuple[Fact, ...] = ()
    _together: dict[int, list[Fact]] = field(default_factory=dict)
    _dates: list[Fact] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list)
    _clauses: dict[Span, tuple[str, ...]] = field(default_factory=dict)
    _sentences: dict[int, tuple[str, ...]] = field(default_factory=dict)
    _headings: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _plans: dict[Span, bool] = field(default_factory=dict)
    _labels: dict[int, tuple[str, ...]] = field(default_factory=dict)
    _rows: dict[int, range] | None = None

    @classmethod
    def of(cls, text: Text) -> Scene:
        """The scene of a text, without facts yet."""
        return cls(text, _NUMERALS.sub(" ", text.folded))

    def fill(self, facts: tuple[Fact, ...]) -> None:
        """Set the facts of the text, in its order."""
        self.facts = facts
        for fact in facts:
            self._together.setdefault(fact.sentence, []).append(fact)
        self._dates = [
            fact for fact in facts if fact.kind == "date" and _in_force(self.text.folded, fact.span)
        ]
        self._starts = [fact.span.start for fact in self._dates]

    def beside(self, fact: Fact) -> list[Fact]:
        """The other facts of the sentence that `fact` stands in."""
        return [other for other in self._together.get(fact.sentence, []) if other is not fact]

    def others(self, sentence: int, names: tuple[str, ...]) -> bool:
        """Whether a sentence names a person who is none of `names`."""
        return any(
            fact.kind in ("person", "role") and not any(name in names for name in _persons(fact))
            for fact in self._together.get(sentence, ())
        )

    def qualifies(self, fact: Fact) -> bool:
        """Whether a date only qualifies something (1986年的《收获》): it is then no date of the act told there."""
        return fact.kind == "date" and not _in_force(self.text.folded, fact.span)

    def governed(self, fact: Fact) -> tuple[str, ...]:
        """The grams of the clauses that a date at the head of a sentence tells the time of: up to the next date."""
        sentence = self.text.sentences[fact.sentence]
        if fact.kind != "date" or fact.span.start - sentence.span.start > _HEAD:
            return ()
        dates = (other.span.start for other in self.beside(fact) if other.kind == "date")
        end = min((start for start in dates if start > fact.span.start), default=sentence.span.end)
        clauses = (clause for clause in sentence.clauses if clause.end <= end)
        return tuple(gram for clause in clauses for gram in self.clause(clause))

    def measured_against(self, fact: Fact) -> bool:
        """Whether an amount is a difference (比他小十八岁): it is no amount of the thing told of."""
        start = fact.span.start
        return fact.kind == "quantity" and bool(
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
        for other in self.beside(fact):
            if other.kind == fact.kind:
                first, last = sorted((fact.span, other.span))
                if folded[first.end : last.start].strip() in _LIST:
                    return True
        return False

    def clause(self, span: Span) -> tuple[str, ...]:
        """The grams of a clause."""
        if span not in self._clauses:
            self._clauses[span] = grams(conceptual(self.masked[span.start : span.end]))
        return self._clauses[span]

    def sentence(self, index: int) -> tuple[str, ...]:
        """The grams of a sentence."""
        if index not in self._sentences:
            sentence = self.text.sentences[index]
            own = grams(conceptual(self.masked[sentence.span.start : sentence.span.end]))
            label = self._labelled(sentence.block)
            self._sentences[index] = tuple(dict.fromkeys((*own, *label))) if label else own
        return self._sentences[index]

    def _labelled(self, number: int) -> tuple[str, ...]:
        """The grams of what a block's label stands for: how running text says it of a field, the row of a cell."""
        if number not in self._labels:
            block = self.text.document.blocks[number]
            words = ""
            if block.kind == "field":
                words = _field_words().get(_key(block.label), fold(block.label))
            elif block.kind == "cell":
                words = " ".join((fold(block.label), *self._beside_in_row(number)))
            self._labels[number] = grams(conceptual(words)) if words else ()
        return self._labels[number]

    def _beside_in_row(self, number: int) -> list[str]:
        """What the other cells of a cell's row say."""
        blocks = self.text.document.blocks
        if self._rows is None:
            self._rows = _rows(blocks)
        others = [blocks[n].span for n in self._rows.get(number, ()) if n != number][:_CELLS]
        return [self.masked[span.start : span.end] for span in others]

    def heading(self, block: Block) -> tuple[str, ...]:
        """The grams of what a block stands under: the document's title and its section's heading."""
        words = f"{self.text.document.title} {block.section}"
        if words not in self._headings:
            self._headings[words] = grams(conceptual(_NUMERALS.sub(" ", fold(words))))
        return self._headings[words]

    def without(self, clause: Span, hole: Span) -> tuple[str, ...]:
        """The grams of a clause but for what stands in `hole`."""
        if not hole.touches(clause):
            return self.clause(clause)
        left = self.masked[clause.start : max(clause.start, hole.start)]
        right = self.masked[min(clause.end, hole.end) : clause.end]
        return grams(conceptual(f"{left} {right}"))

    def clause_of(self, fact: Fact) -> Span:
        """The clause that a fact stands in: several where it runs over their bounds or says nothing else.

        A date that is a clause of its own (``9月7日，``) belongs to the clause after it.
        """
        sentence = self.text.sentences[fact.sentence]
        touched = [i for i, clause in enumerate(sentence.clauses) if clause.touches(fact.span)]
        if not touched:
            return sentence.span
        if fact.kind == "statement":
            return Span(sentence.clauses[touched[0]].start, sentence.clauses[touched[-1]].end)
        first, last = touched[0], touched[-1]
        while (
            substance(
                self.without(Span(sentence.clauses[first].start, sentence.clauses[last].end), fact.span)
            )
            < _ENOUGH
        ):
            if last + 1 < len(sentence.clauses):
                last += 1
            elif first:
                first -= 1
            else:
                break
        return Span(sentence.clauses[first].start, sentence.clauses[last].end)

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
        clause = self.clause_of(fact)
        hole = Span(0, 0) if fact.kind == "quantity" else fact.span
        sentence = self.text.sentences[fact.sentence]
        words = self.text.folded[clause.start : clause.end]
        block = self.text.block_of(sentence)
        around = [gram for other in _next_to(clause, sentence) for gram in self.clause(other)]
        date = None if fact.kind == "date" else self._in_force_at(fact)
        if block.kind == "field":
            around.extend(self.heading(block))
        return Frame(
            words=words,
            said=self.text.folded[sentence.span.start : sentence.span.end],
            near=self._near(fact, sentence),
            names=self._names(fact, clause),
            clause=self.clause(fact.span)
            if fact.kind == "statement"
            else tuple(
                dict.fromkeys(
                    (*self.without(_value_of(clause, block), hole), *self._labelled(sentence.block))
                )
            ),
            around=tuple(dict.fromkeys(around)),
            occasion=_value(date) if date is not None else None,
            dated=date is not None and date.sentence == fact.sentence,
            field=block.kind == "field",
            negated=negated(words),
            planned=self._planned(clause)
            or any(self._planned(other) for other in _next_to(clause, sentence)),
        )

    def _planned(self, span: Span) -> bool:
        if span not in self._plans:
            self._plans[span] = planned(self.text.folded[span.start : span.end])
        return self._plans[span]

    def _near(self, fact: Fact, sentence: Sentence) -> tuple[str, ...]:
        start = max(sentence.span.start, fact.span.start - _REACH)
        end = min(sentence.span.end, fact.span.end + _REACH)
        inner = self.masked[fact.span.start : fact.span.end] if fact.kind == "quantity" else " "
        words = self.masked[start : fact.span.start] + inner + self.masked[fact.span.end : end]
        return grams(conceptual(words))

    def _names(self, fact: Fact, clause: Span) -> tuple[tuple[str, bool], ...]:
        found: dict[str, bool] = {}
        for other in self.beside(fact):
            if other.kind in _NAMING and not other.span.touches(fact.span) and other.rule not in UNSPECIFIC:
                name = str(other.value)
                if len(name) > 1:
                    found[name] = found.get(name, False) or other.span.touches(clause)
        return tuple(found.items())

    def neighbours(self, sentence: Sentence) -> tuple[Sentence | None, Sentence | None]:
        """The sentences before and after in the same block."""
        all_of = self.text.sentences
        before = all_of[sentence.index - 1] if sentence.index else None
        after = all_of[sentence.index + 1] if sentence.index + 1 < len(all_of) else None
        return (
            before if before and before.block == sentence.block else None,
            after if after and after.block == sentence.block else None,
        )


def _rows(blocks: tuple[Block, ...]) -> dict[int, range]:
    """For each cell of a table's body the blocks of its row: one begins where the label of the first column comes round again.

    Cells without a label come first where columns have heads; where they come again, each is the head of its row.
    """
    rows: dict[int, range] = {}
    for is_cell, run in groupby(range(len(blocks)), key=lambda n: blocks[n].kind == "cell"):
        cells = list(run) if is_cell else []
        heads = sum(1 for _ in takewhile(lambda n: not blocks[n].label, cells))
        headed = any(not blocks[n].label for n in cells[heads:])
        body = cells[max(0, heads - headed) :]
        begins = [n for n in body if blocks[n].label == blocks[body[0]].label]
        for begin, end in pairwise((*begins, *(n + 1 for n in body[-1:]))):
            rows.update(dict.fromkeys(range(begin, end), range(begin, end)))
    return rows


def _next_to(clause: Span, sentence: Sentence) -> list[Span]:
    """The clauses of a sentence right before and after a stretch of it."""
    return [other for other in sentence.clauses if other.end == clause.start or other.start == clause.end]


@cache
def _field_words() -> dict[str, str]:
    return {_key(row["hans"]): row["words"] for row in lexicon.table("field_words")}


def _key(label: str) -> str:
    return fold(label).strip().lower().replace(" ", "_").rstrip("0123456789")


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
