"""How two values of one kind relate."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from crosscheck.model.step import Step

Relation = Literal["identical", "equivalent", "compatible", "different", "incomparable"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """`relation` of a claim's value to an evidence's value, and the steps that led there.

    identical: the same characters; equivalent: the same value in another writing (script, numeral, unit,
    calendar); compatible: one allows the other (granularity, bound, rounding, hedge); different: both
    cannot hold; incomparable: they say nothing of one another (kilogrammes and metres).  `nearness` in 0..1
    says how close two different values are (4月6日 and 4月7日; 12 and 11), 1 for the first three relations.
    """

    relation: Relation
    steps: tuple[Step, ...] = ()
    nearness: float = 0.0

    @property
    def holds(self) -> bool:
        """Whether both values can stand for the same thing."""
        return self.relation in ("identical", "equivalent", "compatible")
