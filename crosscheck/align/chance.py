"""The chance that an option is what it seems: a logistic model over a few features, for each group of kinds.

Two questions, each with its own weights: does a value that holds speak of the same thing (``support``)?  Does
another value speak so surely of the same thing that an editor must look (``conflict``)?  The weights were fitted
by ``benchmarks/calibrate.py``; the numbers below are all that there is to the model.
"""

from __future__ import annotations

from math import exp

FEATURES = (
    "bias", "coverage", "reverse", "mass", "same", "apart", "telling", "coarse", "heads", "nearness", "stance", "act", "rare", "anchor",
)  # fmt: skip
GROUP = {
    "date": "date",
    "quantity": "quantity",
    "person": "person",
    "place": "place",
    "organisation": "place",
    "role": "role",
    "title": "wording",
    "quote": "wording",
    "statement": "statement",
}

SUPPORT: dict[str, tuple[float, ...]] = {
    "date": (-3.2, 5.0, 0.6, 3.0, 0.0, 0.0, 3.0, -1.5, 0.0, 0.0, -0.3, 0.6, 0.8, 0.8),
    "quantity": (-3.4, 5.0, 0.6, 3.0, 1.2, -0.8, 1.5, -0.5, 2.0, 0.0, -0.3, 0.6, 0.0, 0.8),
    "person": (-3.0, 5.0, 1.0, 3.0, 1.8, -1.5, 1.0, 0.0, 0.0, 0.0, -0.3, 0.6, 0.8, 0.8),
    "place": (-3.0, 5.0, 1.0, 3.0, 1.8, -1.5, 1.5, -4.0, 0.0, 0.0, -0.3, 0.6, 0.8, 0.8),
    "role": (0.3, 2.0, 0.5, 1.5, 1.5, -2.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0),
    "wording": (0.5, 2.0, 0.5, 1.0, 0.5, 0.0, 3.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0),
    "statement": (-6.0, 9.5, 0.5, 0.5, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, -0.8, 0.0, 0.0, 0.0),
}
CONFLICT: dict[str, tuple[float, ...]] = {
    "date": (-7.5, 6.5, 1.0, 4.0, 0.0, 0.0, 0.0, -0.5, 0.0, 3.2, -0.4, 0.6, 0.0, 0.8),
    "quantity": (-7.5, 6.5, 1.0, 3.0, 1.5, -0.5, 0.0, -0.5, 3.5, 2.5, -0.4, 0.6, 0.0, 0.8),
    "person": (-8.0, 6.0, 1.0, 3.0, 2.0, -2.0, 0.0, 0.0, 0.0, 0.0, -0.4, 0.6, 0.0, 0.8),
    "place": (-8.0, 6.0, 1.0, 3.0, 2.0, -2.0, 0.0, 0.0, 3.0, 0.0, -0.4, 0.6, 0.0, 0.8),
    "role": (-1.6, 2.5, 0.5, 1.5, 2.5, -2.5, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0),
    "wording": (-12.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 16.0, 0.0, 0.0, 0.0, 0.0),
}


def chance(question: str, group: str, features: tuple[float, ...]) -> float:
    """The chance, 0..1, for ``support`` or ``conflict``; 0 where the group has no weights for the question."""
    weights = (SUPPORT if question == "support" else CONFLICT).get(group)
    if weights is None:
        return 0.0
    return 1 / (1 + exp(-sum(weight * value for weight, value in zip(weights, features, strict=True))))
