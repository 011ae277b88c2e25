"""How two amounts relate: the same, one allows the other, or both cannot hold."""

from __future__ import annotations

from fractions import Fraction

from crosscheck.model.comparison import Comparison, Relation
from crosscheck.model.step import Step, say
from crosscheck.model.values import Amount
from crosscheck.quantities.amount import plain, show
from crosscheck.quantities.interval import Interval, bounds, exact_in, ranges
from crosscheck.quantities.units import classes_of, unit_named
from crosscheck.text.grams import conceptual

# Money that a text calls 元 where its own currency is meant: an equal number agrees, another says nothing.
_LOCAL = (
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
# From here on 余 and 多 leave open less than their last place: how much more than the number they allow.
_THOUSAND, _OVER = 1000, Fraction(4, 3)
# Months and years are counted roughly: how much of one a length of time may be off that is given in another unit.
_MONTH, _OF_PLACE = 28 * 86400, Fraction(1, 3)
# What is sold or paid for one by one.
_PIECES = frozenset(("张", "次", "车次", "人次", "册", "本", "瓶", "份", "件", "套", "股"))
# An age by the reckoning in which a child is one year old at birth.
NOMINAL = "虚岁"
_NOMINAL_MORE = 2


def compare_amounts(claim: Amount, evidence: Amount, *, same_text: bool = False) -> Comparison:
    """The relation of the claim's amount to the evidence's.

    A step ``quantity.narrower`` says that the evidence allows the claim and leaves it open: the claim does not follow.
    """
    words = {"claim": show(claim), "evidence": show(evidence)}
    if _unsaid(claim, evidence) or _local_money(claim, evidence):
        return _equal_only(claim, evidence, words)
    apart = _incomparable(claim, evidence)
    if apart:
        return Comparison(relation="incomparable", steps=(say(apart, **words),))
    if claim.sense in ("identifier", "ordinal") or claim.dimension == "score":
        return _named(claim, evidence, words, same_text)
    one, two = _interval(claim), _interval(evidence)
    relation, key = _relate(claim, evidence, one, two)
    if relation == "different" and _of_one_length(claim, evidence):
        relation, key = "compatible", "quantity.rounded"
    if relation == "compatible" and _too_much_over(claim, evidence):
        relation, key = "incomparable", "quantity.far"
    if claim.unit != evidence.unit and NOMINAL in (claim.unit, evidence.unit):
        relation, key = _ages(claim, evidence, relation, key)
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


def _equal_only(claim: Amount, evidence: Amount, words: dict[str, str]) -> Comparison:
    """The same number is the same amount; another one says nothing, since the units may differ."""
    if claim.stated != evidence.stated or claim.per != evidence.per:
        return Comparison(relation="incomparable", steps=(say("quantity.unsaid", **words),))
    return Comparison(relation="compatible", steps=(say("quantity.unsaid-equal", **words),), nearness=1.0)


def _incomparable(claim: Amount, evidence: Amount) -> str:
    """The key of the reason why the two say nothing of one another, "" where they do."""
    if claim.sense != evidence.sense:
        return "quantity.sense"
    if claim.sense == "ordinal" and claim.stated == evidence.stated == 1 and not _one_head(claim, evidence):
        return "quantity.first"
    if claim.dimension == "count" == evidence.dimension:
        if not _count_alike(claim.unit, evidence.unit):
            return "quantity.measure-word"
    elif _dimension(claim) != _dimension(evidence) and not _same_money(claim.dimension, evidence.dimension):
        money = claim.dimension.startswith("money") and evidence.dimension.startswith("money")
        return "quantity.currency" if money else "quantity.dimension"
    if claim.dimension == "score" or _rate(claim)[1] == _rate(evidence)[1]:
        return ""
    return (
        ""
        if claim.dimension.startswith("money") and _same_piece(claim.per, evidence.per)
        else "quantity.rate"
    )


def _one_head(claim: Amount, evidence: Amount) -> bool:
    """Whether what is first is one thing (首位总统, 第一位民选总统): much is the first of its sort in any text."""
    one, other = conceptual(claim.head), conceptual(evidence.head)
    return bool(one and other) and (one.endswith(other) or other.endswith(one))


def _same_piece(one: str, other: str) -> bool:
    """Whether two prices are of one piece: 每次45元 and 每车次45元, 每张380元 and 票价380元; never one by head, time or measure."""
    if one and other:
        return one.endswith(other) or other.endswith(one)
    return (one or other) in _PIECES


def _count_alike(one: str, two: str) -> bool:
    if one == two or not one or not two:
        return True
    first, second = classes_of(one), classes_of(two)
    return "any" in first or "any" in second or bool(set(first) & set(second))


def _same_money(one: str, two: str) -> bool:
    return {one, two} == {"money:元", "money:CNY"}


def _local_money(claim: Amount, evidence: Amount) -> bool:
    """Whether one is a bare 元 and the other a currency that is called so where it is used."""
    dimensions = (claim.dimension, evidence.dimension)
    return "money:元" in dimensions and any(dimension in _LOCAL for dimension in dimensions)


def _unsaid(claim: Amount, evidence: Amount) -> bool:
    """Whether one is the bare number of a field, whose unit the label leaves unsaid, and the other is measured."""
    one, two = (claim, evidence) if "field" in claim.steps else (evidence, claim)
    return "field" in one.steps and not one.unit and one.sense == "count" and two.sense == "measure"


def _rate(amount: Amount) -> tuple[Fraction, str]:
    """The size of the rate's base in seconds with the word ``time``, or 1 with the base as it is."""
    if amount.dimension == "speed":
        return Fraction(1), "time"
    base = unit_named(amount.per) if amount.per else None
    if base is not None and base.dimension == "duration":
        return base.factor, "time"
    return Fraction(1), amount.per


def _dimension(amount: Amount) -> str:
    return "length" if amount.dimension == "speed" else amount.dimension


def _scale(amount: Amount) -> Fraction:
    return amount.factor / _rate(amount)[0]


def _interval(amount: Amount) -> Interval:
    scale = _scale(amount)
    low = None if amount.low is None else amount.low * scale
    high = None if amount.high is None else amount.high * scale
    return Interval(low, high, amount.low_open, amount.high_open)


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


def _relate(claim: Amount, evidence: Amount, one: Interval, two: Interval) -> tuple[Relation, str]:
    if one == two:
        return "equivalent", "quantity.equal"
    if one.exact and two.exact:
        return _exact(claim, evidence)
    if _hedge_only(claim, evidence):
        return "compatible", "quantity.hedge"
    if one.exact and one.low is not None:
        return exact_in(one.low, two, _slack(claim, evidence), "quantity.inside", far=True)
    if two.exact and two.low is not None:
        return exact_in(two.low, one, _slack(evidence, claim), "quantity.implied", far=False)
    if one.bounded and two.bounded:
        return ranges(one, two)
    return bounds(one, two)


def _ages(claim: Amount, evidence: Amount, relation: Relation, key: str) -> tuple[Relation, str]:
    """虚岁 is a year or two more than the age in full years."""
    nominal, full = (claim, evidence) if claim.unit == NOMINAL else (evidence, claim)
    if relation in ("identical", "equivalent") or 0 < nominal.stated - full.stated <= _NOMINAL_MORE:
        return "compatible", "quantity.nominal-age"
    return relation, key


def _of_one_length(claim: Amount, evidence: Amount) -> bool:
    """Whether two stretches of time in two units are one at the precision of the coarser: 三年零八个月 / 四年, 150多天 / 近5个月."""
    if claim.dimension != "duration" or _scale(claim) == _scale(evidence):
        return False
    if any(amount.low is None or amount.high is None for amount in (claim, evidence)):
        return False
    place = max(amount.quantum * _scale(amount) for amount in (claim, evidence))
    gap = abs(claim.stated * _scale(claim) - evidence.stated * _scale(evidence))
    return place >= _MONTH and gap <= place * _OF_PLACE


def _too_much_over(claim: Amount, evidence: Amount) -> bool:
    """Whether a thousand 余 or more is held against far more than that: 余 and 多 are a little more (万余亩 / 14000多亩)."""
    first, second = sorted((claim, evidence), key=lambda amount: amount.stated * _scale(amount))
    low, high = first.stated * _scale(first), second.stated * _scale(second)
    if not first.hedged or first.high is None or not 0 < first.high - first.stated <= first.quantum:
        return False
    return (
        first.quantum * _scale(first) >= _THOUSAND and second.quantum < first.quantum and high > low * _OVER
    )


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
