"""The typed values of facts.  ``str(value)`` is the normalised form that a report shows."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

Precision = Literal["time", "day", "month", "season", "year", "decade", "century", "interval"]
Sense = Literal["count", "measure", "ordinal", "identifier"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartialDate:
    """A date as far as it is known.

    `edtf` is its ISO 8601-2 form.  `first` and `last` are the earliest and the latest day it can mean, both
    inclusive, as proleptic Gregorian ordinals (``datetime.date.toordinal``; years before 1 count down from 0),
    or None where the year is not known (`edtf` then begins with ``XXXX``).  `clock` is the first and last
    minute of the day, inclusive, where a time of day is given (上午 = 360..719, 9时22分 = 562..562).
    `steps` names how the value was reached, as message keys (``numeral``, ``calendar``, ``year-from-context`` ...).
    """

    edtf: str
    first: int | None
    last: int | None
    precision: Precision
    clock: tuple[int, int] | None = None
    approximate: bool = False
    steps: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.edtf


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A number with what it counts or measures, as the interval of the values it can mean.

    `low` and `high` are None where there is no bound on that side; `low_open`, `high_open`: the bound itself is
    excluded (超过100 is ``>100``).  `hedged`: 约, 左右, 近, 多, 余 ...: the interval is then as wide as the words allow,
    `stated` is the number as written.  `quantum` is the place of the last significant digit as written (10 for
    60, 1/10 for 22.5): what another number may be rounded to.  `unit` is the canonical unit or measure word,
    `dimension` what is measured (``length``, ``mass``, ``money:CNY``, ``duration``, ``share``, or ``count``),
    `factor` the size of the unit in the dimension's base unit.  `head` is the folded noun phrase that is
    counted ("" where none follows), `per` the base of a rate (每日 -> ``日``).
    """

    stated: Fraction
    low: Fraction | None
    high: Fraction | None
    low_open: bool = False
    high_open: bool = False
    hedged: bool = False
    quantum: Fraction = Fraction(1)
    unit: str = ""
    dimension: str = "count"
    factor: Fraction = Fraction(1)
    head: str = ""
    per: str = ""
    sense: Sense = "count"
    shown: str = ""
    steps: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A person, place or organisation: `canonical` is the full name (聂荣臻, where 聂帅 stands) in Simplified characters.

    `latin` is the name in Latin letters, as the text gives it.
    """

    canonical: str
    latin: str = ""
    steps: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.canonical


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """An office and who holds it there; `holders` are canonical names, several for 团长/副团长 lists.

    `office` is the folded office as written with its body (苏联部长会议第一副主席), `body` the body alone
    (苏联部长会议), "" where none is named.  `verb` is the word that ties the two (任, 时任, 为首 ...), "" in apposition.
    """

    holders: tuple[str, ...]
    office: str
    body: str = ""
    verb: str = ""

    def __str__(self) -> str:
        return f"{'、'.join(self.holders)}: {self.office}" if self.holders else self.office


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """A title or a quotation: `folded` without its outer marks; `speaker` is who says it, "" where not told."""

    folded: str
    speaker: str = ""

    def __str__(self) -> str:
        return self.folded


Value = PartialDate | Amount | Name | Office | Wording
