"""A kind of fact: all that is special about it, in one record, with defaults that suit the name of a thing.

A file of ``crosscheck/kinds`` that ends in a ``KIND`` adds a kind; its README tells how.  Whoever reads, aligns, judges or
shows facts asks the record and knows no kind by its name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from crosscheck.model.comparison import Comparison
from crosscheck.model.fact import Fact, KindName, Mention
from crosscheck.model.span import Span
from crosscheck.model.text import Text
from crosscheck.model.values import Value

# The weights that names of things share: fitted on places and organisations.
NAMES = "place"


@dataclass(frozen=True, slots=True)
class Short:
    """A short form of a name: its `words`, what it `means` where it stands, and whether it `stands` as a name at a span."""

    words: str
    means: str
    stands: Callable[[str, Span], bool]


def by_words(fact: Fact) -> Iterable[str]:
    """The blocking key of a name: the name."""
    return (f"n{fact.value}",)


def by_length(one: Value, other: Value) -> float:
    """How telling a name is: one of five characters all, one of two a quarter."""
    return min(1.0, (len(str(one)) - 1) / 4)


def by_part(claim: Value, evidence: Value) -> float:
    """How much of a name the evidence leaves out, where it is a part of it."""
    whole, part = str(claim), str(evidence)
    return 1 - len(part) / len(whole) if part in whole else 0.0


def by_last_word(one: Value, other: Value) -> float:
    """Whether two names name things of one sort (two universities, two presses), told by how they end."""
    mine, theirs = str(one), str(other)
    if mine[-2:] == theirs[-2:]:
        return 1.0
    return 0.4 if mine[-1:] == theirs[-1:] else 0.0


def no_keys(fact: Fact) -> Iterable[str]:
    """No blocking key: only the words around a fact find it."""
    return ()


def nothing(one: Value, other: Value) -> float:
    """0, whatever the values are."""
    return 0.0


def half(one: Value, other: Value) -> float:
    """One half, whatever the values are."""
    return 0.5


def no_shorts(name: str, text: Text) -> Iterable[Short]:
    """No short forms."""
    return ()


def always(claim: Fact, evidence: Fact, comparison: Comparison) -> bool:
    """Every other value can be a wrong version of this one."""
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of fact.

    `find` sees mentions in a text, in any order, overlaps allowed; once overlaps between all kinds are settled, `facts`
    gives the mentions of this kind their values, in the order of the text (the second argument holds the mentions of
    every kind, so that an office can know its holder); `compare` relates the value of a claim to that of an evidence.
    `doc` is the page shown for the kind: first line a summary.

    How it is shown: `order` among the kinds, `label` its name by language, `color` of a terminal (SGR).

    How it is read: facts of a `nesting` kind may lie inside or across those of others; a `yielding` kind gives way to any other that
    goes beyond its words, and to one that is `sure` of the same words; `clauses` says that its facts
    are whole clauses, made of what no other kind reads; facts of an `unspecific` rule say nothing by themselves and are
    no claims, and neither are facts inside those of a `closed` kind, which are parts of a name; `recognised`: the recogniser of names helps to find it; `worded`: its words are looked for in a source where no
    rule read them, and so are the `shorts` of a name.

    What it is held against: facts that share one of its `keys` (blocking keys) or stand in a sentence that is alike, of
    its own kind, of its `siblings`, and of the kinds that say of themselves that they stand `also_for` it.  `group` names the weights that score it.  `telling` says how much it tells, 0..1,
    that two values hold; `coarse` how much coarser an evidence is than the claim, 0..1; `heads` how alike the things are that
    two values are of, -1..1.

    What may be said of it: `names` are names of somebody or something, which many clauses share; an `anchor` says of what
    the facts beside it are; values of a kind with `plans` may be planned or wished and done otherwise; those that are
    `of_its_time` change from year to year; those `of_an_act` belong to one act; what `lasts` holds on days near
    one another; `rivals`: where the source says the same of another one, that contradicts.

    What can conflict: only where it `contradicts` is another value held against it, and only one that is `altered`, a wrong
    version of this one and no other thing; less near than `far`, it has to be all but sure.  `speech` is what somebody said or
    wrote: one place of a source may contradict several claims, and who is named in it is spoken of, not told of.
    """

    name: KindName
    doc: str
    find: Callable[[Text], Iterable[Mention]] = field(repr=False)
    facts: Callable[[Text, tuple[Mention, ...]], tuple[Fact, ...]] = field(repr=False)
    compare: Callable[[Fact, Fact], Comparison] = field(repr=False)

    order: int = 100
    label: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}), repr=False)
    color: str = ""

    nesting: bool = False
    closed: bool = False
    sure: bool = False
    yielding: bool = False
    clauses: bool = False
    unspecific: frozenset[str] = frozenset()
    recognised: bool = False
    worded: bool = False
    shorts: Callable[[str, Text], Iterable[Short]] = field(default=no_shorts, repr=False)

    group: str = NAMES
    keys: Callable[[Fact], Iterable[str]] = field(default=by_words, repr=False)
    siblings: tuple[KindName, ...] = ()
    also_for: tuple[KindName, ...] = ()
    telling: Callable[[Value, Value], float] = field(default=by_length, repr=False)
    coarse: Callable[[Value, Value], float] = field(default=by_part, repr=False)
    heads: Callable[[Value, Value], float] = field(default=by_last_word, repr=False)

    names: bool = True
    anchor: bool = True
    plans: bool = False
    of_its_time: bool = False
    of_an_act: bool = False
    lasts: bool = False
    rivals: bool = False

    contradicts: bool = False
    altered: Callable[[Fact, Fact, Comparison], bool] = field(default=always, repr=False)
    far: float = 0.0
    speech: bool = False

    def called(self, language: str) -> str:
        """The name of the kind in `language`; its own name where it gives none."""
        return self.label.get(language, self.name)
