"""What one fact is said of, as a record."""

from __future__ import annotations

from dataclasses import dataclass

from crosscheck.model.values import PartialDate


@dataclass(frozen=True, slots=True)
class Frame:
    """What one fact is said of.

    `words` and `said` are the folded clause and its whole sentence; `near` are the grams right before and after the
    fact, `clause` the grams of its own clause, the fact's own words left out; `around` those of the
    clauses next to it; `names` are the names beside it, with whether they stand in its clause; `occasion` is the date in
    force there, `dated` whether it stands in the same sentence; `negated` and `planned` say how the clause puts it;
    `field` that it is a field of an infobox.
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
