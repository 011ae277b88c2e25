"""How two amounts relate: the same, one allows the other, or both cannot hold."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from crosscheck.model.comparison import Comparison, Relation
from crosscheck.model.step import Step, say
from crosscheck.model.values import Amount
from crosscheck.quantities.amount import bounds, plain, show
from crosscheck.quantities.units import classes_of, unit_named

# Money that a text calls 元 where its own currency is meant.
_YUAN = (
    "money:CNY",
    "money:TWD",
    "money:HKD",
    "money:MOP",
    "money:银元",
    "money:法币",
    "money:金圆券",
    "money:旧人民币",
)
# An exact number may round to a coarser one without a hedge only when it is this near.
_NEAR = Fraction(1, 20)
# Two ranges agree where they share at least half of the narrower one.
_SHARED = Fraction(1, 2)
# A claim that is tighter than an open bound of the source: how much tighter it may be.
_TIGHTER = Fraction(5, 4)
# A bound says nothing about a number this many times away from it.
_FAR = 10


@dataclass(frozen=True, slots=True)
class _Interval:
    low: Fraction | None
    high: Fraction | None
    low_open: bool
    high_open: bool

    @property
    def exact(self) -> bool:
        return self.low is not None and self.low == self.high

    @property
    def bounded(self) -> bool:
        return self.low is not None and self.high is not None

    def holds(self, value: Fraction, slack: Fraction = Fraction(0)) -> bool:
        """Whether `value` lies inside; `slack` widens both ends."""
        if self.low is not None and (
            value + slack < self.low or (self.low_open and value + slack <= self.low)
        ):
            return False
        return (
            self.high is None
            or value - slack < self.high
            or (not self.high_open and value - slack == self.high)
        )

    def covers(self, other: _Interval) -> bool:
        """Whether every value of `other` lies inside."""
        below = self.low is None or (
            other.low is not None
            and (other.low > self.low or (other.low == self.low and (not self.low_open or other.low_open)))
        )
        above = self.high is None or (
            other.high is not None
            and (
                other.high < self.high
                or (other.high == self.high and (not self.high_open or other.high_open))
            )
        )
        return below and above


def compare_amounts(claim: Amount, evidence: Amount, *, same_text: bool = False) -> Comparison:
    """The relation of the claim's amount to the evidence's.

    A step ``quantity.narrower`` says that the evidence allows the claim and leaves it open: the claim does not follow.
    """
    words = {"claim": show(claim), "evidence": show(evidence)}
    apart = _incomparable(claim, evidence)
    if apart:
        return Comparison(relation="incomparable", steps=(say(apart, **words),))
    if claim.sense in ("identifier", "ordinal") or claim.dimension == "score":
        return _named(claim, evidence, words, same_text)
    one, two = _interval(claim), _interval(evidence)
    relation, key = _relate(claim, evidence, one, two)
    steps: list[Step] = []
    if relation == "equivalent" and same_text:
        relation, key = "identical", "quantity.same"
    if relation == "compatible" and key == "quantity.inside":
        steps.append(say("quantity.narrower", **words))
    if (
        claim.unit != evidence.unit
        and not (classes_of(claim.unit) or classes_of(evidence.unit))
        and claim.unit
        and evidence.unit
    ):
        steps.append(say("quantity.unit", **words))
    near = 1.0 if relation in ("identical", "equivalent", "compatible") else _nearness(claim, evidence)
    return Comparison(
        relation=relation,
        steps=(say(key, **words), *steps),
        nearness=near if relation != "incomparable" else 0.0,
    )


def _incomparable(claim: Amount, evidence: Amount) -> str:
    """The key of the reason why the two say nothing of one another, "" where they do."""
    if claim.sense != evidence.sense:
        return "quantity.sense"
    if claim.dimension == "count" == evidence.dimension:
        if not _count_alike(claim.unit, evidence.unit):
            return "quantity.measure-word"
    elif _dimension(claim) != _dimension(evidence) and not _same_money(claim.dimension, evidence.dimension):
        money = claim.dimension.startswith("money") and evidence.dimension.startswith("money")
        return "quantity.currency" if money else "quantity.dimension"
    if claim.dimension == "score" or _rate(claim)[1] == _rate(evidence)[1]:
        return ""
    return "quantity.rate"


def _count_alike(one: str, two: str) -> bool:
    if one == two or not one or not two:
        return True
    first, second = classes_of(one), classes_of(two)
    return "any" in first or "any" in second or bool(set(first) & set(second))


def _same_money(one: str, two: str) -> bool:
    return (one == "money:元" and two in _YUAN) or (two == "money:元" and one in _YUAN)


def _rate(amount: Amount) -> tuple[Fraction, str]:
    """The size of the rate's base in seconds with the word ``time``, or 1 with the base as it is."""
    if amount.dimension == "speed":
        return Fraction(1), "time"
    base = unit_named(amount.per) if amount.per else None
    if base is not None and base.dimension == "duration":
        return base.factor, "time"
    return Fraction(1), amount.per


def _dimension(amount: Amount) -> str:
    if amount.dimension == "speed":
        return "length"
    if amount.dimension == "degree":
        return "temperature"
    return amount.dimension


def _scale(amount: Amount) -> Fraction:
    return amount.factor / _rate(amount)[0]


def _interval(amount: Amount) -> _Interval:
    scale = _scale(amount)
    low = None if amount.low is None else amount.low * scale
    high = None if amount.high is None else amount.high * scale
    return _Interval(low, high, amount.low_open, amount.high_open)


