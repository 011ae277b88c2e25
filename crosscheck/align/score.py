"""What speaks for a claim and a fact of a source being of the same thing, as features.

What share of the claim's words, weighed by rarity, stands around the evidence (``coverage``), what share of the
evidence's clause stands around the claim (``reverse``), how much that is in all (``mass``), whether both are of one
occasion.  The values themselves take no part: they are compared apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from crosscheck.model.fact import Fact
from crosscheck.model.values import PartialDate
from crosscheck.subject import Frame, Scene
from crosscheck.text.grams import Weights, acts

# How much a gram counts by where it stands, seen from the fact.
OWN, AROUND, BEFORE, AFTER = 1.0, 0.9, 0.4, 0.3
# How much of what a claim says is said by the clauses next to it.
REST = 0.3
# The shared weight at which ``mass`` is 1: about eight rare pairs of characters.
FULL = 40.0
# Days between two dates that may still be one occasion (a visit, a conference).
NEAR_DAYS = 45
NEAR = -0.3

# Grams with their weights, and the sum of the weights.
Wanted = tuple[tuple[tuple[str, float], ...], float]


@dataclass(frozen=True, slots=True)
class Context:
    """How alike the surroundings are: each part 0..1, `occasion` and `act` -1..1.

    `act` is 1 where both clauses tell of the same act (签署, 签订), 0.5 where a clause beside one does, -1 where they tell of
    different ones;
    `local` is how alike the words right before and after the two are; `anchor` is 1 where a name stands beside both in their clauses, 0.5 where it does in their sentences.
    """

    coverage: float
    reverse: float
    mass: float
    occasion: float
    act: float
    anchor: float
    local: float


def same_occasion(one: PartialDate | None, other: PartialDate | None) -> float:
    """1 for the same day, less for coarser dates that meet, 0 where one is unknown, `NEAR` for days near, -1 for dates apart."""
    if one is None or other is None or one.first is None or other.first is None:
        return 0.0
    assert one.last is not None and other.last is not None
    if one.first > other.last or other.first > one.last:
        gap = max(one.first - other.last, other.first - one.last)
        return NEAR if gap <= NEAR_DAYS else -1.0
    width = max(one.last - one.first, other.last - other.first)
    return 1.0 if width <= 1 else 0.6 if width <= 31 else 0.25


@dataclass(slots=True)
class Scorer:
    """Compares claims of one entry with facts of one source; keeps what it worked out for each place."""

    entry: Scene
    source: Scene
    weights: Weights
    _frames: dict[tuple[str, Fact], Frame] = field(default_factory=dict)
    _weighed: dict[tuple[str, Fact], Wanted] = field(default_factory=dict)
    _present: dict[tuple[str, Fact], Mapping[str, float]] = field(default_factory=dict)
    _around: dict[tuple[str, int], Mapping[str, float]] = field(default_factory=dict)

    def frame(self, side: str, fact: Fact) -> Frame:
        """The frame of a fact of the ``entry`` or the ``source``."""
        key = (side, fact)
        if key not in self._frames:
            self._frames[key] = (self.entry if side == "entry" else self.source).frame(fact)
        return self._frames[key]

    def _presence(self, side: str, fact: Fact, frame: Frame) -> Mapping[str, float]:
        if (side, fact) in self._present:
            return self._present[side, fact]
        scene = self.entry if side == "entry" else self.source
        key = (side, fact.sentence)
        if key not in self._around:
            found: dict[str, float] = {}
            sentence = scene.text.sentences[fact.sentence]
            before, after = scene.neighbours(sentence)
            for other, share in ((before, BEFORE), (after, AFTER)):
                if other:
                    _raise(found, scene.sentence(other.index), share)
            _raise(found, scene.heading(scene.text.block_of(sentence)), BEFORE)
            _raise(found, scene.sentence(fact.sentence), AROUND)
            self._around[key] = found
        own = dict(self._around[key])
        _raise(own, frame.clause, OWN)
        self._present[side, fact] = own
        return own

    def _wanted(self, side: str, fact: Fact, frame: Frame) -> Wanted:
        """What a fact's clause says, each gram with its weight; for a claim with the rest of its sentence."""
        key = (side, fact)
        if key not in self._weighed:
            parts = [(gram, self.weights(gram)) for gram in frame.clause]
            if side == "entry" and fact.kind != "statement":
                parts += [(gram, REST * self.weights(gram)) for gram in frame.around]
            self._weighed[key] = (tuple(parts), sum(weight for _, weight in parts))
        return self._weighed[key]

    def context(self, claim: Fact, evidence: Fact) -> Context:
        """How alike the surroundings of a claim and an evidence are."""
        mine, theirs = self.frame("entry", claim), self.frame("source", evidence)
        wanted = self._wanted("entry", claim, mine)
        shared = _shared(wanted, self._presence("source", evidence, theirs))
        if claim.kind == "statement":  # the clause itself has to say it, not only its neighbours
            shared = (shared + _shared(wanted, dict.fromkeys(theirs.clause, OWN))) / 2
        back = self._wanted("source", evidence, theirs)
        returned = _shared(back, self._presence("entry", claim, mine))
        return Context(
            coverage=shared / wanted[1] if wanted[1] else 0.0,
            reverse=returned / back[1] if back[1] else 0.0,
            mass=min(1.0, shared / FULL),
            occasion=same_occasion(mine.occasion, theirs.occasion),
            act=_same_act(mine, theirs),
            anchor=_anchor(mine, theirs),
            local=self._local(mine, theirs),
        )

    def _local(self, mine: Frame, theirs: Frame) -> float:
        other = set(theirs.near)
        total = sum(map(self.weights, mine.near)) + sum(map(self.weights, theirs.near))
        both = sum(self.weights(gram) for gram in mine.near if gram in other)
        return 2 * both / total if total else 0.0


def _same_act(mine: Frame, theirs: Frame) -> float:
    one, other = acts(mine.clause), acts(theirs.clause)
    if one & other:
        return 1.0
    if one & acts(theirs.around) or acts(mine.around) & other:
        return 0.5
    return -1.0 if one and other else 0.0


def _anchor(mine: Frame, theirs: Frame) -> float:
    best = 0.0
    for name, near in mine.names:
        if name in theirs.said:
            best = max(best, 1.0 if near and name in theirs.words else 0.5)
    return best


def _shared(wanted: Wanted, presence: Mapping[str, float]) -> float:
    get = presence.get
    return sum(weight * get(gram, 0.0) for gram, weight in wanted[0])


def _raise(found: dict[str, float], grams: Iterable[str], share: float) -> None:
    for gram in grams:
        if found.get(gram, 0.0) < share:
            found[gram] = share
