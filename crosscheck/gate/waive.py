"""Holds decisions against findings: which of them still stand, and which findings they waive."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from crosscheck.gate import anchor, drift
from crosscheck.gate.decisions import Decision, Side
from crosscheck.gate.items import Item
from crosscheck.gate.marking import mark
from crosscheck.gate.wording import exact
from crosscheck.model.report import Selector
from crosscheck.model.span import Span
from crosscheck.text.fold import fold

State = Literal["active", "stale", "orphan", "expired", "unused"]


@dataclass(frozen=True, slots=True)
class Held:
    """A decision and what became of it; `item` is the finding that it waives or that it was about."""

    decision: Decision
    state: State
    item: Item | None = None


def hold(
    decisions: Iterable[Decision],
    found: Iterable[Item],
    *,
    today: str,
    text_of: Callable[[str], str | None],
    checked: frozenset[str],
    past_of: Callable[[str], Iterable[str]] = lambda _: (),
) -> tuple[Held, ...]:
    """What became of each decision on a document in `checked`.

    active: it waives its item; stale: a side or the verdict has changed; orphan: its place is lost; expired: its day is
    over; unused: its place is there and nothing is held against it.  Of two decisions on one item the later one
    counts.  `text_of` gives the file's text by name, None where there is no such file; `past_of` its older texts, the
    newest first, which tell where a place has gone.
    """
    here: dict[str, list[Item]] = defaultdict(list)
    for item in found:
        here[item.document].append(item)
    folded: dict[str, str | None] = {}

    def text(name: str) -> str | None:
        if name not in folded:
            source = text_of(name)
            folded[name] = None if source is None else fold(source)
        return folded[name]

    out: list[Held] = []
    taken: set[int] = set()
    later_first = sorted(decisions, key=lambda decision: decision.on, reverse=True)
    for decision in later_first:
        if decision.claim.path not in checked:
            continue
        held = _hold(decision, here[decision.claim.path], text, past_of, taken)
        if held.state == "active" and decision.expires and decision.expires < today:
            held = Held(decision, "expired", held.item)
        if held.state == "active":
            taken.add(id(held.item))
        out.append(held)
    return tuple(sorted(out, key=lambda held: (held.decision.claim.path, held.decision.id, held.decision.on)))


def _hold(
    decision: Decision,
    candidates: list[Item],
    text: Callable[[str], str | None],
    past_of: Callable[[str], Iterable[str]],
    taken: set[int],
) -> Held:
    named = [item for item in candidates if item.id == decision.id and decision.id]
    for item in named:
        if item.rule == decision.rule and id(item) not in taken:
            return Held(decision, "active" if _same(decision, item) else "stale", item)
    if named:
        same_rule = any(item.rule == decision.rule for item in named)
        return Held(decision, "unused" if same_rule else "stale", named[0])
    source = text(decision.claim.path)
    place = None if source is None else _place(source, decision.claim, past_of)
    if place is None:
        return Held(decision, "orphan")
    there = [item for item in candidates if Span(item.claim.start, item.claim.end).touches(place)]
    for item in there:
        if item.rule == decision.rule and id(item) not in taken:
            return Held(decision, "active" if _same(decision, item) else "stale", item)
    kind = decision.rule.split("/")[0]
    other = next((item for item in there if item.rule.split("/")[0] == kind), None)
    return Held(decision, "stale", other) if other else Held(decision, "unused")


def _place(source: str, side: Side, past_of: Callable[[str], Iterable[str]]) -> Span | None:
    """Where `side` stands now: as it was; else where its older text shows that it has gone; else where something alike is."""
    quote = fold(side.exact), fold(side.prefix), fold(side.suffix)
    there = anchor.exactly(source, *quote, side.start)
    return there or _followed(source, side, quote, past_of) or anchor.alike(source, *quote)


def _followed(
    source: str, side: Side, quote: tuple[str, str, str], past_of: Callable[[str], Iterable[str]]
) -> Span | None:
    for old in map(fold, past_of(side.path)):
        before = anchor.exactly(old, *quote, side.start)
        if before:
            return drift.follow(old, source, before, *quote[1:])
    return None


def _same(decision: Decision, item: Item) -> bool:
    """Whether both sides say what they said."""
    return _side_same(decision.claim, item.claim) and _side_same(decision.evidence, item.evidence)


def _side_same(side: Side | None, place: Selector | None) -> bool:
    if side is None or place is None:
        return side is None and place is None
    if side.value is not None and side.value != place.value:
        return False
    if not side.hash:
        return exact(side.exact) == exact(place.exact)
    return side.hash == mark(place.prefix, place.exact, place.suffix)
