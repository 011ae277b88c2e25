"""The way of one who decides through the findings: each step is written at once, and each can be taken back."""

from __future__ import annotations

from dataclasses import dataclass, field

from crosscheck.gate.decisions import Choice, Decision, amend, decide, load
from crosscheck.gate.items import Item
from crosscheck.messages import Language


@dataclass(slots=True)
class Walk:
    """The way through the findings: `past` is where each step was taken, what it put into the file and what out of it.

    The file itself belongs to all who decide: each step changes what it is about, and nothing else.
    """

    target: str
    by: str
    on: str
    expires: str = ""
    language: Language = "en"
    past: list[tuple[int, tuple[Decision, ...], tuple[Decision, ...]]] = field(default_factory=list)

    def decide(self, at: int, item: Item, choice: Choice, reason: str, worn: tuple[Decision, ...]) -> None:
        """Write the decision at once, in the place of `worn` ones on the same finding."""
        made = decide(item, choice, reason, by=self.by, on=self.on, expires=self.expires)
        self.past.append((at, *amend(self.target, add=(made,), drop=(*worn, *self._mine(made)))))

    def _mine(self, made: Decision) -> tuple[Decision, ...]:
        """What this walk decided before on the finding of `made`."""
        return tuple(
            one
            for _, added, _ in self.past
            for one in added
            if (one.id, one.rule, one.claim) == (made.id, made.rule, made.claim)
        )

    def skip(self, at: int) -> None:
        """Go on without a decision."""
        self.past.append((at, (), ()))

    def undo(self, at: int) -> int:
        """Take the last step back; where to go on."""
        if not self.past:
            return at
        back, added, dropped = self.past.pop()
        if added or dropped:
            amend(self.target, add=dropped, drop=added)
        return back

    def decided(self) -> int:
        """How many decisions the file holds of today and of who decides here."""
        return sum(1 for decision in load(self.target) if (decision.on, decision.by) == (self.on, self.by))
