"""How alike the surroundings of a claim and of a fact of a source are.

What share of the claim's words, weighed by rarity, stands around the evidence (``coverage``), what share of the
evidence's clause stands around the claim (``reverse``), how much that is in all (``mass``), whether both are of one
occasion.  The values themselves take no part: they are compared apart.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from operator import mul

from crosscheck.context.frame import Frame
from crosscheck.context.scene import Scene
from crosscheck.context.slot import Slot, alike
from crosscheck.model.fact import Fact
from crosscheck.model.values import PartialDate
from crosscheck.registry import kind
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

# Grams, the weight of each, and the sum of the weights.
_Weighed = tuple[tuple[str, ...], tuple[float, ...], float]


@dataclass(frozen=True, slots=True)
class Context:
    """How alike the surroundings are: each part 0..1, `occasion` and `act` -1..1.

    `act` is 1 where both clauses tell of the same act (签署, 签订), 0.5 where a clause beside one does, -1 where they tell of
    different ones; `local` is how alike the words right before and after the two are; `anchor` is 1 where a name stands
    beside both in their clauses, 0.5 where it does in their sentences; `slot` is 1 where both fill one slot that holds one value,
    -1 where they fill two.
    """

    coverage: float
    reverse: float
    mass: float
    occasion: float
    act: float
    anchor: float
    local: float
    slot: float = 0.0


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
class _Place:
    """What is worked out once for each place: the frame of a fact, what its clause says and what stands around it."""

    frame: Frame
    wanted: _Weighed
    own: frozenset[str]
    around: Mapping[str, float]
    act: frozenset[str]
    act_governed: frozenset[str]
    act_beside: frozenset[str]
    near: frozenset[str]
    near_weight: float
    slot: Slot | None


@dataclass(slots=True)
class Surroundings:
    """What surrounds the claims of one entry and the facts of one source; what it worked out for a place is kept."""

    entry: Scene
    source: Scene
    weights: Weights
    _places: dict[tuple[str, str, int, int], _Place] = field(default_factory=dict)
    _around: dict[tuple[str, int], Mapping[str, float]] = field(default_factory=dict)
    _held: dict[tuple[int, int], bool] = field(default_factory=dict)

    def frame(self, side: str, fact: Fact) -> Frame:
        """The frame of a fact of the ``entry`` or the ``source``."""
        return self._place(side, fact).frame

    def _place(self, side: str, fact: Fact) -> _Place:
        # What surrounds a fact depends on its place and kind alone; hashing its value would cost more than the rest.
        key = (side, fact.kind, fact.span.start, fact.span.end)
        known = self._places.get(key)
        if known is None:
            scene = self.entry if side == "entry" else self.source
            frame = scene.frame(fact)
            known = self._places[key] = _Place(
                frame=frame,
                wanted=self._wanted(side, fact, frame),
                own=frozenset(frame.clause),
                around=self._near_by(side, fact),
                act=acts(frame.clause),
                act_governed=acts(scene.governed(fact)),
                act_beside=acts(frame.around),
                near=frozenset(frame.near),
                near_weight=sum(map(self.weights.of, frame.near)),
                slot=scene.slot(fact),
            )
        return known

    def _near_by(self, side: str, fact: Fact) -> Mapping[str, float]:
        """How much each gram counts by where it stands around the sentence of a fact: one table for all facts of a sentence."""
        scene = self.entry if side == "entry" else self.source
        key = (side, fact.sentence)
        if key not in self._around:
            sentence = scene.text.sentences[fact.sentence]
            before, after = scene.words.neighbours(sentence)
            # The lesser shares first: a gram that stands nearer as well takes the greater one.
            found = dict.fromkeys(scene.words.sentence(after.index) if after else (), AFTER)
            found.update(dict.fromkeys(scene.words.sentence(before.index) if before else (), BEFORE))
            found.update(dict.fromkeys(scene.words.heading(scene.text.block_of(sentence)), BEFORE))
            found.update(dict.fromkeys(scene.words.sentence(fact.sentence), AROUND))
            self._around[key] = found
        return self._around[key]

    def _wanted(self, side: str, fact: Fact, frame: Frame) -> _Weighed:
        """What a fact's clause says, each gram with its weight; for a claim with the rest of its sentence."""
        grams, weights = frame.clause, list(map(self.weights.of, frame.clause))
        if side == "entry" and not kind(fact.kind).clauses:
            grams = (*grams, *frame.around)
            weights += [REST * weight for weight in map(self.weights.of, frame.around)]
        return grams, tuple(weights), sum(weights)

    def context(self, claim: Fact, evidence: Fact) -> Context:
        """How alike the surroundings of a claim and an evidence are."""
        mine, theirs = self._place("entry", claim), self._place("source", evidence)
        wanted, back = mine.wanted, theirs.wanted
        shared = _shared(wanted, theirs.own, theirs.around)
        if kind(claim.kind).clauses:  # the clause itself has to say it, not only its neighbours
            shared = (shared + _shared(wanted, theirs.own, {})) / 2
        returned = _shared(back, mine.own, mine.around)
        occasion = same_occasion(mine.frame.occasion, theirs.frame.occasion)
        anchor = _anchor(mine.frame, theirs.frame)
        return Context(
            coverage=shared / wanted[-1] if wanted[-1] else 0.0,
            reverse=returned / back[-1] if back[-1] else 0.0,
            mass=min(1.0, shared / FULL),
            occasion=occasion,
            act=_same_act(mine, theirs),
            anchor=anchor,
            local=self._local(mine, theirs),
            slot=_same_slot(mine, theirs, occasion, anchor),
        )

    def slot(self, claim: Fact, evidence: Fact) -> float:
        """Whether both fill one slot of one subject, see `Context`."""
        mine, theirs = self._place("entry", claim), self._place("source", evidence)
        occasion = same_occasion(mine.frame.occasion, theirs.frame.occasion)
        return _same_slot(mine, theirs, occasion, _anchor(mine.frame, theirs.frame))

    def holds(self, claim: Fact, evidence: Fact) -> bool:
        """Whether the value of a fact of the entry holds of one of the source; each pair is compared once."""
        key = (id(claim), id(evidence))  # both live as long as their scenes
        if key not in self._held:
            self._held[key] = kind(claim.kind).compare(claim, evidence).holds
        return self._held[key]

    def clause_share(self, claim: Fact, evidence: Fact) -> float:
        """What share of a claim's clause stands in the evidence's own clause, 0..1."""
        grams = self._place("entry", claim).frame.clause
        there = set(self._place("source", evidence).frame.clause)
        total = sum(map(self.weights.of, grams))
        return sum(self.weights.of(gram) for gram in grams if gram in there) / total if total else 0.0

    def _local(self, mine: _Place, theirs: _Place) -> float:
        total = mine.near_weight + theirs.near_weight
        both = sum(self.weights.of(gram) for gram in mine.frame.near if gram in theirs.near)
        return 2 * both / total if total else 0.0