def _named(claim: Amount, evidence: Amount, words: dict[str, str], same_text: bool) -> Comparison:
    """Ordinals, identifiers and scores: the same or not."""
    if claim.stated == evidence.stated and (claim.dimension != "score" or claim.per == evidence.per):
        key = "quantity.same" if same_text else "quantity.equal"
        return Comparison(
            relation="identical" if same_text else "equivalent", steps=(say(key, **words),), nearness=1.0
        )
    return Comparison(
        relation="different", steps=(say("quantity.different", **words),), nearness=_nearness(claim, evidence)
    )


def _relate(claim: Amount, evidence: Amount, one: _Interval, two: _Interval) -> tuple[Relation, str]:
    if one == two:
        return "equivalent", "quantity.equal"
    if one.exact and two.exact:
        return _exact(claim, evidence)
    if _hedge_only(claim, evidence):
        return "compatible", "quantity.hedge"
    if one.exact and one.low is not None:
        return _exact_in(one.low, two, _slack(claim, evidence), "quantity.inside", far=True)
    if two.exact and two.low is not None:
        return _exact_in(two.low, one, _slack(evidence, claim), "quantity.implied", far=False)
    if one.bounded and two.bounded:
        return _ranges(one, two)
    return _bounds(one, two)


def _hedge_only(claim: Amount, evidence: Amount) -> bool:
    """Whether the two state the same number, one or both with 约, 近, 多 (not with a bound such as 超过)."""
    if not (claim.hedged or evidence.hedged):
        return False
    sided = any(amount.low is None or amount.high is None for amount in (claim, evidence))
    return not sided and claim.stated * _scale(claim) == evidence.stated * _scale(evidence)


def _slack(amount: Amount, other: Amount) -> Fraction:
    """How far an exact number may be off from conversion: half its last place, where the units differ."""
    return amount.quantum * _scale(amount) / 2 if _scale(amount) != _scale(other) else Fraction(0)


def _exact(claim: Amount, evidence: Amount) -> tuple[Relation, str]:
    """Two exact numbers that are not equal: one may round to the other."""
    first, second = claim.stated * _scale(claim), evidence.stated * _scale(evidence)
    gap = abs(first - second)
    if gap > _NEAR * max(abs(first), abs(second)):
        return "different", "quantity.different"
    places = sorted(
        _place(amount, _scale(claim) != _scale(evidence)) * _scale(amount) for amount in (claim, evidence)
    )
    if places[1] > places[0] and gap <= places[1] / 2:
        return "compatible", "quantity.rounded"
    return "different", "quantity.different"


def _place(amount: Amount, converted: bool) -> Fraction:
    """The place that an unhedged number is taken to be exact to: whole numbers count as written out to the ones."""
    if converted or amount.quantum < 1 or amount.dimension == "share":
        return amount.quantum if converted or amount.quantum < 1 else Fraction(1)
    large = amount.stated >= 10**4 and amount.quantum >= 1000
    return amount.quantum if large else Fraction(1)


def _exact_in(
    value: Fraction, around: _Interval, slack: Fraction, key: str, *, far: bool
) -> tuple[Relation, str]:
    if not around.holds(value, slack):
        return "different", "quantity.outside"
    bound = around.low if around.high is None else around.high if around.low is None else None
    if far and bound and value and max(value / bound, bound / value) > _FAR:
        return "incomparable", "quantity.far"
    return "compatible", key


def _ranges(one: _Interval, two: _Interval) -> tuple[Relation, str]:
    assert one.low is not None and one.high is not None and two.low is not None and two.high is not None
    if two.covers(one) and not one.covers(two):
        return "compatible", "quantity.inside"
    if one.covers(two):
        return "compatible", "quantity.implied"
    shared = min(one.high, two.high) - max(one.low, two.low)
    narrower = min(one.high - one.low, two.high - two.low)
    if shared > 0 and shared >= narrower * _SHARED:
        return "compatible", "quantity.overlap"
    return "different", "quantity.overlap-little" if shared > 0 else "quantity.outside"


def _bounds(one: _Interval, two: _Interval) -> tuple[Relation, str]:
    """At least one of the two is open on one side."""
    if one.covers(two):
        return "compatible", "quantity.implied"
    if two.covers(one):
        tight = [
            (ours, theirs) for ours, theirs in ((one.low, two.low), (one.high, two.high)) if ours and theirs
        ]
        near = all(max(ours / theirs, theirs / ours) <= _TIGHTER for ours, theirs in tight)
        return ("compatible", "quantity.inside") if near or one.bounded else ("incomparable", "quantity.open")
    low = one.low if two.low is None else two.low if one.low is None else max(one.low, two.low)
    high = one.high if two.high is None else two.high if one.high is None else min(one.high, two.high)
    if (
        low is not None
        and high is not None
        and (low > high or (low == high and (one.low_open or two.low_open or one.high_open or two.high_open)))
    ):
        return "different", "quantity.outside"
    return "incomparable", "quantity.open"


def _nearness(claim: Amount, evidence: Amount) -> float:
    """How close two different numbers are: their ratio, at least 0.9 where one digit was changed (12 and 13, 1357 and 1537)."""
    first, second = claim.stated * _scale(claim), evidence.stated * _scale(evidence)
    if not first or not second or (first < 0) != (second < 0):
        return 0.0
    ratio = float(min(abs(first), abs(second)) / max(abs(first), abs(second)))
    written = plain(claim.stated), plain(evidence.stated)
    if len(written[0]) == len(written[1]) > 1:
        changed = [i for i, (a, b) in enumerate(zip(*written, strict=True)) if a != b]
        if len(changed) == 1 or (
            len(changed) == 2 and changed[1] - changed[0] == 1 and sorted(written[0]) == sorted(written[1])
        ):
            ratio = max(ratio, 0.9)
    return round(ratio, 3)


def describe(amount: Amount) -> str:
    """The number and its unit, without the noun."""
    return f"{bounds(amount)} {amount.unit}".strip()
