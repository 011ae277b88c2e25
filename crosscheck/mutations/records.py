"""What planting errors showed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from crosscheck.model.document import Document
from crosscheck.model.report import Selector

# conflict, unsupported: a claim over the planted words has this verdict now, and had not before.  nearby: only
# another claim of its sentence has.  agrees: the changed claim is still said to agree.  unread: nothing is claimed
# there any more, and nothing is reported.
Outcome = Literal["conflict", "unsupported", "nearby", "agrees", "unread"]
OUTCOMES: tuple[Outcome, ...] = ("conflict", "unsupported", "nearby", "agrees", "unread")
CAUGHT = frozenset({"conflict", "unsupported", "nearby"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """One planted error: `place` in the untouched file, what stood there, what was put there, and what came of it.

    For two values that changed places `before` and `after` name both.  `run` counts from 1.
    """

    kind: str
    run: int
    place: Selector
    before: str
    after: str
    sentence: str
    outcome: Outcome

    @property
    def caught(self) -> bool:
        """Whether a reader of the report is told of it, at its place or in its sentence."""
        return self.outcome in CAUGHT


@dataclass(frozen=True, slots=True, kw_only=True)
class Alarm:
    """A false conflict: an agreeing claim that nobody touched and that conflicts in a run; `evidence` is what it is held against."""

    run: int
    claim: Selector
    evidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """How many errors of one kind were planted, and how many had each outcome."""

    kind: str
    planted: int
    conflict: int
    unsupported: int
    nearby: int
    agrees: int
    unread: int

    @property
    def caught(self) -> int:
        """How many were caught, in whatever way."""
        return self.conflict + self.unsupported + self.nearby

    @property
    def missed(self) -> int:
        """How many were not."""
        return self.agrees + self.unread


def rate(kind: str, trials: tuple[Trial, ...]) -> Rate:
    """The rate over some trials."""
    counts = {outcome: sum(trial.outcome == outcome for trial in trials) for outcome in OUTCOMES}
    return Rate(
        kind=kind,
        planted=len(trials),
        conflict=counts["conflict"],
        unsupported=counts["unsupported"],
        nearby=counts["nearby"],
        agrees=counts["agrees"],
        unread=counts["unread"],
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutation:
    """All that one call of `mutate` showed.

    `untouched` counts the verdicts of the entry as it is.  `watched` counts the claims that agree there, over all runs in
    which they were not touched; of these `alarms` became conflicts and `lost` unsupported or unread.
    """

    entry: Document = field(repr=False)
    sources: tuple[Document, ...] = field(repr=False)
    seed: int
    untouched: dict[str, int] = field(hash=False)
    runs: int
    trials: tuple[Trial, ...]
    watched: int
    lost: int
    alarms: tuple[Alarm, ...]
    version: str

    def rates(self) -> tuple[Rate, ...]:
        """The rate of each kind of change that was planted, in order of name."""
        kinds = dict.fromkeys(trial.kind for trial in self.trials)
        return tuple(rate(kind, tuple(t for t in self.trials if t.kind == kind)) for kind in kinds)

    def total(self) -> Rate:
        """The rate over all kinds."""
        return rate("all", self.trials)
