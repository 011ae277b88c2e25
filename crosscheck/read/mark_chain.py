"""Which of many numbers in a text are marks: those that rise, and that most speaks for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Candidate:
    """Digits in the text that may be a mark: their place, the number they are, how much speaks for it."""

    start: int
    end: int
    label: int
    weight: float


def rising(candidates: list[Candidate]) -> list[Candidate]:
    """The heaviest chain of candidates whose labels rise (equal ones need weight), in the order of the text."""
    tree = _Tops()
    back: list[int] = []  # the candidate before each in its chain, -1 for none
    for number, candidate in enumerate(candidates):
        weight, before = tree.below(candidate.label)
        back.append(before)
        tree.raise_to(candidate.label, weight + candidate.weight, number)
    chain: list[Candidate] = []
    at = tree.below(_Tops.SIZE)[1]
    while at >= 0:
        chain.append(candidates[at])
        at = back[at]
    return chain[::-1]


class _Tops:
    """The heaviest chain that ends with each label, asked for by all labels below one: a Fenwick tree over the labels."""

    SIZE = 1024  # labels have three digits

    def __init__(self) -> None:
        self.own = [0.0] * (self.SIZE + 1)
        self.tree: list[tuple[float, int, int]] = [(0.0, 0, -1)] * (self.SIZE + 1)

    def below(self, label: int) -> tuple[float, int]:
        """The weight and the last candidate of the heaviest chain below `label`, of the lowest label where several are."""
        best, at = self.tree[0], label - 1
        while at > 0:
            best = max(best, self.tree[at])
            at &= at - 1
        return best[0], best[2]

    def raise_to(self, label: int, weight: float, number: int) -> None:
        """Note a chain that ends with the candidate `number`, where it is heavier than the one known for its label."""
        if weight <= self.own[label]:
            return
        self.own[label] = weight
        at = label
        while at <= self.SIZE:
            self.tree[at] = max(self.tree[at], (weight, -label, number))
            at += at & -at
