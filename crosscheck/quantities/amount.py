"""The Amount of a quantity that was found, with the form in which a report shows it."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Literal, cast

from crosscheck.model.values import Amount
from crosscheck.quantities.found import Found
from crosscheck.quantities.number import Number
from crosscheck.quantities.units import unit_named


def amount_of(found: Found) -> Amount:
    """The value of `found`; tenths (三成) become percent."""
    number, unit = found.number, found.unit
    percent = unit_named("%")
    if unit.word == "成" and percent:
        number, unit = _times(number, 10), percent
    amount = Amount(
        stated=number.stated,
        low=number.low,
        high=number.high,
        low_open=number.low_open,
        high_open=number.high_open,
        hedged=number.hedged,
        quantum=number.quantum,
        unit=unit.unit,
        dimension=unit.dimension,
        factor=unit.factor,
        head=found.head,
        per=found.per,
        sense=cast(Literal["count", "measure", "ordinal", "identifier"], found.sense),
        steps=(found.rule,) if found.rule in ("each", "field") else (),
    )
    return replace(amount, shown=show(amount))


def _times(number: Number, by: int) -> Number:
    return replace(
        number,
        stated=number.stated * by,
        low=None if number.low is None else number.low * by,
        high=None if number.high is None else number.high * by,
        quantum=number.quantum * by,
    )


def plain(number: Fraction) -> str:
    """`number` in figures: ``12``, ``22.5``, ``1/3``."""
    if number.denominator == 1:
        return str(number.numerator)
    rest = number.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    if rest != 1:
        return f"{number.numerator}/{number.denominator}"
    places = 0
    scaled = number
    while scaled.denominator != 1:
        scaled, places = scaled * 10, places + 1
    digits = str(abs(scaled.numerator)).rjust(places + 1, "0")
    return f"{'-' if number < 0 else ''}{digits[:-places]}.{digits[-places:]}"


def bounds(amount: Amount) -> str:
    """The number with its bound: ``60``, ``~60``, ``30+``, ``>=1000``, ``<110``, ``6500..10000``."""
    low, high = amount.low, amount.high
    if low is None:
        return f"{'<' if amount.high_open else '<='}{plain(high or Fraction(0))}"
    if high is None:
        return f"{'>' if amount.low_open else '>='}{plain(low)}"
    if low == high:
        return f"~{plain(low)}" if amount.hedged else plain(low)
    if amount.hedged and low == amount.stated and amount.low_open:
        return f"{plain(low)}+"
    if amount.hedged and (low < amount.stated < high or amount.stated == high):
        return f"~{plain(amount.stated)}"
    if amount.high_open and low * 10 == high:
        return f">={plain(low)}"
    return f"{plain(low)}..{plain(high)}"


def show(amount: Amount) -> str:
    """Number, unit or measure word, base of a rate, and for a count the noun: ``100 名 中国留学生``, ``5 元/吨``."""
    if amount.sense == "identifier":
        return f"{plain(amount.stated)}{amount.unit}"
    if amount.dimension == "score":
        return f"{plain(amount.stated)}:{amount.per}"
    number = f"第{plain(amount.stated)}" if amount.sense == "ordinal" else bounds(amount)
    unit = f"{amount.unit}/{amount.per}" if amount.per else amount.unit
    noun = amount.head if amount.sense in ("count", "ordinal") else ""
    each = "each" if "each" in amount.steps else ""
    return " ".join(part for part in (number, unit, noun, each) if part)