def _same_act(mine: _Place, theirs: _Place) -> float:
    one, other = mine.act, theirs.act
    if (one | mine.act_governed) & (other | theirs.act_governed):
        return 1.0
    if one & theirs.act_beside or mine.act_beside & other:
        return 0.5
    return -1.0 if one and other else 0.0


def _same_slot(mine: _Place, theirs: _Place, occasion: float, anchor: float) -> float:
    """Whether both fill one slot; of two subjects where each sentence has names and they share none."""
    found = alike(mine.slot, theirs.slot, occasion)
    if found > 0 and anchor <= 0 and _named(mine.frame) and _named(theirs.frame):
        return 0.0
    return found


def _named(frame: Frame) -> bool:
    return bool(frame.names)


def _anchor(mine: Frame, theirs: Frame) -> float:
    best = 0.0
    for name, near in mine.names:
        if name in theirs.said:
            best = max(best, 1.0 if near and name in theirs.words else 0.5)
    return best


def _shared(wanted: _Weighed, own: frozenset[str], around: Mapping[str, float]) -> float:
    """The weight of the grams that are wanted where they stand in the clause itself, or less where they stand around it."""
    grams, weights, _ = wanted
    counts = [OWN if gram in own else around.get(gram, 0.0) for gram in grams]
    total: float = sum(map(mul, weights, counts))
    return total
